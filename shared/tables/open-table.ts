import { type Archive, openArchive } from './archive.ts';
import { cleanCell } from './clean-cell.ts';
import { describeTable } from './describe-table.ts';
import { findHeaderRow } from './dialect.ts';
import { packageOfArchive, readPackage } from './read-package.ts';
import { readRecords } from './read-records.ts';
import { readSpreadsheet, type SheetRecords } from './read-spreadsheet.ts';
import { type ReadingChoice, readTable, type Table } from './read-table.ts';
import { DEFAULT_LIMITS, type FileProblem, type TableLimits } from './table-problem.ts';
import { workbookFormat } from './workbook-parts.ts';

type Refused = { readonly kind: 'refused'; readonly problem: FileProblem };

/**
 * Reads any file that a school has, by what is in it and not by its name: text with delimiters, XLSX or XLSM, ODS, a
 * package of OneRoster or School Data Sync tables. Never throws on bad input, but says why it is refused.
 */
export async function openTable(
  bytes: Uint8Array,
  choice: ReadingChoice = {},
  limits: TableLimits = DEFAULT_LIMITS,
): Promise<Table | Refused> {
  if (isZip(bytes)) return await openZip(bytes, choice, limits);
  if (isEncryptedWorkbook(bytes)) return { kind: 'refused', problem: { kind: 'archive-encrypted' } };
  return readTable(bytes, choice, limits);
}

function isZip(bytes: Uint8Array): boolean {
  const [first, second, third] = bytes;
  return first === 0x50 && second === 0x4b && (third === 3 || third === 5 || third === 7);
}

/** An encrypted workbook is a container of the old kind with a stream of this name in it (MS-OFFCRYPTO 2.3.4.4). */
function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return false;
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, MOST_SEARCHED)).includes('EncryptedPackage');
}

const MOST_SEARCHED = 64 * 1024 * 1024;

async function openZip(bytes: Uint8Array, choice: ReadingChoice, limits: TableLimits): Promise<Table | Refused> {
  const archive = openArchive(bytes);
  if (archive.kind === 'refused') return archive;
  if (workbookFormat(archive) === undefined) return openPackage(archive, limits);
  const sheet = await readSpreadsheet(archive, choice.sheet, limits);
  return sheet.kind === 'refused' ? sheet : tableOfSheet(sheet, choice);
}

function openPackage(archive: Archive, limits: TableLimits): Table | Refused {
  const files = packageOfArchive(archive);
  if (files.size === 0) return { kind: 'refused', problem: { kind: 'not-a-table', looksLike: 'archive' } };
  return readPackage(files, limits);
}

/** Titles are searched for among the first so many rows. */
const HEADER_SEARCH = 60;

function tableOfSheet({ records, sheets, sheet }: SheetRecords, choice: ReadingChoice): Table {
  const first = records.slice(0, HEADER_SEARCH).map((cells) => cells.map(cleanCell));
  const headerRow = choice.headerRow ?? findHeaderRow(first);
  const text = readRecords(records, headerRow);
  const reading = { encoding: 'utf-8', delimiter: '\t', headerRow, sheet } as const;
  return { ...describeTable(text), kind: 'table', reading, encodingSure: true, rowCount: text.rowCount, sheets };
}
