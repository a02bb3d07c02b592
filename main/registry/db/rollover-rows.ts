import { type Kysely, sql, type Transaction } from 'kysely';
import type { BeginningClass, EndingClass } from '../../../shared/domain/rollover.ts';
import { moveTo } from './credential-life.ts';
import { type Act, personsOf, pupilsShowing } from './credentials.ts';
import { type BulkRow, bulkInsert } from './dialect/bulk-insert.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

/** A class of the ending year with the name of its teacher. */
export type EndingClassRow = EndingClass & { readonly teacherName: string; readonly users: number };

/** The classes of a year in school order with the pupils who are in them, leavers left out. */
export async function readEndingClasses(db: Kysely<Schema>, yearId: number): Promise<EndingClassRow[]> {
  const { rows } = await sql<Omit<EndingClassRow, 'pupilIds'> & { pupils: string }>`
    select school_class.id as id, title, grade, letter, teacher_id as "teacherId",
      coalesce(trim(surname || ' ' || first_name || ' ' || patronymic), '') as "teacherName",
      (select count(*) from user_class where class_id = school_class.id) as users,
      (select json_group_array(pupil_id order by pupil.name_key, pupil.id) from enrolment
       join person as pupil on pupil.id = pupil_id and pupil.status <> 'left' and pupil.merged_into is null
       where class_id = school_class.id and valid_to is null) as pupils
    from school_class left join person on person.id = teacher_id
    where academic_year_id = ${yearId}
    order by grade is null, grade, replace(letter, 'Ё', 'Ея'), title`.execute(db.withoutPlugins());
  return rows.map(({ pupils, ...row }) => ({ ...row, pupilIds: JSON.parse(pupils) as number[] }));
}

/** The years' ids and days that a move goes between. */
export interface YearChange {
  readonly endingYearId: number;
  /** Last day of the old year and first of the new one, ISO 8601. */
  readonly endsOn: string;
  readonly startsOn: string;
  readonly startYear: number;
  readonly newEndsOn: string;
}

/** Begins the year and puts its pupils into its classes; all places of the ending year end. Returns the classes' ids by key. */
export async function beginYear(
  trx: Transaction<Schema>,
  change: YearChange,
  classes: readonly BeginningClass[],
): Promise<ReadonlyMap<string, number>> {
  const { startYear, startsOn, newEndsOn: endsOn } = change;
  const year = { startYear, startsOn, endsOn };
  const { id } = await trx.insertInto('academicYear').values(year).returning('id').executeTakeFirstOrThrow();
  const rows: BulkRow[] = classes.map((one) => [one.grade, one.letter, one.title, one.key, one.teacherId]);
  const columns = ['grade', 'letter', 'title', 'class_key', 'teacher_id'];
  await bulkInsert<Schema>(trx, 'school_class', columns, rows, { academic_year_id: id });
  const made = await trx
    .selectFrom('schoolClass')
    .select(['id', 'classKey'])
    .where('academicYearId', '=', id)
    .execute();
  const ids = new Map(made.map((row) => [row.classKey, row.id]));
  await movePupils(trx, change, classes, ids);
  await takeAlong(trx, classes, ids);
  return ids;
}

async function movePupils(
  trx: Transaction<Schema>,
  { endingYearId, endsOn, startsOn }: YearChange,
  classes: readonly BeginningClass[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await sql`update enrolment set valid_to = ${endsOn} where valid_to is null
    and class_id in (select id from school_class where academic_year_id = ${endingYearId})`.execute(trx);
  const places = classes.flatMap((one) => one.pupilIds.map((pupilId) => [pupilId, ids.get(one.key) ?? null]));
  await bulkInsert<Schema>(trx, 'enrolment', ['pupil_id', 'class_id'], places, { valid_from: startsOn });
}

/** Users who answer for a class, and a diary of its own, go with the class. */
async function takeAlong(
  trx: Transaction<Schema>,
  classes: readonly BeginningClass[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const led = classes.flatMap((one) => one.teacherFromClassIds.map((from) => [from, ids.get(one.key) ?? null]));
  await sql`insert or ignore into user_class (user_id, class_id)
    select user_id, value ->> 1 from json_each(${JSON.stringify(led)}) as pair
    join user_class on user_class.class_id = pair.value ->> 0`.execute(trx);
  const heirs = classes.map((one) => [one.fromClassIds[0] ?? null, ids.get(one.key) ?? null]);
  await sql`insert into class_diary (class_id, diary_system, address)
    select value ->> 1, diary_system, address from json_each(${JSON.stringify(heirs)}) as pair
    join class_diary on class_diary.class_id = pair.value ->> 0`.execute(trx);
}

/** Live credentials of these pupils and their guardians, in any diary. */
export async function liveLoginsOf(db: Kysely<Schema>, pupilIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from credential where state not in ('expired', 'revoked') and person_id in (
      select value from json_each(${JSON.stringify(pupilIds)})
      union select guardian_id from guardianship where pupil_id in ${idSet(pupilIds)})`.execute(db.withoutPlugins());
  return rows.map(({ id }) => id);
}

/** Ends these logins: whoever needs one gets a new password under the same login. */
export async function expireLogins(
  trx: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
): Promise<void> {
  const ids = await moveTo(trx, act, credentialIds, 'expired', 'year-begun');
  await refreshSearch(trx, await pupilsShowing(trx, await personsOf(trx, ids)));
}

/** Gives these logins the new year's last day; those without an end, or with a later one, stay. */
export async function prolongLogins(
  trx: Transaction<Schema>,
  credentialIds: readonly number[],
  endsOn: string,
): Promise<void> {
  await sql`update credential set expires_on = ${endsOn}
    where id in ${idSet(credentialIds)} and expires_on < ${endsOn}`.execute(trx);
}
