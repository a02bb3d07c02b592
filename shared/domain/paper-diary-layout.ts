import type { PaperPupil } from '../contract/paper-diary.ts';
import type { DrawItem, Sheet } from '../contract/slips.ts';
import type { ApplicationWords } from './application-form-layout.ts';
import { daysAfter } from './expiry.ts';
import { clipped, headline, lines, type Pen, space, stack } from './layout-block.ts';
import { fieldLine, formStyles } from './layout-form.ts';
import { type Column, tableSheets } from './layout-table.ts';
import { type Measure, type TextStyle, textAt } from './layout-text.ts';
import { dottedDate, fill } from './slip-texts.ts';
import { isWorkingDay, type OwnDays } from './working-days.ts';

/** What the papers of the paper diary are drawn with. */
export interface PaperDiaryJob {
  readonly schoolName: string;
  /** ISO 8601. */
  readonly date: string;
  readonly words: ApplicationWords;
  readonly measure: Measure;
}

/** The Monday of the week of a date, ISO 8601. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return daysAfter(date, weekday === 0 ? -6 : 1 - weekday);
}

/** The list of pupils whose diary is kept on paper: a page for each class, with its teacher. */
export function paperListSheets(pupils: readonly PaperPupil[], job: PaperDiaryJob): readonly Sheet[] {
  const { words, schoolName, date, measure } = job;
  const classes = [...new Set(pupils.map(({ className }) => className))];
  return tableSheets({
    schoolName,
    title: words.diary.listTitle,
    facts: [fill(words.made, { date: dottedDate(date) })],
    columns: columnsOf(words),
    sections: classes.map((className) => {
      const rows = pupils.filter((pupil) => pupil.className === className);
      return { subtitle: subtitleOf(className, rows[0]?.teacherName ?? '', words), rows };
    }),
    rowHeightMm: 9,
    footnote: words.foot,
    closing: '',
    pageWords: words.page,
    emptyWords: words.empty,
    measure,
  });
}

function subtitleOf(className: string, teacher: string, { diary }: ApplicationWords): string {
  const who = teacher === '' ? diary.noTeacher : fill(diary.teacher, { name: teacher });
  return `${fill(diary.classOf, { className: className === '' ? '—' : className })}. ${who}`;
}

function columnsOf({ column, diary }: ApplicationWords): readonly Column<PaperPupil>[] {
  return [
    { title: column.number, widthMm: 11, font: 'regular', cell: (_, number) => String(number) },
    { title: diary.pupil, widthMm: 62, font: 'regular', cell: (row) => row.name },
    { title: diary.since, widthMm: 24, font: 'regular', cell: (row) => dottedDate(row.since) },
    {
      ...{ title: diary.by, widthMm: 58, font: 'regular' },
      cell: ({ number, applicantName }) => fill(diary.application, { number, applicant: applicantName }),
    },
    { title: diary.signature, widthMm: 25, font: 'regular', cell: () => '' },
  ];
}

const sheet = { widthMm: 210, heightMm: 297 } as const;
const area = { left: 20, right: 198, top: 12 } as const;
const gapMm = 6;
const dayMm = (area.right - area.left - gapMm) / 2;
const lessons = 7;
const headMm = 6;
const rowMm = 8;
const columns = { subject: 26, mark: 13 } as const;

const { small, hint } = formStyles;
const titleStyle: TextStyle = { font: 'bold', sizePt: 14 };
const nameStyle: TextStyle = { font: 'medium', sizePt: 12 };

/** A sheet of one pupil's week to be filled in by hand: six days with their lessons, remarks and signatures. */
export function diarySheet(pupil: PaperPupil, monday: string, own: OwnDays, job: PaperDiaryJob): Sheet {
  const { words, schoolName, measure } = job;
  const { diary } = words;
  const pen: Pen = { measure, widthMm: area.right - area.left };
  const period = { from: dottedDate(monday), to: dottedDate(daysAfter(monday, 5)) };
  const heading = stack(
    clipped(schoolName, hint, 1, pen),
    space(1),
    headline(fill(diary.sheetTitle, period), titleStyle, 9, pen),
    space(0.8),
    headline(fill(diary.pupilClass, { pupil: pupil.name, className: pupil.className }), nameStyle, 8, pen),
    space(4),
  );
  const top = area.top + heading.heightMm;
  const days = ([0, 1, 2, 3, 4, 5] as const).flatMap((day) => {
    const x = area.left + (day < 3 ? 0 : dayMm + gapMm);
    const y = top + (day % 3) * (headMm + lessons * rowMm + 5);
    return dayItems(daysAfter(monday, day), (day + 1) as keyof typeof diary.day, own, words, x, y);
  });
  const below = stack(
    lines([diary.remarks], small),
    fieldLine('', '', pen),
    fieldLine('', '', pen),
    space(1),
    fieldLine(diary.teacherSignature, pupil.teacherName, pen, small),
    fieldLine(diary.parentSignature, '', pen, small),
  );
  const after = top + 3 * (headMm + lessons * rowMm + 5);
  return { ...sheet, items: [...heading.draw(area.left, area.top), ...days, ...below.draw(area.left, after)] };
}

function rule(x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number): DrawItem {
  return { kind: 'line', x1Mm, y1Mm, x2Mm, y2Mm, widthPt: 0.4, dash: 'solid', grey: 0.5 };
}

function dayItems(
  date: string,
  day: keyof ApplicationWords['diary']['day'],
  own: OwnDays,
  { diary }: ApplicationWords,
  x: number,
  y: number,
): DrawItem[] {
  // Whether a school works on Saturdays is its own matter; a holiday on another day is known.
  const free = day !== 6 && !isWorkingDay(date, own);
  const title = `${diary.day[day]}, ${dottedDate(date).slice(0, 5)}${free ? `, ${diary.dayOff}` : ''}`;
  const [right, top, bottom] = [x + dayMm, y + headMm, y + headMm + lessons * rowMm];
  const [second, third] = [x + columns.subject, right - columns.mark];
  const head: DrawItem = { kind: 'box', xMm: x, yMm: y, widthMm: dayMm, heightMm: headMm, radiusMm: 0, fillGrey: 0.93 };
  const rows = Array.from({ length: lessons + 1 }, (_, row) => rule(x, top + row * rowMm, right, top + row * rowMm));
  return [
    head,
    textAt(title, { ...small, font: 'medium' }, x + 1.5, y + 1),
    textAt(diary.subject, { ...hint, sizePt: 6.5 }, x + 1.2, top + 0.4),
    textAt(diary.homework, { ...hint, sizePt: 6.5 }, second + 1.2, top + 0.4),
    textAt(diary.mark, { ...hint, sizePt: 6.5 }, third + 1.2, top + 0.4),
    ...rows,
    rule(x, y, right, y),
    ...[x, right].map((xMm) => rule(xMm, y, xMm, bottom)),
    ...[second, third].map((xMm) => rule(xMm, top, xMm, bottom)),
  ];
}
