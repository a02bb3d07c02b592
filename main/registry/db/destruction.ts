import { type Kysely, sql, type Transaction } from 'kysely';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { DestructionReason } from '../../../shared/domain/personal-data.ts';
import type { Act } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

/** Somebody whose data is to be destroyed. */
export interface Doomed {
  readonly id: number;
  readonly role: 'pupil' | 'guardian';
  readonly name: string;
  readonly birthDate: string | null;
}

interface NamedRow {
  readonly id: number;
  readonly role: Doomed['role'];
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly birthDate: string | null;
}

/** These pupils with the guardians who have no other child in the registry, and the guardians who have one. */
export async function familyOfDoomed(
  db: Kysely<Schema>,
  pupilIds: readonly number[],
): Promise<{ people: Doomed[]; staying: Doomed[] }> {
  const pupils = idSet(pupilIds);
  const { rows } = await sql<NamedRow & { readonly stays: 0 | 1 }>`
    select id, kind as role, surname, first_name, patronymic, birth_date, exists (
      select 1 from guardianship where guardian_id = person.id and pupil_id not in ${pupils}) as stays
    from person where (id in ${pupils} or id in (select guardian_id from guardianship where pupil_id in ${pupils}))
      and merged_into is null
    order by kind desc, name_key, id`.execute(db);
  const named = rows.map(({ surname, firstName, patronymic, ...row }) => ({
    ...row,
    name: formatFullName({ surname, firstName, patronymic }),
  }));
  const strip = ({ stays: _, ...person }: (typeof named)[number]): Doomed => person;
  return {
    people: named.filter(({ stays }) => stays === 0).map(strip),
    staying: named.filter(({ stays }) => stays === 1).map(strip),
  };
}

/** Those of the ids that are no pupils who have left. */
export async function notLeft(
  db: Kysely<Schema>,
  pupilIds: readonly number[],
): Promise<{ strangers: number; here: number }> {
  const { rows } = await sql<{ found: number; gone: number }>`
    select count(*) as found, coalesce(sum(status = 'left'), 0) as gone
    from person where kind = 'pupil' and merged_into is null and id in ${idSet(pupilIds)}`.execute(db);
  const { found = 0, gone = 0 } = rows[0] ?? {};
  return { strangers: new Set(pupilIds).size - found, here: found - gone };
}

/** Writes the act, without saying who it was about, and answers its number. */
export async function insertAct(
  trx: Kysely<Schema>,
  { at, userId }: Act,
  act: { readonly reason: DestructionReason; readonly people: number; readonly categories: readonly string[] },
): Promise<number> {
  const row = { at, userId, reason: act.reason, people: act.people, categories: JSON.stringify(act.categories) };
  return (await trx.insertInto('destructionAct').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

/** Tables whose rows the journals of imports and changes name, and whose rows they are. */
const owned = [
  ['contact', 'person_id'],
  ['external_code', 'person_id'],
  ['enrolment', 'pupil_id'],
  ['guardianship', 'pupil_id'],
  ['guardianship', 'guardian_id'],
  ['name_history', 'person_id'],
  ['field_origin', 'person_id'],
  ['credential', 'person_id'],
  ['trusted_person', 'pupil_id'],
] as const;

/**
 * Destroys everything that the registry holds of these people, in the given transaction: rows, former values in the journals
 * of imports and changes, lines of search. What is left names nobody. A checkpoint must follow, so that nothing stays in the
 * log of the database.
 */
export async function erasePeople(trx: Transaction<Schema>, personIds: readonly number[]): Promise<void> {
  const ids = await withMerged(trx, personIds);
  const people = idSet(ids);
  const relatives = await pupilsBeside(trx, ids);
  await eraseJournals(trx, ids);
  await eraseApplications(trx, ids);
  await eraseReconciliation(trx, ids);
  const logins = sql`(select id from credential where person_id in ${people})`;
  await sql`update credential set replaced_by = null where replaced_by in ${logins}`.execute(trx);
  await sql`delete from slip where credential_id in ${logins}`.execute(trx);
  await sql`delete from credential_event where credential_id in ${logins}`.execute(trx);
  await sql`delete from credential where person_id in ${people}`.execute(trx);
  await sql`delete from pupil_search where rowid in ${people}`.execute(trx);
  await sql`update person set merged_into = null where merged_into in ${people}`.execute(trx);
  await sql`delete from person where id in ${people}`.execute(trx);
  if (relatives.length > 0) await refreshSearch(trx, relatives);
}

/** With the records that were merged into these. */
async function withMerged(trx: Kysely<Schema>, personIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive whole (id) as (
      select value from json_each(${JSON.stringify(personIds)})
      union select person.id from person join whole on person.merged_into = whole.id)
    select id from whole`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Pupils who stay and whose search lines name one of these people. */
async function pupilsBeside(trx: Kysely<Schema>, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct pupil_id as id from guardianship
    where guardian_id in ${idSet(ids)} and pupil_id not in ${idSet(ids)}`.execute(trx);
  return rows.map(({ id }) => id);
}

async function eraseJournals(trx: Kysely<Schema>, ids: readonly number[]): Promise<void> {
  const people = idSet(ids);
  await sql`delete from import_change where entity = 'person' and entity_id in ${people}`.execute(trx);
  await sql`delete from row_change where entity = 'person' and row_key ->> 0 in ${people}`.execute(trx);
  for (const [table, owner] of owned) {
    const rows = sql`(select id from ${sql.table(table)} where ${sql.ref(owner)} in ${people})`;
    await sql`delete from import_change where entity = ${table} and entity_id in ${rows}`.execute(trx);
    await sql`delete from row_change where entity = ${table} and row_key ->> 0 in ${rows}`.execute(trx);
  }
  for (const column of ['person_id', 'pupil_id', 'guardian_id', 'applicant_id', 'invited_by'])
    await sql`delete from row_change where coalesce(after, before) ->> ${column} in ${people}
      or before ->> ${column} in ${people}`.execute(trx);
  const logins = sql`(select id from credential where person_id in ${people})`;
  await sql`delete from row_change where coalesce(after, before) ->> 'credential_id' in ${logins}`.execute(trx);
  await sql`update import_run set report = '{}' where id in (
    select import_id from person where id in ${people}
    union select import_id from field_origin where person_id in ${people})`.execute(trx);
}

/** An application about nobody else goes; of one about others as well, only what these people are. */
async function eraseApplications(trx: Kysely<Schema>, ids: readonly number[]): Promise<void> {
  const people = idSet(ids);
  const touched = sql`(select id from application where applicant_id in ${people}
    union select application_id from application_pupil where pupil_id in ${people})`;
  await sql`delete from row_change where entity = 'application' and row_key ->> 0 in ${touched}`.execute(trx);
  const theirs = sql`(select id from application where id in ${touched} and not exists (
    select 1 from application_pupil where application_id = application.id and pupil_id not in ${people}))`;
  await sql`delete from application where id in ${theirs}`.execute(trx);
  await sql`update application set note = '', closing_note = '',
      applicant_name = iif(applicant_id in ${people}, '', applicant_name),
      applicant_id = iif(applicant_id in ${people}, null, applicant_id)
    where id in ${touched}`.execute(trx);
}

/** Every record of the portal that was linked with them, in any run, and all records with the same key. */
async function eraseReconciliation(trx: Kysely<Schema>, ids: readonly number[]): Promise<void> {
  const people = idSet(ids);
  const keys = sql`(select person_key from portal_person where person_id in ${people}
    union select person_key from link_decision where person_id in ${people})`;
  await sql`delete from row_change where entity in ('portal_person', 'finding', 'link_decision')
    and (coalesce(after, before) ->> 'person_key' in ${keys} or coalesce(after, before) ->> 'person_id' in ${people}
      or coalesce(after, before) ->> 'pupil_id' in ${people})`.execute(trx);
  await sql`delete from portal_person where person_key in ${keys}`.execute(trx);
}
