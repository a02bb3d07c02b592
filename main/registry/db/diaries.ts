import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../shared/contract/base.ts';
import type { DiarySystemRow, Settings } from '../../../shared/contract/settings.ts';
import { diaryProfileSchema } from '../../../shared/contract/settings.ts';
import { formatAcademicYear } from '../../../shared/domain/academic-year.ts';
import type { DiarySystem } from '../../../shared/domain/diary-systems/diary-system.ts';
import { diarySystems } from '../../../shared/domain/diary-systems/index.ts';
import { refuse } from '../refuse.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** The diary an action is about, and the classes that use another one. */
export interface ChosenDiary {
  readonly system: DiarySystem;
  /** As the school typed it; '' when the system's own will do. */
  readonly address: string;
  /** Classes left out of the action, since they use another diary; a login of this one is not for their pupils. */
  readonly withoutClasses: readonly number[];
}

function known({ codeName, codeFormat, ...system }: DiarySystem): DiarySystemRow {
  const copy = (steps: DiarySystem['signInSteps']) => ({ ru: [...steps.ru], en: [...steps.en] });
  return {
    ...system,
    name: { ...system.name },
    signInSteps: copy(system.signInSteps),
    codeSteps: copy(system.codeSteps),
    codeName: codeName ? { ...codeName } : null,
    codeFormat: codeFormat ?? null,
    own: false,
  };
}

function ownOf({ id, profile }: { readonly id: string; readonly profile: string }): DiarySystemRow {
  return { ...diaryProfileSchema.parse(JSON.parse(profile)), id, own: true };
}

/** The profiles that this program knows. */
export const knownDiaries: readonly DiarySystemRow[] = diarySystems.map(known);

/** The profiles that the school added. */
export async function ownDiaries(db: Kysely<Schema>): Promise<DiarySystemRow[]> {
  return (await db.selectFrom('diaryProfile').selectAll().orderBy('id').execute()).map(ownOf);
}

/** The profile with this id, known or own; undefined when there is none. */
export async function findDiary(db: Kysely<Schema>, id: string): Promise<DiarySystem | undefined> {
  const row =
    knownDiaries.find((system) => system.id === id) ?? (await ownDiaries(db)).find((system) => system.id === id);
  if (!row) return undefined;
  const { own: _, codeName, codeFormat, ...system } = row;
  return { ...system, codeName: codeName ?? undefined, codeFormat: codeFormat ?? undefined };
}

/** Adds or changes an own profile. */
export async function putDiary(db: Kysely<Schema>, { id, own: _, ...profile }: DiarySystemRow): Promise<void> {
  const row = { id, profile: JSON.stringify(profile) };
  await db
    .insertInto('diaryProfile')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ profile: row.profile }))
    .execute();
}

/** Takes an own profile away; false when something of the registry still belongs to it. */
export async function removeDiary(db: Kysely<Schema>, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from setting where key = 'diarySystemId' and value = ${JSON.stringify(id)}
    union all select 1 from credential where diary_system = ${id}
    union all select 1 from external_code where diary_system = ${id}
    union all select 1 from class_diary where diary_system = ${id} limit 1`.execute(db);
  if (rows.length > 0) return false;
  await db.deleteFrom('diaryProfile').where('id', '=', id).execute();
  return true;
}

/** Classes with a diary of their own, newest year first. */
export async function classDiaries(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom('classDiary')
    .innerJoin('schoolClass', 'schoolClass.id', 'classDiary.classId')
    .innerJoin('academicYear', 'academicYear.id', 'schoolClass.academicYearId')
    .select(['classId', 'title as className', 'startYear', 'diarySystem as diarySystemId', 'address'])
    .orderBy('startYear', 'desc')
    .orderBy('grade')
    .orderBy('title')
    .execute();
  return rows.map(({ startYear, ...row }) => ({ ...row, academicYear: formatAcademicYear(startYear) }));
}

/** Gives classes a diary of their own; null returns them to the school's. */
export async function assignDiary(
  db: Kysely<Schema>,
  classIds: readonly number[],
  diarySystem: string | null,
  address: string,
): Promise<void> {
  await db.deleteFrom('classDiary').where('classId', 'in', idSet(classIds)).execute();
  if (diarySystem === null) return;
  const rows = classIds.map((classId) => ({ classId, diarySystem, address }));
  await db.insertInto('classDiary').values(rows).execute();
}

async function classesOf(db: Kysely<Schema>, scope: Scope): Promise<readonly number[]> {
  if (scope.kind === 'class') return [scope.classId];
  if (scope.kind === 'school') return [];
  const rows = await db
    .selectFrom('enrolment')
    .select('classId')
    .distinct()
    .where('pupilId', 'in', idSet(scope.pupilIds))
    .where('validTo', 'is', null)
    .execute();
  return rows.map(({ classId }) => classId);
}

/**
 * The diary of an action: the one asked for, else the one of the scope's classes when they share it, else the school's.
 * Unless it was asked for, classes with another diary are left out. Refuses with
 * `not-found` when the id asked for is unknown.
 */
export async function chooseDiary(
  db: Kysely<Schema>,
  settings: Pick<Settings, 'diarySystemId' | 'diaryAddress'>,
  scope: Scope,
  asked?: string,
): Promise<ChosenDiary> {
  const classes = await classesOfNow(db);
  const assigned = classes.flatMap(({ diarySystem, ...row }) =>
    diarySystem === null ? [] : [{ ...row, diarySystem }],
  );
  const school = { diarySystem: settings.diarySystemId, address: settings.diaryAddress };
  const of = new Map(assigned.map((row) => [row.classId, row]));
  const used = (await classesOf(db, scope)).map((classId) => of.get(classId) ?? school);
  const shared = used.every(({ diarySystem }) => diarySystem === used[0]?.diarySystem) ? (used[0] ?? school) : school;
  const chosen =
    asked === undefined
      ? shared
      : ([school, ...assigned].find(({ diarySystem }) => diarySystem === asked) ?? { diarySystem: asked, address: '' });
  const system = await findDiary(db, chosen.diarySystem);
  if (!system) throw refuse('not-found');
  const uses = ({ diarySystem }: ClassOfNow) => (diarySystem ?? school.diarySystem) === chosen.diarySystem;
  const others = asked === undefined ? classes.filter((row) => !uses(row)) : [];
  return { system, address: chosen.address ?? '', withoutClasses: others.map(({ classId }) => classId) };
}

type ClassOfNow = Awaited<ReturnType<typeof classesOfNow>>[number];

/** The classes of the newest year with their own diaries. What a class had in an earlier year says nothing of now. */
function classesOfNow(db: Kysely<Schema>) {
  return db
    .selectFrom('schoolClass')
    .leftJoin('classDiary', 'classDiary.classId', 'schoolClass.id')
    .select(['schoolClass.id as classId', 'diarySystem', 'address'])
    .where('academicYearId', '=', (eb) =>
      eb.selectFrom('academicYear').select('id').orderBy('startYear', 'desc').limit(1),
    )
    .execute();
}
