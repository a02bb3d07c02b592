import { unzipSync } from 'fflate';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS, extract, openArchive } from '../../shared/tables/archive.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import type { ReadingChoice, Table } from '../../shared/tables/read-table.ts';
import { type SpreadsheetValue, textOfValue } from '../../shared/tables/spreadsheet-cell.ts';
import { cleanWorkbook } from '../../shared/tables/workbook-parts.ts';
import { writeXlsx } from '../../shared/tables/write-xlsx.ts';

const at = (iso: string) => new Date(`${iso}Z`);

describe('cells are shown as a spreadsheet shows them', () => {
  test.each<[SpreadsheetValue, string, string]>([
    [null, '', ''],
    ['Иванов', '', 'Иванов'],
    [11_223_344_595, '', '11223344595'],
    [8_765_430_300, '000-000-000 00', '087-654-303 00'],
    [8_765_430_300, '00000000000', '08765430300'],
    [79_261_234_567, '+0 (000) 000-00-00', '+7 (926) 123-45-67'],
    [79_261_234_567, '0.00E+00', '79261234567'],
    [1e21, '', '1000000000000000000000'],
    [1.5, '', '1,5'],
    [0.1 + 0.2, '', '0,3'],
    [1e-7, '', '0,0000001'],
    [-5, '', '-5'],
    [true, '', 'ИСТИНА'],
    [at('2013-09-01T00:00:00'), 'dd.mm.yyyy', '01.09.2013'],
    [at('2013-09-01T12:30:00'), 'dd.mm.yyyy', '01.09.2013'],
    [at('2013-09-01T12:30:00'), 'dd.mm.yyyy hh:mm', '01.09.2013 12:30'],
    [at('2013-09-01T12:30:00'), '', '01.09.2013 12:30'],
    [at('1899-12-30T12:30:00'), 'hh:mm', '12:30'],
    [new Date(Number.NaN), '', ''],
  ])('%s in %s', (value, format, text) => {
    expect(textOfValue(value, format)).toBe(text);
  });
});

const HEAD = ['Фамилия', 'Имя', 'Класс'];
const BOOK = await writeWorkbook({
  sheets: [
    { name: 'Титул', rows: [['Школа']] },
    { name: '5А', rows: [HEAD, ['Иванов', 'Иван', '5А']] },
    { name: 'Черновик', rows: [HEAD, ['Тайный', 'Пётр', '5А']], hidden: true },
    { name: '5Б', rows: [['Список'], HEAD, ['Петрова', 'Анна', '5Б']] },
  ],
});

async function read(bytes: Uint8Array, choice: ReadingChoice = {}): Promise<Table> {
  const table = await openTable(bytes, choice);
  if (table.kind === 'refused') throw new Error(table.problem.kind);
  return table;
}

const surnames = (table: Table) => Array.from(table.rows, ({ cells }) => cells[0]);

describe('sheets', () => {
  test('the first visible one with a table is read, all can be chosen', async () => {
    const table = await read(BOOK);
    expect(table.reading.sheet).toBe(1);
    expect(surnames(table)).toEqual(['Иванов']);
    expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Титул', false],
      ['5А', false],
      ['Черновик', true],
      ['5Б', false],
    ]);
  });

  test.each([
    [2, 'Тайный', 2],
    [3, 'Петрова', 3],
  ])('sheet %i', async (sheet, surname, rowNumber) => {
    const table = await read(BOOK, { sheet });
    expect(surnames(table)).toEqual([surname]);
    expect([...table.rows][0]?.rowNumber).toBe(rowNumber);
  });

  test.each([-1, 4, 1.5])('sheet %d is none', async (sheet) => {
    expect(await openTable(BOOK, { sheet })).toEqual({ kind: 'refused', problem: { kind: 'sheet-empty' } });
  });

  test('the header can be chosen', async () => {
    expect(surnames(await read(BOOK, { sheet: 3, headerRow: 1 }))).toEqual(['Фамилия', 'Петрова']);
  });

  test('limits hold', async () => {
    const narrow = await openTable(BOOK, {}, { recordLength: 65_536, columns: 2, rows: 100 });
    expect(narrow).toEqual({ kind: 'refused', problem: { kind: 'too-many-columns', rowNumber: 1, limit: 2 } });
  });
});

describe('archives', () => {
  test('macros, pictures and links to other files never reach the parser', async () => {
    const bytes = await writeWorkbook({ sheets: [{ name: 'A', rows: [HEAD] }], vbaProject: new Uint8Array([1, 2, 3]) });
    const archive = openArchive(bytes);
    if (archive.kind === 'refused') throw new Error(archive.problem.kind);
    const workbook = cleanWorkbook(archive, 'xlsx');
    const names = workbook.kind === 'workbook' ? Object.keys(unzipSync(workbook.bytes)) : [];
    expect(names).toContain('xl/worksheets/sheet1.xml');
    expect(names.filter((name) => /vba|theme|docProps/.test(name))).toEqual([]);
  });

  test('entries come out as they went in', () => {
    const archive = openArchive(BOOK);
    if (archive.kind === 'refused') throw new Error(archive.problem.kind);
    const other = unzipSync(BOOK);
    for (const entry of archive.entries) expect(extract(archive, entry)).toEqual(other[entry.name]);
  });

  test('limits are those asked for', () => {
    const few = openArchive(BOOK, { ...ARCHIVE_LIMITS, entries: 3 });
    expect(few).toEqual({ kind: 'refused', problem: { kind: 'archive-too-large', what: 'entries', limit: 3 } });
    const small = openArchive(BOOK, { ...ARCHIVE_LIMITS, unpackedBytes: 100 });
    expect(small).toEqual({ kind: 'refused', problem: { kind: 'archive-too-large', what: 'size', limit: 100 } });
  });
});

describe('writing', () => {
  const rows = [HEAD, ["=cmd|' /C calc'!A0", '@SUM(1)', '+79261234567'], ['00123', '-1+1', '01.09.2013']];

  test('every cell is text in a text format, none a formula', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet } = unzipSync(await writeXlsx('Дети', rows));
    const xml = new TextDecoder().decode(sheet);
    expect(xml).not.toContain('<f');
    expect([...xml.matchAll(/<c [^>]*>/g)].every(([cell]) => cell.includes('t="s"') && cell.includes('s="1"'))).toBe(
      true,
    );
  });

  test('is read back cell by cell', async () => {
    const table = await read(await writeXlsx('Дети', rows));
    expect([table.header, ...Array.from(table.rows, ({ cells }) => cells)]).toEqual(rows);
  });

  test.each([
    ['5А/5Б: [все]*?', '5А 5Б   все'],
    ["'Дети'", 'Дети'],
    ['', 'Лист1'],
    ['я'.repeat(50), 'я'.repeat(31)],
  ])('sheet name %s', async (name, expected) => {
    expect((await read(await writeXlsx(name, rows))).sheets[0]?.name).toBe(expected);
  });
});
