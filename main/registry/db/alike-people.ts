import { type Kysely, sql } from 'kysely';
import type { AlikePupil, OfferedGuardian } from '../../../shared/contract/newcomers.ts';
import type { ImportedContact } from '../../../shared/domain/import-people.ts';
import { orderedWords } from '../../../shared/domain/matching/evidence.ts';
import type { NewPupil } from '../../../shared/domain/newcomer.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import { currentAcademicYear } from './academic-years.ts';
import { childrenOf } from './guardians.ts';
import type { Schema } from './schema.ts';

/** A pupil of the registry, with what tells whether it is the one that was typed. */
export interface PossiblePupil extends Omit<AlikePupil, 'name' | 'birthDate'> {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly nameKey: string;
  readonly birthDate: string | undefined;
  readonly classKey: string;
  readonly formerSurnames: readonly string[];
}

interface PupilRow extends Omit<PossiblePupil, 'birthDate' | 'formerSurnames'> {
  readonly birthDate: string | null;
  /** JSON. */
  readonly formerSurnames: string;
}

/** Pupils, leavers among them, of this surname, of this birth date, or of this class. */
export async function possiblePupils(
  db: Kysely<Schema>,
  { nameKey, birthDate, schoolClass }: Pick<NewPupil, 'nameKey' | 'birthDate' | 'schoolClass'>,
): Promise<PossiblePupil[]> {
  const { id: yearId } = await currentAcademicYear(db);
  const surname = nameKey.slice(0, nameKey.indexOf('|') + 1);
  const { rows } = await sql<PupilRow>`
    with possible as (
      select id from person where kind = 'pupil' and name_key between ${surname} and ${`${surname}\u{10FFFF}`}
      union select id from person where kind = 'pupil' and birth_date = ${birthDate ?? null}
      union select pupil_id from enrolment join school_class on school_class.id = class_id
        where valid_to is null and academic_year_id = ${yearId} and class_key = ${schoolClass.key})
    select person.id, surname, first_name, patronymic, name_key, birth_date, status,
      coalesce(title, '') as class_name, coalesce(class_key, '') as class_key,
      (select json_group_array(surname) from name_history where person_id = person.id) as former_surnames
    from possible join person on person.id = possible.id and merged_into is null
    left join enrolment on enrolment.pupil_id = person.id and valid_to is null
    left join school_class on school_class.id = class_id and academic_year_id = ${yearId}
    order by name_key, person.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    birthDate: row.birthDate ?? undefined,
    formerSurnames: surnamesOf(row.formerSurnames),
  }));
}

function surnamesOf(json: string): string[] {
  const surnames: string[] = JSON.parse(json);
  return surnames.map((surname) => orderedWords(foldName(surname)));
}

/** A guardian of the registry, with what tells whether it is the one that was typed. */
export interface PossibleGuardian extends Omit<OfferedGuardian, 'ofPupil'> {
  readonly nameKey: string;
  readonly contacts: readonly { readonly kind: string; readonly key: string }[];
}

interface GuardianRow {
  readonly id: number;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly nameKey: string;
  /** JSON. */
  readonly contacts: string;
  /** JSON. */
  readonly children: string;
}

/** Guardians who have any of these contacts, and those of the pupil, if one is named. */
export async function possibleGuardians(
  db: Kysely<Schema>,
  contacts: readonly ImportedContact[],
  pupilId: number | undefined,
): Promise<PossibleGuardian[]> {
  const keys = JSON.stringify(contacts.map(({ kind, key }) => ({ kind, key })));
  const { rows } = await sql<GuardianRow>`
    with possible as (
      select person_id as id from json_each(${keys}) as wanted
      join contact on contact.kind = wanted.value ->> 'kind' and contact.value_key = wanted.value ->> 'key'
        and valid_to is null
      union select guardian_id from guardianship where pupil_id = ${pupilId ?? null})
    select person.id, surname, first_name, patronymic, name_key, ${childrenOf('person.id')} as children,
      (select json_group_array(json_object('kind', kind, 'key', value_key, 'value', value) order by contact.id)
       from contact where person_id = person.id and valid_to is null) as contacts
    from possible join person on person.id = possible.id
    where person.kind = 'guardian' and merged_into is null
    order by name_key, person.id`.execute(db);
  return rows.map(guardianOf);
}

function guardianOf({ surname, firstName, patronymic, children, contacts, ...row }: GuardianRow): PossibleGuardian {
  const all: { kind: string; key: string; value: string }[] = JSON.parse(contacts);
  const first = (wanted: string) => all.find(({ kind }) => kind === wanted)?.value ?? '';
  const name = { surname, firstName, patronymic };
  const shown = { phone: first('phone'), email: first('email') };
  return { ...row, ...shown, name, children: JSON.parse(children), contacts: all };
}
