import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhone, splitPhones } from '../../shared/domain/phone.ts';

describe('parsePhone', () => {
  test.each([
    '8(926)123-45-67',
    '+7 926 123 45 67',
    '9261234567',
    '89261234567',
    '+79261234567',
    '79261234567',
    '8 9261234567 мама',
    '(926) 123-45-67',
    '+7(926)123-45-67',
    '+7 926 123-45-67',
    '8–926–123–45–67',
    '8.926.123.45.67',
    '+8 926 123 45 67',
    "'89261234567",
    '\u00A08\u00A0926\u00A0123\u00A045\u00A067',
    'тел. 8926-123-45-67(мама)',
    '８９２６１２３４５６７',
  ])('%j is one Russian mobile', (text) => {
    expect(parsePhone(text)).toEqual({ e164: '+79261234567', kind: 'mobile' });
  });

  test.each([
    ['87011234567', '+77011234567', 'mobile'],
    ['+7 (701) 333-44-55', '+77013334455', 'mobile'],
    ['8 495 123-45-67', '+74951234567', 'landline'],
    ['8 800 555-35-35', '+78005553535', 'other'],
    ['+375 29 123-45-67', '+375291234567', 'mobile'],
    ['375291234567', '+375291234567', 'mobile'],
    ['+998 90 123 45 67', '+998901234567', 'mobile'],
    ['7926123456', '7926123456', 'invalid'],
    ['4951234567', '4951234567', 'invalid'],
    ['+7 926 123 45 6', '+7926123456', 'invalid'],
    ['8926123456', '8926123456', 'invalid'],
    ['892612345678', '892612345678', 'invalid'],
    ['123-45-67', '1234567', 'invalid'],
  ])('%j is %s, %s', (text, e164, kind) => {
    expect(parsePhone(text)).toEqual({ e164, kind });
  });

  test.each(['', ' ', 'нет', '-', 'кв. 12'])('%j holds no number', (text) => expect(parsePhone(text)).toBeUndefined());

  test('any layout of a Russian mobile reads the same', () => {
    const gap = fc.constantFrom('', ' ', '-', '\u00A0', ' - ');
    const start = fc.constantFrom('+7', '8', '7', '');
    const digits = fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map(String);
    fc.assert(
      fc.property(start, digits, gap, gap, gap, gap, (prefix, number, a, b, c, d) => {
        const [code, three, two, rest] = [number.slice(0, 3), number.slice(3, 6), number.slice(6, 8), number.slice(8)];
        const text = `${prefix}${prefix === '' ? '' : a}${code}${b}${three}${c}${two}${d}${rest}`;
        expect(parsePhone(text)).toEqual({ e164: `+7${number}`, kind: 'mobile' });
      }),
    );
  });
});

describe('splitPhones', () => {
  const brief = (cell: string) => splitPhones(cell).map(({ e164, label }) => [e164, label]);

  test.each([
    ['87772223344 мама, +7 (701) 333-44-55 папа', ['+77772223344', 'мама'], ['+77013334455', 'папа']],
    ['мама: 8 926 123-45-67; папа: 8 903 123-45-67', ['+79261234567', 'мама'], ['+79031234567', 'папа']],
    ['89261234567 мама 89031234567 папа', ['+79261234567', 'мама'], ['+79031234567', 'папа']],
    ['мама 89261234567 папа 89031234567', ['+79261234567', 'мама'], ['+79031234567', 'папа']],
    ['89261234567 89031234567', ['+79261234567', ''], ['+79031234567', '']],
    ['8 926 123 45 67 8 903 123 45 67', ['+79261234567', ''], ['+79031234567', '']],
    ['926 123 45 67 903 123 45 67', ['+79261234567', ''], ['+79031234567', '']],
    ['+79261234567+79031234567', ['+79261234567', ''], ['+79031234567', '']],
    ['89261234567/89031234567', ['+79261234567', ''], ['+79031234567', '']],
    ['89261234567\n89031234567', ['+79261234567', ''], ['+79031234567', '']],
    ['89261234567 (бабушка)', ['+79261234567', 'бабушка']],
    ['8 926 123-45-67', ['+79261234567', '']],
    ['нет'],
    [''],
  ])('%j', (cell, ...phones) => {
    expect(brief(cell)).toEqual(phones);
  });

  test('the text as typed stays beside the number', () => {
    expect(splitPhones('87772223344 мама, +7 (701) 333-44-55 папа').map(({ raw }) => raw)).toEqual([
      '87772223344',
      '+7 (701) 333-44-55',
    ]);
  });
});

test.each([
  ['+79261234567', '+7 926 123-45-67'],
  ['+77013334455', '+7 701 333-44-55'],
  ['+375291234567', '+375 29 123 45 67'],
  ['7926123456', '7926123456'],
])('%s is shown as %s', (e164, shown) => {
  expect(formatPhone(e164)).toBe(shown);
});

test('a hundred thousand mobile numbers are read without the numbering plans', () => {
  const cells = Array.from({ length: 100_000 }, (_, index) => `8 (926) ${String(index).padStart(7, '0')}`);
  const start = performance.now();
  for (const cell of cells) splitPhones(cell);
  expect(performance.now() - start).toBeLessThan(2_000);
});
