import Papa from 'papaparse';
import { cleanCell } from './clean-cell.ts';
import { type Delimiter, separatorLine } from './delimiter.ts';
import { RECORDS_PER_BLOCK, type Scanned, scanRecords } from './scan.ts';
import { DEFAULT_LIMITS, type TableLimits, type TableProblem } from './table-problem.ts';

/** One row of a table, with its place in the file. */
export interface TableRow {
  /** As a spreadsheet numbers rows: the first record is 1, blank records count, a record of several lines counts once. */
  readonly rowNumber: number;
  /** As many as the table is wide, cleaned of guards and blanks; empty where the row is shorter. */
  readonly cells: readonly string[];
  /** The class of the part of the list that the row stands in, when a line between the rows names it. */
  readonly className?: string;
}

/** Rows below the header; made anew, block by block, whenever they are iterated, so a big table costs no memory. */
export interface TableText {
  readonly kind: 'table';
  /** Titles as they stand, as many as the table is wide; all empty when there is no header row. */
  readonly header: readonly string[];
  readonly rows: Iterable<TableRow>;
  /** What stands above the header row. */
  readonly above: readonly (readonly string[])[];
  /** Rows that are not blank, for progress. */
  readonly rowCount: number;
}

/** How to cut a text into cells. */
export interface CsvOptions {
  readonly delimiter: Delimiter;
  /** 1-based, 0 for none; what stands above it is not part of the table. */
  readonly headerRow: number;
  readonly limits?: TableLimits | undefined;
}

/** Reads delimited text. Refuses as a whole what cannot be read safely; blank rows and repeated headers are left out. */
export function readCsv(
  text: string,
  options: CsvOptions,
): TableText | { readonly kind: 'refused'; readonly problem: TableProblem } {
  const from = separatorLine(text).length;
  const scanned = scanRecords(text, options.delimiter, options.limits ?? DEFAULT_LIMITS, from);
  if (scanned.kind === 'refused') return scanned;
  if (scanned.lineEnd === 'mixed') return readCsv(text.replace(/\r\n?/g, '\n'), options);
  if (scanned.filledRecords === 0) return { kind: 'refused', problem: { kind: 'empty-file' } };
  return tableOf({ text, scanned, options, first: undefined });
}

interface Source {
  readonly text: string;
  readonly scanned: Scanned;
  readonly options: CsvOptions;
  /** Records of the first block once they are cut: header, titles and samples are all looked for there. */
  first: (readonly string[])[] | undefined;
}

function tableOf(source: Source): TableText {
  const { headerRow } = source.options;
  const top = recordsUpTo(source, headerRow);
  const header = top[headerRow - 1] ?? blankRow(source.scanned.width);
  const filledAbove = top.filter((cells) => cells.some((cell) => cell !== '')).length;
  return {
    kind: 'table',
    header,
    rows: { [Symbol.iterator]: () => rowsBelow(source, header) },
    above: top.slice(0, Math.max(0, headerRow - 1)),
    rowCount: Math.max(0, source.scanned.filledRecords - filledAbove),
  };
}

/** A header that says nothing. */
export function blankRow(width: number): string[] {
  return Array.from({ length: width }, () => '');
}

function recordsUpTo(source: Source, lastRow: number): (readonly string[])[] {
  const top: (readonly string[])[] = [];
  if (lastRow === 0) return top;
  for (const { rowNumber, cells } of recordsOf(source)) {
    top.push(cells);
    if (rowNumber >= lastRow) break;
  }
  return top;
}

function* rowsBelow(source: Source, header: readonly string[]): Generator<TableRow, undefined> {
  for (const row of recordsOf(source)) {
    if (row.rowNumber <= source.options.headerRow) continue;
    if (row.cells.every((cell) => cell === '')) continue;
    if (row.cells.every((cell, column) => cell === header[column])) continue;
    yield row;
  }
}

function* recordsOf(source: Source): Generator<TableRow, undefined> {
  let rowNumber = 0;
  for (let block = 0; block < source.scanned.blocks.length; block += 1) {
    for (const cells of cleanBlock(source, block)) {
      rowNumber += 1;
      yield { rowNumber, cells };
    }
  }
}

function cleanBlock(source: Source, block: number): (readonly string[])[] {
  if (block === 0 && source.first !== undefined) return source.first;
  const cleaned = recordsOfBlock(source, block).map((cells) => cleanRow(cells, source.scanned.width));
  if (block === 0) source.first = cleaned;
  return cleaned;
}

/** The parser gets whole records, each closed by a line end, so it never sees a cut cell. */
function recordsOfBlock({ text, scanned, options }: Source, block: number): string[][] {
  const { blocks, records, lineEnd } = scanned;
  const newline = lineEnd === 'mixed' ? '\n' : lineEnd;
  const part = text.slice(blocks[block], blocks[block + 1]);
  const closed = part.endsWith(newline) ? part : part + newline;
  const { data } = Papa.parse(closed, { delimiter: options.delimiter, newline, quoteChar: '"' });
  return data.slice(0, Math.min(RECORDS_PER_BLOCK, records - block * RECORDS_PER_BLOCK));
}

function cleanRow(cells: readonly string[], width: number): readonly string[] {
  const cleaned = new Array<string>(width);
  for (let column = 0; column < width; column += 1) cleaned[column] = cleanCell(cells[column] ?? '');
  return cleaned;
}
