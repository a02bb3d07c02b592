import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCell } from '../../shared/tables/clean-cell.ts';
import type { Delimiter } from '../../shared/tables/delimiter.ts';
import { decode, type Encoding } from '../../shared/tables/encoding.ts';
import { readCsv } from '../../shared/tables/read-csv.ts';
import { readTable } from '../../shared/tables/read-table.ts';
import { writeCsv } from '../../shared/tables/write-csv.ts';

const textOf = (rows: string[][], delimiter: Delimiter = ';') => decode(writeCsv(rows, { delimiter }).bytes, 'utf-8');

describe('writing', () => {
  test('BOM, semicolons and CRLF by default', () => {
    const { bytes, lost } = writeCsv([
      ['ФИО', 'Класс'],
      ['Иванов; Пётр', '10 "А"'],
    ]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(decode(bytes, 'utf-8')).toBe('ФИО;Класс\r\n"Иванов; Пётр";"10 ""А"""\r\n');
    expect(lost).toEqual([]);
  });

  test('a foreign delimiter cannot start a cell', () => {
    expect(textOf([['a;=1+1', 'b']], ',')).toBe('"a;=1+1",b\r\n');
  });

  test('letters that windows-1251 would lose are named', () => {
    expect(writeCsv([['Гөлназ', 'Әлия']], { encoding: 'windows-1251' }).lost).toEqual(['ө', 'Ә']);
  });

  test.each([
    "=cmd|'/c calc'!A0",
    '@SUM(1+1)*cmd',
    '+cmd|1',
    '-2+3+cmd',
    '+7-900-000',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '=HYPERLINK("http://example.com";"x")',
    "'=1+1",
  ])('%j is not a formula any more', (cell) => {
    expect(
      textOf([[cell, 'x']])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  test.each(['+79001234567', '-5', 'Иванова-Петрова', '112-233-445 95', "д'Артаньян", '5А', ''])(
    '%j is written as it is',
    (cell) => {
      expect(textOf([[cell, 'x']])).toBe(`${cell};x\r\n`);
    },
  );
});

describe('what is written is read back', () => {
  const delimiters = fc.constantFrom<Delimiter>(';', ',', '\t', '|');
  const piece = fc.oneof(
    fc.constantFrom('"', "'", ';', ',', '|', '\t', '\r\n', '\n', '\r', '=', '@', '+7900', '-1', 'Ё', '="x"', ' '),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const cell = fc
    .array(piece, { maxLength: 6 })
    .map((pieces) => pieces.join(''))
    .filter((text) => !/[\0\uFFFD]/.test(text) && isClean(text));

  /** Cells that reading leaves alone once the guard of writing is off. */
  function isClean(text: string): boolean {
    return cleanCell(`x${text}x`) === `x${text}x` && text.trim() === text && cleanCell(text) === text;
  }

  test('cell by cell, in every delimiter', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, delimiters, (written, delimiter) => {
        const table = readCsv(textOf(written, delimiter), { delimiter, headerRow: 0 });
        const filled = written.filter((cells) => cells.some((text) => text !== ''));
        const read = table.kind === 'table' ? [...table.rows].map(({ cells }) => withoutTail(cells)) : [];
        expect(read).toEqual(filled.map(withoutTail));
      }),
      { numRuns: 500 },
    );
  });

  test('a dangerous export comes back as it was', () => {
    const rows = [
      ['ФИО', 'Класс'],
      ['=1+1', '5А'],
      ["'+7", '@x'],
      ['+79001234567', '-2+3'],
    ];
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1251'] satisfies Encoding[]) {
      const table = readTable(writeCsv(rows, { encoding }).bytes);
      expect(table.kind === 'table' ? [...table.rows].map(({ cells }) => cells) : table).toEqual(rows.slice(1));
    }
  });

  function withoutTail(cells: readonly string[]): string[] {
    const kept = [...cells];
    while (kept.at(-1) === '') kept.pop();
    return kept;
  }
});

test('reading any bytes ends in a table or a reason, never in an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const table = readTable(bytes);
      if (table.kind === 'table') expect([...table.rows].length).toBeLessThanOrEqual(400);
      else expect(table.problem.kind).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

test('reading any text of delimiters, quotes and line ends agrees with the row count', () => {
  const text = fc.array(fc.constantFrom('"', '""', ';', '\n', '\r\n', 'а', ' ', '5А', "'"), { maxLength: 40 });
  fc.assert(
    fc.property(text, (pieces) => {
      const table = readCsv(pieces.join(''), { delimiter: ';', headerRow: 0 });
      if (table.kind === 'refused') return;
      const rows = [...table.rows];
      expect(rows.every(({ cells }) => cells.length === table.header.length)).toBe(true);
      expect(rows.length).toBeLessThanOrEqual(table.rowCount);
    }),
    { numRuns: 2000 },
  );
});
