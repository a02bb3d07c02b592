import type { Kysely } from 'kysely';
import { currentAcademicYear } from '../../main/registry/db/academic-years.ts';
import type { Schema } from '../../main/registry/db/schema.ts';
import type { RosterGuardian, RosterPupil, RosterSchool } from '../../shared/demo/rosters.ts';
import { classKey, parseClassName } from '../../shared/domain/class-name.ts';
import { nameKey, type PersonName } from '../../shared/domain/person-name.ts';

const moment = '2026-09-01T06:00:00.000Z';
const relations = { мать: 'mother', отец: 'father', опекун: 'guardian' } as const;

/** Where the people of a synthetic school stand in the registry. */
export interface PlacedSchool {
  readonly classIds: ReadonlyMap<string, number>;
  readonly pupilIds: readonly number[];
  readonly guardianIds: readonly number[];
}

/** Puts a synthetic school into the registry without an import: pupils, classes, guardians and their links. */
export async function putSchool(
  db: Kysely<Schema>,
  school: Pick<RosterSchool, 'classes' | 'pupils'>,
): Promise<PlacedSchool> {
  return db.transaction().execute(async (transaction) => {
    const classIds = new Map<string, number>();
    for (const { name } of school.classes) classIds.set(name, await putClass(transaction, name));
    const guardians = new Map<RosterGuardian, number>();
    const pupilIds: number[] = [];
    for (const pupil of school.pupils) {
      const pupilId = await putPerson(transaction, 'pupil', pupil);
      pupilIds.push(pupilId);
      await putLinks(transaction, pupilId, pupil, classIds, guardians);
    }
    return { classIds, pupilIds, guardianIds: [...guardians.values()] };
  });
}

async function putClass(db: Kysely<Schema>, title: string): Promise<number> {
  const year = await currentAcademicYear(db);
  const parsed = parseClassName(title);
  const place = parsed.kind === 'class' ? { grade: parsed.grade, letter: parsed.letter } : { grade: null, letter: '' };
  const row = { academicYearId: year.id, ...place, title, classKey: classKey(title), teacherId: null };
  return (await db.insertInto('schoolClass').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

async function putPerson(db: Kysely<Schema>, kind: 'pupil' | 'guardian', person: PersonName): Promise<number> {
  const { surname, firstName, patronymic } = person;
  const row = {
    ...{ kind, surname, firstName, patronymic, nameKey: nameKey(person), createdAt: moment, updatedAt: moment },
    ...{ sex: null, birthDate: null, leftOn: null, leftReason: null, entryWay: null, mergedInto: null },
  };
  return (await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

async function putLinks(
  db: Kysely<Schema>,
  pupilId: number,
  pupil: RosterPupil,
  classIds: ReadonlyMap<string, number>,
  guardians: Map<RosterGuardian, number>,
): Promise<void> {
  const classId = classIds.get(pupil.className);
  if (classId !== undefined) {
    const enrolment = { pupilId, classId, validFrom: '2026-09-01', validTo: null, importId: null };
    await db.insertInto('enrolment').values(enrolment).execute();
  }
  for (const guardian of pupil.guardians) {
    const guardianId = guardians.get(guardian) ?? (await putPerson(db, 'guardian', guardian));
    guardians.set(guardian, guardianId);
    const link = { pupilId, guardianId, relation: relations[guardian.relation] };
    await db.insertInto('guardianship').values(link).execute();
  }
}
