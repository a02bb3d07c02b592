import type { Duplicate } from '../../../shared/contract/duplicates.ts';
import { findDuplicates } from '../../../shared/domain/reconcile-duplicates.ts';
import type { DuplicatePair } from '../../../shared/domain/reconcile-people.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { liveCredentials } from '../db/credentials.ts';
import { schoolSides } from '../db/pairs.ts';
import { saidPairs, sayPair } from '../db/reconciliation.ts';
import { readSchoolPeople } from '../db/reconciliation-people.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { breathe, finished } from '../importing/pace.ts';
import { mergeRecords } from '../merging/merge-people.ts';
import { routes } from '../routes.ts';

const mostShown = 500;

/** Stands for a person of the registry where pairs are remembered. */
const keyOf = (id: number) => `person:${id}`;

async function pairsLeft({ db }: OpenRegistry, about: number | undefined): Promise<DuplicatePair[]> {
  const reading = readSchoolPeople(db);
  let step = await reading.next();
  while (!step.done) {
    await breathe();
    step = await reading.next();
  }
  const said = await saidPairs(db);
  const pairs = await finished(findDuplicates(step.value));
  const isRefused = ({ firstId, secondId }: DuplicatePair) =>
    said.get(keyOf(firstId))?.some(({ personId, same }) => personId === secondId && !same) ?? false;
  const isAbout = ({ firstId, secondId }: DuplicatePair) => firstId === about || secondId === about;
  const left = pairs.filter((pair) => !isRefused(pair));
  return [...left.filter(isAbout), ...left.filter((pair) => !isAbout(pair))].slice(0, mostShown);
}

async function listDuplicates(registry: OpenRegistry, about: number | undefined): Promise<Duplicate[]> {
  const pairs = await pairsLeft(registry, about);
  const ids = pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
  const sides = await schoolSides(registry.db, ids, undefined);
  const { diarySystemId } = await readSettings(registry.db);
  const logins = await liveCredentials(registry.db, diarySystemId, ids);
  const candidate = (id: number) => {
    const side = sides.get(id);
    return side === undefined ? undefined : { ...side, id, login: logins.get(id)?.login ?? null };
  };
  return pairs.flatMap(({ firstId, secondId, score, reasons }) => {
    const [first, second] = [candidate(firstId), candidate(secondId)];
    if (first === undefined || second === undefined) return [];
    const why = reasons.map(({ code, params }) => ({ code, params: { ...params } }));
    return [{ role: first.role, score, reasons: why, first, second }];
  });
}

/** People who stand in the registry twice. */
export const duplicatesHandlers = {
  list: routes.duplicates.list.handler(({ context, input }) => listDuplicates(context.registry, input.personId)),

  merge: routes.duplicates.merge.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const { keepPersonId: keep, dropPersonId: drop, fromDropped } = input;
    const wish = { keep, drop, fromDropped, action: 'people-merged' } as const;
    const { undoRunId, revoked } = await mergeRecords(registry, surroundings.now(), wish);
    desk.announce({ kind: 'changed' });
    return { undoRunId, revoked };
  }),

  refuse: routes.duplicates.refuse.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const now = surroundings.now();
    const action = 'duplicate-refused';
    const by = { at: now.toISOString(), userId: registry.user.id };
    const undoRunId = await write(registry, async (trx) => {
      const { runId } = await recordChanges(trx, registry, { now, action }, async () => {
        await sayPair(trx, { personKey: keyOf(input.firstId), personId: input.secondId, verdict: 'other' }, by);
        await sayPair(trx, { personKey: keyOf(input.secondId), personId: input.firstId, verdict: 'other' }, by);
      });
      await appendAudit(trx, registry, { now, action, count: 2, runId });
      return runId ?? null;
    });
    desk.announce({ kind: 'changed' });
    return { undoRunId };
  }),
};
