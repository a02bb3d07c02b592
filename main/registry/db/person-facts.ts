import { type Kysely, sql } from 'kysely';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { Schema } from './schema.ts';

/** What a fact about a person is, as the report groups them; words in the catalogue under `personalData.fact`. */
export type FactKind =
  | 'name'
  | 'formerName'
  | 'birthDate'
  | 'sex'
  | 'status'
  | 'contact'
  | 'formerContact'
  | 'code'
  | 'login'
  | 'class'
  | 'relative'
  | 'application'
  | 'trusted'
  | 'portalRecord'
  | 'ground';

/** One fact; `source` is a file, a source's name or '', `on` an ISO 8601 day or moment or ''. */
export interface PersonFact {
  readonly kind: FactKind;
  readonly value: string;
  readonly source: string;
  readonly on: string;
}

/** Everything that the registry holds of a person, save passwords. */
export async function factsOfPerson(db: Kysely<Schema>, personId: number): Promise<PersonFact[]> {
  const { rows } = await sql<PersonFact>`
    select 'name' as kind, trim(surname || ' ' || first_name || ' ' || patronymic) as value,
      coalesce(file_name, '') as source, created_at as "on"
    from person left join import_run on import_run.id = import_id where person.id = ${personId}
    union all select 'birthDate', birth_date, '', '' from person where id = ${personId} and birth_date is not null
    union all select 'sex', sex, '', '' from person where id = ${personId} and sex is not null
    union all select 'status', status, '', coalesce(left_on, '') from person where id = ${personId}
    union all select * from (select 'formerName', trim(surname || ' ' || first_name || ' ' || patronymic),
      coalesce(file_name, ''), valid_to from name_history left join import_run on import_run.id = import_id
      where person_id = ${personId} order by name_history.id)
    union all select * from (select iif(valid_to is null, 'contact', 'formerContact'), value, source, valid_from
      from contact where person_id = ${personId} order by valid_to is not null, contact.id)
    union all select * from (select 'code', value, diary_system, '' from external_code where person_id = ${personId})
    union all select * from (select 'login', login || ' · ' || state, diary_system, issued_at
      from credential where person_id = ${personId} order by id)
    union all select * from (select 'class', title, coalesce(file_name, ''), valid_from
      from enrolment join school_class on school_class.id = class_id left join import_run on import_run.id = import_id
      where pupil_id = ${personId} order by enrolment.id)
    union all select * from (select 'relative',
      trim(other.surname || ' ' || other.first_name || ' ' || other.patronymic) || ' · ' || relation, '', ''
      from guardianship join person as other on other.id = iif(pupil_id = ${personId}, guardian_id, pupil_id)
      where ${personId} in (pupil_id, guardian_id))
    union all select * from (select 'application', number || ' · ' || kind, '', registered_on from application
      where applicant_id = ${personId} or id in (
        select application_id from application_pupil where pupil_id = ${personId}) order by id)
    union all select * from (select 'trusted', trim(surname || ' ' || first_name || ' ' || patronymic) || ' · ' || state,
      '', invited_on from trusted_person where pupil_id = ${personId} order by id)
    union all select * from (select 'portalRecord', facts ->> 'nameKey', file_name, as_of
      from portal_person join reconciliation_run on reconciliation_run.id = run_id
      where person_id = ${personId} order by portal_person.id)
    union all select 'ground', purpose || ' · ' || basis || iif(document = '', '', ' · ' || document),
      coalesce(document_on, ''), coalesce(keep_until, '')
      from processing_record where person_id = ${personId}`.execute(db.withoutPlugins());
  return rows;
}

/** The full name of a pupil or guardian; undefined for a stranger. */
export async function nameOfPerson(db: Kysely<Schema>, personId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['surname', 'firstName', 'patronymic'])
    .where('id', '=', personId)
    .where('kind', 'in', ['pupil', 'guardian'])
    .executeTakeFirst();
  return row === undefined ? undefined : formatFullName(row);
}

/** How many rows of each kind the registry holds: what an incident could have reached. */
export async function countHeld(db: Kysely<Schema>): Promise<Record<HeldKind, number>> {
  const { rows } = await sql<Record<HeldKind, number>>`
    select (select count(*) from person where kind = 'pupil') as pupils,
      (select count(*) from person where kind = 'guardian') as guardians,
      (select count(*) from contact where kind <> 'snils') as contacts,
      (select count(*) from contact where kind = 'snils') as snils,
      (select count(*) from credential) as logins,
      (select count(*) from credential where initial_password is not null) as passwords,
      (select count(*) from external_code) as codes`.execute(db.withoutPlugins());
  return rows[0] ?? { pupils: 0, guardians: 0, contacts: 0, snils: 0, logins: 0, passwords: 0, codes: 0 };
}

/** Kinds of data counted for a notice about an incident; words under `personalData.held`. */
export type HeldKind = 'pupils' | 'guardians' | 'contacts' | 'snils' | 'logins' | 'passwords' | 'codes';
