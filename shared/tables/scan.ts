import type { Delimiter } from './delimiter.ts';
import type { TableLimits, TableProblem } from './table-problem.ts';

/** Where the records of a text lie, found without building a single cell. */
export interface Scanned {
  readonly kind: 'scanned';
  /** Offset of every `RECORDS_PER_BLOCK`-th record, the first included. */
  readonly blocks: readonly number[];
  readonly records: number;
  /** Records with anything in them. */
  readonly filledRecords: number;
  /** Columns up to the last one that has anything in it. */
  readonly width: number;
  /** Line end of the records; `mixed` when several kinds were met outside quotes. */
  readonly lineEnd: '\n' | '\r' | '\r\n' | 'mixed';
}

/** Records between two remembered offsets: the unit in which the parser later gets the text. */
export const RECORDS_PER_BLOCK = 512;

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const NBSP = 160;

const LINE_ENDS = [undefined, '\n', '\r', undefined, '\r\n'] as const;

interface Scan {
  readonly text: string;
  readonly delimiter: number;
  readonly limits: TableLimits;
  /** Offset of the first NUL and of the first undecodable character; the text's length when there is none. */
  readonly nulAt: number;
  readonly damageAt: number;
  readonly special: Uint8Array;
  readonly blocks: number[];
  position: number;
  recordStart: number;
  column: number;
  records: number;
  filledRecords: number;
  rowFilled: boolean;
  width: number;
  lineEnds: number;
  problem: TableProblem | undefined;
}

/**
 * One pass over a text with the quoting rules of the parser, which then can be trusted with it: stops at the first
 * record that is too long or too wide, at a NUL, at a character that could not be decoded and at a quote that is never
 * closed. `from` skips what stands before the first record.
 */
export function scanRecords(
  text: string,
  delimiter: Delimiter,
  limits: TableLimits,
  from = 0,
): Scanned | { readonly kind: 'refused'; readonly problem: TableProblem } {
  const scan = startScan(text, delimiter, limits, from);
  while (scan.position < text.length && scan.problem === undefined) scanCell(scan);
  if (scan.problem === undefined && scan.position > scan.recordStart) endRecord(scan, text.length, 0);
  if (scan.problem !== undefined) return { kind: 'refused', problem: scan.problem };
  const { blocks, records, filledRecords, width, lineEnds } = scan;
  return { kind: 'scanned', blocks, records, filledRecords, width, lineEnd: lineEndOf(lineEnds) };
}

function lineEndOf(seen: number): Scanned['lineEnd'] {
  return seen === 0 ? '\n' : (LINE_ENDS[seen] ?? 'mixed');
}

function startScan(text: string, delimiter: Delimiter, limits: TableLimits, from: number): Scan {
  const special = new Uint8Array(128);
  for (const code of [LF, CR, delimiter.charCodeAt(0)]) special[code] = 1;
  return {
    text,
    delimiter: delimiter.charCodeAt(0),
    limits,
    nulAt: offsetOf(text, '\0'),
    damageAt: offsetOf(text, '\uFFFD'),
    special,
    blocks: [],
    position: from,
    recordStart: from,
    column: 0,
    records: 0,
    filledRecords: 0,
    rowFilled: false,
    width: 0,
    lineEnds: 0,
    problem: undefined,
  };
}

function offsetOf(text: string, character: string): number {
  const at = text.indexOf(character);
  return at < 0 ? text.length : at;
}

/** Moves past one cell and the delimiter or line end after it. */
function scanCell(scan: Scan): void {
  const { text } = scan;
  const start = scan.position;
  let end: number;
  if (text.charCodeAt(start) === QUOTE) {
    const close = closingQuote(scan, start);
    if (close < 0) return;
    noteContent(scan, start + 1, close);
    end = skipBlanks(scan, close + 1);
  } else {
    end = plainEnd(scan, start);
    noteContent(scan, start, end);
  }
  if (end - scan.recordStart > scan.limits.recordLength) refuse(scan, 'record-too-long', scan.limits.recordLength);
  else endCell(scan, end);
}

function endCell(scan: Scan, end: number): void {
  const code = end < scan.text.length ? scan.text.charCodeAt(end) : LF;
  if (end === scan.text.length) scan.position = end;
  else if (code === scan.delimiter) nextCell(scan, end);
  else if (code === CR && scan.text.charCodeAt(end + 1) === LF) nextRecord(scan, end, 2, 4);
  else nextRecord(scan, end, 1, code === CR ? 2 : 1);
}

function nextCell(scan: Scan, end: number): void {
  scan.column += 1;
  scan.position = end + 1;
  if (scan.column >= scan.limits.columns) checkColumns(scan, end);
}

/** A delimiter after the last allowed column is forgiven when it only trails. */
function checkColumns(scan: Scan, end: number): void {
  const next = scan.text.charCodeAt(end + 1);
  const trails = scan.column === scan.limits.columns && (Number.isNaN(next) || next === LF || next === CR);
  if (!trails) refuse(scan, 'too-many-columns', scan.limits.columns);
}

function nextRecord(scan: Scan, end: number, lineEndLength: number, lineEndKind: number): void {
  scan.lineEnds |= lineEndKind;
  endRecord(scan, end, lineEndLength);
}

function endRecord(scan: Scan, end: number, lineEndLength: number): void {
  if (scan.records % RECORDS_PER_BLOCK === 0) scan.blocks.push(scan.recordStart);
  if (scan.rowFilled) scan.filledRecords += 1;
  checkRecord(scan, end);
  scan.records += 1;
  scan.recordStart = end + lineEndLength;
  scan.position = scan.recordStart;
  scan.column = 0;
  scan.rowFilled = false;
}

function checkRecord(scan: Scan, end: number): void {
  if (scan.nulAt < end) refuse(scan, 'nul-character', 0);
  else if (scan.damageAt < end) refuse(scan, 'undecodable', 0);
  else if (scan.filledRecords > scan.limits.rows + 1) refuse(scan, 'too-many-rows', scan.limits.rows);
}

type ScanRefusal = 'nul-character' | 'undecodable' | 'record-too-long' | 'too-many-columns' | 'too-many-rows';

function refuse(scan: Scan, kind: ScanRefusal, limit: number): void {
  const rowNumber = scan.records + 1;
  if (kind === 'undecodable') scan.problem = { kind, rowNumber, encoding: 'utf-8' };
  else if (kind === 'too-many-rows') scan.problem = { kind, limit };
  else if (kind === 'nul-character') scan.problem = { kind, rowNumber };
  else scan.problem = { kind, rowNumber, limit };
}

/** Where an unquoted cell ends; looks no further than a record may reach. */
function plainEnd(scan: Scan, start: number): number {
  const { text, special } = scan;
  const reach = Math.min(text.length, scan.recordStart + scan.limits.recordLength + 1);
  let position = start;
  while (position < reach) {
    const code = text.charCodeAt(position);
    if (code < 128 && special[code] === 1) return position;
    position += 1;
  }
  return position;
}

/** Offset of the quote that closes a cell, or -1 with the problem noted. A stray quote is forgiven within one line. */
function closingQuote(scan: Scan, open: number): number {
  const { text } = scan;
  let stray = false;
  let at = text.indexOf('"', open + 1);
  while (at >= 0) {
    if (text.charCodeAt(at + 1) === QUOTE) at += 1;
    else if (endsCell(scan, skipBlanks(scan, at + 1))) break;
    else stray = true;
    at = text.indexOf('"', at + 1);
  }
  if (at >= 0 && !(stray && spansLines(text, open, at))) return at;
  scan.problem = { kind: 'unterminated-quote', rowNumber: scan.records + 1, lineNumber: lineNumberAt(text, open) };
  return -1;
}

function endsCell(scan: Scan, position: number): boolean {
  if (position >= scan.text.length) return true;
  const code = scan.text.charCodeAt(position);
  return code === scan.delimiter || code === LF || code === CR;
}

function skipBlanks(scan: Scan, from: number): number {
  let position = from;
  while (position < scan.text.length && isBlank(scan.text.charCodeAt(position), scan.delimiter)) position += 1;
  return position;
}

function isBlank(code: number, delimiter: number): boolean {
  return code !== delimiter && (code === SPACE || code === NBSP || code === 9);
}

function spansLines(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}

function lineNumberAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

/** Remembers that a record, and its column, are not blank. Looks into the cell only while that is still unknown. */
function noteContent(scan: Scan, from: number, to: number): void {
  if (scan.rowFilled && scan.column < scan.width) return;
  for (let position = from; position < to; position += 1) {
    const code = scan.text.charCodeAt(position);
    if (code <= SPACE || code === NBSP) continue;
    scan.rowFilled = true;
    scan.width = Math.max(scan.width, scan.column + 1);
    return;
  }
}
