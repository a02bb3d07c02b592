import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ContactGap, GapCount } from '../../../shared/contract/contacts.ts';
import {
  type CollectedKind,
  collectedKinds,
  type RequiredContacts,
} from '../../../shared/domain/contact-collection.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { ClassReach } from './findings.ts';
import { classWithin } from './reach.ts';
import type { Schema } from './schema.ts';

/** Whose contacts count: which are required, in which classes. */
export interface GapWish {
  readonly required: RequiredContacts;
  readonly classId?: number | undefined;
  readonly reach: ClassReach;
}

interface GapRow {
  readonly personId: number;
  readonly pupilId: number;
  readonly role: 'pupil' | 'guardian';
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly pupilSurname: string;
  readonly pupilFirstName: string;
  readonly pupilPatronymic: string;
  readonly classId: number;
  readonly className: string;
  readonly missing: string;
}

/** People of classes: pupils, and guardians once in each class. What only the portal knows does not count. */
function members({ required, classId, reach }: GapWish): RawBuilder<unknown> {
  const chosen = classId === undefined ? sql`1` : sql`enrolment.class_id = ${classId}`;
  const where = sql`${chosen} and ${classWithin(reach, 'enrolment.class_id')}`;
  return sql`
    with in_class (person_id, role, class_id, pupil_id) as (
      select pupil_id, 'pupil', class_id, pupil_id from enrolment where valid_to is null and ${where}
      union all
      select guardian_id, 'guardian', class_id, min(enrolment.pupil_id) from enrolment
      join guardianship on guardianship.pupil_id = enrolment.pupil_id and hidden = 0
      where valid_to is null and ${where} group by guardian_id, class_id),
    member as (
      select in_class.*, ${missingOf(required)} as missing from in_class
      join person on person.id = in_class.person_id and person.status != 'left' and person.merged_into is null
      join person as child on child.id = in_class.pupil_id and child.status != 'left')`;
}

/** The kinds a member lacks, each with a comma behind it; '' for none. */
function missingOf(required: RequiredContacts): RawBuilder<unknown> {
  const parts = (['pupil', 'guardian'] as const).flatMap((role) =>
    required[role].map(
      (
        kind,
      ) => sql`iif(role = ${role} and not exists (select 1 from contact where contact.person_id = in_class.person_id
        and contact.kind = ${kind} and source in ('school', 'guardian') and contact.valid_to is null), ${`${kind},`}, '')`,
    ),
  );
  return parts.length === 0 ? sql`''` : sql.join(parts, sql` || `);
}

const order = sql`school_class.grade is null, school_class.grade, replace(school_class.letter, 'Ё', 'Ея'), school_class.title`;

/** A window of those who lack a required contact, in school order; a guardian of two classes stands in each. */
export async function listGaps(
  db: Kysely<Schema>,
  wish: GapWish,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: ContactGap[] }> {
  const counted = await sql<{
    n: number;
  }>`${members(wish)} select count(*) as n from member where missing != ''`.execute(db);
  const { rows } = await sql<GapRow>`${members(wish)}
    select member.person_id, member.pupil_id, role, missing, school_class.id as class_id, title as class_name,
      person.surname, person.first_name, person.patronymic, pupil.surname as pupil_surname,
      pupil.first_name as pupil_first_name, pupil.patronymic as pupil_patronymic
    from member
    join person on person.id = member.person_id
    join person as pupil on pupil.id = member.pupil_id
    join school_class on school_class.id = member.class_id
    where missing != ''
    order by ${order}, pupil.name_key, member.pupil_id, role = 'guardian', member.person_id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return { total: counted.rows[0]?.n ?? 0, rows: rows.map(gapOf) };
}

function gapOf(row: GapRow): ContactGap {
  const { personId, pupilId, role, classId, className } = row;
  const pupil = { surname: row.pupilSurname, firstName: row.pupilFirstName, patronymic: row.pupilPatronymic };
  const lacking = new Set(row.missing.split(','));
  const missing: CollectedKind[] = collectedKinds.filter((kind) => lacking.has(kind));
  const child = role === 'pupil' ? '' : formatFullName(pupil);
  return { personId, pupilId, role, name: formatFullName(row), pupil: child, classId, className, missing };
}

/** How many people of each class lack a required contact, in school order. */
export async function countGaps(db: Kysely<Schema>, wish: GapWish): Promise<GapCount[]> {
  const { rows } = await sql<GapCount>`${members(wish)}
    select school_class.id as class_id, title as class_name, count(*) as people, sum(missing != '') as lacking
    from member join school_class on school_class.id = member.class_id
    group by school_class.id order by ${order}`.execute(db);
  return rows;
}
