import { expect, test } from 'vitest';
import { searchWords } from '../../shared/domain/search-words.ts';

test.each<[string, string[][]]>([
  ['', []],
  ['  Алёна ', [['алена']]],
  ['котова анна', [['котова'], ['анна']]],
  ['Котова-Зимина', [['котова'], ['зимина']]],
  ['926 123', [['926123']]],
  ['926-123', [['926123', '926-123']]],
  ['8 (926) 123-45-67', [['89261234567', '79261234567']]],
  ['+7 926', [['7926']]],
  ['котова 926 12', [['котова'], ['92612']]],
  ["' | -", []],
])('%j', (query, expected) => {
  expect(searchWords(query).map(({ spellings }) => [...spellings])).toEqual(expected);
});
