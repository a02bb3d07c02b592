import { type Kysely, sql } from 'kysely';

/** A value of one cell. */
export type BulkValue = string | number | null;

/** A row's values in the order of the columns. */
export type BulkRow = readonly BulkValue[];

/** Values that all rows have alike, by column. */
export type SameValues = Readonly<Record<string, BulkValue>>;

/** Rows that go to SQLite in one statement. */
const rowsAtOnce = 2000;

/**
 * Inserts many rows fast: a chunk travels as one JSON parameter, so the cost of binding is paid once; `jsonb_each` hands
 * its rows out without writing each as text again; what all rows share travels once beside it. Names are SQL names
 * written in this program, never taken from outside.
 */
export async function bulkInsert<Tables>(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly BulkRow[],
  same: SameValues = {},
): Promise<void> {
  if (rows.length === 0) return;
  const into = [...columns, ...Object.keys(same)].join(', ');
  const values = columns.map((_, index) => sql.raw(`value ->> ${index}`));
  const all = sql.join([...values, ...Object.values(same)]);
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const chunk = JSON.stringify(rows.slice(start, start + rowsAtOnce));
    await sql`insert into ${sql.raw(`${table} (${into})`)} select ${all} from jsonb_each(${chunk})`.execute(db);
  }
}

/** Sets the columns of many rows; every row's first value is its id, the others are in the order of the columns. */
export async function bulkUpdate<Tables>(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly BulkRow[],
): Promise<void> {
  const sets = columns.map((column, index) => `${column} = given.value ->> ${index + 1}`).join(', ');
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const chunk = JSON.stringify(rows.slice(start, start + rowsAtOnce));
    const statement = sql`${sql.raw(`update ${table} set ${sets} from jsonb_each(`)}${chunk}${sql.raw(`) as given where ${table}.id = given.value ->> 0`)}`;
    await statement.execute(db);
  }
}
