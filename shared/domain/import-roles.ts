import type {
  ImportedClass,
  ImportedCode,
  ImportedGuardian,
  ImportedPeople,
  ImportedPerson,
  ImportedRow,
} from './import-people.ts';
import { foldName, formatFullName, guessSex } from './person-name.ts';

/** Whose row it is, in files that have a row for everybody; files without roles have pupils only. */
export type RowRole = 'pupil' | 'teacher' | 'parent' | 'other';

const roles: ReadonlyMap<string, RowRole> = new Map([
  ['', 'pupil'],
  ['ученик', 'pupil'],
  ['учащийся', 'pupil'],
  ['обучающийся', 'pupil'],
  ['student', 'pupil'],
  ['учитель', 'teacher'],
  ['классный руководитель', 'teacher'],
  ['teacher', 'teacher'],
  ['родитель', 'parent'],
  ['законный представитель', 'parent'],
  ['parent', 'parent'],
  ['guardian', 'parent'],
]);

/** Reads the role cell of a row. */
export function roleOf(text: string): RowRole {
  return text === '' ? 'pupil' : (roles.get(foldName(text)) ?? 'other');
}

/** The row of a teacher or a parent. */
export interface RoleRow {
  readonly rowNumber: number;
  readonly role: 'teacher' | 'parent';
  readonly schoolClass: ImportedClass;
  readonly person: ImportedPerson;
  readonly id: ImportedCode | undefined;
  /** Other end of the link: in a parent's row the child's identifier. */
  readonly parentId: ImportedCode | undefined;
}

/** Everything said outside pupils' rows, and the parents that pupils' rows name by identifier. */
export interface RoleBook {
  readonly rows: RoleRow[];
  readonly parents: {
    readonly rowNumber: number;
    readonly parent: ImportedCode;
    readonly column: number | undefined;
  }[];
}

export function createRoleBook(): RoleBook {
  return { rows: [], parents: [] };
}

/** Gives pupils the parents that stand in rows of their own, and takes class teachers out of teachers' rows. */
export function withRoles(rows: readonly ImportedRow[], book: RoleBook): Omit<ImportedPeople, 'contents'> {
  const teachers = book.rows
    .filter(({ role, person }) => role === 'teacher' && person.name.surname !== '')
    .map(({ rowNumber, schoolClass, person }) => ({ rowNumber, schoolClass, person }));
  const linked = book.parents.length > 0 || book.rows.some(({ role }) => role === 'parent');
  return { rows: linked ? linkParents(rows, book) : rows, teachers };
}

function linkParents(rows: readonly ImportedRow[], book: RoleBook): ImportedRow[] {
  const parents = book.rows.filter(({ role, person }) => role === 'parent' && formatFullName(person.name) !== '');
  const byId = new Map(parents.map((row) => [row.id?.key, row.person]));
  const byChild = byChildId(parents);
  const named = new Map(book.parents.map((link) => [link.rowNumber, link]));
  return rows.map((row) => {
    const link = named.get(row.rowNumber);
    const own = link === undefined ? undefined : byId.get(link.parent.key);
    const ids = row.pupil?.codes.filter(({ kind }) => kind === 'external-id').map(({ key }) => key) ?? [];
    const others = ids.flatMap((id) => byChild.get(id) ?? []);
    const linked = withGuardians(row, own === undefined ? others : [own, ...others]);
    return link !== undefined && own === undefined ? parentUnknown(linked, link) : linked;
  });
}

function byChildId(parents: readonly RoleRow[]): ReadonlyMap<string, readonly ImportedPerson[]> {
  const byChild = new Map<string, ImportedPerson[]>();
  for (const { parentId, person } of parents) {
    if (parentId !== undefined) byChild.set(parentId.key, [...(byChild.get(parentId.key) ?? []), person]);
  }
  return byChild;
}

function withGuardians(row: ImportedRow, people: readonly ImportedPerson[]): ImportedRow {
  if (row.pupil === undefined || people.length === 0) return row;
  const guardians = [...row.pupil.guardians, ...people.map(asGuardian)];
  return { ...row, pupil: { ...row.pupil, guardians } };
}

/** The row of a parent says nothing of the relation but the sex. */
function asGuardian(person: ImportedPerson): ImportedGuardian {
  const sex = person.sex ?? guessSex(person.name);
  return { ...person, relation: sex === undefined ? undefined : sex === 'female' ? 'mother' : 'father' };
}

function parentUnknown(row: ImportedRow, link: RoleBook['parents'][number]): ImportedRow {
  const problem = {
    rowNumber: row.rowNumber,
    columnNumber: (link.column ?? -1) + 1,
    columnTitle: '',
    value: link.parent.value,
    code: 'parent-unknown',
    severity: 'warning',
    hint: '',
  } as const;
  return { ...row, problems: [...row.problems, problem] };
}
