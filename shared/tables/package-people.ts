import { parseClassName } from '../domain/class-name.ts';
import { MOST_GUARDIANS } from './columns.ts';

type Row = ReadonlyMap<string, string>;

/** Rows of a package's tables, titles in lower case. */
export interface PackageTables {
  readonly users: readonly Row[];
  readonly roles: readonly Row[];
  readonly demographics: readonly Row[];
  readonly classes: readonly Row[];
  readonly enrollments: readonly Row[];
  readonly relationships: readonly Row[];
}

/** A guardian of a pupil. */
export interface PackageGuardian {
  readonly relation: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string;
  readonly username: string;
  readonly email: string;
  readonly phone: string;
}

/** A pupil or one of the staff; `rowNumber` is that of the row in `users.csv`. */
export interface PersonRow extends Omit<PackageGuardian, 'relation'> {
  readonly rowNumber: number;
  readonly role: string;
  readonly sourcedId: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly class: string;
  readonly guardians: readonly PackageGuardian[];
}

const GUARDIAN_ROLES = new Set(['guardian', 'parent', 'relative', 'contact']);
const GONE = 'tobedeleted';

/** Pupils first, then staff; guardians stand beside their pupils, and those of nobody are left out. */
export function joinPeople(tables: PackageTables): PersonRow[] {
  const book = indexOf(tables);
  const people = tables.users
    .map((user, index) => ({ user, rowNumber: index + 2 }))
    .filter(({ user }) => cell(user, 'status').toLowerCase() !== GONE)
    .map(({ user, rowNumber }) => personOf(book, user, rowNumber));
  const pupils = people.filter(({ role }) => role === 'student');
  const staff = people.filter(({ role }) => role !== 'student' && !GUARDIAN_ROLES.has(role) && role !== '');
  return [...pupils, ...staff];
}

function cell(row: Row | undefined, title: string): string {
  return row?.get(title) ?? '';
}

interface Book {
  readonly users: ReadonlyMap<string, Row>;
  readonly roles: ReadonlyMap<string, string>;
  readonly demographics: ReadonlyMap<string, Row>;
  readonly classes: ReadonlyMap<string, Row>;
  readonly enrollments: ReadonlyMap<string, readonly Row[]>;
  /** Guardians named by relationships or, in OneRoster, by agents. */
  readonly relations: ReadonlyMap<string, readonly Row[]>;
}

function indexOf(tables: PackageTables): Book {
  return {
    users: keyed(tables.users, ['sourcedid']),
    roles: rolesOf(tables.roles),
    demographics: keyed(tables.demographics, ['usersourcedid', 'sourcedid']),
    classes: keyed(tables.classes, ['sourcedid']),
    enrollments: grouped(tables.enrollments, 'usersourcedid'),
    relations: grouped(tables.relationships, 'usersourcedid'),
  };
}

function keyed(rows: readonly Row[], titles: readonly string[]): ReadonlyMap<string, Row> {
  const keyOf = (row: Row) => titles.map((title) => cell(row, title)).find((key) => key !== '') ?? '';
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function grouped(rows: readonly Row[], title: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (cell(row, 'status').toLowerCase() === GONE) continue;
    const group = groups.get(cell(row, title));
    if (group === undefined) groups.set(cell(row, title), [row]);
    else group.push(row);
  }
  return groups;
}

/** The primary role counts, else the first. */
function rolesOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const row of rows) {
    const user = cell(row, 'usersourcedid');
    if (cell(row, 'roletype') === 'primary' || !roles.has(user)) roles.set(user, cell(row, 'role').toLowerCase());
  }
  return roles;
}

function personOf(book: Book, user: Row, rowNumber: number): PersonRow {
  const sourcedId = cell(user, 'sourcedid');
  const about = book.demographics.get(sourcedId);
  const role = book.roles.get(sourcedId) ?? cell(user, 'role').toLowerCase();
  return {
    ...contactsOf(user),
    rowNumber,
    role,
    sourcedId,
    birthDate: cell(about, 'birthdate').slice(0, 10),
    sex: cell(about, 'sex'),
    class: classOf(book, sourcedId),
    guardians: role === 'student' ? guardiansOf(book, user, sourcedId) : [],
  };
}

function contactsOf(user: Row): Omit<PackageGuardian, 'relation'> {
  const phone = cell(user, 'phone');
  return {
    familyName: cell(user, 'familyname'),
    givenName: cell(user, 'givenname'),
    middleName: cell(user, 'middlename'),
    username: cell(user, 'username'),
    email: cell(user, 'email'),
    phone: phone === '' ? cell(user, 'sms') : phone,
  };
}

/** The homeroom, else the first class whose title is a grade with a letter; groups for a subject are none. */
function classOf(book: Book, user: string): string {
  const classes = (book.enrollments.get(user) ?? [])
    .map((row) => book.classes.get(cell(row, 'classsourcedid')))
    .filter((row) => row !== undefined);
  const homeroom = classes.find((row) => cell(row, 'classtype').toLowerCase() === 'homeroom');
  return cell(homeroom ?? classes.find((row) => isClassTitle(cell(row, 'title'))), 'title');
}

function isClassTitle(title: string): boolean {
  const parsed = parseClassName(title);
  return parsed.kind === 'class' && parsed.letter !== '';
}

function guardiansOf(book: Book, user: Row, sourcedId: string): PackageGuardian[] {
  const related = (book.relations.get(sourcedId) ?? []).map((row) => ({
    id: cell(row, 'relationshipusersourcedid'),
    relation: cell(row, 'relationshiprole'),
  }));
  const agents = cell(user, 'agentsourcedids').split(',');
  const all = [...related, ...agents.map((id) => ({ id: id.trim(), relation: '' }))];
  const known = all.flatMap(({ id, relation }) => {
    const guardian = book.users.get(id);
    return id === '' || guardian === undefined ? [] : [{ ...contactsOf(guardian), relation }];
  });
  return known.slice(0, MOST_GUARDIANS);
}
