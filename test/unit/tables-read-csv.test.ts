import { describe, expect, test } from 'vitest';
import { cleanCell } from '../../shared/tables/clean-cell.ts';
import type { Delimiter } from '../../shared/tables/delimiter.ts';
import { detectDialect } from '../../shared/tables/dialect.ts';
import { type CsvOptions, readCsv } from '../../shared/tables/read-csv.ts';

function read(text: string, options: Partial<CsvOptions> = {}) {
  const table = readCsv(text, { delimiter: ';', headerRow: 1, ...options });
  if (table.kind === 'refused') throw new Error(JSON.stringify(table.problem));
  return {
    header: table.header,
    rows: [...table.rows].map((row) => [row.rowNumber, ...row.cells]),
    count: table.rowCount,
  };
}

describe('rows and their numbers', () => {
  test.each([
    [
      'plain',
      'a;b\n1;2\n3;4',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['line end at the end', 'a;b\r\n1;2\r\n', [[2, '1', '2']]],
    [
      'lone carriage returns',
      'a;b\r1;2\r3;4\r',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'blank lines count',
      'a;b\n\n1;2\n;\n \n3;4',
      [
        [3, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    [
      'a line break inside quotes is one row',
      'a;b\n"1\nx";2\n3;4',
      [
        [2, '1\nx', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'CRLF inside quotes',
      'a;b\r\n"1\r\nx";2\r\n3;4',
      [
        [2, '1\r\nx', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'mixed line ends',
      'a;b\r\n1;2\n3;4\r5;6',
      [
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    ['doubled quotes', 'a;b\n"x ""y""";2', [[2, 'x "y"', '2']]],
    ['quotes inside a bare cell', 'a;b\n10 "А";2', [[2, '10 "А"', '2']]],
    [
      'a stray quote within one line',
      'a;b\n"10 "А" к";2\n3;4',
      [
        [2, '10 "А" к', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'blanks after a closing quote',
      'a;b\n"1"  ;"2" \n3;4',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'short and long rows',
      'a;b\n1\n1;2;3',
      [
        [2, '1', '', ''],
        [3, '1', '2', '3'],
      ],
    ],
    [
      'repeated header',
      'a;b\n1;2\na;b\n3;4',
      [
        [2, '1', '2'],
        [4, '3', '4'],
      ],
    ],
    ['delimiter in quotes', 'a;b\n"1;x";2', [[2, '1;x', '2']]],
    ['last record quoted, no line end', 'a;b\n1;"2"', [[2, '1', '2']]],
  ])('%s', (_name, text, expected) => {
    expect(read(text).rows).toEqual(expected);
  });

  test('a header further down; what stands above is left out but counted', () => {
    const table = read('Список класса;\n\nимя;класс\nАнна;5А\n', { headerRow: 3 });
    expect(table).toEqual({ header: ['имя', 'класс'], rows: [[4, 'Анна', '5А']], count: 1 });
  });

  test('no header at all', () => {
    expect(read('Анна;5А\nЯна;5Б', { headerRow: 0 })).toEqual({
      header: ['', ''],
      rows: [
        [1, 'Анна', '5А'],
        [2, 'Яна', '5Б'],
      ],
      count: 2,
    });
  });

  test('the line that names the separator is not a row', () => {
    expect(read('sep=;\r\na;b\r\n1;2\r\n').rows).toEqual([[2, '1', '2']]);
  });

  test('columns that a trailing delimiter leaves empty are dropped, empty columns inside stay', () => {
    expect(read('a;;b;;\n1;;2;;\n').header).toEqual(['a', '', 'b']);
  });

  test('repeated titles keep their places', () => {
    expect(read('guid;имя;guid\n1;Анна;2').header).toEqual(['guid', 'имя', 'guid']);
  });

  test('rows can be iterated again, and numbers hold over many blocks', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `${index + 2};"x\n${index}"`);
    const table = readCsv(['n;t', ...lines].join('\n'), { delimiter: ';', headerRow: 1 });
    if (table.kind === 'refused') throw new Error(table.problem.kind);
    for (let round = 0; round < 2; round += 1) {
      const rows = [...table.rows];
      expect(rows).toHaveLength(3000);
      expect(rows.every((row) => row.cells[0] === String(row.rowNumber))).toBe(true);
    }
  });
});

describe('cells', () => {
  test.each([
    ['="25ПО-11р"', '25ПО-11р'],
    ['="0012"', '0012'],
    ["'01.09.2001", '01.09.2001'],
    ["'=1+1", '=1+1'],
    ["'+79001234567", '+79001234567'],
    ["'ь", "'ь"],
    ['=1+1', '=1+1'],
    ['\u00a0Анна\u00a0Ивановна ', 'Анна Ивановна'],
    ['  x  ', 'x'],
    ['Ива\u00adно\u200bва\ufeff', 'Иванова'],
    ['\u202eавонавИ', 'авонавИ'],
    ['8\u202f900\u2009000', '8 900 000'],
    ['', ''],
  ])('%j is read as %j', (cell, expected) => {
    expect(cleanCell(cell)).toBe(expected);
  });
});

describe('dialect', () => {
  test.each<[string, string, Delimiter, number | undefined]>([
    ['semicolons', 'ФИО;Класс\nИванов Пётр;5А\n', ';', 1],
    ['commas', 'ФИО,Класс,Телефон\n"Иванов, Пётр",5А,\n', ',', 1],
    ['tabs', 'ФИО\tКласс\nИванов Пётр\t5А\n', '\t', 1],
    ['bars', 'ФИО|Класс\nИванов Пётр|5А\n', '|', 1],
    ['a named separator wins', 'sep=|\nФИО;x|Класс;y\nИванов;Пётр|5А;x\n', '|', 1],
    ['commas inside cells', 'ФИО;Адрес\nИванов;Москва, ул. Мира, 1\nПетров;Тула, ул. Лесная, 2\n', ';', 1],
    ['title rows above', 'Школа № 5;;\nСписок учеников;;\n\n№;ФИО;Класс\n1;Иванов Пётр;5А\n', ';', 4],
    ['no header', 'Иванов;Пётр;5А\nПетров;Иван;5Б\n', ';', undefined],
    ['unknown titles above numbers', 'Кто;Откуда\nИванов;5А\nПетров;5Б\n', ';', 1],
    ['delimiters in quotes do not count', '"ФИО, полностью";"Класс, буква"\n"Иванов, П";"5, А"\n', ';', 1],
  ])('%s', (_name, text, delimiter, headerRow) => {
    expect(detectDialect(text)).toEqual({ delimiter, quote: '"', headerRow });
  });

  test('no delimiter, no dialect', () => {
    expect(detectDialect('просто текст\nи ещё строка\n')).toBeUndefined();
  });

  test('what a person has chosen is kept', () => {
    const text = 'ФИО;Класс\nИванов Пётр;5А\n';
    expect(detectDialect(text, { headerRow: 0 })?.headerRow).toBeUndefined();
    expect(detectDialect(text, { delimiter: ',', headerRow: 2 })).toEqual({ delimiter: ',', quote: '"', headerRow: 2 });
  });
});
