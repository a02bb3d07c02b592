import type { Field } from '../tables/columns.ts';
import type { TableRow } from '../tables/read-csv.ts';
import { formatClassName, classKey as keyOfClass, parseClassName } from './class-name.ts';
import {
  accountOf,
  cellOf,
  externalIdOf,
  note,
  type OpenRow,
  readBirthDate,
  readContacts,
  readPortalCode,
  readRelation,
  readSex,
  warnOfMixedLetters,
} from './import-cells.ts';
import { type ColumnPlan, type GuardianColumns, planColumns } from './import-columns.ts';
import type {
  ImportedClass,
  ImportedCode,
  ImportedGuardian,
  ImportedPeople,
  ImportedPupil,
  ImportedRow,
} from './import-people.ts';
import { createRoleBook, type RoleBook, type RoleRow, roleOf, withRoles } from './import-roles.ts';
import {
  formatFullName,
  guessSex,
  nameKey,
  normaliseNamePart,
  type PersonName,
  parseFirstAndPatronymic,
  parseFullName,
} from './person-name.ts';

/** What reading rows needs beside the rows. */
export interface RowsContext {
  readonly header: readonly string[];
  readonly fields: readonly Field[];
  /** Class of every row in a file without a class column. */
  readonly className?: string | undefined;
  /** ISO 8601; birth dates are judged by it. */
  readonly today: string;
}

/**
 * Reads rows into people, with a problem for everything doubtful. A pupil without surname, first name or with a birth
 * date that cannot be read is refused; so is a second row of the same pupil. Yields the number of rows read.
 */
export function* readPeople(rows: Iterable<TableRow>, context: RowsContext): Generator<number, ImportedPeople> {
  const reader: Reader = { context, columns: planColumns(context.fields), classes: new Map(), roles: createRoleBook() };
  const read: ImportedRow[] = [];
  let done = 0;
  for (const row of rows) {
    const imported = readRow(reader, row);
    if (imported !== undefined) read.push(imported);
    done += 1;
    if (done % 100 === 0) yield done;
  }
  return withRoles(refuseDuplicates(read), reader.roles);
}

interface Reader {
  readonly context: RowsContext;
  readonly columns: ColumnPlan;
  /** Classes already read, by their spelling. */
  readonly classes: Map<string, ReadClass>;
  readonly roles: RoleBook;
}

interface ReadClass extends ImportedClass {
  readonly isGroup: boolean;
}

function readRow(reader: Reader, { rowNumber, cells }: TableRow): ImportedRow | undefined {
  const { header, today } = reader.context;
  const row: OpenRow = { rowNumber, cells, header, today, problems: [] };
  const role = roleOf(cellOf(row, reader.columns.role));
  if (role === 'pupil') return readPupilRow(reader, row);
  noteRoleRow(reader, row, role);
  return undefined;
}

/** A teacher's or parent's own row: not a pupil, but said about one. */
function noteRoleRow(reader: Reader, row: OpenRow, role: 'teacher' | 'parent' | 'other'): void {
  if (role === 'other') return;
  const name = nameOf(row, reader.columns.pupil);
  const person = personParts(reader, row, name);
  const schoolClass = readClass(reader, row);
  const roleRow: RoleRow = { role, schoolClass, person, id: personId(reader, row), parentId: parentId(reader, row) };
  reader.roles.rows.push(roleRow);
}

function personId(reader: Reader, row: OpenRow): ImportedCode | undefined {
  return externalIdOf(cellOf(row, reader.columns.personId));
}

function parentId(reader: Reader, row: OpenRow): ImportedCode | undefined {
  return externalIdOf(cellOf(row, reader.columns.parentId));
}

function readPupilRow(reader: Reader, row: OpenRow): ImportedRow {
  const { pupil: columns } = reader.columns;
  const name = nameOf(row, columns);
  const nameColumn = columns.fullName ?? columns.surname ?? columns.firstName;
  if (name.surname === '' || name.firstName === '')
    note(row, { column: nameColumn, code: 'name-missing', severity: 'refused' });
  warnOfMixedLetters(row, nameColumn, name);
  const schoolClass = readClass(reader, row);
  const pupil = pupilOf(reader, row, name, schoolClass);
  const parent = parentId(reader, row);
  if (parent !== undefined)
    reader.roles.parents.push({ rowNumber: row.rowNumber, parent, column: reader.columns.parentId });
  return {
    rowNumber: row.rowNumber,
    title: formatFullName(name),
    className: schoolClass.title,
    pupil: row.problems.some(({ severity }) => severity === 'refused') ? undefined : pupil,
    problems: row.problems.length === 0 ? noProblems : row.problems,
  };
}

const noProblems: ImportedRow['problems'] = [];

function pupilOf(reader: Reader, row: OpenRow, name: PersonName, schoolClass: ImportedClass): ImportedPupil {
  const teacher = cellOf(row, reader.columns.teacher).split(';')[0] ?? '';
  return {
    ...personParts(reader, row, name),
    schoolClass,
    guardians: readGuardians(reader, row),
    teacher: teacher.trim() === '' ? undefined : parseFullName(teacher),
  };
}

function personParts(reader: Reader, row: OpenRow, name: PersonName) {
  const { pupil: columns } = reader.columns;
  return {
    name,
    nameKey: nameKey(name),
    sex: readSex(row, columns.sex),
    birthDate: readBirthDate(row, columns.birthDate),
    contacts: readContacts(row, columns),
    codes: codesOf([
      externalIdOf(cellOf(row, columns.externalId)) ?? personId(reader, row),
      readPortalCode(row, columns.portalCode),
      accountOf(cellOf(row, columns.login)),
    ]),
  };
}

const noCodes: readonly ImportedCode[] = [];

function codesOf(codes: readonly (ImportedCode | undefined)[]): readonly ImportedCode[] {
  const found = codes.filter((code) => code !== undefined);
  return found.length === 0 ? noCodes : found;
}

interface NameColumns {
  readonly fullName?: number;
  readonly surname?: number;
  readonly firstName?: number;
  readonly patronymic?: number;
  readonly firstAndPatronymic?: number;
}

function nameOf(row: OpenRow, columns: NameColumns): PersonName {
  if (columns.fullName !== undefined) return parseFullName(cellOf(row, columns.fullName));
  const surname = normaliseNamePart(cellOf(row, columns.surname));
  if (columns.firstAndPatronymic !== undefined)
    return { surname, ...parseFirstAndPatronymic(cellOf(row, columns.firstAndPatronymic)) };
  const firstName = normaliseNamePart(cellOf(row, columns.firstName));
  return { surname, firstName, patronymic: normaliseNamePart(cellOf(row, columns.patronymic)) };
}

function readClass(reader: Reader, row: OpenRow): ImportedClass {
  const { pupil: columns } = reader.columns;
  const spelling = classText(reader, row);
  const known = reader.classes.get(spelling);
  const found = known ?? classOf(spelling);
  if (known === undefined) reader.classes.set(spelling, found);
  if (found.isGroup)
    note(row, { column: columns.className ?? columns.grade, code: 'class-is-group', severity: 'warning' });
  return found;
}

function classText(reader: Reader, row: OpenRow): string {
  const { pupil: columns } = reader.columns;
  if (columns.className !== undefined) return cellOf(row, columns.className);
  if (columns.grade !== undefined) return `${cellOf(row, columns.grade)}${cellOf(row, columns.letter)}`;
  return reader.context.className ?? '';
}

function classOf(spelling: string): ReadClass {
  const parsed = parseClassName(spelling);
  return { title: formatClassName(parsed), key: keyOfClass(spelling), isGroup: parsed.kind === 'group' };
}

const noGuardians: readonly ImportedGuardian[] = [];

function readGuardians(reader: Reader, row: OpenRow): readonly ImportedGuardian[] {
  const found = reader.columns.guardians.flatMap((columns) => guardianOf(row, columns) ?? []);
  return found.length === 0 ? noGuardians : found;
}

function guardianOf(row: OpenRow, columns: GuardianColumns): ImportedGuardian | undefined {
  const name = nameOf(row, columns);
  const contacts = readContacts(row, columns);
  if (formatFullName(name) === '') {
    const column = columns.fullName ?? columns.surname;
    if (contacts.length > 0) note(row, { column, code: 'name-missing', severity: 'warning' });
    return undefined;
  }
  warnOfMixedLetters(row, columns.fullName ?? columns.surname, name);
  const sex = guessSex(name);
  return {
    name,
    nameKey: nameKey(name),
    sex: undefined,
    birthDate: undefined,
    contacts,
    codes: codesOf([accountOf(cellOf(row, columns.login))]),
    relation: readRelation(row, columns.relation, sex),
  };
}

/** Two rows with one name and birth date (without one: one class) are one pupil, unless identifiers tell them apart. */
function refuseDuplicates(rows: readonly ImportedRow[]): ImportedRow[] {
  const seen = new Map<string, ImportedRow>();
  return rows.map((row) => {
    const keys = row.pupil === undefined ? [] : identityKeys(row.pupil);
    const first = keys.map((key) => seen.get(key)).find((other) => other !== undefined && !toldApart(row, other));
    if (first !== undefined) return duplicateOf(row, first.rowNumber);
    for (const key of keys) if (!seen.has(key)) seen.set(key, row);
    return row;
  });
}

function identityKeys(pupil: ImportedPupil): string[] {
  const ids = pupil.codes.filter(({ kind }) => kind === 'external-id').map(({ key }) => `id:${key}`);
  return [...ids, `${pupil.nameKey}|${pupil.birthDate ?? pupil.schoolClass.key}`];
}

/** Different identifiers, logins or (both sound) SNILS. */
function toldApart({ pupil: left }: ImportedRow, { pupil: right }: ImportedRow): boolean {
  if (left === undefined || right === undefined) return false;
  const id = differ(left.codes, right.codes, 'external-id');
  if (id !== undefined) return id;
  const sound = (pupil: ImportedPupil) => pupil.contacts.filter(({ checked }) => checked === 'ok');
  return (differ(left.codes, right.codes, 'account') ?? false) || (differ(sound(left), sound(right), 'snils') ?? false);
}

type Keyed = { readonly kind: string; readonly key: string };

function differ(left: readonly Keyed[], right: readonly Keyed[], kind: string): boolean | undefined {
  const one = left.find((item) => item.kind === kind);
  const other = right.find((item) => item.kind === kind);
  return one === undefined || other === undefined ? undefined : one.key !== other.key;
}

function duplicateOf(row: ImportedRow, first: number): ImportedRow {
  const problem = {
    rowNumber: row.rowNumber,
    columnNumber: 0,
    columnTitle: '',
    value: row.title,
    code: 'duplicate-row',
    severity: 'refused',
    hint: String(first),
  } as const;
  return { ...row, pupil: undefined, problems: [...row.problems, problem] };
}
