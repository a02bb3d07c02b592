import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter } from '../../shared/domain/expiry.ts';
import { isWorkingDay, knowsMovesOf, workingDayFrom, workingDaysAfter } from '../../shared/domain/working-days.ts';

const nothing = { off: [], worked: [] };
const works = (date: string) => isWorkingDay(date, nothing);

describe('the production calendar', () => {
  // The numbers of working days that the official calendars of the five-day week state.
  test.each([
    [2024, 248],
    [2025, 247],
    [2026, 247],
    [2027, 247],
  ])('%i has %i working days', (year, expected) => {
    const leap = year % 4 === 0 ? 366 : 365;
    const days = Array.from({ length: leap }, (_, day) => daysAfter(`${year}-01-01`, day));
    expect(days.filter(works)).toHaveLength(expected);
    expect(knowsMovesOf(year)).toBe(true);
  });

  test.each([
    ['2024-04-27', true, 'a Saturday worked for the 29th of April'],
    ['2024-12-28', true, 'a Saturday worked for the 30th of December'],
    ['2024-12-31', false, 'moved from the 7th of January'],
    ['2025-02-24', true, 'the decree moved the 23rd of February to May'],
    ['2025-03-10', true, 'the decree moved the 8th of March to June'],
    ['2025-05-08', false, 'moved from the 23rd of February'],
    ['2025-11-01', true, 'a Saturday worked for the 3rd of November'],
    ['2026-01-09', false, 'moved from the 3rd of January'],
    ['2026-03-09', false, 'after a holiday on a Sunday'],
    ['2026-05-11', false, 'after a holiday on a Saturday'],
    ['2026-12-31', false, 'moved from the 4th of January'],
    ['2027-02-20', true, 'a Saturday worked for the 22nd of February'],
    ['2027-05-03', false, 'after a holiday on a Saturday'],
    ['2027-06-14', false, 'after a holiday on a Saturday'],
  ])('%s works: %s (%s)', (date, expected) => {
    expect(works(date)).toBe(expected);
  });

  test('a year without a decree follows the Labour Code alone', () => {
    expect(knowsMovesOf(2033)).toBe(false);
    // 1 May 2033 is a Sunday, 9 May a Monday, 12 June a Sunday.
    expect(['2033-05-02', '2033-05-09', '2033-06-13'].map(works)).toEqual([false, false, false]);
    expect(works('2033-05-03')).toBe(true);
  });

  test('the school’s own days come first', () => {
    const own = { off: ['2026-11-27'], worked: ['2026-11-28'] };
    expect(isWorkingDay('2026-11-27', own)).toBe(false);
    expect(isWorkingDay('2026-11-28', own)).toBe(true);
    expect(workingDaysAfter('2026-11-26', 1, own)).toBe('2026-11-28');
  });

  test('a calendar without working days does not hang', () => {
    const off = Array.from({ length: 400 }, (_, day) => daysAfter('2026-09-01', day));
    expect(workingDayFrom('2026-09-01', { off, worked: [] }) > '2026-09-01').toBe(true);
  });
});

const date = fc.integer({ min: 0, max: 365 * 6 }).map((days) => daysAfter('2024-01-01', days));

describe('counting working days', () => {
  test('goes through exactly so many of them and ends on one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const end = workingDaysAfter(from, days, nothing);
        const length = (Date.parse(end) - Date.parse(from)) / 86_400_000;
        const between = Array.from({ length }, (_, step) => daysAfter(from, step + 1));
        return works(end) && between.filter(works).length === days;
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('a longer way is the way of its parts', () => {
    const days = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(date, days, days, (from, a, b) => {
        const first = workingDaysAfter(from, a, nothing);
        return workingDaysAfter(first, b, nothing) === workingDaysAfter(from, a + b, nothing);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
