import { type Kysely, sql } from 'kysely';
import { applyChanges, type ColumnValues, type ImportTable, type RowChange } from './import-tables.ts';
import type { Schema } from './schema.ts';

/** Column that says whose row it is, for the tables whose rows an import may change. */
const owners = {
  person: 'id',
  contact: 'person_id',
  enrolment: 'pupil_id',
  guardianship: 'pupil_id',
  external_code: 'person_id',
  school_class: 'id',
} as const;

type ChangedTable = keyof typeof owners;

/**
 * Puts the former values back where the row still says what the import wrote; what was changed since stays, and so do
 * the rows of people in `stays`. Gives the number of people restored.
 */
export async function restoreChanges(
  trx: Kysely<Schema>,
  importId: number,
  stays: ReadonlySet<number>,
): Promise<number> {
  const restorable: RowChange[] = [];
  for (const table of Object.keys(owners) as ChangedTable[]) {
    for (const change of await changesOf(trx, importId, table)) {
      const kept = table !== 'school_class' && stays.has(change.owner);
      if (!kept && isAsWritten(change)) restorable.push(change);
    }
  }
  await applyChanges(trx, restorable, 'before');
  return restorable.filter(({ table }) => table === 'person').length;
}

interface FoundChange extends RowChange {
  readonly owner: number;
  readonly now: Readonly<Record<string, unknown>>;
}

async function changesOf(
  trx: Kysely<Schema>,
  importId: number,
  table: ImportTable & ChangedTable,
): Promise<FoundChange[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select change.before as change_before, change.after as change_after, ${sql.raw(table)}.*
    from import_change as change join ${sql.raw(table)} on ${sql.raw(table)}.id = change.entity_id
    where change.import_id = ${importId} and change.entity = ${table} and change.before is not null`.execute(
    trx.withoutPlugins(),
  );
  return rows.map((now) => ({
    table,
    id: Number(now.id),
    owner: Number(now[owners[table]]),
    before: valuesOf(now.change_before),
    after: valuesOf(now.change_after),
    now,
  }));
}

/** Written by this program only. */
function valuesOf(json: unknown): ColumnValues {
  return JSON.parse(String(json));
}

function isAsWritten({ after, now }: FoundChange): boolean {
  return Object.entries(after).every(([column, value]) => now[column] === value);
}
