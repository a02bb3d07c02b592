import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../shared/domain/edit-distance.ts';

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['', 'abc', 3],
  ['mali', 'mail', 1],
  ['yndex', 'yandex', 1],
  ['kitten', 'sitting', 3],
  ['Иванова', 'Ивановна', 1],
])('%j and %j are %i mistakes apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test('the distance is the same both ways and never more than the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
