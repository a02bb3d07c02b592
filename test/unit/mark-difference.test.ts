import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markDifference } from '../../renderer/ui/mark-difference.ts';

test.each([
  ['Семенова', 'Семёнова', { start: 'Сем', changed: 'ё', end: 'нова' }],
  ['+7 926 123-45-67', '+7 926 123-45-76', { start: '+7 926 123-45-', changed: '76', end: '' }],
  ['5А', '5А', { start: '5А', changed: '', end: '' }],
  ['Анна', 'Анна Мария', { start: 'Анна', changed: ' Мария', end: '' }],
  ['', 'anna@example.com', { start: 'anna@example.com', changed: '', end: '' }],
  ['аа', 'ааа', { start: 'аа', changed: 'а', end: '' }],
])('%j → %j', (before, after, expected) => {
  expect(markDifference(before, after)).toEqual(expected);
});

test('the three parts are the new value, whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const { start, changed, end } = markDifference(before, after);
      expect(start + changed + end).toBe(after);
    }),
  );
});
