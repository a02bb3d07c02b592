/**
 * The academic year of a date, as its starting year (2026 for 2026/2027). The desk moves to the next year on `switchOn`,
 * before classes begin on `startsOn`, because lists and logins are prepared in summer; both are month and day (`07-01`).
 * A switch later than the start does not hold the new year back.
 */
export function academicYearOf(date: string, startsOn = '09-01', switchOn = '07-01'): number {
  const boundary = switchOn < startsOn ? switchOn : startsOn;
  const year = Number(date.slice(0, 4));
  return date.slice(5, 10) >= boundary ? year : year - 1;
}

/** A starting year as schools write the academic year: `2026/2027`. */
export function formatAcademicYear(startYear: number): string {
  return `${startYear}/${startYear + 1}`;
}

/** The last day of an academic year, ISO 8601: 31 August, the eve of the next one. */
export function academicYearEnd(startYear: number): string {
  return `${startYear + 1}-08-31`;
}
