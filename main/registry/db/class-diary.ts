import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** The diary of the class in this column (`enrolment.class_id`): its own one, or the school's. */
export type DiaryOfClass = (classColumn: string) => RawBuilder<string>;

/** How a query finds the diary of a class; as long as no class has an own one, that is the school's without any look-up. */
export async function diaryOfClass(db: Kysely<Schema>, school: string): Promise<DiaryOfClass> {
  const any = await db.selectFrom('classDiary').select('classId').limit(1).executeTakeFirst();
  if (any === undefined) return () => sql`${school}`;
  return (classColumn) =>
    sql`coalesce((select diary_system from class_diary where class_id = ${sql.ref(classColumn)}), ${school})`;
}
