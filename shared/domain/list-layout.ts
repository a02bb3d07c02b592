import type { CredentialStateOrNone } from '../contract/base.ts';
import type { Sheet } from '../contract/slips.ts';
import { type Column, type Section, tableSheets } from './layout-table.ts';
import type { Measure } from './layout-text.ts';
import { dottedDate, fill, type PaperWords } from './slip-texts.ts';

/** One pupil of a class list. There is no place for a password here. */
export interface ListRow {
  readonly name: string;
  /** '' when the pupil has none. */
  readonly login: string;
  readonly state: CredentialStateOrNone;
}

/** Rows of one class. */
export interface ClassRows<Row> {
  readonly className: string;
  readonly rows: readonly Row[];
}

/** What every printed list is made with. `academicYear` is written `2026/2027`; `date` is ISO 8601. */
export interface ListJob {
  readonly schoolName: string;
  readonly academicYear: string;
  readonly date: string;
  readonly words: PaperWords;
  readonly measure: Measure;
}

/** What a list's heading and foot say, whichever list it is. */
export function listFrame({ schoolName, academicYear, date, words, measure }: ListJob) {
  return {
    schoolName,
    facts: [fill(words.list.academicYear, { year: academicYear }), fill(words.list.made, { date: dottedDate(date) })],
    footnote: words.list.loginsOnly,
    pageWords: words.list.page,
    emptyWords: words.list.empty,
    measure,
  };
}

/** Classes as sections of a table; people without a class stand under a dash. */
export function classSections<Row>(classes: readonly ClassRows<Row>[], words: PaperWords): readonly Section<Row>[] {
  return classes.map(({ className, rows }) => ({
    subtitle: fill(words.list.classOf, { className: className === '' ? '—' : className }),
    rows,
  }));
}

function columns({ words }: ListJob): readonly Column<ListRow>[] {
  const { list } = words;
  return [
    { title: list.number, widthMm: 11, font: 'regular', cell: (_, number) => String(number) },
    { title: list.name, widthMm: 84, font: 'regular', cell: (row) => row.name },
    { title: list.login, widthMm: 53, font: 'mono', cell: (row) => row.login },
    { title: list.state, widthMm: 32, font: 'regular', cell: (row) => list.states[row.state] },
  ];
}

/** The class list: number, name, login, state; a class begins a new page. */
export function listSheets(classes: readonly ClassRows<ListRow>[], job: ListJob): readonly Sheet[] {
  return tableSheets({
    ...listFrame(job),
    title: job.words.list.classList,
    columns: columns(job),
    sections: classSections(classes, job.words),
    rowHeightMm: 6.5,
    closing: '',
  });
}
