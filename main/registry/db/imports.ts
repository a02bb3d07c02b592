import type { Kysely } from 'kysely';
import type { Pile } from '../../../shared/contract/import-plan.ts';
import type { ImportReport, ImportRun } from '../../../shared/contract/imports.ts';
import type { Schema } from './schema.ts';

/** What is kept of an import beside its changes; the file's content is not. */
export interface NewImportRun {
  readonly at: string;
  readonly userId: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fileSizeBytes: number;
  readonly presetId: string | null;
  readonly headerFingerprint: string;
}

interface RunCounts extends Readonly<Record<Pile, number>> {
  readonly guardiansCreated: number;
  readonly staff: number;
}

const nothingYet: RunCounts = {
  new: 0,
  changed: 0,
  same: 0,
  ambiguous: 0,
  missing: 0,
  refused: 0,
  guardiansCreated: 0,
  staff: 0,
};

/** Opens the journal entry of an import and gives its id. */
export async function insertImportRun(trx: Kysely<Schema>, run: NewImportRun): Promise<number> {
  const values = { ...run, counts: JSON.stringify(nothingYet), undoneAt: null, undoneBy: null };
  const { id } = await trx.insertInto('importRun').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function writeImportCounts(trx: Kysely<Schema>, id: number, counts: RunCounts): Promise<void> {
  await trx
    .updateTable('importRun')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
}

type KeptReport = Pick<
  ImportReport,
  'presetName' | 'contents' | 'result' | 'problemGroups' | 'keptByHand' | 'confirmed'
>;
type AnyReport = { readonly [Part in keyof KeptReport]: Readonly<KeptReport[Part]> };

/** Numbers, codes and row numbers; never a value of the file. */
export async function writeImportReport(trx: Kysely<Schema>, id: number, report: AnyReport): Promise<void> {
  await trx
    .updateTable('importRun')
    .set({ report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute();
}

function runsOf(db: Kysely<Schema>) {
  return db
    .selectFrom('importRun')
    .innerJoin('appUser', 'appUser.id', 'importRun.userId')
    .select(['importRun.id', 'importRun.at', 'appUser.name as who', 'importRun.fileName', 'importRun.presetId'])
    .select(['importRun.counts', 'importRun.undoneAt']);
}

type RunRow = Omit<ImportRun, 'counts' | 'guardiansCreated' | 'staff'> & { readonly counts: string };

/** Older journals know no missing pupils and no staff. */
function runOf({ id, at, who, fileName, presetId, undoneAt, counts }: RunRow): ImportRun {
  const { guardiansCreated, staff, ...piles }: RunCounts = { ...nothingYet, ...JSON.parse(counts) };
  return { id, at, who, fileName, presetId, undoneAt, counts: piles, guardiansCreated, staff };
}

/** Finished imports, newest first. */
export async function listImportRuns(
  db: Kysely<Schema>,
  page: { readonly offset: number; readonly limit: number },
): Promise<ImportRun[]> {
  const { limit, offset } = page;
  const rows = await runsOf(db).orderBy('importRun.id', 'desc').limit(limit).offset(offset).execute();
  return rows.map(runOf);
}

/** What is kept of a finished import; undefined when there is no such import. */
export async function readImportReport(db: Kysely<Schema>, id: number): Promise<ImportReport | undefined> {
  const row = await runsOf(db)
    .select(['fileSha256', 'fileSizeBytes', 'report'])
    .where('importRun.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { fileSha256, fileSizeBytes, report } = row;
  const run = runOf(row);
  return { run, fileSha256, fileSizeBytes, ...reportOfCounts(run), ...JSON.parse(report) };
}

/** What the counts tell of an import made before reports were kept. */
function reportOfCounts({ counts, guardiansCreated, staff }: ImportRun): KeptReport {
  const none = { classesCreated: 0, staff, credentialsCreated: 0, toCheck: 0, left: 0 };
  const people = { pupilsCreated: counts.new, pupilsChanged: counts.changed, guardiansCreated };
  const result = { ...people, ...none, same: counts.same, skipped: counts.ambiguous + counts.refused };
  return { presetName: '', contents: [], result, problemGroups: [], keptByHand: 0, confirmed: [] };
}

/** An import by its id, with what undo must know. */
export function findImportRun(db: Kysely<Schema>, id: number) {
  return db
    .selectFrom('importRun')
    .select(['id', 'at', 'fileName', 'undoneAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function markImportUndone(
  trx: Kysely<Schema>,
  id: number,
  by: { readonly undoneAt: string; readonly undoneBy: number },
): Promise<void> {
  await trx.updateTable('importRun').set(by).where('id', '=', id).execute();
}

/** The mapping that a person made for a file with these titles; undefined when there was none. */
export async function recallMapping(db: Kysely<Schema>, headerFingerprint: string): Promise<string[] | undefined> {
  const found = await db
    .selectFrom('columnMapping')
    .select('fields')
    .where('headerFingerprint', '=', headerFingerprint)
    .executeTakeFirst();
  return found === undefined ? undefined : JSON.parse(found.fields);
}

export async function rememberMapping(
  trx: Kysely<Schema>,
  headerFingerprint: string,
  mapping: { readonly fields: readonly string[]; readonly usedAt: string },
): Promise<void> {
  const values = { fields: JSON.stringify(mapping.fields), usedAt: mapping.usedAt };
  await trx
    .insertInto('columnMapping')
    .values({ headerFingerprint, ...values })
    .onConflict((conflict) => conflict.column('headerFingerprint').doUpdateSet(values))
    .execute();
}
