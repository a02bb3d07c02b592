import type { DrawItem, Sheet } from '../contract/slips.ts';
import type { FamilyNote, NoteItem, NoteWords } from './family-note.ts';
import { type Block, beside, lines, onField, type Pen, paragraph, space, stack } from './layout-block.ts';
import { type Measure, rememberingWrap, type TextStyle } from './layout-text.ts';

const sheet = { widthMm: 210, heightMm: 297 } as const;
const margin = { left: 20, right: 15, top: 12, bottom: 12 } as const;
const widthMm = sheet.widthMm - margin.left - margin.right;
const gapMm = 7;

const title: TextStyle = { font: 'bold', sizePt: 13 };
const strong: TextStyle = { font: 'bold', sizePt: 10 };
const text: TextStyle = { font: 'regular', sizePt: 10 };
const quiet: TextStyle = { font: 'regular', sizePt: 8.5, grey: 0.38 };

/** What notes are drawn with. `foot` names school and day. */
export interface NoteJob {
  readonly words: NoteWords;
  readonly foot: string;
  readonly measure: Measure;
}

/** Notes under one another on A4, a line to cut along between them; a note is never torn between two sheets. */
export function noteSheets(notes: readonly FamilyNote[], job: NoteJob): Sheet[] {
  const pen: Pen = { measure: job.measure, wrap: rememberingWrap(job.measure), widthMm };
  const sheets: DrawItem[][] = [];
  let y = Number.POSITIVE_INFINITY;
  for (const note of notes) {
    const block = noteBlock(note, job, pen);
    const fits = y + gapMm + block.heightMm <= sheet.heightMm - margin.bottom;
    if (!fits) sheets.push([]);
    const top = fits ? y + gapMm : margin.top;
    const page = sheets.at(-1);
    if (fits) page?.push(cutLine(y + gapMm / 2));
    page?.push(...block.draw(margin.left, top));
    y = top + block.heightMm;
  }
  return sheets.map((items) => ({ widthMm: sheet.widthMm, heightMm: sheet.heightMm, items }));
}

function cutLine(yMm: number): DrawItem {
  const ends = { x1Mm: 8, y1Mm: yMm, x2Mm: sheet.widthMm - 8, y2Mm: yMm };
  return { kind: 'line', ...ends, widthPt: 0.5, dash: 'cut', grey: 0.5 };
}

function noteBlock(note: FamilyNote, { words, foot }: NoteJob, pen: Pen): Block {
  return stack(
    lines([words.noteTitle], title),
    space(1),
    paragraph(note.title, strong, pen),
    space(1.5),
    paragraph(words.noteWhy, text, pen),
    ...note.items.flatMap((item) => [space(2.5), itemBlock(item, words, pen)]),
    space(3),
    paragraph(`${words.where} ${words.masked}`, quiet, pen),
    paragraph(foot, quiet, pen),
  );
}

const fieldMargin = 2.2;
const columnMm = widthMm / 2;

function itemBlock({ who, what, school, portal, todo }: NoteItem, words: NoteWords, pen: Pen): Block {
  const inner: Pen = { ...pen, widthMm: widthMm - 4 * fieldMargin };
  const half: Pen = { ...pen, widthMm: columnMm - 4 * fieldMargin };
  const side = (label: string, value: string) => stack(lines([label], quiet), paragraph(value, strong, half));
  const sides =
    school === '' && portal === ''
      ? []
      : [space(1), beside(side(words.inSchool, school), side(words.inPortal, portal), columnMm - fieldMargin)];
  const parts = [paragraph(`${who}: ${what}`, text, inner), ...sides, space(1), paragraph(todo, text, inner)];
  return onField(stack(...parts), widthMm, fieldMargin, 0.95);
}
