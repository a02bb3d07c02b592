import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReconciliationRun } from '../../../shared/contract/reconciliation.ts';
import type { PortalPerson } from '../../../shared/domain/portal-people.ts';
import type { LinkReason, PersonLink } from '../../../shared/domain/reconcile-people.ts';
import { bulkInsert } from './dialect/bulk-insert.ts';
import type { Schema } from './schema.ts';
import type { ReconciliationRunTable } from './schema-reconciliation.ts';

/** A run that is being kept. */
export type NewRun = Omit<ReconciliationRunTable, 'id'>;

export async function insertRun(trx: Transaction<Schema>, run: NewRun): Promise<number> {
  const { id } = await trx.insertInto('reconciliationRun').values(run).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Sets the numbers that are known only when everything is written. */
export async function setRunCounts(trx: Transaction<Schema>, runId: number, counts: string): Promise<void> {
  await trx.updateTable('reconciliationRun').set({ counts }).where('id', '=', runId).execute();
}

/** Runs that were not taken back, newest first. */
export async function listRuns(db: Kysely<Schema>): Promise<ReconciliationRun[]> {
  const rows = await db
    .selectFrom('reconciliationRun as run')
    .leftJoin('changeRun', 'changeRun.id', 'run.changeRunId')
    .innerJoin('appUser', 'appUser.id', 'run.userId')
    .select(['run.id', 'run.at', 'run.kind', 'run.fileName', 'run.fileSha256', 'run.asOf', 'run.counts'])
    .select('appUser.name as who')
    .where('changeRun.undoneAt', 'is', null)
    .orderBy('run.id', 'desc')
    .execute();
  return rows.map(({ counts, ...run }) => ({ ...run, counts: JSON.parse(counts) }));
}

/** A person of a file as it is kept: everything but where it stands, which has columns of its own. */
type Facts = Omit<PortalPerson, 'rowNumber' | 'place' | 'kind'>;

/** A kept person of a file with the link. `kin` are ids here. */
export interface KeptPortalPerson extends PortalPerson {
  readonly id: number;
  readonly personKey: string;
  readonly verdict: 'linked' | 'suggested' | 'none';
  readonly personId: number | null;
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** Keeps the file's people and their links; the answer is the id of the first, the others follow in order. */
export async function insertPortalPeople(
  trx: Transaction<Schema>,
  runId: number,
  people: readonly PortalPerson[],
  { keys, links }: { readonly keys: readonly string[]; readonly links: readonly PersonLink[] },
): Promise<number> {
  const { rows } = await sql<{ next: number }>`select coalesce(max(id), 0) + 1 as next from portal_person`.execute(trx);
  const first = rows[0]?.next ?? 1;
  const byPlace = new Map(links.map((link) => [link.portal, link]));
  const values = people.map(({ rowNumber, place, kind, ...facts }, at) => {
    const link = byPlace.get(at);
    const kept: Facts = { ...facts, kin: facts.kin.map((kin) => first + kin) };
    const found = link === undefined ? (['none', null, 0, '[]'] as const) : linkValues(link);
    return [first + at, rowNumber, place, kind, keys[at] ?? '', JSON.stringify(kept), ...found];
  });
  const columns = [
    'id',
    'row_number',
    'place',
    'kind',
    'person_key',
    'facts',
    'verdict',
    'person_id',
    'score',
    'reasons',
  ];
  await bulkInsert<Schema>(trx, 'portal_person', columns, values, { run_id: runId });
  return first;
}

const linkValues = ({ verdict, personId, score, reasons }: PersonLink) =>
  [verdict, personId, score, JSON.stringify(reasons)] as const;

/** The people of a run, or some of them, in file order. */
export async function readPortalPeople(
  db: Kysely<Schema>,
  runId: number,
  ids?: readonly number[],
): Promise<KeptPortalPerson[]> {
  const wanted = ids === undefined ? sql`1` : sql`id in (select value from json_each(${JSON.stringify(ids)}))`;
  const { rows } = await sql<RawPortalPerson>`
    select id, row_number as rowNumber, place, kind, person_key as personKey, facts, verdict, person_id as personId, score,
      reasons
    from portal_person where run_id = ${runId} and ${wanted} order by id`.execute(db.withoutPlugins());
  return rows.map(({ facts, reasons, ...row }) => ({ ...JSON.parse(facts), ...row, reasons: JSON.parse(reasons) }));
}

interface RawPortalPerson
  extends Pick<KeptPortalPerson, 'id' | 'rowNumber' | 'place' | 'kind' | 'personKey' | 'verdict'> {
  readonly facts: string;
  readonly personId: number | null;
  readonly score: number;
  readonly reasons: string;
}

/** A window of the suggested links of a run, the most likely first; with `reach` only of people in it. */
export async function suggestedIds(
  db: Kysely<Schema>,
  runId: number,
  reachable: (personIds: readonly number[]) => Promise<ReadonlySet<number>>,
): Promise<number[]> {
  const rows = await db
    .selectFrom('portalPerson')
    .select(['id', 'personId'])
    .where('runId', '=', runId)
    .where('verdict', '=', 'suggested')
    .orderBy('score', 'desc')
    .orderBy('id')
    .execute();
  const reached = await reachable(rows.flatMap(({ personId }) => personId ?? []));
  return rows.filter(({ personId }) => personId !== null && reached.has(personId)).map(({ id }) => id);
}

/** Where a kept person of a file stands. */
export function findPortalPerson(db: Kysely<Schema>, id: number) {
  return db
    .selectFrom('portalPerson')
    .select(['id', 'runId', 'personKey', 'personId', 'verdict', 'rowNumber'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What people have said about pairs, by the key of the file's person. */
export async function saidPairs(
  db: Kysely<Schema>,
): Promise<ReadonlyMap<string, { personId: number; same: boolean }[]>> {
  const rows = await db.selectFrom('linkDecision').select(['personKey', 'personId', 'verdict']).orderBy('id').execute();
  const said = new Map<string, { personId: number; same: boolean }[]>();
  for (const { personKey, personId, verdict } of rows)
    said.set(personKey, [...(said.get(personKey) ?? []), { personId, same: verdict === 'same' }]);
  return said;
}

/** Keeps what a person said about a pair, in place of what was said before. */
export async function sayPair(
  trx: Transaction<Schema>,
  pair: { readonly personKey: string; readonly personId: number; readonly verdict: 'same' | 'other' },
  by: { readonly at: string; readonly userId: number },
): Promise<void> {
  await trx
    .insertInto('linkDecision')
    .values({ ...pair, ...by })
    .onConflict((conflict) => conflict.columns(['personKey', 'personId']).doUpdateSet({ verdict: pair.verdict, ...by }))
    .execute();
}

/** Sets the link of one person of a file. */
export async function setLink(
  trx: Transaction<Schema>,
  id: number,
  link: { readonly verdict: 'linked' | 'none'; readonly personId: number | null },
): Promise<void> {
  await trx.updateTable('portalPerson').set(link).where('id', '=', id).execute();
}

/** Whoever of the file's people is linked with this person in a run. */
export async function portalOf(db: Kysely<Schema>, runId: number, personId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('portalPerson')
    .select('id')
    .where('runId', '=', runId)
    .where('personId', '=', personId)
    .execute();
  return rows.map(({ id }) => id);
}
