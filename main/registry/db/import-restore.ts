import { type Kysely, sql } from 'kysely';
import { applyChanges, type ColumnValues, caseFileSystem, type ImportTable, type RowChange } from './import-tables.ts';
import type { Schema } from './schema.ts';

/** Fields that were changed again after an import, by person. */
export type LaterFields = ReadonlyMap<number, ReadonlySet<string>>;

/** The field that a row of `contact` is of, in SQL; the same names as `fieldOfContact` gives. */
export const contactField = `iif(contact.source = 'portal', 'portal' || upper(substr(contact.kind, 1, 1)) || substr(contact.kind, 2), contact.kind)`;

/** The field that a row of `external_code` is of, in SQL; the same names as `fieldOfCode` has. */
export const codeField = `case when external_code.diary_system = '${caseFileSystem}' then 'caseNumber'
  when external_code.kind = 'account' then 'login'
  when external_code.kind = 'external-id' then 'externalId' else 'portalCode' end`;

/** Who owns a row that an import may change, and which field it is of (of a person the columns tell). */
const owners = {
  person: ['id', "''"],
  contact: ['person_id', contactField],
  enrolment: ['pupil_id', "'class'"],
  guardianship: ['pupil_id', "''"],
  external_code: ['person_id', codeField],
  school_class: ['id', "''"],
} as const satisfies Record<ImportTable, readonly [string, string]>;

const fieldOfColumn: Readonly<Record<string, string>> = {
  surname: 'surname',
  first_name: 'firstName',
  patronymic: 'patronymic',
  sex: 'sex',
  birth_date: 'birthDate',
  status: 'status',
  left_on: 'status',
  archive_on: 'status',
  purge_on: 'status',
};

/** What stays as it is. */
export interface Stays {
  readonly kept: ReadonlySet<number>;
  readonly later: LaterFields;
}

/**
 * Puts the former values back, column by column, where the row still says what the import wrote and the field was not
 * changed again. Gives the number of people restored.
 */
export async function restoreChanges(trx: Kysely<Schema>, importId: number, stays: Stays): Promise<number> {
  const restorable: RowChange[] = [];
  for (const table of Object.keys(owners) as ImportTable[]) {
    for (const change of await changesOf(trx, importId, table)) {
      const part = restorablePart(change, stays);
      if (part !== undefined) restorable.push(part);
    }
  }
  await applyChanges(trx, restorable, 'before');
  return new Set(restorable.filter(({ table }) => table === 'person').map(({ id }) => id)).size;
}

interface FoundChange extends RowChange {
  readonly owner: number;
  readonly field: string;
  readonly now: Readonly<Record<string, unknown>>;
}

async function changesOf(trx: Kysely<Schema>, importId: number, table: ImportTable): Promise<FoundChange[]> {
  const [owner, field] = owners[table];
  const { rows } = await sql<Record<string, unknown>>`
    select change.before as change_before, change.after as change_after, ${sql.raw(field)} as change_field,
      ${sql.raw(table)}.*
    from import_change as change join ${sql.raw(table)} on ${sql.raw(table)}.id = change.entity_id
    where change.import_id = ${importId} and change.entity = ${table} and change.before is not null`.execute(
    trx.withoutPlugins(),
  );
  return rows.map((now) => ({
    table,
    id: Number(now.id),
    owner: table === 'school_class' ? 0 : Number(now[owner]),
    field: String(now.change_field),
    before: valuesOf(now.change_before),
    after: valuesOf(now.change_after),
    now,
  }));
}

/** Written by this program only. */
function valuesOf(json: unknown): ColumnValues {
  return JSON.parse(String(json));
}

/** A person's columns stand each for itself, save that the folded name goes with the name; other rows are taken whole. */
function restorablePart(change: FoundChange, { kept, later }: Stays): RowChange | undefined {
  if (kept.has(change.owner)) return undefined;
  const fields = later.get(change.owner);
  const isFree = (column: string) =>
    change.now[column] === change.after[column] && !fields?.has(fieldOfColumn[column] ?? change.field);
  const columns = Object.keys(change.after);
  if (change.table !== 'person') return columns.every(isFree) ? change : undefined;
  const nameIsFree = columns.filter((column) => nameColumns.has(column)).every(isFree);
  const free = columns.filter((column) => isFree(column) && (nameIsFree || !nameColumns.has(column)));
  return free.length === 0
    ? undefined
    : { ...change, before: pick(change.before, free), after: pick(change.after, free) };
}

const nameColumns: ReadonlySet<string> = new Set(['surname', 'first_name', 'patronymic', 'name_key']);

function pick(values: ColumnValues, columns: readonly string[]): ColumnValues {
  return Object.fromEntries(columns.map((column) => [column, values[column] ?? null]));
}
