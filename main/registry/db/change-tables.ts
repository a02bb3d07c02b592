import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** A column that names a row of another table. */
interface Reference {
  readonly target: string;
  readonly column: string;
}

/** A table whose rows the change log records, in SQL names. */
export interface ChangeTable {
  readonly name: string;
  readonly key: readonly string[];
  /** Columns that are recorded, the key among them; no blobs, no secrets. */
  readonly columns: readonly string[];
  /** Columns that tell of a change made later; a moment that every change sets tells nothing. */
  readonly telling: readonly string[];
  /** The person whom a row is about; without one a row stands for itself. */
  readonly owner: string | undefined;
  readonly references: readonly Reference[];
}

/** Journals, what they lean on, what was looked at, and search lines, which are made again from the rows. */
const leftOut =
  /^(audit_|change_run$|row_change$|import_run$|import_change$|pupil_search|sqlite_|picture$|class_notice_seen$)/;
const secrets: ReadonlySet<string> = new Set(['initial_password']);
const untelling: ReadonlySet<string> = new Set(['updated_at']);
const ownerColumns = ['person_id', 'pupil_id', 'guardian_id'];

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** Every recorded table of the file, read from the file itself, so that a new table needs no entry here. */
export async function changeTables(db: Kysely<Schema>): Promise<readonly ChangeTable[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(
    db.withoutPlugins(),
  );
  const names = rows.map(({ name }) => name).filter((name) => !leftOut.test(name));
  return Promise.all(names.map((name) => describe(db, name)));
}

async function describe(db: Kysely<Schema>, name: string): Promise<ChangeTable> {
  const { rows } = await sql<ColumnRow>`select name, type, pk from pragma_table_info(${name})`.execute(
    db.withoutPlugins(),
  );
  const columns = rows.filter((row) => row.type !== 'BLOB' && !secrets.has(row.name)).map((row) => row.name);
  const key = rows.filter(({ pk }) => pk > 0).map((row) => row.name);
  return {
    name,
    key,
    columns,
    telling: columns.filter((column) => !untelling.has(column) && !key.includes(column)),
    owner: name === 'person' ? 'id' : ownerColumns.find((column) => columns.includes(column)),
    references: await referencesOf(db, name),
  };
}

async function referencesOf(db: Kysely<Schema>, name: string): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select "table" as target, "from" as column from pragma_foreign_key_list(${name})`.execute(db.withoutPlugins());
  return rows;
}

/** A row's key as the log writes it; `row` is `old`, `new` or a table's name. */
export function keyOf({ key }: ChangeTable, row: string): string {
  return `json_array(${key.map((column) => `${row}.${column}`).join(', ')})`;
}

/** The condition «`row` is the row that the change (`change`) is of», which finds it by its key. */
export function isRowOf({ key }: ChangeTable, row: string): string {
  const parts = key.map((column, index) => `${row}.${column} = change.row_key ->> ${index}`);
  return [...parts, `change.row_key = json_array(${key.map((column) => `${row}.${column}`).join(', ')})`].join(' and ');
}
