import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentsAsked, dueOn, nextNumber, standingOf } from '../../shared/domain/application.ts';
import { daysAfter } from '../../shared/domain/expiry.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';

const nothing = { off: [], worked: [] };
const calendar = { days: 3, unit: 'calendar' } as const;
const working = { days: 3, unit: 'working' } as const;

describe('the term of an application', () => {
  test.each([
    ['2026-11-23', '2026-11-26', '2026-11-26', 'inside a week'],
    ['2026-11-26', '2026-11-30', '2026-12-01', 'over a weekend: three calendar days end on Sunday and move to Monday'],
    ['2026-11-28', '2026-12-01', '2026-12-02', 'handed in on a Saturday'],
    ['2026-11-02', '2026-11-05', '2026-11-06', 'over the 4th of November'],
    ['2026-04-30', '2026-05-04', '2026-05-06', 'over the 1st of May'],
    ['2026-12-29', '2027-01-11', '2027-01-12', 'over the end of the year'],
    ['2025-12-30', '2026-01-12', '2026-01-14', 'over a longer end of the year'],
    ['2024-04-26', '2024-05-02', '2024-05-03', 'with a worked Saturday before the holidays'],
    ['2028-02-25', '2028-02-28', '2028-03-01', 'over a leap day'],
  ])('from %s: %s by calendar days, %s by working days (%s)', (from, byCalendar, byWorking) => {
    expect(dueOn(from, calendar, nothing)).toBe(byCalendar);
    expect(dueOn(from, working, nothing)).toBe(byWorking);
  });

  test('a term of no days is today, or the next working day', () => {
    expect(dueOn('2026-11-26', { days: 0, unit: 'working' }, nothing)).toBe('2026-11-26');
    expect(dueOn('2026-11-28', { days: 0, unit: 'working' }, nothing)).toBe('2026-11-30');
  });

  test('always ends on a working day; working days never end before calendar ones; later never ends earlier', () => {
    const date = fc.integer({ min: 0, max: 1800 }).map((days) => daysAfter('2024-01-01', days));
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const byCalendar = dueOn(from, { days, unit: 'calendar' }, nothing);
        const byWorking = dueOn(from, { days, unit: 'working' }, nothing);
        const later = dueOn(daysAfter(from, 1), { days, unit: 'working' }, nothing);
        const ends = isWorkingDay(byCalendar, nothing) && isWorkingDay(byWorking, nothing);
        return ends && byWorking >= byCalendar && byCalendar >= from && later >= byWorking;
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

test('an application stands closed, overdue, due today or due', () => {
  const of = (due: string, closedOn: string | null = null) => standingOf({ dueOn: due, closedOn }, '2026-11-26');
  expect([of('2026-11-25'), of('2026-11-26'), of('2026-11-27'), of('2026-11-25', '2026-11-26')]).toEqual([
    'overdue',
    'today',
    'due',
    'closed',
  ]);
});

test('a pupil and a withdrawal are asked for an identity document only', () => {
  expect(documentsAsked('access', 'guardian')).toEqual(['identity', 'birth-certificate', 'guardianship']);
  expect(documentsAsked('access', 'pupil')).toEqual(['identity']);
  expect(documentsAsked('withdrawal', 'guardian')).toEqual(['identity']);
});

test('numbers go on from the highest whole one', () => {
  expect(nextNumber([])).toBe('1');
  expect(nextNumber(['7', '12', '3-а', '011'])).toBe('13');
});
