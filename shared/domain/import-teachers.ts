import type { FieldChange } from '../contract/import-plan.ts';
import type { ImportedClass, ImportedPeople } from './import-people.ts';
import { canBeOne } from './matching/guardian-groups.ts';
import type { KnownPeople, KnownPerson } from './matching/known-people.ts';
import { formatFullName, nameKey, type PersonName } from './person-name.ts';

/** A class teacher that a file names and the registry does not have yet. */
export interface PlannedTeacher {
  readonly schoolClass: ImportedClass;
  readonly name: PersonName;
  readonly nameKey: string;
  /** The teacher as a known member of staff, undefined for somebody new. */
  readonly known: KnownPerson | undefined;
  readonly before: KnownPerson | undefined;
}

/** New class teachers by class key. The first one named for a class counts. */
export function planTeachers({ rows, teachers }: ImportedPeople, people: KnownPeople): Map<string, PlannedTeacher> {
  const named = new Map<string, { schoolClass: ImportedClass; name: PersonName }>();
  for (const { schoolClass, person } of [...rows.flatMap(({ staff }) => staff ?? []), ...teachers]) {
    if (schoolClass.key !== '' && !named.has(schoolClass.key)) named.set(schoolClass.key, { schoolClass, ...person });
  }
  for (const { pupil } of rows) {
    if (pupil?.teacher === undefined || pupil.schoolClass.key === '' || named.has(pupil.schoolClass.key)) continue;
    named.set(pupil.schoolClass.key, { schoolClass: pupil.schoolClass, name: pupil.teacher });
  }
  const staff = staffByName(people);
  return new Map([...named].flatMap(([key, teacher]) => asPlanned(key, teacher, people, staff)));
}

/** Known members of staff by the key of their name; of namesakes the oldest record. */
export function staffByName({ staff }: KnownPeople): ReadonlyMap<string, KnownPerson> {
  return new Map([...staff.values()].reverse().map((known) => [known.nameKey, known]));
}

function asPlanned(
  key: string,
  { schoolClass, name }: { schoolClass: ImportedClass; name: PersonName },
  people: KnownPeople,
  staff: ReadonlyMap<string, KnownPerson>,
): [string, PlannedTeacher][] {
  const before = people.staff.get(people.classes.get(key)?.teacherId ?? 0);
  const folded = { nameKey: nameKey(name) };
  if (before !== undefined && canBeOne(folded, before)) return [];
  const known = staff.get(folded.nameKey);
  return [[key, { schoolClass, name, nameKey: folded.nameKey, known, before }]];
}

/** The change as the review shows it. */
export function teacherChange({ schoolClass, name, before }: PlannedTeacher): FieldChange {
  const old = before === undefined ? '' : formatFullName(before.name);
  const what = { key: 'class.teacher', field: 'teacher', who: schoolClass.title };
  return { ...what, before: old, after: formatFullName(name), kept: false };
}
