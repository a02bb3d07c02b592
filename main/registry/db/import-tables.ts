import { type Kysely, sql } from 'kysely';
import { type BulkRow, bulkInsert, bulkUpdate } from './dialect/bulk-insert.ts';
import type { Schema } from './schema.ts';

/** Tables that an import writes, parents before children, with the columns of a new row. */
export const importTables = {
  person: 'id,kind,surname,first_name,patronymic,name_key,sex,birth_date,created_at,updated_at'.split(','),
  school_class: 'id,academic_year_id,grade,letter,title,class_key'.split(','),
  name_history: 'id,person_id,surname,first_name,patronymic,valid_to,import_id'.split(','),
  enrolment: 'id,pupil_id,class_id,valid_from,import_id'.split(','),
  guardianship: 'id,pupil_id,guardian_id,relation,is_legal,priority'.split(','),
  contact: 'id,person_id,kind,source,value,value_key,label,checked,valid_from,import_id'.split(','),
  external_code: 'id,person_id,diary_system,kind,value,value_key,import_id'.split(','),
} as const;

export type ImportTable = keyof typeof importTables;

export const importTableNames = Object.keys(importTables) as ImportTable[];

/** Columns that an import changes in a row that was there before, with their new or former values. */
export type ColumnValues = Readonly<Record<string, string | number | null>>;

/** A change of a row that was there before. */
export interface RowChange {
  readonly table: ImportTable;
  readonly id: number;
  readonly before: ColumnValues;
  readonly after: ColumnValues;
}

/** Rows waiting to be written. */
export interface Outbox {
  readonly inserts: Readonly<Record<ImportTable, BulkRow[]>>;
  readonly changes: RowChange[];
  /** New rows that undo must find by the journal: table and id. */
  readonly journal: { readonly table: ImportTable; readonly id: number }[];
}

export function createOutbox(): Outbox {
  const inserts = Object.fromEntries(importTableNames.map((table) => [table, [] as BulkRow[]]));
  return { inserts: inserts as Record<ImportTable, BulkRow[]>, changes: [], journal: [] };
}

/** Rows waiting in all tables. */
export function waiting({ inserts, changes }: Outbox): number {
  return importTableNames.reduce((sum, table) => sum + inserts[table].length, changes.length);
}

/**
 * Writes everything that waits and empties the outbox. Changes come first, since a closed enrolment makes room for the
 * new one; those of classes come last, since they may name new teachers.
 */
export async function flush(trx: Kysely<Schema>, outbox: Outbox, importId: number): Promise<void> {
  await writeJournal(trx, outbox, importId);
  await applyChanges(
    trx,
    outbox.changes.filter(({ table }) => table !== 'school_class'),
    'after',
  );
  for (const table of importTableNames) {
    await bulkInsert(trx, table, importTables[table], outbox.inserts[table]);
    outbox.inserts[table].length = 0;
  }
  await applyChanges(
    trx,
    outbox.changes.filter(({ table }) => table === 'school_class'),
    'after',
  );
  outbox.changes.length = 0;
  outbox.journal.length = 0;
}

/** Sets the values of one side of the changes. */
export async function applyChanges(
  trx: Kysely<Schema>,
  changes: readonly RowChange[],
  side: 'before' | 'after',
): Promise<void> {
  const groups = new Map<string, RowChange[]>();
  for (const change of changes) {
    const key = `${change.table} ${Object.keys(change.after).join()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  for (const group of groups.values()) {
    const columns = Object.keys(group[0]?.after ?? {});
    const rows = group.map((change) => [change.id, ...columns.map((column) => change[side][column] ?? null)]);
    if (group[0] !== undefined) await bulkUpdate(trx, group[0].table, columns, rows);
  }
}

/** A new row needs no copy of itself; a changed one is kept with the values before and after. */
async function writeJournal(trx: Kysely<Schema>, { changes, journal }: Outbox, importId: number): Promise<void> {
  const rows: BulkRow[] = journal.map(({ table, id }) => [importId, table, id, null, '{}']);
  for (const { table, id, before, after } of changes)
    rows.push([importId, table, id, JSON.stringify(before), JSON.stringify(after)]);
  await bulkInsert(trx, 'import_change', ['import_id', 'entity', 'entity_id', 'before', 'after'], rows);
}

/** The next free id of every table, to be counted on in memory while the transaction lasts. */
export async function nextIds(trx: Kysely<Schema>): Promise<Record<ImportTable, number>> {
  const ids = {} as Record<ImportTable, number>;
  for (const table of importTableNames) {
    const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) + 1 as id from ${sql.raw(table)}`.execute(
      trx,
    );
    ids[table] = rows[0]?.id ?? 1;
  }
  return ids;
}
