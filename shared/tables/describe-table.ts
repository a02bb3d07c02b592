import { classInText } from '../domain/class-in-text.ts';
import { type Field, guessColumns } from './columns.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { foldTitle } from './header-words.ts';
import { recognisePreset } from './presets/all.ts';
import type { Preset } from './presets/preset.ts';
import type { TableRow, TableText } from './read-csv.ts';
import { columnsToBlank, looksLikeHeader } from './sensitive-titles.ts';
import { isNoteRow, notesOf, onlyText, type TableNote } from './table-note.ts';

/** What the titles and values of a table say about it. */
export interface TableDescription {
  readonly header: readonly string[];
  /** Made anew whenever they are iterated. */
  readonly rows: Iterable<TableRow>;
  readonly presetId: string | undefined;
  /** One for each column. */
  readonly fields: readonly Field[];
  /** Recalls a mapping made by hand for the same titles. */
  readonly fingerprint: string;
  /** Notes between the rows, damaged numbers; found anew whenever they are iterated. */
  readonly notes: Iterable<TableNote>;
  /** Day that the file itself says it was made on, ISO 8601, when it stands above the header. */
  readonly asOf: string | undefined;
  /** Class that the title of the list names; '' when it names none or several. */
  readonly className: string;
  /** Lines between the first rows name classes. */
  readonly classLines: boolean;
}

/** Rows that are enough to recognise a column by its values. */
const SAMPLE_ROWS = 40;

/** Recognises the layout, blanks what must not be read, and leaves out what is no row. */
export function describeTable(table: TableText): TableDescription {
  const { header } = table;
  const all = blanked(table.rows, columnsToBlank([header, ...otherHeaders(table)], whiteListed));
  const isTitles = titlesAgain(header);
  const rows = byClass(all, isTitles);
  const sample = take(rows, SAMPLE_ROWS);
  const preset = recognisePreset(header, sample);
  const fields = preset?.fields(header) ?? guessColumns(header, sample);
  const notes = { [Symbol.iterator]: () => notesOf(all, fields) };
  const fingerprint = headerFingerprint(header);
  const asOf = dateAbove(table.above);
  const classes = { className: classAbove(table.above), classLines: take(all, SAMPLE_ROWS).some(beginsClass) };
  return { header, rows, presetId: preset?.id, fields, fingerprint, notes, asOf, ...classes };
}

/** Real rows, each with the class of the last line that begins one: notes and repeated titles are no rows. */
function byClass(all: Iterable<TableRow>, isTitles: (cells: readonly string[]) => boolean): Iterable<TableRow> {
  return {
    *[Symbol.iterator]() {
      let className: string | undefined;
      for (const row of all) {
        if (isNoteRow(row.cells)) className = classInText(onlyText(row.cells) ?? '') ?? className;
        else if (!isTitles(row.cells)) yield className === undefined ? row : { ...row, className };
      }
    },
  };
}

/** Rows of titles that are not taken for the header, because a person chose another row. */
function otherHeaders(table: TableText): (readonly string[])[] {
  return [...table.above.slice(0, SAMPLE_ROWS), ...take(table.rows, SAMPLE_ROWS)].filter(looksLikeHeader);
}

function whiteListed(header: readonly string[]): Preset | undefined {
  const preset = recognisePreset(header);
  return preset?.keepsKnownOnly === true ? preset : undefined;
}

function take(rows: Iterable<TableRow>, count: number): (readonly string[])[] {
  const sample: (readonly string[])[] = [];
  for (const row of rows) {
    if (sample.length === count) break;
    sample.push(row.cells);
  }
  return sample;
}

function blanked(rows: Iterable<TableRow>, columns: ReadonlySet<number>): Iterable<TableRow> {
  if (columns.size === 0) return rows;
  const blank = (row: TableRow): TableRow => ({
    rowNumber: row.rowNumber,
    cells: row.cells.map((cell, column) => (columns.has(column) ? '' : cell)),
  });
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield blank(row);
    },
  };
}

/** Titles that name two classes name none. */
function classAbove(above: readonly (readonly string[])[]): string {
  const named = new Set(above.flat().flatMap((text) => classInText(text) ?? []));
  return named.size === 1 ? ([...named][0] ?? '') : '';
}

function beginsClass(cells: readonly string[]): boolean {
  return isNoteRow(cells) && classInText(onlyText(cells) ?? '') !== undefined;
}

/** Recognises the header where it is repeated down the file in other letters or with some titles left out. */
function titlesAgain(header: readonly string[]): (cells: readonly string[]) => boolean {
  const titles = header.map(foldTitle);
  const first = titles.findIndex((title) => title !== '');
  if (first < 0) return () => false;
  const length = titles[first]?.length ?? 0;
  const word = firstWord(titles[first] ?? '');
  return (cells) => {
    const cell = cells[first] ?? '';
    if (cell.length < length || cell.length > length + 40 || !word.test(cell)) return false;
    if (foldTitle(cell) !== titles[first]) return false;
    return cells.every((value, column) => value === '' || foldTitle(value) === titles[column]);
  };
}

/** Finds the first word of a folded title, which is letters and digits only: cheaper than folding every cell. */
function firstWord(title: string): RegExp {
  return new RegExp((title.split(' ')[0] ?? '').replaceAll('е', '[её]'), 'iu');
}

const DOTTED_DATE = /(?<!\d)(\d{2})\.(\d{2})\.((?:19|20)\d{2})(?!\d)/;

function dateAbove(above: readonly (readonly string[])[]): string | undefined {
  for (const cell of above.flat()) {
    const [, day, month, year] = DOTTED_DATE.exec(cell) ?? [];
    if (year !== undefined) return `${year}-${month}-${day}`;
  }
  return undefined;
}
