import type { Kysely, Transaction } from 'kysely';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import type { CredentialTarget, ReissueReason } from '../../../shared/contract/credentials.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { expiryOf } from '../../../shared/domain/expiry.ts';
import { planLogins, planPassword } from '../../../shared/domain/issue-plan.ts';
import type { RandomInt } from '../../../shared/domain/random.ts';
import { applicationToAnswer, noteAnswered, peopleOf } from '../applications/answer.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { commonClass, moveTo } from '../db/credential-life.ts';
import { type LiveLogin, liveLogins, pointAtSuccessors, revoke, targetIds } from '../db/credential-reissue.ts';
import { insertIssue, personsOf, pupilsShowing, takenLogins } from '../db/credentials.ts';
import { chooseDiary } from '../db/diaries.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { readSettings } from '../db/settings.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

interface ReissueInput {
  readonly target: CredentialTarget;
  readonly reason: ReissueReason;
  readonly note: string;
  readonly newLogin: boolean;
  readonly applicationId?: number | undefined;
}

const everyone = { kind: 'school' } as const;

async function loginsOf(
  db: Kysely<Schema>,
  target: CredentialTarget,
  application?: ApplicationRow,
): Promise<readonly LiveLogin[]> {
  const settings = await readSettings(db);
  const { scope, asked } =
    target.kind === 'scope'
      ? { scope: target.scope, asked: target.diarySystemId }
      : { scope: everyone, asked: undefined };
  const { system, withoutClasses } = await chooseDiary(db, settings, scope, asked);
  const logins = await liveLogins(db, await targetIds(db, target, system.id, withoutClasses));
  const people = application && peopleOf(application);
  return people === undefined ? logins : logins.filter(({ personId }) => people.has(personId));
}

interface Work {
  readonly settings: Settings;
  readonly input: ReissueInput;
  readonly randomInt: RandomInt;
}

/** The login stays the person's own unless a new one is wished, as after a change of surname. */
async function withLogins(db: Kysely<Schema>, people: readonly LiveLogin[], { settings, input, randomInt }: Work) {
  const { loginScheme } = settings;
  if (!input.newLogin) return people.map((person) => ({ person, login: person.login }));
  if (loginScheme.kind === 'imported') throw refuse('logins-are-imported');
  const taken = await takenLogins(db, people[0]?.diarySystem ?? '');
  return planLogins(people, loginScheme, taken, randomInt);
}

async function freshCredentials(db: Kysely<Schema>, people: readonly LiveLogin[], work: Work) {
  const planned = await withLogins(db, people, work);
  return planned.map(({ person, login }) => ({
    personId: person.personId,
    login,
    initialPassword: planPassword(person, login, work.settings.passwords, work.randomInt),
    copyNumber: person.copyNumber + 1,
    loginChanged: login === person.login ? (0 as const) : (1 as const),
  }));
}

/** The credentials of one diary: voided, made anew, the old ones pointing at the new. */
async function replace(
  transaction: Transaction<Schema>,
  act: { readonly at: string; readonly userId: number },
  people: readonly LiveLogin[],
  work: Work,
): Promise<number> {
  const reason = work.input.note === '' ? work.input.reason : `${work.input.reason}: ${work.input.note}`;
  const ids = people.map(({ credentialId }) => credentialId);
  const credentials = await freshCredentials(transaction, people, work);
  const { endsOn } = await currentAcademicYear(transaction);
  await revoke(transaction, act, ids, reason);
  const common = { diarySystem: people[0]?.diarySystem ?? '', expiresOn: expiryOf(work.settings, endsOn, act.at) };
  const issueId = await insertIssue(transaction, act, common, credentials, reason);
  await pointAtSuccessors(transaction, ids);
  return issueId;
}

function byDiary(people: readonly LiveLogin[]): readonly (readonly LiveLogin[])[] {
  const systems = [...new Set(people.map(({ diarySystem }) => diarySystem))];
  return systems.map((system) => people.filter(({ diarySystem }) => diarySystem === system));
}

async function reissue(registry: OpenRegistry, { now, randomInt }: DeskContext['surroundings'], input: ReissueInput) {
  const done = await write(registry, async (transaction) => {
    const application = await applicationToAnswer({ db: transaction, user: registry.user }, now(), input.applicationId);
    const people = await loginsOf(transaction, input.target, application);
    if (people.length === 0) throw refuse('nothing-to-issue');
    const act = { at: now().toISOString(), userId: registry.user.id };
    const subject = await commonClass(
      transaction,
      people.map(({ credentialId }) => credentialId),
    );
    const work = { settings: await readSettings(transaction), input, randomInt };
    let issueId: number | null = null;
    for (const group of byDiary(people)) issueId = await replace(transaction, act, group, work);
    const personIds = people.map(({ personId }) => personId);
    await refreshSearch(transaction, await pupilsShowing(transaction, personIds));
    const event = { now: now(), action: 'reissued', count: people.length, subject, personIds } as const;
    await appendAudit(transaction, registry, event);
    if (application) await noteAnswered(transaction, registry, now(), application, null);
    return { issueId, reissued: people.length };
  });
  await checkpoint(registry);
  return done;
}

interface MarkInput {
  readonly credentialIds: readonly number[];
  readonly state: 'activated' | 'changed' | 'revoked';
  readonly reason: string;
}

async function mark(registry: OpenRegistry, now: Date, { credentialIds, state, reason }: MarkInput): Promise<number> {
  const marked = await write(registry, async (transaction) => {
    const act = { at: now.toISOString(), userId: registry.user.id };
    const ids = await moveTo(transaction, act, credentialIds, state, reason);
    if (ids.length === 0) return 0;
    const personIds = await personsOf(transaction, ids);
    await refreshSearch(transaction, await pupilsShowing(transaction, personIds));
    const event = { now, action: 'state-marked', count: ids.length, subject: state, personIds } as const;
    await appendAudit(transaction, registry, event);
    return ids.length;
  });
  await checkpoint(registry);
  return marked;
}

/** Logins made anew, and what is learned of the use of those given out. */
export const reissueHandlers = {
  reissuePreview: routes.credentials.reissuePreview.handler(async ({ context, input }) => {
    const { registry, surroundings } = context;
    const application = await applicationToAnswer(registry, surroundings.now(), input.applicationId);
    const people = await loginsOf(registry.db, input.target, application);
    const beyond = people.filter(({ state }) => state !== 'generated' && state !== 'printed');
    return { live: people.length, handedOver: beyond.length };
  }),
  reissue: routes.credentials.reissue.handler(async ({ context, input }) => {
    const done = await reissue(context.registry, context.surroundings, input);
    context.desk.announce({ kind: 'changed' });
    return done;
  }),
  mark: routes.credentials.mark.handler(async ({ context, input }) => {
    const marked = await mark(context.registry, context.surroundings.now(), input);
    context.desk.announce({ kind: 'changed' });
    return { marked };
  }),
};
