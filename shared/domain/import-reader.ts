import type { Field } from '../tables/columns.ts';
import type { TableRow } from '../tables/read-csv.ts';
import { type ParsedBirthDate, parseBirthDate } from './birth-date.ts';
import { formatClassName, classKey as keyOfClass, parseClassName } from './class-name.ts';
import { type ColumnPlan, planColumns } from './import-columns.ts';
import type { ImportedClass, ImportedCode } from './import-people.ts';
import { createRoleBook, type RoleBook } from './import-roles.ts';
import { cellOf, note, type OpenRow } from './import-row.ts';
import { type Relation, relationOfTitle } from './relation.ts';
import { remembering } from './remember.ts';

/** What reading rows needs beside the rows. */
export interface RowsContext {
  readonly header: readonly string[];
  readonly fields: readonly Field[];
  /** Class of every row in a file without a class column, as a person says it. */
  readonly className?: string | undefined;
  /** The same, guessed: of rows that stand under no line with a class. */
  readonly guessedClass?: string | undefined;
  /** ISO 8601; birth dates are judged by it. */
  readonly today: string;
}

/** Everything that reading a row needs; what repeats itself in a list is looked at once. */
export interface Reader {
  readonly context: RowsContext;
  readonly columns: ColumnPlan;
  readonly classes: (spelling: string) => ReadClass;
  readonly birthDates: (text: string) => ParsedBirthDate;
  /** By the title of a guardian's column. */
  readonly relations: (title: string) => Relation | undefined;
  readonly roles: RoleBook;
}

interface ReadClass extends ImportedClass {
  readonly isGroup: boolean;
}

export function createReader(context: RowsContext): Reader {
  return {
    context,
    columns: planColumns(context.fields),
    classes: remembering(classOf),
    birthDates: remembering((text) => parseBirthDate(text, context.today)),
    relations: remembering(relationOfTitle),
    roles: createRoleBook(),
  };
}

/** A row about to be read. */
export function openRow({ context, birthDates }: Reader, { rowNumber, cells, className }: TableRow): OpenRow {
  const { header, today } = context;
  return { rowNumber, cells, className, header, today, birthDates, problems: [] };
}

function classOf(spelling: string): ReadClass {
  const parsed = parseClassName(spelling);
  return { title: formatClassName(parsed), key: keyOfClass(spelling), isGroup: parsed.kind === 'group' };
}

/** The class of a row; a group is kept with a warning. */
export function readClass(reader: Reader, row: OpenRow, column = reader.columns.pupil.className): ImportedClass {
  const { pupil } = reader.columns;
  const found = reader.classes(classText(reader, row, column));
  if (found.isGroup) note(row, { column: column ?? pupil.grade, code: 'class-is-group', severity: 'warning' });
  return found;
}

function classText(reader: Reader, row: OpenRow, column: number | undefined): string {
  const { grade, letter } = reader.columns.pupil;
  if (column !== undefined) return cellOf(row, column);
  if (grade !== undefined) return `${cellOf(row, grade)}${cellOf(row, letter)}`;
  return reader.context.className ?? row.className ?? reader.context.guessedClass ?? '';
}

const noCodes: readonly ImportedCode[] = [];

/** The codes that are there. */
export function codesOf(...codes: readonly (ImportedCode | undefined)[]): readonly ImportedCode[] {
  const found = codes.filter((code) => code !== undefined);
  return found.length === 0 ? noCodes : found;
}
