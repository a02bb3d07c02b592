import { type CodeBook, createCodeBook } from './import-codes.ts';
import type { ImportedPeople, ImportedPupil } from './import-people.ts';
import type { PlannedPerson } from './import-planned.ts';
import { type PlannedTeacher, planTeachers, staffByName } from './import-teachers.ts';
import { type GroupedGuardians, groupGuardians } from './matching/guardian-groups.ts';
import type { KnownPeople, KnownPerson } from './matching/known-people.ts';
import { matchGuardians, plannedPupil } from './matching/match-guardians.ts';
import type { PupilMatch } from './matching/match-pupils.ts';

/** A plan being made. */
export interface Planner {
  readonly people: KnownPeople;
  readonly grouped: GroupedGuardians;
  readonly guardians: (PlannedPerson | undefined)[];
  /** Known guardian of every group. */
  readonly known: readonly (KnownPerson | undefined)[];
  readonly codes: CodeBook;
  readonly teachers: Map<string, PlannedTeacher>;
  readonly classesNew: Map<string, string>;
  /** Members of staff by the key of their name: known ones, and those whom a row of this file has planned. */
  readonly staff: ReadonlyMap<string, KnownPerson>;
  readonly staffPlanned: Map<string, PlannedPerson>;
  guardiansNew: number;
}

interface PlannerParts {
  readonly file: ImportedPeople;
  readonly people: KnownPeople;
  readonly pupils: readonly ImportedPupil[];
  readonly matches: readonly PupilMatch[];
}

/** Matches the guardians and gets ready to plan row by row. Yields how many are done. */
export function* startPlanner({ file, people, pupils, matches }: PlannerParts): Generator<number, Planner> {
  const grouped = yield* groupGuardians(pupils.map((pupil, index) => plannedPupil(pupil, matches[index])));
  const known = yield* matchGuardians(grouped.groups, matches, people);
  return {
    people,
    grouped,
    known,
    guardians: new Array<PlannedPerson | undefined>(known.length).fill(undefined),
    codes: createCodeBook(people),
    teachers: planTeachers(file, people),
    classesNew: new Map(),
    staff: staffByName(people),
    staffPlanned: new Map(),
    guardiansNew: 0,
  };
}

/** Notes a class that the registry does not have. */
export function needClass({ people, classesNew }: Planner, { key, title }: ImportedPupil['schoolClass']): void {
  if (key !== '' && !people.classes.has(key)) classesNew.set(key, title);
}

/** The first accepted row of a class brings its teacher. */
export function takeTeacher({ teachers }: Planner, classKey: string): PlannedTeacher | undefined {
  const teacher = teachers.get(classKey);
  if (teacher !== undefined) teachers.delete(classKey);
  return teacher;
}
