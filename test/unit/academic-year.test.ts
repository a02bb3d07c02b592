import { expect, test } from 'vitest';
import { academicYearEnd, academicYearOf, formatAcademicYear } from '../../shared/domain/academic-year.ts';

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
  expect(academicYearEnd(2026)).toBe('2027-08-31');
});
