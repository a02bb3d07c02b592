import type { ClassStanding } from '../contract/reconciliation.ts';
import type { DrawItem, Sheet } from '../contract/slips.ts';
import type { NoteWords } from './family-note.ts';
import { ellipsis, type Measure, type TextStyle, textAt, wrap } from './layout-text.ts';
import { fill } from './slip-texts.ts';

const sheet = { widthMm: 210, heightMm: 297 } as const;
const left = 20;
const right = 195;
const firstRowMm = 52;
const rowMm = 8;
const rowsAPage = 28;
const peopleMm = 46;
const barAt = { xMm: 60, widthMm: 64 } as const;

const title: TextStyle = { font: 'bold', sizePt: 15 };
const strong: TextStyle = { font: 'bold', sizePt: 10 };
const text: TextStyle = { font: 'regular', sizePt: 10 };
const narrow: TextStyle = { font: 'regular', sizePt: 7, grey: 0.38 };
const columnMm = 15.5;
const quiet: TextStyle = { font: 'regular', sizePt: 8.5, grey: 0.38 };

/** Parts of a bar from left to right with their shade: the darkest is done. */
const parts = [
  { part: 'matched', grey: 0.25, xMm: 128 },
  { part: 'school', grey: 0.5, xMm: 145 },
  { part: 'family', grey: 0.72, xMm: 162 },
  { part: 'absent', grey: 0.9, xMm: 179 },
] as const;

/** What the report is drawn with. */
export interface StandingJob {
  readonly schoolName: string;
  readonly facts: string;
  readonly words: NoteWords;
  readonly measure: Measure;
}

/** How the people of every class stand: a bar and its numbers, the whole school first. */
export function standingSheets(rows: readonly ClassStanding[], job: StandingJob): Sheet[] {
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  return Array.from({ length: pages }, (_, page) => {
    const shown = rows.slice(page * rowsAPage, (page + 1) * rowsAPage);
    const foot = fill(job.words.page, { page: page + 1, pages });
    const items = [...headOf(job), ...shown.flatMap((row, at) => rowOf(row, firstRowMm + at * rowMm, job))];
    return { ...sheet, items: [...items, textAt(foot, quiet, left, 284)] };
  });
}

function headOf({ schoolName, facts, words, measure }: StandingJob): DrawItem[] {
  const legend = parts.flatMap(({ part, grey }, at) => {
    const xMm = left + at * 44;
    const box: DrawItem = { kind: 'box', xMm, yMm: 36.4, widthMm: 3, heightMm: 3, radiusMm: 0.6, fillGrey: grey };
    return [box, textAt(words.column[part], quiet, xMm + 4.4, 36)];
  });
  return [
    textAt(words.reportTitle, title, left, 14),
    textAt(schoolName, text, left, 22),
    textAt(ellipsis(facts, quiet, right - left, measure), quiet, left, 28),
    ...legend,
    textAt(words.column.people, quiet, peopleMm, 44.5),
    ...parts.flatMap(({ part, xMm }) =>
      wrap(words.column[part], narrow, columnMm, measure).map((line, at) => textAt(line, narrow, xMm, 41.5 + at * 3)),
    ),
  ];
}

function rowOf(row: ClassStanding, yMm: number, { words }: StandingJob): DrawItem[] {
  const style = row.classId === null ? strong : text;
  const name = row.classId === null ? words.wholeSchool : row.className;
  const bar: DrawItem[] = [];
  let xMm: number = barAt.xMm;
  for (const { part, grey } of parts) {
    const widthMm = row.people === 0 ? 0 : (barAt.widthMm * row[part]) / row.people;
    if (widthMm > 0) bar.push({ kind: 'box', xMm, yMm: yMm + 0.6, widthMm, heightMm: 4, radiusMm: 0, fillGrey: grey });
    xMm += widthMm;
  }
  const numbers = parts.map((part) => textAt(String(row[part.part]), style, part.xMm, yMm));
  return [textAt(name, style, left, yMm), textAt(String(row.people), style, peopleMm, yMm), ...bar, ...numbers];
}
