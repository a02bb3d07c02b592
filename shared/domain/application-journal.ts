import type { ApplicationRow } from '../contract/applications.ts';
import type { Sheet } from '../contract/slips.ts';
import type { ApplicationWords } from './application-form-layout.ts';
import { type Column, tableSheets } from './layout-table.ts';
import type { Measure } from './layout-text.ts';
import { formatShortName, parseFullName } from './person-name.ts';
import { dottedDate, fill } from './slip-texts.ts';

/** What the register is drawn with. `period` says which applications it holds. */
export interface JournalJob {
  readonly schoolName: string;
  readonly period: string;
  /** ISO 8601. */
  readonly date: string;
  readonly words: ApplicationWords;
  readonly measure: Measure;
}

/** The register of applications on A4. */
export function journalSheets(rows: readonly ApplicationRow[], job: JournalJob): readonly Sheet[] {
  const { words, schoolName, date, period, measure } = job;
  return tableSheets({
    schoolName,
    title: words.journal,
    facts: [fill(words.made, { date: dottedDate(date) })],
    columns: columnsOf(words),
    sections: [{ subtitle: period, rows }],
    rowHeightMm: 10.4,
    footnote: words.foot,
    closing: '',
    pageWords: words.page,
    emptyWords: words.empty,
    measure,
  });
}

function columnsOf(words: ApplicationWords): readonly Column<ApplicationRow>[] {
  const { column } = words;
  const plain = (title: string, widthMm: number, cell: (row: ApplicationRow) => string): Column<ApplicationRow> => ({
    ...{ title, widthMm, font: 'regular', cell },
  });
  return [
    plain(column.number, 11, (row) => row.number),
    plain(column.registered, 19, (row) => dottedDate(row.registeredOn)),
    plain(column.applicant, 47, (row) => row.applicantName),
    plain(column.kind, 30, (row) => words.kind[row.kind]),
    plain(column.pupils, 35, (row) => row.pupils.map(shortPupil).join(', ')),
    plain(column.due, 19, (row) => dottedDate(row.dueOn)),
    plain(column.outcome, 19, (row) => outcomeWords(row, words)),
  ];
}

function shortPupil({ name, className }: ApplicationRow['pupils'][number]): string {
  return `${formatShortName(parseFullName(name, 'surname-first'))} ${className}`.trim();
}

function outcomeWords({ outcome, closedOn }: ApplicationRow, words: ApplicationWords): string {
  return outcome === null || closedOn === null ? '' : fill(words.outcome[outcome], { date: dottedDate(closedOn) });
}

/** The register as rows of a table, titles first; with full names, documents seen and notes. */
export function journalRows(rows: readonly ApplicationRow[], words: ApplicationWords): string[][] {
  const { column } = words;
  const titles = [column.number, column.registered, column.applicant, column.kind, column.pupils, column.documents];
  return [
    [...titles, column.due, column.outcome, column.note],
    ...rows.map((row) => [
      row.number,
      dottedDate(row.registeredOn),
      row.applicantName,
      words.kind[row.kind],
      row.pupils.map(({ name, className }) => `${name}${className === '' ? '' : `, ${className}`}`).join('; '),
      row.documents.map((document) => words.seen[document]).join(', '),
      dottedDate(row.dueOn),
      outcomeWords(row, words),
      [row.note, row.closingNote].filter((part) => part !== '').join('; '),
    ]),
  ];
}
