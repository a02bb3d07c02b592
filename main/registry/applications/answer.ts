import type { Transaction } from 'kysely';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import type { ApplicationKind, ApplicationOutcome } from '../../../shared/domain/application.ts';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { findApplication, openAbout, updateApplication } from '../db/applications.ts';
import { type AuditEvent, appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { codesOfPupils } from '../db/codes.ts';
import type { ClassReach } from '../db/findings.ts';
import type { Schema } from '../db/schema.ts';
import { write } from '../db/transaction.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';

type Change = Parameters<typeof updateApplication>[2];
type Action = Extract<AuditEvent['action'], `application-${string}`>;

interface Wish {
  readonly applicationId: number;
  readonly reach: ClassReach;
}

/** Changes an application in one transaction that can be taken back. Refuses `not-found` out of reach. */
async function change(
  registry: OpenRegistry,
  now: Date,
  { applicationId, reach }: Wish,
  action: Action,
  decide: (application: ApplicationRow, today: string) => Change,
) {
  return write(registry, async (trx) => {
    const today = dayOf(now);
    const found = await findApplication(trx, applicationId, today, reach);
    if (found === undefined) throw refuse('not-found');
    const values = decide(found, today);
    const { runId } = await recordChanges(trx, registry, { now, action }, () =>
      updateApplication(trx, applicationId, values),
    );
    await appendAudit(trx, registry, { now, action, subject: `№ ${found.number}`, runId });
    return { applicationId, undoRunId: runId ?? null };
  });
}

/** Closes an application by hand. Refuses `already-closed`. */
export function closeApplication(
  registry: OpenRegistry,
  now: Date,
  wish: Wish & { readonly outcome: ApplicationOutcome; readonly note: string },
) {
  return change(registry, now, wish, 'application-closed', ({ closedOn }, today) => {
    if (closedOn !== null) throw refuse('already-closed');
    return { closedOn: today, outcome: wish.outcome, closingNote: wish.note, closedBy: registry.user.id };
  });
}

/** Opens a closed application again. */
export function reopenApplication(registry: OpenRegistry, now: Date, wish: Wish) {
  return change(registry, now, wish, 'application-reopened', () => ({
    ...{ closedOn: null, outcome: null, closingNote: '', closedBy: null, endedOn: null, issueId: null },
  }));
}

/** Ends a paper diary that was allowed. Refuses `not-found` for anything else. */
export function endPaperDiary(registry: OpenRegistry, now: Date, wish: Wish) {
  return change(registry, now, wish, 'application-changed', ({ kind, outcome }, today) => {
    if (kind !== 'paper-diary' || outcome !== 'done') throw refuse('not-found');
    return { endedOn: today };
  });
}

/**
 * The open application that logins are given out for; undefined when they answer none. Refuses `not-found` and
 * `already-closed`. `asker`: who is signed in, with the transaction if there is one.
 */
export async function applicationToAnswer(
  asker: Pick<OpenRegistry, 'db' | 'user'>,
  now: Date,
  applicationId: number | undefined,
): Promise<ApplicationRow | undefined> {
  if (applicationId === undefined) return undefined;
  const found = await findApplication(asker.db, applicationId, dayOf(now), await reachOf(asker));
  if (found === undefined) throw refuse('not-found');
  if (found.closedOn !== null) throw refuse('already-closed');
  return found;
}

/** Whom an application asks a login for: the applicant, the pupils, or both. */
export function peopleOf({ applicantId, forWhom, pupils }: ApplicationRow): ReadonlySet<number> {
  const own = forWhom === 'pupils' || applicantId === null ? [] : [applicantId];
  const children = forWhom === 'applicant' ? [] : pupils.map(({ id }) => id);
  return new Set([...own, ...children]);
}

/** Notes in the given transaction that an application has been answered; taking the issue back opens it again. */
export async function noteAnswered(
  trx: Transaction<Schema>,
  registry: Pick<OpenRegistry, 'auditKey' | 'user'>,
  now: Date,
  { id, number }: Pick<ApplicationRow, 'id' | 'number'>,
  issueId: number | null,
): Promise<void> {
  const outcome: ApplicationOutcome = 'done';
  const closedOn = dayOf(now);
  await updateApplication(trx, id, { closedOn, outcome, closedBy: registry.user.id, issueId });
  await appendAudit(trx, registry, { now, action: 'application-closed', subject: `№ ${number}` });
}

/** Closes applications for codes once all their pupils have one. */
export async function noteCodes(
  trx: Transaction<Schema>,
  registry: Pick<OpenRegistry, 'auditKey' | 'user'>,
  now: Date,
  diarySystem: string,
  pupilIds: readonly number[],
): Promise<void> {
  const kind: ApplicationKind = 'portal-code';
  const found = new Set<number>();
  for (const pupilId of pupilIds) for (const id of await openAbout(trx, kind, pupilId)) found.add(id);
  for (const id of found) {
    const application = await findApplication(trx, id, dayOf(now), undefined);
    if (application === undefined) continue;
    const asked = application.pupils.map((pupil) => pupil.id);
    const codes = await codesOfPupils(trx, diarySystem, asked);
    if (asked.every((pupilId) => codes.has(pupilId))) await noteAnswered(trx, registry, now, application, null);
  }
}
