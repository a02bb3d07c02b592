import type { Transaction } from 'kysely';
import { findDifferences } from '../../../shared/domain/reconcile-findings.ts';
import type { PersonLink } from '../../../shared/domain/reconcile-people.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { deleteFindingsAbout, formerDecisions, insertFindings } from '../db/findings.ts';
import { putPortalContacts } from '../db/portal-contacts.ts';
import {
  findPortalPerson,
  type KeptPortalPerson,
  portalOf,
  readPortalPeople,
  sayPair,
  setLink,
} from '../db/reconciliation.ts';
import { readSchoolPeople } from '../db/reconciliation-people.ts';
import type { Schema } from '../db/schema.ts';
import { write } from '../db/transaction.ts';
import { finished } from '../importing/pace.ts';
import { refuse } from '../refuse.ts';
import type { Decided } from './decide.ts';
import { keptFindings } from './find.ts';

/** What a person says about a pair. */
export interface PairSaid {
  readonly portalId: number;
  readonly personId: number;
  readonly same: boolean;
}

/**
 * Links or parts two records and finds anew what differs about them; remembered for all later runs, so that a refused
 * pair is never offered again. One transaction that can be taken back.
 */
export async function decideLink(registry: OpenRegistry, now: Date, said: PairSaid): Promise<Decided> {
  return write(registry, async (trx) => {
    const portal = await findPortalPerson(trx, said.portalId);
    if (portal === undefined) throw refuse('not-found');
    const action = 'link-decided';
    const { runId } = await recordChanges(trx, registry, { now, action }, async () => {
      const by = { at: now.toISOString(), userId: registry.user.id };
      const verdict = said.same ? 'same' : 'other';
      await sayPair(trx, { personKey: portal.personKey, personId: said.personId, verdict }, by);
      const others = await portalOf(trx, portal.runId, said.personId);
      await relink(trx, said, others);
      await findAnew(trx, portal.runId, {
        portalIds: new Set([said.portalId, ...others]),
        personIds: new Set([said.personId, ...(portal.personId === null ? [] : [portal.personId])]),
      });
      if (said.same) await addContacts(trx, portal.runId, said, by.at.slice(0, 10));
    });
    await appendAudit(trx, registry, { now, action, count: 1, runId });
    return { done: 1, skipped: 0, undoRunId: runId ?? null };
  });
}

/** One to one: whoever was linked with the person before is linked with nobody now. */
async function relink(trx: Transaction<Schema>, { portalId, personId, same }: PairSaid, others: readonly number[]) {
  const nobody = { verdict: 'none', personId: null } as const;
  if (!same) return setLink(trx, portalId, nobody);
  for (const id of others) if (id !== portalId) await setLink(trx, id, nobody);
  await setLink(trx, portalId, { verdict: 'linked', personId });
}

async function addContacts(trx: Transaction<Schema>, runId: number, { portalId, personId }: PairSaid, asOf: string) {
  const [person] = await readPortalPeople(trx, runId, [portalId]);
  if (person !== undefined) await putPortalContacts(trx, [{ personId, contacts: person.contacts }], asOf);
}

interface Affected {
  readonly portalIds: ReadonlySet<number>;
  readonly personIds: ReadonlySet<number>;
}

async function findAnew(trx: Transaction<Schema>, runId: number, { portalIds, personIds }: Affected): Promise<void> {
  const kept = await readPortalPeople(trx, runId);
  const school = await allOf(readSchoolPeople(trx));
  const first = kept[0]?.id ?? 0;
  const portal = kept.map((person) => ({ ...person, kin: person.kin.map((id) => id - first) }));
  const links = kept.flatMap(linkOf);
  const former = await formerDecisions(trx, runId);
  const context = { school, portal, links, keys: kept.map(({ personKey }) => personKey), former };
  const found = await finished(findDifferences({ school, portal }, links));
  const findings = keptFindings(found, {
    ...context,
    portalIdAt: (place) => first + place,
  });
  await deleteFindingsAbout(trx, runId, { personIds, portalIds });
  const about = findings.filter(
    ({ personId, portalId }) => personIds.has(personId ?? 0) || portalIds.has(portalId ?? 0),
  );
  await insertFindings(
    trx,
    runId,
    about.map((finding) => ({ ...finding, isNew: 0 as const })),
  );
}

function linkOf({ verdict, personId, score, reasons }: KeptPortalPerson, portal: number): PersonLink[] {
  return verdict === 'none' || personId === null ? [] : [{ portal, personId, verdict, score, reasons }];
}

async function allOf<Result>(work: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}
