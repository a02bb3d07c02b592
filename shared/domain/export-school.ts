import type { ExportPerson, ExportPupil, ExportRoster } from '../tables/export-roster.ts';
import { parseClassName } from './class-name.ts';
import { loginOf } from './export-pupils.ts';
import type { KnownClass, KnownPeople, KnownPerson, KnownPupil } from './matching/known-people.ts';

/** The school whose people go into a package. */
export interface ExportedSchool {
  readonly id: string;
  readonly name: string;
  readonly startYear: number;
}

/**
 * The pupils of `ids` who are in a class, with their classes, guardians and class teachers, as packages for other systems
 * take them. Groups that are no classes stay out, because those systems want a grade.
 */
export function schoolRoster(people: KnownPeople, ids: readonly number[], school: ExportedSchool): ExportRoster {
  const classes = [...people.classes.values()].filter((one) => gradeOf(one) > 0);
  const byKey = new Map(classes.map((one) => [one.key, one]));
  const pupils = ids.flatMap((id) => placedPupil(people.pupils.get(id), byKey));
  const used = new Set(pupils.map(({ schoolClass }) => schoolClass));
  const guardianIds = new Set(pupils.flatMap(({ pupil }) => pupil.guardians.map(({ guardianId }) => guardianId)));
  const teachers = [...used].flatMap((one) => people.staff.get(one.teacherId ?? 0) ?? []);
  const guardians = [...guardianIds].flatMap((id) => people.guardians.get(id) ?? []);
  return {
    school: { id: school.id, name: school.name },
    startYear: school.startYear,
    classes: [...used].map((one) => ({ id: classId(one), title: one.title, grade: gradeOf(one) })),
    pupils: pupils.map(({ pupil, schoolClass }) => pupilOf(pupil, gradeOf(schoolClass))),
    guardians: guardians.map(personOf),
    staff: [...new Set(teachers)].map(personOf),
    enrolments: [
      ...pupils.map(({ pupil, schoolClass }) => ({ classId: classId(schoolClass), personId: personId(pupil) })),
      ...[...used].flatMap((one) => teacherOf(people, one)),
    ],
    guardianships: pupils.flatMap(({ pupil }) => guardianshipsOf(pupil)),
  };
}

interface Placed {
  readonly pupil: KnownPupil;
  readonly schoolClass: KnownClass;
}

function placedPupil(pupil: KnownPupil | undefined, classes: ReadonlyMap<string, KnownClass>): Placed[] {
  const schoolClass = pupil === undefined || pupil.status === 'left' ? undefined : classes.get(pupil.classKey);
  return pupil === undefined || schoolClass === undefined ? [] : [{ pupil, schoolClass }];
}

function gradeOf({ title }: KnownClass): number {
  const parsed = parseClassName(title);
  return parsed.kind === 'class' ? parsed.grade : 0;
}

function classId({ id }: KnownClass): string {
  return `class-${id}`;
}

function personId({ id }: KnownPerson): string {
  return `person-${id}`;
}

function personOf(person: KnownPerson): ExportPerson {
  const contact = (wanted: 'email' | 'phone') =>
    person.contacts.find(
      ({ kind, source, checked }) => kind === wanted && source === undefined && checked !== 'warning',
    );
  const login = loginOf(person);
  const contacts = { email: contact('email')?.value ?? '', phone: contact('phone')?.key ?? '' };
  return { id: personId(person), ...person.name, login, ...contacts };
}

function pupilOf(pupil: KnownPupil, grade: number): ExportPupil {
  return { ...personOf(pupil), grade, birthDate: pupil.birthDate ?? '', sex: pupil.sex ?? '' };
}

function teacherOf({ staff }: KnownPeople, schoolClass: KnownClass) {
  const teacher = staff.get(schoolClass.teacherId ?? 0);
  return teacher === undefined ? [] : [{ classId: classId(schoolClass), personId: personId(teacher) }];
}

function guardianshipsOf(pupil: KnownPupil) {
  return pupil.guardians.map(({ guardianId, relation }) => ({
    pupilId: personId(pupil),
    guardianId: `person-${guardianId}`,
    isParent: relation === 'mother' || relation === 'father',
  }));
}
