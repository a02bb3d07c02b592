import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { cleanCell } from '../../shared/tables/clean-cell.ts';
import { detectDialect } from '../../shared/tables/dialect.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import { readTable, type Table } from '../../shared/tables/read-table.ts';
import { writeCsv } from '../../shared/tables/write-csv.ts';
import { writeXlsx } from '../../shared/tables/write-xlsx.ts';
import { makeCorpus } from '../support/corpus/corpus.ts';
import { csvSpectrum, naughtyStrings, obsceneWords } from '../support/hostile-strings.ts';

function tableOf(read: Awaited<ReturnType<typeof openTable>>): Table {
  if (read.kind === 'refused') throw new Error(read.problem.kind);
  return read;
}

const cellsOf = (table: Table) => Array.from(table.rows, ({ cells }) => cells);

/** What a reader leaves of a text: writers guard it, readers clean it. */
const cleaned = (text: string) => cleanCell(cleanCell(text).startsWith("'") ? `'${text}` : text);

describe('csv-spectrum', () => {
  const damaged = 'location_coordinates';
  const sound = csvSpectrum().filter(({ name }) => name !== damaged);

  test('a file with letters already lost is refused, not read with holes', () => {
    const file = csvSpectrum().find(({ name }) => name === damaged);
    const read = readTable(file?.bytes ?? new Uint8Array());
    expect(read.kind === 'refused' && read.problem).toEqual({ kind: 'undecodable', rowNumber: 2, encoding: 'utf-8' });
  });

  test.each(sound.map((file) => [file.name, file] as const))('%s', (_name, { bytes, records }) => {
    const table = tableOf(readTable(bytes, { delimiter: ',', headerRow: 1 }));
    const titles = Object.keys(records[0] ?? {});
    expect(table.header).toEqual(titles);
    const notes = Array.from(table.notes, (note) => (note.kind === 'note-row' ? note.text : ''));
    const expected = records.map((record) => titles.map((title) => cleanCell(record[title] ?? '')));
    expect(cellsOf(table)).toEqual(expected.filter((cells) => !notes.includes(cells.join(''))));
  });
});

/** A table with a hostile text in the second column of every row; no NUL, which is refused, and no damage signs. */
function hostileRows(texts: readonly string[]): string[][] {
  const readable = texts.filter((text) => !/[\0\uFFFD]/.test(text) && cleaned(text) !== '' && !/[\r\n]/.test(text));
  return readable.map((text, index) => [`Иванов${index}`, text, '5А']);
}

const HOSTILE = hostileRows([...naughtyStrings(), ...Object.values(obsceneWords()).flat()]);
const HEADER = ['Фамилия', 'Имя', 'Класс'];

describe('naughty strings come back from our own files', () => {
  const expected = HOSTILE.map((cells) => cells.map(cleaned));

  test('there are enough of them', () => {
    expect(HOSTILE.length).toBeGreaterThan(2000);
  });

  test('CSV', () => {
    const { bytes } = writeCsv([HEADER, ...HOSTILE]);
    expect(cellsOf(tableOf(readTable(bytes)))).toEqual(expected);
  });

  test('XLSX', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these
    const possible = ([, text = '']: readonly string[]) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
    const table = tableOf(await openTable(await writeXlsx('Дети', [HEADER, ...HOSTILE.filter(possible)])));
    expect(cellsOf(table)).toEqual(expected.filter(possible));
  });
});

test('no word of a file turns a cell into a formula', () => {
  const { bytes } = writeCsv([HEADER, ...HOSTILE]);
  const cells = new TextDecoder().decode(bytes).split(/;|\r\n/);
  expect(cells.filter((cell) => /^"?[=@＝＠]/.test(cell))).toEqual([]);
});

const delimiter = fc.constantFrom(';', ',', '\t', '|');
const word = fc.stringMatching(/^[А-Яа-я]{2,9}$/);
const date = fc.date({ min: new Date('2005-01-01'), max: new Date('2018-12-31'), noInvalidDate: true });

test('the delimiter is found whatever it is', () => {
  const row = fc
    .tuple(word, word, date)
    .map(([surname, name, born]) => [surname, name, '5А', born.toISOString().slice(0, 10)]);
  const rows = fc.array(row, { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(delimiter, rows, fc.boolean(), (sign, records, quoted) => {
      const cell = (value: string) => (quoted ? `"${value}"` : value);
      const text = records.map((cells) => cells.map(cell).join(sign)).join('\r\n');
      expect(detectDialect(text)?.delimiter).toBe(sign);
    }),
  );
});

const good = toMesCsv(makeSchool({ seed: 3, pupils: 12 }));

/** A few bytes changed, cut out or doubled. */
function mutated(bytes: Uint8Array, changes: readonly (readonly [number, number, number])[]): Uint8Array {
  let current = bytes;
  for (const [place, kind, value] of changes) {
    const at = place % Math.max(1, current.length);
    if (kind === 0) current = Uint8Array.from(current).fill(value, at, at + 1);
    else if (kind === 1) current = Uint8Array.from([...current.subarray(0, at), ...current.subarray(at + value)]);
    else current = Uint8Array.from([...current.subarray(0, at), ...current.subarray(Math.max(0, at - value))]);
  }
  return current;
}

const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(2), fc.nat(255)), { minLength: 1, maxLength: 4 });

describe('spoiled files end in a table or a reason', () => {
  test('texts', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const read = await openTable(mutated(good, list));
        if (read.kind === 'table')
          expect([...read.rows].every(({ cells }) => cells.length === read.header.length)).toBe(true);
        else expect(read.problem.kind).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('workbooks and archives', { timeout: 60_000 }, async () => {
    const files = (await makeCorpus(2)).filter(({ bytes }) => bytes[0] === 0x50 && bytes.length < 20_000);
    const file = fc.constantFrom(...files.map(({ bytes }) => bytes));
    await fc.assert(
      fc.asyncProperty(file, changes, async (bytes, list) => {
        const read = await openTable(mutated(bytes, list));
        if (read.kind === 'table') for (const { cells } of read.rows) expect(cells).toHaveLength(read.header.length);
        else expect(read.problem.kind).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
