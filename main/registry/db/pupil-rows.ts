import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PupilFilter, PupilGroup, PupilRow } from '../../../shared/contract/pupils.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { type DiaryOfClass, diaryOfClass } from './class-diary.ts';
import type { ClassReach } from './findings.ts';
import { personWithin } from './reach.ts';
import type { Schema } from './schema.ts';
import { searchCondition } from './search.ts';

/** Order of the pupils table. Names are ordered by their folded form, so ё stands with е. */
export type PupilSort = 'name' | 'class' | 'birth-date' | 'state';

/** The person's filter within the classes that may be seen. */
export interface ReachedFilter extends PupilFilter {
  readonly reach: ClassReach;
  /** ISO 8601. */
  readonly today: string;
}

/** A window of the pupils table. */
export interface PupilListWish {
  readonly filter: ReachedFilter;
  readonly sort: PupilSort;
  readonly descending: boolean;
  readonly page: { readonly offset: number; readonly limit: number };
  /** The school's; of a class with a diary of its own, logins and states are of that one. */
  readonly diarySystem: string;
}

type Order = 'asc' | 'desc';

/** Grade and letter, Ё after Е; groups after classes. */
const classOrder = (order: Order) => sql`
  school_class.id is null, school_class.grade is null, school_class.grade ${sql.raw(order)},
  replace(school_class.letter, 'Ё', 'Ея') ${sql.raw(order)}, school_class.title ${sql.raw(order)}`;

const nameOrder = (order: Order) => sql`pupil.name_key ${sql.raw(order)}, pupil.id`;

/** So many days before its last day a login «ends soon». */
export const expiresSoonDays = 30;

/** How far a credential has come, for ordering. */
const stateOrder = sql`case coalesce(credential.state, 'none') when 'none' then 0 when 'generated' then 1
  when 'printed' then 2 when 'handed-over' then 3 when 'activated' then 4 else 5 end`;

function orderOf(sort: PupilSort, descending: boolean): RawBuilder<unknown> {
  const order = descending ? 'desc' : 'asc';
  switch (sort) {
    case 'name':
      return nameOrder(order);
    case 'class':
      return sql`${classOrder(order)}, ${nameOrder('asc')}`;
    case 'birth-date':
      return sql`pupil.birth_date is null, pupil.birth_date ${sql.raw(order)}, ${nameOrder('asc')}`;
    case 'state':
      return sql`${stateOrder} ${sql.raw(order)}, ${classOrder('asc')}, ${nameOrder('asc')}`;
  }
}

/** Pupils who pass the filter: all that lists and counts begin with. */
function pupilsOf(filter: ReachedFilter, diaryOf: DiaryOfClass): RawBuilder<unknown> {
  return sql`
    person as pupil
    left join enrolment on enrolment.pupil_id = pupil.id and enrolment.valid_to is null
    left join school_class on school_class.id = enrolment.class_id
    left join credential on credential.person_id = pupil.id
      and credential.diary_system = ${diaryOf('enrolment.class_id')} and credential.state not in ('expired', 'revoked')
    where ${sql.join(conditionsOf(filter), sql` and `)}`;
}

function conditionsOf({ classId, state, query, group, reach, today }: ReachedFilter): Expression<SqlBool>[] {
  const found = searchCondition(query, 'pupil.id');
  return [
    sql<SqlBool>`pupil.kind = 'pupil' and pupil.merged_into is null`,
    personWithin(reach, 'pupil.id'),
    ...(classId === undefined ? [] : [sql<SqlBool>`enrolment.class_id = ${classId}`]),
    ...(state === undefined ? [] : [sql<SqlBool>`coalesce(credential.state, 'none') = ${state}`]),
    ...(found === undefined ? [] : [found]),
    ...(group !== undefined
      ? [inGroup(group, today)]
      : found === undefined
        ? [sql<SqlBool>`not ${archived(today)}`]
        : []),
  ];
}

const archived = (today: string) => sql<SqlBool>`(pupil.status = 'left' and coalesce(pupil.archive_on <= ${today}, 0))`;

/** The condition «the pupil is of this group». The terms of a leaver were set on the day of leaving. */
function inGroup(group: PupilGroup, today: string): RawBuilder<SqlBool> {
  const left = sql`pupil.status = 'left'`;
  switch (group) {
    case 'to-check':
      return sql<SqlBool>`pupil.status = 'to-check'`;
    case 'expiring':
      return sql<SqlBool>`pupil.id in (${pupilsWithExpiring(today)})`;
    case 'left':
      return sql<SqlBool>`${left}`;
    case 'grace':
      return sql<SqlBool>`${left} and not ${archived(today)}`;
    case 'archived':
      return sql<SqlBool>`${archived(today)} and coalesce(pupil.purge_on > ${today}, 1)`;
    case 'to-purge':
      return sql<SqlBool>`${left} and pupil.purge_on <= ${today}`;
  }
}

/** Pupils in whose family a login ends within so many days: their own or a guardian's. */
function pupilsWithExpiring(today: string): RawBuilder<unknown> {
  const ending = sql`select person_id from credential
    where state not in ('expired', 'revoked') and expires_on between ${today} and ${daysAfter(today, expiresSoonDays)}`;
  return sql`select person_id from (${ending}) union
    select pupil_id from guardianship where guardian_id in (${ending})`;
}

/** Ids of all pupils who pass the filter, in school order. */
export async function listPupilIds(db: Kysely<Schema>, filter: ReachedFilter, diarySystem: string): Promise<number[]> {
  const diaryOf = await diaryOfClass(db, diarySystem);
  const { rows } = await sql<{ id: number }>`
    select pupil.id as id from ${pupilsOf(filter, diaryOf)}
    order by ${orderOf('class', false)}`.execute(db.withoutPlugins());
  return rows.map(({ id }) => id);
}

export async function countPupils(db: Kysely<Schema>, filter: ReachedFilter, diarySystem: string): Promise<number> {
  const diaryOf = await diaryOfClass(db, diarySystem);
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${pupilsOf(filter, diaryOf)}`.execute(db);
  return rows[0]?.total ?? 0;
}

interface ListedRow extends Omit<PupilRow, 'name'> {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
}

/**
 * One page of the pupils table. A cross join keeps its order: without statistics SQLite would go through every login of
 * the school for each row to count those of the guardians.
 */
export async function listPupilRows(db: Kysely<Schema>, wish: PupilListWish): Promise<PupilRow[]> {
  const diaryOf = await diaryOfClass(db, wish.diarySystem);
  const { rows } = await sql<ListedRow>`
    with page as (
      select pupil.id as id, row_number() over (order by ${orderOf(wish.sort, wish.descending)}) as place
      from ${pupilsOf(wish.filter, diaryOf)}
      order by place limit ${wish.page.limit} offset ${wish.page.offset})
    select pupil.id, pupil.surname, pupil.first_name, pupil.patronymic, pupil.birth_date, pupil.status,
      school_class.id as class_id, coalesce(school_class.title, '') as class_name,
      credential.login, coalesce(credential.state, 'none') as state,
      (select count(*) from guardianship where pupil_id = pupil.id) as guardians,
      (select count(*) from guardianship cross join credential as theirs on theirs.person_id = guardianship.guardian_id
        and theirs.diary_system = ${diaryOf('enrolment.class_id')} and theirs.state not in ('expired', 'revoked')
        where guardianship.pupil_id = pupil.id) as guardians_with_login
    from page join person as pupil on pupil.id = page.id
    left join enrolment on enrolment.pupil_id = pupil.id and enrolment.valid_to is null
    left join school_class on school_class.id = enrolment.class_id
    left join credential on credential.person_id = pupil.id
      and credential.diary_system = ${diaryOf('enrolment.class_id')} and credential.state not in ('expired', 'revoked')
    order by page.place`.execute(db);
  return rows.map(({ surname, firstName, patronymic, ...row }) => ({
    ...row,
    name: { surname, firstName, patronymic },
  }));
}
