import type { ExportFiles, ExportPerson, ExportRoster } from './export-roster.ts';
import { gradeCode, packageTable, yearBounds } from './write-package.ts';

/**
 * A School Data Sync 2.1 package. A contact without an e-mail address, a surname or a first name would fail the whole
 * load, so such guardians stay out. Passwords never go in.
 * https://learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format
 */
export function writeSds(roster: ExportRoster): ExportFiles {
  const contacts = roster.guardians.filter(isContact);
  return new Map([
    ['orgs.csv', packageTable(['sourcedId', 'name', 'type'], [[roster.school.id, roster.school.name, 'school']])],
    ['users.csv', users(roster, contacts)],
    ['roles.csv', roles(roster)],
    ['classes.csv', classes(roster)],
    ['enrollments.csv', enrollments(roster)],
    ['academicSessions.csv', academicSessions(roster)],
    ['demographics.csv', demographics(roster)],
    ['relationships.csv', relationships(roster, contacts)],
  ]);
}

function isContact({ surname, firstName, email }: ExportPerson): boolean {
  return surname !== '' && firstName !== '' && email !== '';
}

function users(roster: ExportRoster, contacts: readonly ExportPerson[]): Uint8Array {
  const people = [...roster.pupils, ...roster.staff, ...contacts];
  return packageTable(
    ['sourcedId', 'username', 'givenName', 'familyName', 'email', 'phone'],
    people.map(({ id, login, firstName, surname, email, phone }) => [
      id,
      login === '' ? id : login,
      firstName,
      surname,
      email,
      phone,
    ]),
  );
}

/** Contacts have no role in the school. */
function roles(roster: ExportRoster): Uint8Array {
  const year = yearId(roster);
  return packageTable(
    ['userSourcedId', 'orgSourcedId', 'role', 'sessionSourcedId', 'grade', 'isPrimary'],
    [
      ...roster.pupils.map(({ id, grade }) => [id, roster.school.id, 'student', year, gradeCode(grade), 'true']),
      ...roster.staff.map(({ id }) => [id, roster.school.id, 'teacher', year, '', 'true']),
    ],
  );
}

function yearId({ school, startYear }: ExportRoster): string {
  return `${school.id}-year-${startYear}`;
}

function classes(roster: ExportRoster): Uint8Array {
  return packageTable(
    ['sourcedId', 'orgSourcedId', 'title', 'sessionSourcedIds'],
    roster.classes.map(({ id, title }) => [id, roster.school.id, title, yearId(roster)]),
  );
}

function enrollments(roster: ExportRoster): Uint8Array {
  const staff = new Set(roster.staff.map(({ id }) => id));
  return packageTable(
    ['classSourcedId', 'userSourcedId', 'role'],
    roster.enrolments.map(({ classId, personId }) => [classId, personId, staff.has(personId) ? 'teacher' : 'student']),
  );
}

function academicSessions(roster: ExportRoster): Uint8Array {
  const { start, end } = yearBounds(roster.startYear);
  const title = `${roster.startYear}/${roster.startYear + 1}`;
  return packageTable(
    ['sourcedId', 'title', 'type', 'schoolYear', 'startDate', 'endDate'],
    [[yearId(roster), title, 'schoolYear', String(roster.startYear + 1), start, end]],
  );
}

function demographics({ pupils }: ExportRoster): Uint8Array {
  const known = pupils.filter(({ birthDate, sex }) => birthDate !== '' || sex !== '');
  return packageTable(
    ['userSourcedId', 'sex', 'birthDate'],
    known.map(({ id, sex, birthDate }) => [id, sex, birthDate]),
  );
}

function relationships(roster: ExportRoster, contacts: readonly ExportPerson[]): Uint8Array {
  const known = new Set(contacts.map(({ id }) => id));
  const kept = roster.guardianships.filter(({ guardianId }) => known.has(guardianId));
  return packageTable(
    ['userSourcedId', 'relationshipUserSourcedId', 'relationshipRole'],
    kept.map(({ pupilId, guardianId, isParent }) => [pupilId, guardianId, isParent ? 'parent' : 'guardian']),
  );
}
