import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, birthDateOfShortYear, parseBirthDate } from '../../shared/domain/birth-date.ts';

const today = '2026-09-01';

describe('parseBirthDate', () => {
  test.each([
    '01.09.2011',
    '1.9.2011',
    '2011-09-01',
    '01/09/2011',
    '01-09-2011',
    "'01.09.2011",
    '="01.09.2011"',
    '01.09.2011 г.',
    '01.09.2011 г.р.',
    '01.09.2011 года',
    '01.09.2011 0:00:00',
    '2011-09-01T00:00:00',
    '2011-09-01 00:00:00.000',
    '40787',
    '40787.5',
    '\u00A001.09.2011 ',
  ])('%j is 1 September 2011', (text) => {
    expect(parseBirthDate(text, today)).toEqual({ kind: 'ok', iso: '2011-09-01' });
  });

  test.each(['', ' ', '-', '—', "'"])('%j is empty', (text) => {
    expect(parseBirthDate(text, today)).toEqual({ kind: 'empty' });
  });

  test.each([
    ['31.02.2011', 'real-date'],
    ['29.02.2011', 'real-date'],
    ['00.09.2011', 'real-date'],
    ['2011-13-45', 'real-date'],
    ['09/25/2011', 'day-month-order'],
    ['01.09.11', 'four-digit-year'],
    ['сентябрь', 'date'],
    ['01.09/2011', 'date'],
    ['2011-08-31T21:00:00.000Z', 'date'],
    ['02.09.2023', 'age-3-to-100'],
    ['01.09.2027', 'age-3-to-100'],
    ['01.09.1925', 'age-3-to-100'],
    ['01.01.1900', 'age-3-to-100'],
    ['2011', 'age-3-to-100'],
  ])('%j is refused: %s', (text, expected) => {
    expect(parseBirthDate(text, today)).toEqual({ kind: 'invalid', expected });
  });

  test.each([
    ['29.02.2012', '2012-02-29'],
    ['01.09.2023', '2023-09-01'],
    ['02.09.1925', '1925-09-02'],
  ])('%j is just right', (text, iso) => {
    expect(parseBirthDate(text, today)).toEqual({ kind: 'ok', iso });
  });

  test('every day reads the same in each spelling and as a day number', () => {
    const day = fc.integer({ min: 10_000, max: 45_000 });
    fc.assert(
      fc.property(day, (serial) => {
        const iso = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        const dotted = iso.split('-').reverse().join('.');
        const read = [iso, dotted, String(serial)].map((text) => parseBirthDate(text, '2024-01-01'));
        expect(read).toEqual([read[0], read[0], read[0]]);
      }),
    );
  });
});

test.each([
  ['2012-09-01', '2026-09-01', 14],
  ['2012-09-02', '2026-09-01', 13],
  ['2012-02-29', '2026-02-28', 13],
  ['2012-02-29', '2026-03-01', 14],
])('born %s, on %s %i years old', (born, on, years) => {
  expect(ageOn(born, on)).toBe(years);
});

test.each([
  ['03.04.15', '2015-04-03'],
  ['3/4/15', '2015-04-03'],
  ["'03-04-15 г.", '2015-04-03'],
  ['01.09.23', '2023-09-01'],
  ['02.09.23', undefined],
  ['01.09.46', '1946-09-01'],
  ['01.08.46', '1946-08-01'],
  ['01.08.45', undefined],
  ['31.02.15', undefined],
  ['25/12/15', '2015-12-25'],
  ['12/25/15', undefined],
  ['03.04.2015', undefined],
])('a year of two digits: %j is %j', (text, iso) => {
  expect(birthDateOfShortYear(text, today)).toBe(iso);
});
