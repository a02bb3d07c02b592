import { describe, expect, test } from 'vitest';
import { encodeText } from '../../shared/tables/encoding.ts';
import { readTable } from '../../shared/tables/read-table.ts';
import { refuseEarly } from '../../shared/tables/refuse-early.ts';
import { DEFAULT_LIMITS, type TableProblem } from '../../shared/tables/table-problem.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function problemOf(bytes: Uint8Array, limits = DEFAULT_LIMITS): TableProblem | undefined {
  const table = readTable(bytes, {}, limits);
  return table.kind === 'refused' ? table.problem : undefined;
}

const signature = (start: string) => Uint8Array.from(`${start}${'\0x'.repeat(500)}`, (char) => char.charCodeAt(0));

describe('files that are no tables', () => {
  test.each<[string, Uint8Array, TableProblem]>([
    ['nothing', utf8(''), { kind: 'empty-file' }],
    ['blanks only', utf8(' \r\n\r\n'), { kind: 'empty-file' }],
    ['a mark only', utf8('\uFEFF'), { kind: 'empty-file' }],
    ['delimiters only', utf8(';;;\n;;;\n'), { kind: 'empty-file' }],
    ['a renamed XLSX', signature('PK\x03\x04[Content_Types].xml'), { kind: 'spreadsheet-not-csv', format: 'xlsx' }],
    [
      'a renamed ODS',
      signature('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      { kind: 'spreadsheet-not-csv', format: 'ods' },
    ],
    ['an old XLS', signature('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), { kind: 'spreadsheet-not-csv', format: 'xls' }],
    ['PDF', signature('%PDF-1.7'), { kind: 'not-a-table', looksLike: 'pdf' }],
    ['SQLite', signature('SQLite format 3\0'), { kind: 'not-a-table', looksLike: 'sqlite' }],
    ['gzip', signature('\x1f\x8b\x08'), { kind: 'not-a-table', looksLike: 'archive' }],
    ['a picture', signature('\x89PNG\r\n'), { kind: 'not-a-table', looksLike: 'picture' }],
    ['HTML named .xls', utf8('\uFEFF\n<html><table><tr><td>a;b'), { kind: 'not-a-table', looksLike: 'html' }],
    ['SpreadsheetML', utf8('<?xml version="1.0"?><Workbook/>'), { kind: 'not-a-table', looksLike: 'xml' }],
    [
      'random bytes',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) & 255),
      { kind: 'not-a-table', looksLike: 'binary' },
    ],
    ['prose', utf8('Уважаемые родители\nприходите завтра\n'), { kind: 'not-a-table', looksLike: 'no-delimiter' }],
  ])('%s', (_name, bytes, problem) => {
    expect(problemOf(bytes)).toEqual(problem);
  });
});

describe('tables that cannot be read safely', () => {
  test.each<[string, string, TableProblem]>([
    ['a NUL', 'имя;класс\nАнна;5А\nЯ\0на;5Б\n', { kind: 'nul-character', rowNumber: 3 }],
    ['a NUL in quotes', 'имя;класс\n"А\nн\0на";5А\n', { kind: 'nul-character', rowNumber: 2 }],
    [
      'a quote never closed',
      'имя;класс\n\n"Анна;5А\nЯна;5Б\n',
      { kind: 'unterminated-quote', rowNumber: 3, lineNumber: 3 },
    ],
    [
      'a quote closed by the next cell',
      'имя;класс\n"А\nБ";5А\n"Анна;5А\n"Яна";5Б\n',
      { kind: 'unterminated-quote', rowNumber: 3, lineNumber: 4 },
    ],
    [
      'a lone quote in a file of quotes',
      '"имя";"класс"\n"Анна";"5А\n"Яна";"5Б"\n',
      { kind: 'unterminated-quote', rowNumber: 2, lineNumber: 2 },
    ],
    [
      'a long record',
      `имя;класс\nАнна;5А\n${'я'.repeat(70_000)};5Б\n`,
      { kind: 'record-too-long', rowNumber: 3, limit: 65_536 },
    ],
    [
      'a long quoted record',
      `имя;класс\n"${'я\n'.repeat(40_000)}";5Б\n`,
      { kind: 'record-too-long', rowNumber: 2, limit: 65_536 },
    ],
    ['many columns', `имя;класс\n${'а;'.repeat(501)}а\n`, { kind: 'too-many-columns', rowNumber: 2, limit: 500 }],
  ])('%s', (_name, text, problem) => {
    expect(problemOf(utf8(text))).toEqual(problem);
  });

  test('many rows', () => {
    const table = utf8(`имя;класс\n${'Анна;5А\n'.repeat(11)}`);
    expect(problemOf(table, { ...DEFAULT_LIMITS, rows: 10 })).toEqual({ kind: 'too-many-rows', limit: 10 });
    expect(problemOf(table, { ...DEFAULT_LIMITS, rows: 11 })).toBeUndefined();
  });

  test('limits are met exactly', () => {
    const columns = Array.from({ length: 500 }, (_, index) => `к${index}`).join(';');
    expect(problemOf(utf8(`${columns};\n${columns}\n`))).toBeUndefined();
    expect(problemOf(utf8(`имя;класс\n${'я'.repeat(65_533)};5А\n`))).toBeUndefined();
    expect(problemOf(utf8(`имя;класс\n${'я'.repeat(65_534)};5А\n`))?.kind).toBe('record-too-long');
  });

  test('text in two encodings is refused at the row that cannot be decoded', () => {
    const good = utf8(`имя;класс\n${'Анна Ивановна;5А\n'.repeat(20)}`);
    const bad = encodeText('Яна;5Б\n', 'windows-1251').bytes;
    expect(problemOf(new Uint8Array([...good, ...bad]))).toEqual({
      kind: 'undecodable',
      rowNumber: 22,
      encoding: 'utf-8',
    });
  });
});

describe('refusing without reading', () => {
  test('one endless line of 300 MB is refused', () => {
    const bytes = new Uint8Array(300_000_000).fill(0x41);
    expect(refuseEarly(bytes)).toEqual({ kind: 'record-too-long', rowNumber: 1, limit: 65_536 });
  });

  test('an endless line further down is numbered', () => {
    const bytes = new Uint8Array(2_000_000).fill(0x41);
    bytes.set(utf8('имя;класс\nАнна;5А\n'));
    expect(refuseEarly(bytes)).toEqual({ kind: 'record-too-long', rowNumber: 3, limit: 65_536 });
  });

  test.each(['utf-16le', 'utf-16be', 'ibm866', 'koi8-r'] as const)('a good file in %s passes', (encoding) => {
    const { bytes } = encodeText('КЛАСС;ФАМИЛИЯ\r\n5А;ИВАНОВ\r\n'.repeat(50), encoding);
    expect(refuseEarly(bytes)).toBeUndefined();
  });
});
