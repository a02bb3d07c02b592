import type { RowProblem } from '../contract/import-plan.ts';
import type { ParsedBirthDate } from './birth-date.ts';

/** One row while it is read: its cells, and the problems found so far. */
export interface OpenRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** Of the line above that begins a class. */
  readonly className: string | undefined;
  readonly header: readonly string[];
  /** ISO 8601. */
  readonly today: string;
  readonly birthDates: (text: string) => ParsedBirthDate;
  readonly problems: RowProblem[];
}

/** Text of a cell; '' for a column that the file does not have. */
export function cellOf(row: OpenRow, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column] ?? '');
}

/** What is wrong, and where; `column` counts from 0, undefined when the whole row is meant. */
export interface Finding {
  readonly column: number | undefined;
  readonly code: RowProblem['code'];
  readonly severity: RowProblem['severity'];
  /** What was expected, as data without words: a number, a domain, the name of an expectation. */
  readonly hint?: string;
  readonly value?: string;
}

/** Notes a problem with its place. */
export function note(row: OpenRow, finding: Finding): void {
  const { column, code, severity, hint = '' } = finding;
  row.problems.push({
    rowNumber: row.rowNumber,
    columnNumber: column === undefined ? 0 : column + 1,
    columnTitle: column === undefined ? '' : (row.header[column] ?? ''),
    value: finding.value ?? cellOf(row, column),
    code,
    severity,
    hint,
  });
}
