import type { FileContent } from '../contract/import-plan.ts';
import type { Field, GuardianPart, PupilPart, StaffPart } from '../tables/columns.ts';

/** Position of the column of every part that the file has, from 0. */
export type PupilColumns = { readonly [Part in PupilPart]?: number };
export type GuardianColumns = { readonly [Part in GuardianPart]?: number };
export type StaffColumns = { readonly [Part in StaffPart]?: number };

/** Where everything stands in a row. Of repeated fields the first column counts. */
export interface ColumnPlan {
  readonly pupil: PupilColumns;
  readonly guardians: readonly GuardianColumns[];
  readonly staff: StaffColumns;
  readonly teacher: number | undefined;
  readonly role: number | undefined;
  readonly personId: number | undefined;
  readonly parentId: number | undefined;
}

const guardianField = /^guardian\.(\d+)\.(\w+)$/;

/** Turns the fields of the columns into the columns of the fields. */
export function planColumns(fields: readonly Field[]): ColumnPlan {
  return {
    pupil: partsOf(fields, 'pupil.') as PupilColumns,
    guardians: guardianNumbers(fields).map((number) => partsOf(fields, `guardian.${number}.`) as GuardianColumns),
    staff: partsOf(fields, 'staff.') as StaffColumns,
    teacher: columnOf(fields, 'class.teacher'),
    role: columnOf(fields, 'role'),
    personId: columnOf(fields, 'person.externalId'),
    parentId: columnOf(fields, 'parent.externalId'),
  };
}

function guardianNumbers(fields: readonly Field[]): number[] {
  const numbers = fields.flatMap((field) => guardianField.exec(field)?.[1] ?? []).map(Number);
  return [...new Set(numbers)].sort((left, right) => left - right);
}

function partsOf(fields: readonly Field[], prefix: string): Readonly<Record<string, number>> {
  const parts: Record<string, number> = {};
  for (const [column, field] of fields.entries()) {
    if (field.startsWith(prefix)) parts[field.slice(prefix.length)] ??= column;
  }
  return parts;
}

function columnOf(fields: readonly Field[], field: Field): number | undefined {
  const column = fields.indexOf(field);
  return column < 0 ? undefined : column;
}

/** True for a list of staff: its rows are nobody's but theirs. */
export function isStaffList({ staff, pupil }: ColumnPlan): boolean {
  return (staff.surname ?? staff.fullName) !== undefined && (pupil.surname ?? pupil.fullName) === undefined;
}

const contactParts = ['phone', 'email', 'snils', 'portalPhone', 'portalEmail'] as const;

/** What the columns promise, and whether the class of all rows is said outside them; several things at once are usual. */
export function contentsOf(columns: ColumnPlan, classSaid: boolean): FileContent[] {
  const { pupil, guardians, staff, teacher } = columns;
  const people: readonly GuardianColumns[] = [pupil, ...guardians, staff];
  const any = (...parts: readonly (keyof GuardianColumns)[]) =>
    people.some((person) => parts.some((part) => person[part] !== undefined));
  const contents: readonly (readonly [FileContent, boolean])[] = [
    ['class-list', !isStaffList(columns) && hasClass(pupil, classSaid)],
    ['guardians', guardians.length > 0 || columns.parentId !== undefined],
    ['contacts', any(...contactParts)],
    ['logins', any('login')],
    ['passwords', any('password')],
    [
      'portal-codes',
      pupil.portalCode !== undefined || pupil.externalId !== undefined || columns.personId !== undefined,
    ],
    ['staff', isStaffList(columns) || teacher !== undefined],
    ['leavers', pupil.leftOn !== undefined],
  ];
  return contents.filter(([, there]) => there).map(([content]) => content);
}

function hasClass(pupil: PupilColumns, classSaid: boolean): boolean {
  return pupil.className !== undefined || pupil.grade !== undefined || classSaid;
}

/** Contents that make sense for pupils who are known already, so that no class is needed. */
const additions: ReadonlySet<FileContent> = new Set(['contacts', 'logins', 'passwords', 'portal-codes', 'leavers']);

/**
 * What an import cannot do without and the columns do not say: `pupil.surname`, `pupil.firstName`, `pupil.className` (or
 * the names of staff). A file that only adds to known pupils needs no class.
 */
export function missingFields(fields: readonly Field[], classSaid: boolean): string[] {
  const columns = planColumns(fields);
  if (isStaffList(columns)) return missingNames('staff', columns.staff);
  const missing = missingNames('pupil', columns.pupil);
  const adds = contentsOf(columns, classSaid).some((content) => additions.has(content));
  if (!hasClass(columns.pupil, classSaid) && !adds) missing.push('pupil.className');
  return missing;
}

/** True for a list of pupils whose columns do not tell their class. */
export function needsClass(fields: readonly string[]): boolean {
  return !fields.some((field) => classOrStaff.has(field));
}

const classOrStaff: ReadonlySet<string> = new Set<Field>([
  'pupil.className',
  'pupil.grade',
  'staff.surname',
  'staff.fullName',
]);

function missingNames(subject: 'pupil' | 'staff', columns: PupilColumns | StaffColumns): string[] {
  if (columns.fullName !== undefined) return [];
  const missing: string[] = [];
  if (columns.surname === undefined) missing.push(`${subject}.surname`);
  if (columns.firstName === undefined && columns.firstAndPatronymic === undefined) missing.push(`${subject}.firstName`);
  return missing;
}
