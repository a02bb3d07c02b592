import type { ExportFiles, ExportPerson, ExportRoster } from './export-roster.ts';
import { gradeCode, packageTable, yearBounds } from './write-package.ts';

const BULK_FILES = [
  'academicSessions',
  'classes',
  'courses',
  'demographics',
  'enrollments',
  'orgs',
  'roles',
  'users',
] as const;

const ABSENT_FILES = [
  'categories',
  'classResources',
  'courseResources',
  'lineItems',
  'lineItemLearningObjectiveIds',
  'lineItemScoreScales',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'scoreScales',
  'userProfiles',
  'userResources',
] as const;

/**
 * A OneRoster 1.2 package in bulk mode: manifest and eight tables. Passwords never go in.
 * https://www.imsglobal.org/spec/oneroster/v1p2
 */
export function writeOneRoster(roster: ExportRoster): ExportFiles {
  return new Map([
    ['manifest.csv', manifest()],
    ['academicSessions.csv', academicSessions(roster)],
    ['orgs.csv', orgs(roster)],
    ['courses.csv', courses(roster)],
    ['classes.csv', classes(roster)],
    ['users.csv', users(roster)],
    ['roles.csv', roles(roster)],
    ['enrollments.csv', enrollments(roster)],
    ['demographics.csv', demographics(roster)],
  ]);
}

/** Status and time of the last change, which are empty in bulk mode. */
const BULK = ['', ''] as const;

function table(columns: string, rows: readonly (readonly string[])[]): Uint8Array {
  const header = columns.split(' ');
  const padded = rows.map((cells) => [...cells, ...Array.from({ length: header.length - cells.length }, () => '')]);
  return packageTable(header, padded);
}

function manifest(): Uint8Array {
  const modes = new Map<string, string>();
  for (const name of ABSENT_FILES) modes.set(name, 'absent');
  for (const name of BULK_FILES) modes.set(name, 'bulk');
  const files = [...modes].sort(([left], [right]) => (left < right ? -1 : 1));
  return table('propertyName value', [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...files.map(([name, mode]) => [`file.${name}`, mode]),
    ['source.systemName', 'Diary Desk'],
    ['source.systemCode', 'diary-desk'],
  ]);
}

function yearId({ school, startYear }: ExportRoster): string {
  return `${school.id}-year-${startYear}`;
}

function academicSessions(roster: ExportRoster): Uint8Array {
  const { start, end } = yearBounds(roster.startYear);
  const title = `${roster.startYear}/${roster.startYear + 1}`;
  return table('sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear', [
    [yearId(roster), ...BULK, title, 'schoolYear', start, end, '', String(roster.startYear + 1)],
  ]);
}

function orgs({ school }: ExportRoster): Uint8Array {
  return table('sourcedId status dateLastModified name type identifier parentSourcedId', [
    [school.id, ...BULK, school.name, 'school'],
  ]);
}

function courseId({ school }: ExportRoster, grade: number): string {
  return `${school.id}-grade-${gradeCode(grade)}`;
}

/** A class belongs to a course; the course of a homeroom is its grade. */
function courses(roster: ExportRoster): Uint8Array {
  const grades = [...new Set(roster.classes.map(({ grade }) => grade))].sort((left, right) => left - right);
  return table(
    'sourcedId status dateLastModified schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes',
    grades.map((grade) => [
      courseId(roster, grade),
      ...BULK,
      yearId(roster),
      `${grade} класс`,
      gradeCode(grade),
      gradeCode(grade),
      roster.school.id,
    ]),
  );
}

function classes(roster: ExportRoster): Uint8Array {
  return table(
    'sourcedId status dateLastModified title grades courseSourcedId classCode classType location schoolSourcedId ' +
      'termSourcedIds subjects subjectCodes periods',
    roster.classes.map(({ id, title, grade }) => [
      id,
      ...BULK,
      title,
      gradeCode(grade),
      courseId(roster, grade),
      title,
      'homeroom',
      '',
      roster.school.id,
      yearId(roster),
    ]),
  );
}

function users(roster: ExportRoster): Uint8Array {
  const agents = agentsOf(roster);
  const rowOf = (person: ExportPerson, grade: string) => [
    person.id,
    ...BULK,
    'true',
    person.login === '' ? person.id : person.login,
    '',
    person.firstName,
    person.surname,
    person.patronymic,
    '',
    person.email,
    '',
    person.phone,
    agents.get(person.id)?.join(',') ?? '',
    grade,
    '',
    '',
    '',
    '',
    '',
    '',
    roster.school.id,
  ];
  return table(
    'sourcedId status dateLastModified enabledUser username userIds givenName familyName middleName identifier email sms ' +
      'phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName ' +
      'preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns',
    [
      ...roster.pupils.map((pupil) => rowOf(pupil, gradeCode(pupil.grade))),
      ...roster.guardians.map((guardian) => rowOf(guardian, '')),
      ...roster.staff.map((member) => rowOf(member, '')),
    ],
  );
}

/** Guardians of pupils, and pupils of guardians: agents are named from both sides. */
function agentsOf({ guardianships }: ExportRoster): ReadonlyMap<string, string[]> {
  const agents = new Map<string, string[]>();
  const add = (from: string, to: string) => agents.set(from, [...(agents.get(from) ?? []), to]);
  for (const { pupilId, guardianId } of guardianships) {
    add(pupilId, guardianId);
    add(guardianId, pupilId);
  }
  return agents;
}

function roles(roster: ExportRoster): Uint8Array {
  const parents = new Set(roster.guardianships.filter(({ isParent }) => isParent).map(({ guardianId }) => guardianId));
  const rowOf = (person: ExportPerson, role: string) => [
    `${person.id}-role`,
    ...BULK,
    person.id,
    'primary',
    role,
    '',
    '',
    roster.school.id,
  ];
  return table(
    'sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId',
    [
      ...roster.pupils.map((pupil) => rowOf(pupil, 'student')),
      ...roster.guardians.map((guardian) => rowOf(guardian, parents.has(guardian.id) ? 'parent' : 'guardian')),
      ...roster.staff.map((member) => rowOf(member, 'teacher')),
    ],
  );
}

function enrollments(roster: ExportRoster): Uint8Array {
  const staff = new Set(roster.staff.map(({ id }) => id));
  return table(
    'sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate',
    roster.enrolments.map(({ classId, personId }) => [
      `${classId}-${personId}`,
      ...BULK,
      classId,
      roster.school.id,
      personId,
      staff.has(personId) ? 'teacher' : 'student',
      String(staff.has(personId)),
    ]),
  );
}

function demographics(roster: ExportRoster): Uint8Array {
  const known = roster.pupils.filter(({ birthDate, sex }) => birthDate !== '' || sex !== '');
  return table(
    'sourcedId status dateLastModified birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican ' +
      'nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity ' +
      'countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus',
    known.map(({ id, birthDate, sex }) => [id, ...BULK, birthDate, sex]),
  );
}
