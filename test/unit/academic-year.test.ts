import { expect, test } from 'vitest';
import { academicYearOf, daysOfYear, formatAcademicYear } from '../../shared/domain/academic-year.ts';

test.each([
  ['2026-09-01', 2026],
  ['2026-12-31', 2026],
  ['2027-01-01', 2026],
  ['2027-05-26', 2026],
  ['2027-06-30', 2026],
  ['2027-07-01', 2027],
  ['2027-08-31', 2027],
])('%s belongs to the year that starts in %i', (date, year) => {
  expect(academicYearOf(date)).toBe(year);
});

test('the school may set the boundary', () => {
  expect(academicYearOf('2027-06-01', '09-01', '06-01')).toBe(2027);
  expect(academicYearOf('2027-08-31', '09-01', '09-01')).toBe(2026);
  expect(academicYearOf('2027-09-01', '09-01', '09-15')).toBe(2027);
});

test('written with both years, over on 31 August', () => {
  expect(formatAcademicYear(2026)).toBe('2026/2027');
  expect(daysOfYear(2026)).toEqual({ startsOn: '2026-09-01', endsOn: '2027-08-31' });
});

test('another start moves the end and the day from which the year is prepared', () => {
  expect(daysOfYear(2026, '01-09')).toEqual({ startsOn: '2026-01-09', endsOn: '2027-01-08' });
  expect(academicYearOf('2027-05-31', '08-15')).toBe(2026);
  expect(academicYearOf('2027-06-01', '08-15')).toBe(2027);
  expect(academicYearOf('2027-01-01', '01-09')).toBe(2027);
});
