import { describe, expect, test } from 'vitest';
import { classInFileName, classInText } from '../../shared/domain/class-in-text.ts';

describe('the class that a line names', () => {
  test.each([
    ['Список учащихся 5А класса на 01.09.2026', '5А'],
    ['Список обучающихся 10 «Б» класса', '10Б'],
    ['9-в кл., 2026/2027 учебный год', '9В'],
    ['Класс: 7 "Г"', '7Г'],
    ['Ученики класса № 11А', '11А'],
    ['5 A класс', '5А'],
    ['5А', '5А'],
    ['5 «А»', '5А'],
    ['Список 5 класса', '5'],
    ['8 класс', '8'],
    ['В школе 11 классов', undefined],
    ['Школа № 5 г. Орла', undefined],
    ['Список от 1 сентября 2026 г.', undefined],
    ['1-4 классы', undefined],
    ['12А класс', undefined],
    ['Классный руководитель: Котова А. И.', undefined],
    ['Итого: 25', undefined],
    ['25', undefined],
    ['', undefined],
  ])('%j: %j', (text, title) => {
    expect(classInText(text)).toBe(title);
  });
});

describe('the class that a file is named after', () => {
  test.each([
    ['5А.xlsx', '5А'],
    ['5а класс.csv', '5А'],
    ['список_5Б_2026.csv', '5Б'],
    ['Контингент 10-А (сентябрь).ods', '10А'],
    ['5А и 5Б.csv', undefined],
    ['выгрузка 1С.csv', undefined],
    ['MES_контингент_1_2026-09-01.csv', undefined],
    ['list.csv', undefined],
  ])('%j: %j', (name, title) => {
    expect(classInFileName(name)).toBe(title);
  });
});
