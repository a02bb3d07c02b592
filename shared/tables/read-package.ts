import { type Archive, extract } from './archive.ts';
import type { Field } from './columns.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { joinPeople, type PackageTables, type PersonRow } from './package-people.ts';
import { readTable, type Table } from './read-table.ts';
import type { FileProblem, TableLimits } from './table-problem.ts';

type Refused = { readonly kind: 'refused'; readonly problem: FileProblem };

/** Files of a package that say something about people and classes. */
const FILES = ['users', 'roles', 'demographics', 'classes', 'enrollments', 'relationships'] as const;
type FileName = (typeof FILES)[number];

/** The tables of a package that lies in an archive, by file name in lower case without folders. */
export function packageOfArchive(archive: Archive): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of archive.entries) {
    const name = entry.name.replace(/^.*\//, '').toLowerCase();
    if (!FILES.some((file) => `${file}.csv` === name)) continue;
    const bytes = extract(archive, entry);
    if (bytes !== undefined) files.set(name, bytes);
  }
  return files;
}

/**
 * Joins the tables of OneRoster 1.1 or 1.2, or of School Data Sync 2.1 (file name -> bytes, from an archive or a folder)
 * into one table of people: a row for each pupil with class and guardians, then a row for each of the staff with the
 * class they lead. The first table that cannot be read refuses the whole.
 */
export function readPackage(files: ReadonlyMap<string, Uint8Array>, limits: TableLimits): Table | Refused {
  const tables: Partial<Record<FileName, readonly ReadonlyMap<string, string>[]>> = {};
  for (const name of FILES) {
    const bytes = files.get(`${name}.csv`);
    if (bytes === undefined) continue;
    const read = readObjects(bytes, limits);
    if ('problem' in read) return read;
    tables[name] = read;
  }
  const { users } = tables;
  if (users === undefined) return { kind: 'refused', problem: { kind: 'package-incomplete', missing: 'users.csv' } };
  return tableOf(joinPeople({ ...emptyTables, ...tables, users }), presetOf(tables.roles, users));
}

const emptyTables: PackageTables = {
  users: [],
  roles: [],
  demographics: [],
  classes: [],
  enrollments: [],
  relationships: [],
};

function readObjects(bytes: Uint8Array, limits: TableLimits): ReadonlyMap<string, string>[] | Refused {
  const table = readTable(bytes, { encoding: 'utf-8', delimiter: ',', headerRow: 1 }, limits);
  if (table.kind === 'refused') return table.problem.kind === 'empty-file' ? [] : table;
  const titles = table.header.map((title) => title.toLowerCase());
  return Array.from(table.rows, ({ cells }) => new Map(titles.map((title, column) => [title, cells[column] ?? ''])));
}

function presetOf(
  roles: readonly ReadonlyMap<string, string>[] | undefined,
  users: readonly ReadonlyMap<string, string>[],
): string {
  if (roles === undefined || users[0]?.has('role') === true) return 'one-roster-1.1';
  return roles[0]?.has('roletype') === true ? 'one-roster-1.2' : 'sds-2.1';
}

const PERSON_COLUMNS = [
  ['role', 'role'],
  ['sourcedId', 'person.externalId'],
  ['familyName', 'pupil.surname'],
  ['givenName', 'pupil.firstName'],
  ['middleName', 'pupil.patronymic'],
  ['birthDate', 'pupil.birthDate'],
  ['sex', 'pupil.sex'],
  ['class', 'pupil.className'],
  ['username', 'pupil.login'],
  ['email', 'pupil.email'],
  ['phone', 'pupil.phone'],
] as const satisfies readonly (readonly [keyof PersonRow, Field])[];

const GUARDIAN_COLUMNS = [
  ['relation', 'relation'],
  ['familyName', 'surname'],
  ['givenName', 'firstName'],
  ['middleName', 'patronymic'],
  ['username', 'login'],
  ['email', 'email'],
  ['phone', 'phone'],
] as const;

function tableOf(people: readonly PersonRow[], presetId: string): Table {
  const most = people.reduce((count, { guardians }) => Math.max(count, guardians.length), 0);
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const guardianTitles = numbers.flatMap((number) => GUARDIAN_COLUMNS.map(([title]) => `guardian ${number} ${title}`));
  const guardianFields = numbers.flatMap((number) =>
    GUARDIAN_COLUMNS.map(([, part]): Field => `guardian.${number}.${part}`),
  );
  const header = [...PERSON_COLUMNS.map(([title]) => title), ...guardianTitles];
  const rows = people.map((person) => ({ rowNumber: person.rowNumber, cells: cellsOf(person, most) }));
  return {
    kind: 'table',
    reading: { encoding: 'utf-8', delimiter: ',', headerRow: 1 },
    encodingSure: true,
    header,
    rows,
    rowCount: rows.length,
    presetId,
    fields: [...PERSON_COLUMNS.map(([, field]) => field), ...guardianFields],
    fingerprint: headerFingerprint(header),
    notes: [],
    asOf: undefined,
    className: '',
    classLines: false,
    sheets: [],
  };
}

function cellsOf(person: PersonRow, guardians: number): string[] {
  const own = PERSON_COLUMNS.map(([key]) => person[key]);
  const others = Array.from({ length: guardians }, (_, index) =>
    GUARDIAN_COLUMNS.map(([key]) => person.guardians[index]?.[key] ?? ''),
  );
  return [...own, ...others.flat()];
}
