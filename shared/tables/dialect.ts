import Papa from 'papaparse';
import { cleanCell } from './clean-cell.ts';
import { fieldOfTitle } from './columns.ts';
import { type Delimiter, separatorLine } from './delimiter.ts';

/** How a text is cut into cells. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly quote: '"';
  /** 1-based row of the titles, undefined when the file has none. */
  readonly headerRow: number | undefined;
}

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|'];
const SAMPLE_CHARACTERS = 131_072;
const SAMPLE_RECORDS = 60;

/** Titles stand among the first so many rows. */
const HEADER_SEARCH = 20;

/**
 * Finds delimiter and header row of a text from its beginning; undefined when no delimiter cuts it into columns.
 * What is already known can be given and is kept (`headerRow: 0` means that there is none).
 */
export function detectDialect(
  text: string,
  known: { readonly delimiter?: Delimiter | undefined; readonly headerRow?: number | undefined } = {},
): Dialect | undefined {
  const sample = sampleOf(text);
  const delimiter = known.delimiter ?? statedDelimiter(text) ?? detectDelimiter(sample);
  if (delimiter === undefined) return undefined;
  const headerRow = known.headerRow ?? findHeaderRow(firstRecords(sample, delimiter));
  return { delimiter, quote: '"', headerRow: headerRow === 0 ? undefined : headerRow };
}

/** The beginning in whole lines, without the line that names the separator. */
function sampleOf(text: string): string {
  const body = text.slice(separatorLine(text).length, SAMPLE_CHARACTERS);
  const wholeLines = text.length > SAMPLE_CHARACTERS ? body.slice(0, body.lastIndexOf('\n') + 1) : body;
  return (wholeLines === '' ? body : wholeLines).replace(/\r\n?/g, '\n');
}

function statedDelimiter(text: string): Delimiter | undefined {
  const stated = separatorLine(text).delimiter;
  return DELIMITERS.find((delimiter) => delimiter === stated);
}

function firstRecords(sample: string, delimiter: Delimiter): string[][] {
  const { data } = Papa.parse(sample, { delimiter, newline: '\n', preview: SAMPLE_RECORDS });
  return data.map((cells) => cells.map(cleanCell));
}

/** The delimiter that cuts the most records into the same number of columns; more columns break a tie. */
function detectDelimiter(sample: string): Delimiter | undefined {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(firstRecords(sample, delimiter)) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score > 0 ? best.delimiter : undefined;
}

function evenness(records: readonly (readonly string[])[]): number {
  const widths = records.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => cells.length);
  const usual = mostFrequent(widths.filter((width) => width > 1));
  if (usual === undefined) return 0;
  return (widths.filter((width) => width === usual).length / widths.length) * Math.log2(usual + 1);
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([left, few], [right, many]) => many - few || right - left)[0]?.[0];
}

/**
 * Row of the titles, 1-based, or 0: the first row with the most known titles; without any, a row of words above columns
 * of numbers.
 */
export function findHeaderRow(records: readonly (readonly string[])[]): number {
  const known = records.slice(0, HEADER_SEARCH).map(knownTitles);
  const most = Math.max(0, ...known);
  const row = known.indexOf(most);
  if (most >= 2 || (most === 1 && filled(records[row] ?? []) <= 2)) return row + 1;
  return wordsAboveNumbers(records);
}

function knownTitles(cells: readonly string[]): number {
  return new Set(cells.map(fieldOfTitle).filter((field) => field !== undefined && field !== 'skip')).size;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

const LIKE_A_VALUE = /[\d@]/;

function wordsAboveNumbers(records: readonly (readonly string[])[]): number {
  const usual = mostFrequent(records.map(filled).filter((count) => count > 1)) ?? 2;
  const row = records.findIndex((cells) => filled(cells) >= usual * 0.6);
  const titles = records[row];
  if (titles === undefined || titles.some((cell) => LIKE_A_VALUE.test(cell))) return 0;
  const below = records.slice(row + 1).filter((cells) => filled(cells) > 1);
  return titles.some((title, column) => title !== '' && mostlyValues(below, column)) ? row + 1 : 0;
}

function mostlyValues(records: readonly (readonly string[])[], column: number): boolean {
  const values = records.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
  return values.length > 0 && values.filter((cell) => LIKE_A_VALUE.test(cell)).length > values.length / 2;
}
