import type { Sheet, SheetFilterInfo } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import type { Archive } from './archive.ts';
import { textOfValue } from './spreadsheet-cell.ts';
import type { FileProblem, TableLimits } from './table-problem.ts';
import { type CleanWorkbook, cleanWorkbook, workbookFormat } from './workbook-parts.ts';

/** One sheet of a workbook, as it can be offered for choosing. */
export interface SheetInfo {
  /** From 0, hidden sheets included. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** The cells of one sheet as text. */
export interface SheetRecords {
  readonly kind: 'sheet';
  readonly sheets: readonly SheetInfo[];
  /** Index of the sheet that was read. */
  readonly sheet: number;
  /** From the sheet's first row on, blank rows included; rows may be of different length. */
  readonly records: readonly (readonly string[])[];
}

type Refused = { readonly kind: 'refused'; readonly problem: FileProblem };

/** Titles and notes above a table do not count against the limit of rows. */
const ROWS_ABOVE = 100;

/**
 * Reads one sheet of an XLSX (or XLSM, whose macros are left out) or ODS workbook: the one asked for, else the first
 * visible one with a table in it. Formulas give the value that was saved with them; cells merged downwards repeat it.
 */
export async function readSpreadsheet(
  archive: Archive,
  wanted: number | undefined,
  limits: TableLimits,
): Promise<SheetRecords | Refused> {
  const format = workbookFormat(archive);
  if (format === 'xlsb') return refused({ kind: 'spreadsheet-not-csv', format: 'xls' });
  if (format === undefined) return refused({ kind: 'not-a-table', looksLike: 'archive' });
  const workbook = cleanWorkbook(archive, format);
  if (workbook.kind === 'refused') return workbook;
  return await readSheets(workbook, wanted, limits).catch(() => refused({ kind: 'spreadsheet-damaged' }));
}

function refused(problem: FileProblem): Refused {
  return { kind: 'refused', problem };
}

async function readSheets(
  workbook: CleanWorkbook,
  wanted: number | undefined,
  limits: TableLimits,
): Promise<SheetRecords | Refused> {
  const { sheets, sheet, index } = await readFirst(workbook, wanted, limits);
  const first = toRecords({ sheets, sheet, index }, limits);
  if (wanted !== undefined || first.kind === 'refused' || looksLikeTable(first.records)) return nonEmpty(first);
  for (const other of [...sheets].sort(visibleFirst)) {
    if (other.index === index) continue;
    const { sheet: next } = await readFirst(workbook, other.index, limits);
    const read = toRecords({ sheets, sheet: next, index: other.index }, limits);
    if (read.kind === 'refused' || looksLikeTable(read.records)) return read;
  }
  return nonEmpty(first);
}

function nonEmpty(read: SheetRecords | Refused): SheetRecords | Refused {
  return read.kind === 'refused' || read.records.some(isFilled) ? read : refused({ kind: 'sheet-empty' });
}

function visibleFirst(left: SheetInfo, right: SheetInfo): number {
  return Number(left.hidden) - Number(right.hidden) || left.index - right.index;
}

interface ReadSheet {
  readonly sheets: readonly SheetInfo[];
  readonly index: number;
  readonly sheet: Sheet | undefined;
}

/** Reads the sheet asked for, else the first that is not hidden, and lists them all on the way. */
async function readFirst(workbook: CleanWorkbook, wanted: number | undefined, limits: TableLimits): Promise<ReadSheet> {
  if (workbook.format === 'ods') return pickSheet((await readOds(workbook.bytes, { readStyles: true })).sheets, wanted);
  const sheets: SheetInfo[] = [];
  let index = wanted;
  const choose = (info: SheetFilterInfo) => {
    const known = { index: sheets.length, name: info.name, hidden: info.hidden === true || info.veryHidden === true };
    sheets.push(known);
    if (!known.hidden) index ??= known.index;
    return index === known.index;
  };
  const options = { sheets: choose, readStyles: true, maxRows: limits.rows + ROWS_ABOVE };
  const { sheets: read } = await readXlsx(workbook.bytes, options);
  return { sheets, index: index ?? 0, sheet: read[0] };
}

function pickSheet(all: readonly Sheet[], wanted: number | undefined): ReadSheet {
  const sheets = all.map(({ name, hidden }, index) => ({ index, name, hidden: hidden === true }));
  const index =
    wanted ??
    Math.max(
      0,
      sheets.findIndex(({ hidden }) => !hidden),
    );
  return { sheets, index, sheet: all[index] };
}

function toRecords({ sheets, sheet, index }: ReadSheet, limits: TableLimits): SheetRecords | Refused {
  return checkSize({ kind: 'sheet', sheets, sheet: index, records: recordsOf(sheet) }, limits);
}

/** Rows end at their last filled cell: sheets come padded to their widest row. */
function recordsOf(sheet: Sheet | undefined): string[][] {
  if (sheet === undefined) return [];
  const records = sheet.rows.map((row, rowIndex) => {
    const width = row.findLastIndex((value) => value !== null && value !== undefined && value !== '') + 1;
    return Array.from({ length: width }, (_, column) => {
      const style = sheet.cells?.get(`${rowIndex},${column}`)?.style;
      return textOfValue(row[column], style?.numFmt);
    });
  });
  fillMerged(records, sheet.merges ?? []);
  return records;
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Far more than a class list merges; a hostile sheet merges everything over and over. */
const MOST_FILLED = 1_000_000;

/** A class written once beside all its pupils is everybody's class. */
function fillMerged(records: readonly string[][], merges: readonly Merge[]): void {
  let filled = 0;
  for (const merge of merges) {
    const value = records[merge.startRow]?.[merge.startCol] ?? '';
    if (merge.startCol !== merge.endCol || value === '') continue;
    const last = Math.min(merge.endRow, records.length - 1);
    for (let row = merge.startRow + 1; row <= last && filled < MOST_FILLED; row += 1, filled += 1)
      fillCell(records[row] ?? [], merge.startCol, value);
  }
}

/** A row without anything of its own stays blank. */
function fillCell(record: string[], column: number, value: string): void {
  if (record.length === 0) return;
  while (record.length < column) record.push('');
  record[column] = value;
}

function checkSize(read: SheetRecords, limits: TableLimits): SheetRecords | Refused {
  const wide = read.records.findIndex((cells) => filledWidth(cells) > limits.columns);
  if (wide >= 0) return refused({ kind: 'too-many-columns', rowNumber: wide + 1, limit: limits.columns });
  const long = read.records.findIndex((cells) => lengthOf(cells) > limits.recordLength);
  if (long >= 0) return refused({ kind: 'record-too-long', rowNumber: long + 1, limit: limits.recordLength });
  const tooMany = read.records.filter(isFilled).length > limits.rows + 1;
  return tooMany ? refused({ kind: 'too-many-rows', limit: limits.rows }) : read;
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}

/** At least two rows with at least two cells. */
function looksLikeTable(records: readonly (readonly string[])[]): boolean {
  return records.filter((cells) => cells.filter((cell) => cell !== '').length > 1).length > 1;
}
