import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { idSet } from './dialect/id-set.ts';
import type { ClassReach } from './findings.ts';
import { peopleWithin } from './people-reach.ts';
import type { Schema } from './schema.ts';

/** What a route's input can name by its id and whose it then is. */
export type NamedRow = 'class' | 'person' | 'credential' | 'code' | 'batch' | 'issue';

/** Ids of the classes a user answers for. */
export async function classesOfUser(db: Kysely<Schema>, userId: number): Promise<number[]> {
  const rows = await db.selectFrom('userClass').select('classId').where('userId', '=', userId).execute();
  return rows.map(({ classId }) => classId);
}

/** Gives a user these classes in place of the former ones. */
export async function putClassesOfUser(db: Kysely<Schema>, userId: number, classIds: readonly number[]): Promise<void> {
  await db.deleteFrom('userClass').where('userId', '=', userId).execute();
  for (const classId of new Set(classIds)) await db.insertInto('userClass').values({ userId, classId }).execute();
}

/** Pupils of these classes who have not left them. */
export async function pupilsOfClasses(db: Kysely<Schema>, classIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('pupilId')
    .where('validTo', 'is', null)
    .where('classId', 'in', idSet(classIds))
    .execute();
  return rows.map(({ pupilId }) => pupilId);
}

/** The condition «this class is within reach», on a column with the class's id. */
export function classWithin(reach: ClassReach, classId: string): RawBuilder<SqlBool> {
  return reach === undefined ? sql<SqlBool>`1` : sql<SqlBool>`${sql.ref(classId)} in ${idSet(reach)}`;
}

/** The condition «this person is a pupil of the reached classes or a guardian of one», on a column with the person's id. */
export function personWithin(reach: ClassReach, personId: string): RawBuilder<SqlBool> {
  if (reach === undefined) return sql<SqlBool>`1`;
  return sql<SqlBool>`${sql.ref(personId)} in (
    select pupil_id from enrolment where valid_to is null and class_id in ${idSet(reach)}
    union
    select guardian_id from enrolment join guardianship on guardianship.pupil_id = enrolment.pupil_id
    where valid_to is null and class_id in ${idSet(reach)})`;
}

/** Those of the rows that are the reached classes' own, with everybody they are of. A row that does not exist is nobody's. */
export async function rowsWithin(
  db: Kysely<Schema>,
  reach: ClassReach,
  row: NamedRow,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (reach === undefined) return new Set(ids);
  if (row === 'class') return new Set(ids.filter((id) => reach.includes(id)));
  if (row === 'person') return peopleWithin(db, reach, ids);
  const owners = await ownersOf(db, row, ids);
  const people = await peopleWithin(
    db,
    reach,
    owners.map(({ personId }) => personId),
  );
  const others = new Set(owners.flatMap(({ id, personId }) => (people.has(personId) ? [] : [id])));
  return new Set(owners.flatMap(({ id }) => (others.has(id) ? [] : [id])));
}

/** Are all of these rows the reached classes' own? */
export async function allWithin(
  db: Kysely<Schema>,
  reach: ClassReach,
  row: NamedRow,
  ids: readonly number[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  const within = await rowsWithin(db, reach, row, ids);
  return ids.every((id) => within.has(id));
}

const ownersIn = {
  credential: sql`select id, person_id from credential`,
  code: sql`select id, person_id from external_code`,
  batch: sql`select batch_id as id, person_id from slip join credential on credential.id = credential_id`,
  issue: sql`select issue_id as id, person_id from credential`,
} as const satisfies Record<Exclude<NamedRow, 'class' | 'person'>, RawBuilder<unknown>>;

async function ownersOf(db: Kysely<Schema>, row: keyof typeof ownersIn, ids: readonly number[]) {
  const { rows } = await sql<{ id: number; personId: number }>`
    select distinct id, person_id as "personId" from (${ownersIn[row]}) as owned
    where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db.withoutPlugins());
  return rows;
}
