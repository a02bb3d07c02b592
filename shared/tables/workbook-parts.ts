import { zipSync } from 'fflate';
import { type Archive, type ArchiveEntry, extract } from './archive.ts';
import type { FileProblem } from './table-problem.ts';

/** A workbook reduced to the parts that hold cells, safe to give to a parser. */
export interface CleanWorkbook {
  readonly kind: 'workbook';
  readonly format: 'xlsx' | 'ods';
  /** A zip without compression. */
  readonly bytes: Uint8Array;
}

type Refused = { readonly kind: 'refused'; readonly problem: FileProblem };

const DAMAGED: Refused = { kind: 'refused', problem: { kind: 'spreadsheet-damaged' } };

/** Pictures, drawings, macros, links to other files and whatever else no cell needs. */
const UNNEEDED =
  /^(?:customXml|docProps)\/|\/(?:media|drawings|charts|embeddings|externalLinks|pivot\w+|slicer\w*|timeline\w*|comments\w*|threadedComments|persons|tables|printerSettings|ctrlProps|activeX|queryTables|theme|richData|model)\//i;
const XLSX_PART = /\.(?:xml|rels)$/i;
const ODS_PARTS = new Set(['mimetype', 'content.xml']);

/** What an archive is by the names in it; undefined for one that holds no workbook. */
export function workbookFormat(archive: Archive): 'xlsx' | 'xlsb' | 'ods' | undefined {
  const names = new Set(archive.entries.map(({ name }) => name));
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('[Content_Types].xml')) return 'xlsx';
  return names.has('content.xml') ? 'ods' : undefined;
}

/**
 * Unpacks the parts with cells, each no larger than it states, and packs them anew: the parser never meets macros,
 * pictures, links to other files, or a document type definition.
 */
export function cleanWorkbook(archive: Archive, format: 'xlsx' | 'ods'): CleanWorkbook | Refused {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of archive.entries.filter(({ name }) => isNeeded(format, name))) {
    const part = partOf(archive, entry, format);
    if (part === undefined) return DAMAGED;
    parts[entry.name] = part;
  }
  if (format === 'ods' && isEncryptedOds(archive)) return { kind: 'refused', problem: { kind: 'archive-encrypted' } };
  if (format === 'ods') parts.mimetype ??= ODS_TYPE;
  return { kind: 'workbook', format, bytes: zipSync(parts, { level: 0 }) };
}

const ODS_TYPE = new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet');

function isNeeded(format: 'xlsx' | 'ods', name: string): boolean {
  return format === 'ods' ? ODS_PARTS.has(name) : XLSX_PART.test(name) && !UNNEEDED.test(name);
}

function partOf(archive: Archive, entry: ArchiveEntry, format: 'xlsx' | 'ods'): Uint8Array | undefined {
  const part = extract(archive, entry);
  if (part === undefined || entry.name === 'mimetype') return part;
  if (declaresEntities(part)) return undefined;
  return format === 'ods' ? withoutRowGroups(part) : part;
}

/** Where a document type can stand: before the first element. */
const PROLOGUE = 4096;

function declaresEntities(part: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder('utf-8').decode(part.subarray(0, PROLOGUE)).replaceAll('\0', ''));
}

/**
 * Rows stand directly in a table for the parser, so wrappers (repeated headings, groups) are taken off, and so are the
 * empty cells that fill a row up to the sheet's edge.
 */
function withoutRowGroups(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder('utf-8').decode(part);
  const flat = xml.replace(/<\/?table:table-(?:header-rows|row-group|rows)\b[^>]*>/g, '');
  return new TextEncoder().encode(flat.split(ROW_END).map(withoutFilling).join(ROW_END));
}

const ROW_END = '</table:table-row>';
const EMPTY_CELL = /^<table:(?:covered-)?table-cell\b(?![^>]*\soffice:)[^>]*\/>$/;

function withoutFilling(row: string): string {
  let end = row.trimEnd().length;
  while (row.charAt(end - 1) === '>') {
    const start = row.lastIndexOf('<', end - 1);
    if (start < 0 || !EMPTY_CELL.test(row.slice(start, end))) break;
    end = start;
  }
  return row.slice(0, end);
}

function isEncryptedOds(archive: Archive): boolean {
  const manifest = archive.entries.find(({ name }) => name === 'META-INF/manifest.xml');
  const part = manifest === undefined ? undefined : extract(archive, manifest);
  return part !== undefined && new TextDecoder('utf-8').decode(part).includes('encryption-data');
}
