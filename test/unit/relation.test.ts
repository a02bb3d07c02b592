import { expect, test } from 'vitest';
import { isLegalRelation, parseRelation, relationOfTitle } from '../../shared/domain/relation.ts';

test.each([
  ['мать', 'mother'],
  ['Мама', 'mother'],
  ['(мама)', 'mother'],
  ['МАТЬ ', 'mother'],
  ['приёмная мать', 'mother'],
  ['отец', 'father'],
  ['папа', 'father'],
  ['Oтец', 'father'],
  ['Опекун', 'guardian'],
  ['попечитель', 'trustee'],
  ['законный представитель', 'other'],
  ['Родитель', 'other'],
  ['бабушка', 'other'],
  ['сосед по парте', undefined],
  ['', undefined],
])('%j is %s', (text, relation) => {
  expect(parseRelation(text)).toBe(relation);
});

test('a parent of known sex is a mother or a father', () => {
  expect(parseRelation('Родитель', 'female')).toBe('mother');
  expect(parseRelation('родитель', 'male')).toBe('father');
  expect(parseRelation('опекун', 'female')).toBe('guardian');
});

test.each([
  ['Мать', 'mother'],
  ['ФИО матери', 'mother'],
  ['Отец (законный представитель)', 'father'],
  ['ФИО отца', 'father'],
  ['Father', 'father'],
  ['Мать/Отец', undefined],
  ['Guardian 1', undefined],
  ['Представитель 1 — ФИО', undefined],
  ['', undefined],
])('a column called %j is of the %s', (title, relation) => {
  expect(relationOfTitle(title)).toBe(relation);
});

test('other relations do not make a legal representative', () => {
  expect(isLegalRelation('trustee')).toBe(true);
  expect(isLegalRelation('other')).toBe(false);
});
