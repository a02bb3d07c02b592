import type { TableRow } from '../tables/read-csv.ts';
import {
  accountOf,
  caseNumberOf,
  externalIdOf,
  readAccount,
  readBirthDate,
  readLeftOn,
  readPortalCode,
  readRelation,
  readSex,
  warnOfName,
} from './import-cells.ts';
import { contentsOf, type GuardianColumns, isStaffList } from './import-columns.ts';
import { readContacts } from './import-contacts.ts';
import { refuseDuplicates } from './import-duplicates.ts';
import { isNobody, type ReadName, readFullName, readName } from './import-names.ts';
import type {
  ImportedClass,
  ImportedCode,
  ImportedGuardian,
  ImportedPeople,
  ImportedPupil,
  ImportedRow,
} from './import-people.ts';
import { codesOf, createReader, openRow, type Reader, type RowsContext, readClass } from './import-reader.ts';
import { roleOf, withRoles } from './import-roles.ts';
import { cellOf, note, type OpenRow } from './import-row.ts';
import { formatFullName, guessSex } from './person-name.ts';

/**
 * Reads rows into people, with a problem for everything doubtful. A pupil without surname, first name or with a birth
 * date that cannot be read is refused; so is a second row of the same pupil. Yields the number of rows read.
 */
export function* readPeople(rows: Iterable<TableRow>, context: RowsContext): Generator<number, ImportedPeople> {
  const reader = createReader(context);
  const readOne = isStaffList(reader.columns) ? readStaffRow : readRow;
  const read: ImportedRow[] = [];
  let done = 0;
  let classSaid = (context.className ?? context.guessedClass ?? '') !== '';
  for (const row of rows) {
    classSaid ||= row.className !== undefined;
    const imported = readOne(reader, openRow(reader, row));
    if (imported !== undefined) read.push(imported);
    done += 1;
    if (done % 100 === 0) yield done;
  }
  const contents = contentsOf(reader.columns, classSaid);
  return { ...withRoles(yield* refuseDuplicates(read), reader.roles), contents };
}

function readRow(reader: Reader, row: OpenRow): ImportedRow | undefined {
  const { role: column } = reader.columns;
  const role = column === undefined ? 'pupil' : roleOf(cellOf(row, column));
  if (role === 'pupil') return readPupilRow(reader, row);
  noteRoleRow(reader, row, role);
  return undefined;
}

/** A teacher's or parent's own row: not a pupil, but said about one. */
function noteRoleRow(reader: Reader, row: OpenRow, role: 'teacher' | 'parent' | 'other'): void {
  if (role === 'other') return;
  const read = readName((column) => cellOf(row, column), reader.columns.pupil);
  const person = personParts(reader, row, read);
  const schoolClass = readClass(reader, row);
  const ids = { id: personId(reader, row), parentId: parentId(reader, row) };
  reader.roles.rows.push({ rowNumber: row.rowNumber, role, schoolClass, person, ...ids });
}

function personId(reader: Reader, row: OpenRow): ImportedCode | undefined {
  return externalIdOf(cellOf(row, reader.columns.personId));
}

function parentId(reader: Reader, row: OpenRow): ImportedCode | undefined {
  return externalIdOf(cellOf(row, reader.columns.parentId));
}

function readPupilRow(reader: Reader, row: OpenRow): ImportedRow {
  const { pupil: columns } = reader.columns;
  const read = readName((column) => cellOf(row, column), columns);
  const nameColumn = columns.fullName ?? columns.surname ?? columns.firstName;
  if (read.name.surname === '' || read.name.firstName === '')
    note(row, { column: nameColumn, code: 'name-missing', severity: 'refused' });
  warnOfName(row, nameColumn, read);
  const schoolClass = readClass(reader, row);
  const pupil = pupilOf(reader, row, read, schoolClass);
  const parent = parentId(reader, row);
  if (parent !== undefined)
    reader.roles.parents.push({ rowNumber: row.rowNumber, parent, column: reader.columns.parentId });
  return rowOf(row, read, schoolClass.title, pupil);
}

const noProblems: ImportedRow['problems'] = [];

function rowOf(
  { rowNumber, problems }: OpenRow,
  { name, key }: ReadName,
  className: string,
  pupil: ImportedPupil | undefined,
): ImportedRow {
  const refused = problems.length > 0 && problems.some(({ severity }) => severity === 'refused');
  return {
    rowNumber,
    title: formatFullName(name),
    className,
    pupil: refused ? undefined : pupil,
    ...(refused && { refusedKey: key }),
    problems: problems.length === 0 ? noProblems : problems,
  };
}

/** A row of a staff list; one without a name is refused. */
function readStaffRow(reader: Reader, row: OpenRow): ImportedRow {
  const { staff: columns } = reader.columns;
  const read = readName((column) => cellOf(row, column), columns);
  const column = columns.fullName ?? columns.surname;
  warnOfName(row, column, read);
  const schoolClass = readClass(reader, row, columns.className);
  if (read.name.surname === '') {
    note(row, { column, code: 'name-missing', severity: 'refused' });
    return rowOf(row, read, schoolClass.title, undefined);
  }
  const codes = codesOf(externalIdOf(cellOf(row, columns.externalId)), accountOf(cellOf(row, columns.login)));
  const facts = { sex: undefined, birthDate: undefined, contacts: readContacts(row, columns), codes };
  const person = { name: read.name, nameKey: read.key, ...facts };
  const staff = { rowNumber: row.rowNumber, schoolClass, person };
  return { ...rowOf(row, read, schoolClass.title, undefined), staff };
}

function pupilOf(reader: Reader, row: OpenRow, read: ReadName, schoolClass: ImportedClass): ImportedPupil {
  const teacher = cellOf(row, reader.columns.teacher);
  const leftOn = readLeftOn(row, reader.columns.pupil.leftOn);
  const parts = personParts(reader, row, read);
  return {
    name: parts.name,
    nameKey: parts.nameKey,
    sex: parts.sex,
    birthDate: parts.birthDate,
    contacts: parts.contacts,
    codes: parts.codes,
    schoolClass,
    guardians: readGuardians(reader, row),
    teacher: teacher === '' ? undefined : readFullName((teacher.split(';')[0] ?? '').trim()).name,
    ...(leftOn !== undefined && { leftOn }),
  };
}

function personParts(reader: Reader, row: OpenRow, { name, key }: ReadName) {
  const { pupil: columns } = reader.columns;
  return {
    name,
    nameKey: key,
    sex: readSex(row, columns.sex),
    birthDate: readBirthDate(row, columns.birthDate),
    contacts: readContacts(row, columns),
    codes: codesOf(
      externalIdOf(cellOf(row, columns.externalId)) ?? personId(reader, row),
      caseNumberOf(cellOf(row, columns.caseNumber)),
      readPortalCode(row, columns.portalCode),
      readAccount(row, columns),
    ),
  };
}

const noGuardians: readonly ImportedGuardian[] = [];

function readGuardians(reader: Reader, row: OpenRow): readonly ImportedGuardian[] {
  const found: ImportedGuardian[] = [];
  for (const one of reader.columns.guardians) {
    const guardian = guardianOf(reader, row, one);
    if (guardian !== undefined) found.push(guardian);
  }
  return found.length === 0 ? noGuardians : found.slice();
}

const yes = /^(?:true|1|да|yes|\+)$/i;

/** A link that its source hides stays hidden: a slip for this guardian would end up in wrong hands. */
function isHidden(row: OpenRow, { hidden, fullName, surname }: GuardianColumns): boolean {
  if (!yes.test(cellOf(row, hidden))) return false;
  note(row, { column: fullName ?? surname, code: 'guardian-hidden', severity: 'warning' });
  return true;
}

/** A contact is somebody's: without a name it cannot be kept. */
function noteNameless(row: OpenRow, { phone, email, snils, portalPhone, portalEmail }: GuardianColumns): void {
  const column = [phone, email, snils, portalPhone, portalEmail].find((one) => cellOf(row, one) !== '');
  note(row, { column, code: 'guardian-name-missing', severity: 'warning' });
}

function guardianOf(reader: Reader, row: OpenRow, columns: GuardianColumns): ImportedGuardian | undefined {
  if (isHidden(row, columns)) return undefined;
  const read = readName((column) => cellOf(row, column), columns);
  const contacts = readContacts(row, columns);
  const column = columns.fullName ?? columns.surname;
  if (isNobody(read)) {
    if (contacts.length > 0) noteNameless(row, columns);
    return undefined;
  }
  warnOfName(row, column, read);
  return {
    name: read.name,
    nameKey: read.key,
    sex: undefined,
    birthDate: undefined,
    contacts,
    codes: codesOf(readAccount(row, columns)),
    relation:
      columns.relation === undefined
        ? reader.relations(row.header[column ?? -1] ?? '')
        : readRelation(row, columns.relation, () => guessSex(read.name)),
  };
}
