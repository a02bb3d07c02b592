import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classKey, compareClasses, formatClassName, parseClassName } from '../../shared/domain/class-name.ts';

describe('parseClassName', () => {
  test.each([
    ['9Б', '9Б'],
    ['9 б', '9Б'],
    ['9-Б', '9Б'],
    ['9 – Б', '9Б'],
    ['10 «Б»', '10Б'],
    ['10 "Б"', '10Б'],
    ['10 "А"', '10А'],
    ['9«А»', '9А'],
    ['9Ё', '9Ё'],
    ['8 А класс', '8А'],
    ['8 «А» кл.', '8А'],
    ['5-й А класс', '5А'],
    ['5-й класс', '5'],
    ['5 класс', '5'],
    ['5 кл', '5'],
    ['11', '11'],
    ['1-A', '1А'],
    ['1-А', '1А'],
    ['5 b', '5В'],
    ['5D', '5D'],
    ['5К', '5К'],
    ['5\u00A0А', '5А'],
    ['05А', '5А'],
  ])('%j is %s', (text, shown) => {
    const parsed = parseClassName(text);
    expect(parsed.kind).toBe('class');
    expect(formatClassName(parsed)).toBe(shown);
  });

  test.each(['ГКП 88А', 'Вне ОО Иванова Анна', 'Старшая группа 16А', '10-Б/1', '12А', '0А', '5АБ', 'А5'])(
    '%j is a group',
    (text) => expect(parseClassName(text)).toEqual({ kind: 'group', title: text }),
  );

  test.each(['', ' ', '\u200B'])('%j is empty', (text) => expect(parseClassName(text)).toEqual({ kind: 'empty' }));

  test('what is formatted is read back', () => {
    const grade = fc.integer({ min: 1, max: 11 });
    const letter = fc.constantFrom(...'АБВГДЕЁЖЗИКЛМНОПРСТ');
    fc.assert(
      fc.property(grade, letter, (number, char) => {
        expect(parseClassName(`${number}${char}`)).toEqual({ kind: 'class', grade: number, letter: char });
      }),
    );
  });
});

test('one key for all spellings of a class', () => {
  expect(new Set(['10Б', '10 «б»', '10-Б', '10 Б класс'].map(classKey))).toEqual(new Set(['10Б']));
  expect(classKey(' ГКП  88А')).toBe(classKey('гкп 88A'));
  expect(classKey('')).toBe('');
  expect(classKey('5Е')).not.toBe(classKey('5Ё'));
});

test('classes stand in the order of school lists', () => {
  const shuffled = ['', 'ГКП 88А', '10А', '5Ж', '5Ё', '5', '2Б', '5Е', '11А'];
  expect([...shuffled].sort(compareClasses)).toEqual(['2Б', '5', '5Е', '5Ё', '5Ж', '10А', '11А', 'ГКП 88А', '']);
});
