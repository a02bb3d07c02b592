import { describe, expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import type { Sheet } from '../../shared/contract/slips.ts';
import { type ListJob, type ListRow, listSheets } from '../../shared/domain/list-layout.ts';
import { type RegisterRow, registerSheets } from '../../shared/domain/register-layout.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper } from '../../shared/i18n/ru/paper.ts';
import { overlaps, textBoxes } from '../support/text-boxes.ts';

const job: ListJob = {
  schoolName: `Государственное бюджетное общеобразовательное учреждение ${'с очень длинным названием '.repeat(6)}№ 1`,
  academicYear: '2026/2027',
  date: '2026-09-01',
  words: paper,
  measure,
};
const longName = 'Абдурахманов-Мухаммаджонов-Сейидмамедзаде Мухаммадали Абдурахмангаджи оглы';
const names = ['Ли Ян', 'Иванова Анна Петровна', longName];

const listRow = (index: number): ListRow => ({
  name: names[index % 3] ?? '',
  login: index % 2 ? '' : 'abdurakhmanovmukh123',
  state: index % 2 ? 'none' : 'handed-over',
});
const registerRow = (index: number): RegisterRow => ({
  name: names[index % 3] ?? '',
  role: index % 2 ? 'guardian' : 'pupil',
  children: index % 2 ? [longName, names[1] ?? ''] : [],
  login: 'abdurakhmanovmukh123',
});
const rows = <Row>(count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => make(index));
const textsOf = ({ items }: Sheet) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

describe.each([
  [
    'class list',
    (count: number, words = job.words) =>
      listSheets([{ className: '5А', rows: rows(count, listRow) }], { ...job, words }),
  ],
  [
    'register',
    (count: number, words = job.words) =>
      registerSheets([{ className: '5А', rows: rows(count, registerRow) }], { ...job, words }),
  ],
] as const)('%s', (_, sheetsOf) => {
  test.each([
    [0, 1],
    [1, 1],
    [25, 1],
    [80, 3],
  ])('of %i rows: %i pages or more, every row once, every page with its heading and number', (count, pages) => {
    const sheets = sheetsOf(count);
    expect(sheets.length).toBeGreaterThanOrEqual(pages);
    sheets.forEach((sheet, index) => {
      expect(textsOf(sheet)).toContain('Класс: 5А');
      expect(textsOf(sheet)).toContain(`Страница ${index + 1} из ${sheets.length}`);
      expect(textsOf(sheet)).toContain(paper.list.login);
    });
    const numbers = sheets.flatMap(textsOf).filter((text) => /^\d+$/.test(text));
    expect(numbers).toEqual(rows(count, (index) => String(index + 1)));
  });

  test.each([paper, english])('keeps the longest texts apart and on the paper', (words) => {
    for (const { items } of sheetsOf(60, words)) {
      const boxes = textBoxes(items, measure);
      expect(overlaps(boxes)).toEqual([]);
      expect(
        boxes.filter(({ left, right, top, bottom }) => left < 20 || right > 200.01 || top < 10 || bottom > 287),
      ).toEqual([]);
    }
  });
});

test('an empty class says so', () => {
  expect(listSheets([{ className: '', rows: [] }], job).flatMap(textsOf)).toContain(paper.list.empty);
});
