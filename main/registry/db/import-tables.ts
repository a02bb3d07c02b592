import { type Kysely, sql } from 'kysely';
import type { LeaversSetting } from '../../../shared/contract/settings.ts';
import { type BulkRow, bulkInsert, bulkUpdate, type SameValues } from './dialect/bulk-insert.ts';
import type { Schema } from './schema.ts';

/** What an import writes, parents before children: the table, and the columns of a new row that differ between rows. */
export const importTables = {
  person: {
    table: 'person',
    columns: 'id,kind,surname,first_name,patronymic,name_key,sex,birth_date,import_row'.split(','),
  },
  school_class: { table: 'school_class', columns: 'id,grade,letter,title,class_key'.split(',') },
  name_history: { table: 'name_history', columns: 'person_id,surname,first_name,patronymic'.split(',') },
  enrolment: { table: 'enrolment', columns: 'pupil_id,class_id'.split(',') },
  guardianship: { table: 'guardianship', columns: 'id,pupil_id,guardian_id,relation,is_legal,priority'.split(',') },
  contact: { table: 'contact', columns: 'person_id,kind,value,value_key,label,checked'.split(',') },
  portal_contact: { table: 'contact', columns: 'person_id,kind,value,value_key,label,checked'.split(',') },
  external_code: { table: 'external_code', columns: 'person_id,kind,value,value_key'.split(',') },
  case_number: { table: 'external_code', columns: 'person_id,value,value_key'.split(',') },
  credential: { table: 'credential', columns: 'person_id,login,login_key,initial_password'.split(',') },
  field_origin: { table: 'field_origin', columns: 'person_id,field'.split(',') },
  class_notice: { table: 'class_notice', columns: 'class_id,pupil_id,kind,other_class_id'.split(',') },
  search_line: { table: 'pupil_search', columns: 'rowid,line'.split(',') },
} as const;

/** A kind of row that an import adds. */
export type NewRows = keyof typeof importTables;

/** A table with rows that an import may change. */
export type ImportTable = 'person' | 'school_class' | 'enrolment' | 'guardianship' | 'contact' | 'external_code';

const newRows = Object.keys(importTables) as NewRows[];

/** The number under which the school's own file numbers are kept among the codes of other systems. */
export const caseFileSystem = 'case-file';

/** What all rows of one import share. */
export interface SharedFacts {
  readonly importId: number;
  readonly userId: number;
  readonly academicYearId: number;
  readonly diarySystem: string;
  /** Last day of new logins, ISO 8601. */
  readonly expiresOn: string | null;
  /** How many days after leaving a record goes to the archive and may be destroyed. */
  readonly leavers: Pick<LeaversSetting, 'archiveDays' | 'purgeDays'>;
  /** ISO 8601 moment and date of the import. */
  readonly at: string;
  readonly today: string;
}

function sameValues(rows: NewRows, facts: SharedFacts): SameValues {
  const { importId: import_id, at, today, diarySystem: diary_system, userId: user_id } = facts;
  switch (rows) {
    case 'person':
      return { created_at: at, updated_at: at, import_id };
    case 'school_class':
      return { academic_year_id: facts.academicYearId };
    case 'name_history':
      return { valid_to: today, import_id };
    case 'enrolment':
      return { valid_from: today, import_id };
    case 'guardianship':
    case 'search_line':
      return {};
    case 'contact':
    case 'portal_contact':
      return { source: rows === 'contact' ? 'school' : 'portal', valid_from: today, import_id };
    case 'external_code':
      return { diary_system, import_id };
    case 'case_number':
      return { diary_system: caseFileSystem, kind: 'external-id', import_id };
    case 'credential':
      return { diary_system, state: 'generated', issued_at: at, expires_on: facts.expiresOn, import_id };
    case 'field_origin':
      return { source: 'import', at, user_id, import_id };
    case 'class_notice':
      return { at, user_id };
  }
}

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
  readonly inserts: Readonly<Record<NewRows, BulkRow[]>>;
  readonly changes: RowChange[];
  /** New rows that undo cannot find by their import: table and id. */
  readonly journal: { readonly table: 'school_class' | 'guardianship'; readonly id: number }[];
}

export function createOutbox(): Outbox {
  const inserts = Object.fromEntries(newRows.map((rows) => [rows, [] as BulkRow[]]));
  return { inserts: inserts as Record<NewRows, BulkRow[]>, changes: [], journal: [] };
}

/** Rows waiting in all tables. */
export function waiting({ inserts, changes }: Outbox): number {
  return newRows.reduce((sum, rows) => sum + inserts[rows].length, changes.length);
}

/**
 * Writes everything that waits and empties the outbox. Changes come first, since a closed enrolment makes room for the
 * new one; those of classes come last, since they may name new teachers.
 */
export async function flush(trx: Kysely<Schema>, outbox: Outbox, facts: SharedFacts): Promise<void> {
  const { changes, inserts } = outbox;
  await writeJournal(trx, outbox, facts.importId);
  const people = changes.filter(({ table }) => table !== 'school_class');
  await applyChanges(trx, people, 'after');
  for (const rows of newRows) {
    const { table, columns } = importTables[rows];
    await bulkInsert(trx, table, columns, inserts[rows], sameValues(rows, facts));
    inserts[rows].length = 0;
  }
  const classes = changes.filter(({ table }) => table === 'school_class');
  await applyChanges(trx, classes, 'after');
  changes.length = 0;
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
    if (group[0] !== undefined && columns.length > 0) await bulkUpdate(trx, group[0].table, columns, rows);
  }
}

/** A new row needs no copy of itself; a changed one is kept with the values before and after. */
async function writeJournal(trx: Kysely<Schema>, { changes, journal }: Outbox, importId: number): Promise<void> {
  const rows: BulkRow[] = journal.map(({ table, id }) => [table, id, null, '{}']);
  for (const { table, id, before, after } of changes)
    rows.push([table, id, JSON.stringify(before), JSON.stringify(after)]);
  await bulkInsert(trx, 'import_change', ['entity', 'entity_id', 'before', 'after'], rows, { import_id: importId });
}

/** Tables whose new rows are named by their ids before they are written. */
const numbered = ['person', 'school_class', 'guardianship'] as const;

export type NextIds = Record<(typeof numbered)[number], number>;

/** The next free id of every such table, to be counted on in memory while the transaction lasts. */
export async function nextIds(trx: Kysely<Schema>): Promise<NextIds> {
  const ids: NextIds = { person: 1, school_class: 1, guardianship: 1 };
  for (const table of numbered) {
    const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) + 1 as id from ${sql.raw(table)}`.execute(
      trx,
    );
    ids[table] = rows[0]?.id ?? 1;
  }
  return ids;
}
