import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSnils, formatSnils, maskSnils } from '../../shared/domain/snils.ts';

describe('checkSnils', () => {
  test.each(['112-233-445 95', '087-654-303 00', '123-456-789 64', '11223344595', '112 233 445 95', "'112-233-445 95"])(
    '%s is right',
    (text) => expect(checkSnils(text)).toEqual({ kind: 'ok', digits: text.replace(/\D/g, '') }),
  );

  test.each([
    ['123-456-789 12', '64'],
    ['123-456-789 01', '64'],
    ['111-222-333 44', '72'],
    ['987-654-321 00', '83'],
  ])('%s has a wrong control number, %s was due', (text, expected) => {
    expect(checkSnils(text)).toEqual({ kind: 'wrong-checksum', digits: text.replace(/\D/g, ''), expected });
  });

  test.each(['', ' ', '-', '\u00A0', '— '])('%j is empty', (text) => expect(checkSnils(text).kind).toBe('empty'));

  test.each(['1122334459', '112-233-445 950', 'нет', '1,12E+10', '000-000-000 00', 'АВ112233445'])(
    '%j is not an insurance number',
    (text) => expect(checkSnils(text).kind).toBe('not-snils'),
  );

  test('the control number is not checked up to 001-001-998', () => {
    expect(checkSnils('001-001-998 77').kind).toBe('ok');
    expect(checkSnils('001-001-999 77').kind).toBe('wrong-checksum');
  });

  test('of a hundred control numbers exactly one is right', () => {
    const nine = fc.integer({ min: 1_001_999, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'));
    fc.assert(
      fc.property(nine, (digits) => {
        const all = Array.from({ length: 100 }, (_, index) => checkSnils(digits + String(index).padStart(2, '0')));
        return all.filter((check) => check.kind === 'ok').length === 1;
      }),
      { numRuns: 200 },
    );
  });
});

test('shown with hyphens, hidden but for the last digits', () => {
  expect(formatSnils('11223344595')).toBe('112-233-445 95');
  expect(formatSnils('1122')).toBe('1122');
  expect(maskSnils('11223344595')).toBe('***-***-445 95');
  expect(maskSnils('1122')).toBe('');
});
