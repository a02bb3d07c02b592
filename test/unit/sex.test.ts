import { expect, test } from 'vitest';
import { parseSex } from '../../shared/domain/sex.ts';

test.each(['м', 'М', 'M', 'm', 'муж', 'Муж.', 'мужской', 'male', 'MALE', '1', ' м '])('%j is male', (text) => {
  expect(parseSex(text)).toBe('male');
});

test.each(['ж', 'Ж', 'F', 'f', 'жен', 'жен.', 'женский', 'female', '2'])('%j is female', (text) => {
  expect(parseSex(text)).toBe('female');
});

test.each(['', '-', 'НД', '0', '3', 'да'])('%j says nothing', (text) => {
  expect(parseSex(text)).toBeUndefined();
});
