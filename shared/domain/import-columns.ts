import type { Field, GuardianPart, PupilPart } from '../tables/columns.ts';

/** Position of the column of every part that the file has, from 0. */
export type PupilColumns = { readonly [Part in PupilPart]?: number };
export type GuardianColumns = { readonly [Part in GuardianPart]?: number };

/** Where everything stands in a row. Of repeated fields the first column counts. */
export interface ColumnPlan {
  readonly pupil: PupilColumns;
  readonly guardians: readonly GuardianColumns[];
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
    teacher: columnOf(fields, 'class.teacher'),
    role: columnOf(fields, 'role'),
    personId: columnOf(fields, 'person.externalId'),
    parentId: columnOf(fields, 'parent.externalId'),
  };
}

function guardianNumbers(fields: readonly Field[]): number[] {
  const numbers = fields.flatMap((field) => Number(guardianField.exec(field)?.[1] ?? []));
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

/**
 * What an import cannot do without and the columns do not say: `pupil.surname`, `pupil.firstName`, `pupil.className`.
 */
export function missingFields(fields: readonly Field[], className: string | undefined): string[] {
  const { pupil } = planColumns(fields);
  const missing: string[] = [];
  if (pupil.fullName === undefined && pupil.surname === undefined) missing.push('pupil.surname');
  if (pupil.fullName === undefined && pupil.firstName === undefined && pupil.firstAndPatronymic === undefined)
    missing.push('pupil.firstName');
  if (pupil.className === undefined && pupil.grade === undefined && !className?.trim()) missing.push('pupil.className');
  return missing;
}
