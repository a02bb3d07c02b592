import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSearch } from '../../shared/domain/search-key.ts';

test.each([
  ['Семёнова  Анна', 'семенова анна'],
  ['CЕМЁНОВА', 'семенова'],
  ['Иванoв', 'иванов'],
  ['ivаnov', 'ivanov'],
  ['petrovams', 'petrovams'],
  ['5A', '5а'],
  ['5A Иванова', '5а иванова'],
  ['a5', 'a5'],
  ['+7 926 123-45-67', '+7 926 123-45-67'],
  ['Петрова–Водкина', 'петрова-водкина'],
  ['О’Коннор', "о'коннор"],
  ['Әлия', 'әлия'],
  ['\u00A0Анна\u200B ', 'анна'],
  ['', ''],
])('%j is looked up as %j', (text, folded) => {
  expect(foldSearch(text)).toBe(folded);
});

test('folding twice changes nothing more', () => {
  const text = fc.string({ unit: fc.constantFrom(...'аБёAcx5 -’\u200Biv'), maxLength: 16 });
  fc.assert(fc.property(text, (typed) => foldSearch(foldSearch(typed)) === foldSearch(typed)));
});
