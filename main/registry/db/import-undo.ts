import { type Kysely, sql, type Transaction } from 'kysely';
import { removeImportedCredentials } from './import-credentials.ts';
import { codeField, contactField, type LaterFields, restoreChanges } from './import-restore.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

/** What undo did; `kept` names people who stay as they are, because later work depends on them. */
export interface UndoOutcome {
  readonly removed: number;
  readonly restored: number;
  readonly kept: readonly string[];
}

/**
 * Takes an import back in the given transaction: what it made is removed, what it changed gets its former values. People
 * whom it made and who have logins since, or were touched by a later import or by hand, stay as they are, with their
 * families; of people whom it changed, the fields that were changed again stay.
 */
export async function undoImport(trx: Transaction<Schema>, importId: number): Promise<UndoOutcome> {
  await removeImportedCredentials(trx, importId);
  const made = await madePeople(trx, importId);
  const changed = await changedPeople(trx, importId);
  const busy = await busyPeople(trx, importId);
  const kept = await withFamilies(trx, made, new Set([...(await touchedLater(trx, importId)), ...busy]));
  const later = await laterFields(trx, importId);
  const affected = await pupilsAround(trx, [...made, ...changed]);
  await removeAdded(trx, importId, [...kept]);
  const removed = await removePeople(
    trx,
    made.filter((id) => !kept.has(id)),
  );
  const restored = await restoreChanges(trx, importId, { kept, later });
  await removeEmptyClasses(trx, importId);
  const staff = await removeIdleStaff(trx, importId);
  await sql`delete from field_origin where import_id = ${importId}`.execute(trx);
  await sql`delete from class_notice
    where (at, user_id) = (select at, user_id from import_run where id = ${importId})`.execute(trx);
  await refreshSearch(trx, affected);
  return { removed: removed + staff, restored, kept: await namesOf(trx, [...kept, ...later.keys()]) };
}

/** Ids of people whom the import made. Class teachers are dealt with by their classes. */
async function madePeople(trx: Kysely<Schema>, importId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from person where import_id = ${importId} and kind <> 'staff'`.execute(trx.withoutPlugins());
  return rows.map(({ id }) => id);
}

/** Ids of people whom the import found and changed. */
async function changedPeople(trx: Kysely<Schema>, importId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct entity_id as id from import_change
    where import_id = ${importId} and entity = 'person' and before is not null`.execute(trx.withoutPlugins());
  return rows.map(({ id }) => id);
}

/** People whom a later import, not undone, has touched. */
async function touchedLater(trx: Kysely<Schema>, importId: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct change.entity_id as id
    from import_change as change join import_run as run on run.id = change.import_id and run.undone_at is null
    where change.entity = 'person' and change.import_id > ${importId}`.execute(trx.withoutPlugins());
  return new Set(rows.map(({ id }) => id));
}

/** People made by the import who have a login, were merged or left, were moved or changed by hand, or went up a year. */
async function busyPeople(trx: Kysely<Schema>, importId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select person.id as id
    from person join import_run as run on run.id = person.import_id
    where person.import_id = ${importId}
      and (person.status <> 'active' or person.merged_into is not null or person.updated_at <> run.at
        or exists (select 1 from credential where person_id = person.id)
        or exists (select 1 from enrolment where pupil_id = person.id and import_id is null)
        or exists (select 1 from field_origin where person_id = person.id and source = 'hand'))`.execute(
    trx.withoutPlugins(),
  );
  return rows.map(({ id }) => id);
}

/** Fields that the import changed and that somebody changed again since, by person. */
async function laterFields(trx: Kysely<Schema>, importId: number): Promise<LaterFields> {
  const { rows } = await sql<{ owner: number; field: string }>`
    select distinct own.person_id as owner, own.field as field
    from field_origin as own
    join field_origin as later
      on later.person_id = own.person_id and later.field = own.field and later.id > own.id
      and later.import_id is not own.import_id
    where own.import_id = ${importId}`.execute(trx.withoutPlugins());
  const fields = new Map<number, Set<string>>();
  for (const { owner, field } of rows) fields.set(owner, (fields.get(owner) ?? new Set()).add(field));
  return fields;
}

/** A kept pupil keeps the guardians that came with him, a kept guardian the children, and so on. */
async function withFamilies(
  trx: Kysely<Schema>,
  made: readonly number[],
  seeds: ReadonlySet<number>,
): Promise<Set<number>> {
  const candidates = new Set(made);
  const kept = new Set([...seeds].filter((id) => candidates.has(id)));
  let fresh = [...kept];
  while (fresh.length > 0) {
    const relatives = await relativesOf(trx, fresh);
    fresh = relatives.filter((id) => candidates.has(id) && !kept.has(id));
    for (const id of fresh) kept.add(id);
  }
  return kept;
}

async function relativesOf(trx: Kysely<Schema>, ids: readonly number[]): Promise<number[]> {
  const list = JSON.stringify(ids);
  const { rows } = await sql<{ id: number }>`
    select guardian_id as id from guardianship where pupil_id in (select value from json_each(${list}))
    union select pupil_id from guardianship where guardian_id in (select value from json_each(${list}))`.execute(
    trx.withoutPlugins(),
  );
  return rows.map(({ id }) => id);
}

async function pupilsAround(trx: Kysely<Schema>, ids: readonly number[]): Promise<number[]> {
  const list = JSON.stringify(ids);
  const { rows } = await sql<{ id: number }>`
    select id from person where kind = 'pupil' and id in (select value from json_each(${list}))
    union select pupil_id from guardianship where guardian_id in (select value from json_each(${list}))`.execute(
    trx.withoutPlugins(),
  );
  return rows.map(({ id }) => id);
}

/**
 * Contacts, codes, places, names and links that the import added to people who are not kept, as far as their field was
 * not changed again.
 */
async function removeAdded(trx: Kysely<Schema>, importId: number, kept: readonly number[]): Promise<void> {
  const list = JSON.stringify(kept);
  for (const [table, owner, field] of addedTables) {
    await sql`
      delete from ${sql.raw(table)} where import_id = ${importId}
        and ${sql.raw(owner)} not in (select value from json_each(${list}))
        and not exists (
          select 1 from field_origin as own
          join field_origin as later on later.person_id = own.person_id and later.field = own.field
            and later.id > own.id and later.import_id is not own.import_id
          where own.import_id = ${importId} and own.person_id = ${sql.raw(`${table}.${owner}`)}
            and own.field = ${sql.raw(field)})`.execute(trx);
  }
  await sql`
    delete from guardianship
    where id in (select entity_id from import_change
        where import_id = ${importId} and entity = 'guardianship' and before is null)
      and pupil_id not in (select value from json_each(${list}))`.execute(trx);
}

/** Table, its owner, and the field that a row is of. */
const addedTables = [
  ['contact', 'person_id', contactField],
  ['external_code', 'person_id', codeField],
  ['name_history', 'person_id', "'surname'"],
  ['enrolment', 'pupil_id', "'class'"],
] as const;

async function removePeople(trx: Kysely<Schema>, ids: readonly number[]): Promise<number> {
  const list = JSON.stringify(ids);
  await sql`delete from pupil_search where rowid in (select value from json_each(${list}))`.execute(trx);
  await sql`delete from person where id in (select value from json_each(${list}))`.execute(trx);
  return ids.length;
}

/** Classes that the import made and that nobody is or was in. */
async function removeEmptyClasses(trx: Kysely<Schema>, importId: number): Promise<void> {
  await sql`
    delete from school_class
    where id in (select entity_id from import_change
        where import_id = ${importId} and entity = 'school_class' and before is null)
      and id not in (select class_id from enrolment)`.execute(trx);
}

/** Staff whom the import made, who have no class and nothing of another origin; answers how many. */
async function removeIdleStaff(trx: Kysely<Schema>, importId: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from person
    where kind = 'staff' and import_id = ${importId} and not exists (
        select 1 from field_origin where person_id = person.id and import_id is not ${importId})
      and id not in (select teacher_id from school_class where teacher_id is not null)`.execute(trx);
  return Number(numAffectedRows);
}

async function namesOf(trx: Kysely<Schema>, ids: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select trim(surname || ' ' || first_name || ' ' || patronymic) as name from person
    where id in (select value from json_each(${JSON.stringify(ids)})) order by name_key, id`.execute(trx);
  return rows.map(({ name }) => name);
}
