import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../shared/tables/open-table.ts';
import type { ReadingChoice, Table } from '../../shared/tables/read-table.ts';

/** Every column of the contingent extract, in the order in which it is described. */
const TITLES = [
  'Личное дело №',
  'Заведено',
  'ФИО',
  'Пол',
  'Родился',
  'Свидетельство о рождении',
  'Социальная карта',
  'Полис пенсионного страхования',
  'Полис медицинского страхования',
  'Паспорт',
  'Гражданство',
  'Дополнительные сведения (код)',
  'Вариант АООП',
  'Сведения о форме получения образования',
  'Сведения о форме обучения',
  'Номер и буква класса',
  'Номер алфавитной книги',
  'Регистрация по месту жительства',
  'Регистрация по месту пребывания',
  'Адрес фактического проживания',
  'Телефон',
  'Email',
  'На ВШУ с',
  'Основание(я) постановки на ВШУ',
  'На учете КДН с',
  'Основание(я) постановки на учет КДН',
  'На учете ПДН с',
  'Основание(я) постановки на учет ПДН',
  'Снят с ВШУ',
  'Основание снятия с ВШУ',
];

const ALLOWED: Readonly<Record<string, string>> = {
  'Личное дело №': 'К-528',
  ФИО: 'Иванов Иван Ильич',
  Пол: 'М',
  Родился: '01.09.2013',
  'Полис пенсионного страхования': '112-233-445 95',
  'Номер и буква класса': '5-А',
  Телефон: '9261234567',
  Email: 'a@b.ru',
};

const SECRET = 'тайна';
const ROW = TITLES.map((title) => ALLOWED[title] ?? SECRET);
const ABOVE = [['Выгрузка контингента'], ['01.09.2025'], []];
const LINES: string[][] = [...ABOVE, TITLES, ROW, ROW];

async function bytesOf(kind: 'csv' | 'xlsx' | 'ods'): Promise<Uint8Array> {
  if (kind === 'csv') return new TextEncoder().encode(LINES.map((cells) => cells.join(';')).join('\r\n'));
  const sheets = [{ name: 'Лист1', rows: LINES }];
  return kind === 'xlsx' ? await writeXlsx({ sheets }) : await writeOds({ sheets });
}

async function read(kind: 'csv' | 'xlsx' | 'ods', choice: ReadingChoice = {}): Promise<Table> {
  const table = await openTable(await bytesOf(kind), choice);
  if (table.kind === 'refused') throw new Error(table.problem.kind);
  return table;
}

const cellsOf = (table: Table) => Array.from(table.rows, ({ cells }) => cells).flat();

describe.each(['csv', 'xlsx', 'ods'] as const)('the contingent extract as %s', (kind) => {
  test('only the white list leaves the reader', async () => {
    const table = await read(kind);
    expect(table.presetId).toBe('ais-contingent');
    expect(table.asOf).toBe('2025-09-01');
    expect([...new Set(cellsOf(table))].sort()).toEqual(['', ...Object.values(ALLOWED)].sort());
  });

  test.each([0, 1, 2, 3, 5])('nothing more when row %i is taken for the header', async (headerRow) => {
    const table = await read(kind, { headerRow });
    expect(cellsOf(table).filter((cell) => cell === SECRET)).toEqual([]);
  });

  test('notes do not quote what is dropped', async () => {
    const table = await read(kind);
    expect(JSON.stringify([...table.notes])).not.toContain(SECRET);
  });
});

test.each(['Учет в ПДН', 'Диагноз', 'Инвалидность', 'ОВЗ', 'Группа здоровья', 'Национальность', 'Медицинская карта'])(
  'a column «%s» of an unknown layout is blank',
  async (title) => {
    const text = `Фамилия;Имя;Класс;${title}\r\nИванов;Иван;5А;${SECRET}\r\n`;
    const table = await openTable(new TextEncoder().encode(text));
    expect(table.kind === 'table' && cellsOf(table)).toEqual(['Иванов', 'Иван', '5А', '']);
  },
);

test('a surname that sounds like a sensitive title is a surname', async () => {
  const text = 'Здоровьев;Иван;5А\r\nИнвалидов;Олег;5Б\r\nПдн;Анна;5Б\r\n';
  const table = await openTable(new TextEncoder().encode(text));
  expect(table.kind === 'table' && cellsOf(table)).toEqual([
    'Здоровьев',
    'Иван',
    '5А',
    'Инвалидов',
    'Олег',
    '5Б',
    'Пдн',
    'Анна',
    '5Б',
  ]);
});
