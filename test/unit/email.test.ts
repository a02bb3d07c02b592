import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEmail, emailKey, suggestDomain } from '../../shared/domain/email.ts';

describe('checkEmail', () => {
  test.each([
    ['anna@mail.ru', 'anna@mail.ru'],
    [' Anna.Petrova@Mail.RU ', 'Anna.Petrova@mail.ru'],
    ['mailto:anna@mail.ru', 'anna@mail.ru'],
    ['<anna@mail.ru>;', 'anna@mail.ru'],
    ['anna+school@school-5.edu.ru', 'anna+school@school-5.edu.ru'],
    ['an\u200Bna@mail.ru', 'anna@mail.ru'],
  ])('%j is kept as %s', (text, value) => {
    expect(checkEmail(text)).toEqual({ kind: 'ok', value, key: value.toLowerCase() });
  });

  test.each(['', '  ', '\u00A0'])('%j is empty', (text) => expect(checkEmail(text).kind).toBe('empty'));

  test.each([
    'login@temp.ru',
    'ivanovii@TEMP.ru',
    '-',
    '—',
    'нет',
    'Не указано',
    'no@no.ru',
    'net@net.ru',
    '1@1.ru',
    'mail@mail.ru',
    'noemail@mail.ru',
    'user@example.com',
  ])('%j only fills the cell', (text) => expect(checkEmail(text).kind).toBe('filler'));

  test.each([
    ['anna.mail.ru', 'at-sign'],
    ['anna@@mail.ru', 'one-address'],
    ['anna@mail.ru, papa@mail.ru', 'one-address'],
    ['an na@mail.ru', 'no-spaces'],
    ['аnna@mail.ru', 'latin-letters'],
    ['@mail.ru', 'mailbox'],
    ['anna.@mail.ru', 'mailbox'],
    ['anna@mail', 'domain'],
    ['anna@mail,ru', 'domain'],
    ['anna@-mail.ru', 'domain'],
    [`${'a'.repeat(65)}@mail.ru`, 'mailbox'],
  ])('%j lacks %s', (text, expected) => {
    expect(checkEmail(text)).toEqual({ kind: 'invalid', expected });
  });
});

test('addresses are compared trimmed and in lower case', () => {
  expect(emailKey(' Anna@Mail.RU ')).toBe('anna@mail.ru');
});

test.each([
  ['anna@mali.ru', 'mail.ru'],
  ['anna@mial.ru', 'mail.ru'],
  ['anna@mail.rru', 'mail.ru'],
  ['anna@yndex.ru', 'yandex.ru'],
  ['anna@yandeks.ru', 'yandex.ru'],
  ['anna@gmail.ru', 'gmail.com'],
  ['anna@gmial.com', 'gmail.com'],
  ['anna@gmail.con', 'gmail.com'],
  ['anna@mail.ru', undefined],
  ['anna@ya.ru', undefined],
  ['anna@bk.ru', undefined],
  ['anna@email.ru', undefined],
  ['anna@yandex.by', undefined],
  ['anna@school5.ru', undefined],
  ['anna', undefined],
])('%s: did you mean %s', (email, domain) => {
  expect(suggestDomain(email)).toBe(domain);
});

const addressLike = fc.stringMatching(/^[a-zA-Z0-9._@-]{0,12}@?(temp|mail|ya|net-pochty)?\.?(ru|com|local|x)?$/);

test('an address at its plainest is judged as one with a blank before it, which is taken off', () => {
  fc.assert(
    fc.property(addressLike, (text) => {
      expect(checkEmail(text)).toEqual(checkEmail(` ${text}`));
    }),
    { numRuns: 2000 },
  );
});
