import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** The diary of the class in this column (`enrolment.class_id`): its own one, or the school's. */
export type DiaryOfClass = (classColumn: string) => RawBuilder<string>;

/** How a query finds the diary of a class; as long as no class has an own one, that is the school's without any look-up. */
export async function diaryOfClass(db: Kysely<Schema>, school: string): Promise<DiaryOfClass> {
  if (!(await hasOwnDiaries(db))) return () => sql`${school}`;
  return (classColumn) =>
    sql`coalesce((select diary_system from class_diary where class_id = ${sql.ref(classColumn)}), ${school})`;
}

/**
 * How a query finds the diary of a guardian (`guardian.id`): of a child's class, the school's if it is among them; the
 * school's as well for one without children in a class.
 */
export async function diaryOfGuardian(db: Kysely<Schema>, school: string): Promise<RawBuilder<string>> {
  const diaryOf = await diaryOfClass(db, school);
  if (!(await hasOwnDiaries(db))) return sql`${school}`;
  return sql`coalesce((select coalesce(max(iif(diary = ${school}, diary, null)), max(diary)) from (
    select ${diaryOf('enrolment.class_id')} as diary from guardianship
    join enrolment on enrolment.pupil_id = guardianship.pupil_id and enrolment.valid_to is null
    where guardianship.guardian_id = guardian.id)), ${school})`;
}

async function hasOwnDiaries(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom('classDiary').select('classId').limit(1).executeTakeFirst()) !== undefined;
}
