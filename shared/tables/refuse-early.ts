import { detectEncoding } from './encoding.ts';
import type { FileLook, TableLimits, TableProblem } from './table-problem.ts';
import { DEFAULT_LIMITS } from './table-problem.ts';

/** Strings of every engine the app runs in are shorter than this many UTF-16 units. */
const LONGEST_TEXT = 500_000_000;

/** No encoding read here spends more bytes on a character. */
const BYTES_PER_CHARACTER = 4;

/**
 * Looks at the bytes before anything is decoded and answers why the file cannot be a CSV table, or undefined. Costs next
 * to nothing for a good file, and a file of one endless line is refused without being read.
 */
export function refuseEarly(bytes: Uint8Array, limits: TableLimits = DEFAULT_LIMITS): TableProblem | undefined {
  if (bytes.length === 0) return { kind: 'empty-file' };
  return refuseSignature(bytes) ?? refuseLook(bytes) ?? refuseSize(bytes, limits);
}

function refuseSignature(bytes: Uint8Array): TableProblem | undefined {
  const head = latin(bytes, 0, 2048);
  if (ZIP_STARTS.some((start) => head.startsWith(start)))
    return { kind: 'spreadsheet-not-csv', format: packedFormat(head) };
  if (head.startsWith('\xd0\xcf\x11\xe0')) return { kind: 'spreadsheet-not-csv', format: 'xls' };
  const look = SIGNATURES.find(([signature]) => head.startsWith(signature));
  return look === undefined ? undefined : { kind: 'not-a-table', looksLike: look[1] };
}

const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const SIGNATURES: readonly (readonly [string, FileLook])[] = [
  ['%PDF-', 'pdf'],
  ['SQLite format 3\0', 'sqlite'],
  ['\x1f\x8b', 'archive'],
  ['Rar!', 'archive'],
  ["7z\xbc\xaf'\x1c", 'archive'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
];

function packedFormat(head: string): 'xlsx' | 'ods' {
  return head.includes('opendocument.spreadsheet') ? 'ods' : 'xlsx';
}

function refuseLook(bytes: Uint8Array): TableProblem | undefined {
  const head = latin(bytes, 0, 2048)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body|table|meta|style)\b/.test(head)) return refuseAs('html');
  if (/^<\?xml\b/.test(head)) return refuseAs('xml');
  return looksBinary(bytes) ? refuseAs('binary') : undefined;
}

function refuseAs(looksLike: FileLook): TableProblem {
  return { kind: 'not-a-table', looksLike };
}

/** Control characters that no text has; a few are left for the reader, which can say where they stand. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if (detectEncoding(sample).encoding.startsWith('utf-16')) return false;
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 26)) controls += 1;
  return controls > Math.max(8, sample.length * 0.03);
}

function refuseSize(bytes: Uint8Array, limits: TableLimits): TableProblem | undefined {
  const reach = limits.recordLength * BYTES_PER_CHARACTER;
  for (let from = 0; bytes.length - from > reach; ) {
    const window = bytes.subarray(from, from + reach);
    const end = Math.max(window.lastIndexOf(10), window.lastIndexOf(13));
    if (end < 0) return { kind: 'record-too-long', rowNumber: lineOf(bytes, from), limit: limits.recordLength };
    from += end + 1;
  }
  return bytes.length > LONGEST_TEXT ? { kind: 'too-many-rows', limit: limits.rows } : undefined;
}

/** 1-based line that starts at an offset. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
