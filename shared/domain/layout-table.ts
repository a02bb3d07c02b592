import type { DrawItem, Sheet } from '../contract/slips.ts';
import { type Block, beside, clipped, firstThatFits, headline, lines, type Pen, space, stack } from './layout-block.ts';
import { lineHeight, type Measure, type PaperFont, type TextStyle, textAt, wrap } from './layout-text.ts';
import { fill } from './slip-texts.ts';

/** One column of a printed table. */
export interface Column<Row> {
  readonly title: string;
  readonly widthMm: number;
  readonly font: PaperFont;
  /** What stands in the cell; the row's number counts from 1 within its section. */
  cell(row: Row, number: number): string;
}

/** Rows that belong together (a class); every section begins a new page. */
export interface Section<Row> {
  readonly subtitle: string;
  readonly rows: readonly Row[];
}

/** A printed table: its words, columns and rows. */
export interface TableJob<Row> {
  readonly title: string;
  readonly schoolName: string;
  /** The academic year and the date of making, at the right of the heading. */
  readonly facts: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly sections: readonly Section<Row>[];
  readonly rowHeightMm: number;
  readonly footnote: string;
  /** What stands under the last row of a section, line by line; '' for nothing. */
  readonly closing: string;
  /** `Page {page} of {pages}`. */
  readonly pageWords: string;
  /** What an empty section says. */
  readonly emptyWords: string;
  readonly measure: Measure;
}

interface Page<Row> {
  readonly subtitle: string;
  readonly rows: readonly Row[];
  readonly firstNumber: number;
  readonly last: boolean;
}

const sheet = { widthMm: 210, heightMm: 297 } as const;
/** The left margin is wide enough to be filed. */
const area = { left: 20, right: 200, top: 12, bottom: 284 } as const;
const headingMm = 27;
const headRowMm = 8;
const closingLineMm = 7;

/** Room for the lines under the last row, and for a little more. */
function closingMm<Row>(job: TableJob<Row>): number {
  return closingLineMm * (1 + underTable(job.closing, job).length);
}

const closingStyle: TextStyle = { font: 'regular', sizePt: 9 };

/** Lines under a table; one that is wider than the table goes on in the next. */
function underTable<Row>(words: string, { measure }: TableJob<Row>): readonly string[] {
  const width = area.right - area.left;
  return words.split('\n').flatMap((line) => (line === '' ? [''] : wrap(line, closingStyle, width, measure)));
}

const grey = 0.38;

function rowsPerPage<Row>(job: TableJob<Row>): number {
  const { rowHeightMm } = job;
  return Math.floor((area.bottom - area.top - headingMm - headRowMm - closingMm(job)) / rowHeightMm);
}

function pagesOf<Row>(section: Section<Row>, most: number): readonly Page<Row>[] {
  const count = Math.max(1, Math.ceil(section.rows.length / most));
  return Array.from({ length: count }, (_, index) => ({
    subtitle: section.subtitle,
    rows: section.rows.slice(index * most, (index + 1) * most),
    firstNumber: index * most + 1,
    last: index === count - 1,
  }));
}

function rule(x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number, widthPt = 0.4): DrawItem {
  return { kind: 'line', x1Mm, y1Mm, x2Mm, y2Mm, widthPt, dash: 'solid', grey: 0.55 };
}

function heading<Row>(job: TableJob<Row>, page: Page<Row>): Block {
  const fact: TextStyle = { font: 'regular', sizePt: 8.5, grey };
  const width = area.right - area.left;
  const factsWidth = Math.max(...job.facts.map((text) => job.measure(text, fact.font, fact.sizePt)));
  const pen: Pen = { measure: job.measure, widthMm: width - factsWidth - 6 };
  const left = stack(
    clipped(job.schoolName, fact, 2, pen),
    space(1),
    headline(job.title, { font: 'bold', sizePt: 15 }, 10, pen),
    headline(page.subtitle, { font: 'medium', sizePt: 11 }, 8, pen),
  );
  return beside(left, lines(job.facts, fact), width - factsWidth);
}

const cellScales = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52];

/** A cell's text in the middle of its row, smaller or in two lines where it is long. */
function cell(text: string, style: TextStyle, widthMm: number, heightMm: number, measure: Measure): Block {
  const pen = { measure, widthMm: widthMm - 3 };
  const attempt = (scale: number) => headline(text, { ...style, sizePt: style.sizePt * scale }, 6, pen);
  const block = firstThatFits(cellScales, heightMm - 0.6, attempt);
  return stack(space(Math.max(0, (heightMm - block.heightMm) / 2)), block);
}

function row<Row>(
  job: TableJob<Row>,
  texts: readonly string[],
  y: number,
  heightMm: number,
  head: boolean,
): DrawItem[] {
  let x: number = area.left;
  return job.columns.flatMap((column, index) => {
    const style: TextStyle = head ? { font: 'medium', sizePt: 8, grey } : { font: column.font, sizePt: 9.5 };
    const items = cell(texts[index] ?? '', style, column.widthMm, heightMm, job.measure).draw(x + 1.5, y);
    x += column.widthMm;
    return items;
  });
}

function grid<Row>(job: TableJob<Row>, top: number, rows: number): readonly DrawItem[] {
  const ys = Array.from({ length: rows + 1 }, (_, index) => top + headRowMm + index * job.rowHeightMm);
  const bottom = ys.at(-1) ?? top + headRowMm;
  const ends = job.columns.map((_, index) =>
    job.columns.slice(0, index + 1).reduce((sum, one) => sum + one.widthMm, 0),
  );
  return [
    rule(area.left, top, area.right, top, 0.7),
    ...ys.map((y, index) => rule(area.left, y, area.right, y, index === 0 ? 0.7 : 0.4)),
    ...[0, ...ends].map((x) => rule(area.left + x, top, area.left + x, bottom)),
  ];
}

function footer<Row>(job: TableJob<Row>, number: number, pages: number): readonly DrawItem[] {
  const style: TextStyle = { font: 'regular', sizePt: 8, grey };
  const text = fill(job.pageWords, { page: number, pages });
  const y = area.bottom - lineHeight(style);
  const right = area.right - job.measure(text, style.font, style.sizePt);
  return [...lines([job.footnote], style).draw(area.left, y), ...lines([text], style).draw(right, y)];
}

function body<Row>(job: TableJob<Row>, page: Page<Row>, top: number): readonly DrawItem[] {
  const first = top + headRowMm;
  const titles = job.columns.map((column) => column.title);
  const texts = page.rows.map((one, index) => job.columns.map((column) => column.cell(one, page.firstNumber + index)));
  const after = first + page.rows.length * job.rowHeightMm + 5;
  const below = page.rows.length === 0 ? job.emptyWords : page.last ? job.closing : '';
  return [
    {
      kind: 'box',
      xMm: area.left,
      yMm: top,
      widthMm: area.right - area.left,
      heightMm: headRowMm,
      radiusMm: 0,
      fillGrey: 0.94,
    },
    ...row(job, titles, top, headRowMm, true),
    ...texts.flatMap((cells, index) => row(job, cells, first + index * job.rowHeightMm, job.rowHeightMm, false)),
    ...grid(job, top, page.rows.length),
    ...(below === '' ? [] : underTable(below, job)).map((text, index) =>
      textAt(text, closingStyle, area.left, after + index * closingLineMm),
    ),
  ];
}

/** The pages of a table on A4: heading, column titles and page number on every one. */
export function tableSheets<Row>(job: TableJob<Row>): readonly Sheet[] {
  const most = rowsPerPage(job);
  const pages = job.sections.flatMap((section) => pagesOf(section, most));
  return pages.map((page, index) => ({
    ...sheet,
    items: [
      ...heading(job, page).draw(area.left, area.top),
      ...body(job, page, area.top + headingMm),
      ...footer(job, index + 1, pages.length),
    ],
  }));
}
