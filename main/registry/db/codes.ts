import { type Kysely, sql } from 'kysely';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** A pupil's portal code in one diary system. */
export interface PupilCode {
  readonly id: number;
  readonly personId: number;
  readonly value: string;
}

const kind = 'portal-code';

/** The form in which codes are compared. */
export function codeKey(value: string): string {
  return value.toUpperCase();
}

/** The codes of these pupils in a diary system, by pupil. */
export async function codesOfPupils(
  db: Kysely<Schema>,
  diarySystem: string,
  pupilIds: readonly number[],
): Promise<ReadonlyMap<number, PupilCode>> {
  const rows = await db
    .selectFrom('externalCode')
    .select(['id', 'personId', 'value'])
    .where('diarySystem', '=', diarySystem)
    .where('kind', '=', kind)
    .where('personId', 'in', idSet(pupilIds))
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Whose each of these codes is, by the code's key. */
export async function ownersOfCodes(
  db: Kysely<Schema>,
  diarySystem: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('externalCode')
    .select(['personId', 'valueKey'])
    .where('diarySystem', '=', diarySystem)
    .where('kind', '=', kind)
    .where(sql<boolean>`value_key in (select value from json_each(${JSON.stringify(keys)}))`)
    .execute();
  return new Map(rows.map((row) => [row.valueKey, row.personId]));
}

/** Gives a pupil a code in place of any former one; returns its id. */
export async function putCode(
  db: Kysely<Schema>,
  diarySystem: string,
  personId: number,
  value: string,
): Promise<number> {
  await db
    .deleteFrom('externalCode')
    .where('personId', '=', personId)
    .where('diarySystem', '=', diarySystem)
    .where('kind', '=', kind)
    .execute();
  const row = { personId, diarySystem, kind, value, valueKey: codeKey(value), importId: null } as const;
  return (await db.insertInto('externalCode').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

/** Takes a code away; answers whose it was, undefined when there was none. */
export async function removeCode(db: Kysely<Schema>, codeId: number): Promise<number | undefined> {
  const row = await db
    .deleteFrom('externalCode')
    .where('id', '=', codeId)
    .where('kind', '=', kind)
    .returning('personId')
    .executeTakeFirst();
  return row?.personId;
}

/** The classes that pupils are in now, by title. */
export async function classIdsByTitle(db: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('schoolClass', 'schoolClass.id', 'enrolment.classId')
    .select(['classId', 'title'])
    .distinct()
    .where('validTo', 'is', null)
    .execute();
  return new Map(rows.map(({ classId, title }) => [title, classId]));
}

/** All pupils, also those who left, since a code stays theirs. */
export function pupilNames(db: Kysely<Schema>) {
  return db
    .selectFrom('person')
    .select(['id', 'surname', 'firstName', 'patronymic'])
    .where('kind', '=', 'pupil')
    .execute();
}
