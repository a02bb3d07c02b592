import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter } from '../../shared/domain/expiry.ts';
import { mondayOf } from '../../shared/domain/paper-diary-layout.ts';

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
  ['2028-03-01', '2028-02-28'],
])('the week of %s begins on %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});

test('every day of a week has the same Monday', () => {
  const date = fc.integer({ min: 0, max: 4000 }).map((days) => daysAfter('2024-01-01', days));
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 6 }), (day, step) => {
      const monday = mondayOf(day);
      return new Date(`${monday}T00:00:00Z`).getUTCDay() === 1 && mondayOf(daysAfter(monday, step)) === monday;
    }),
    { seed: 3, numRuns: 200 },
  );
});
