/** The start of the academic year unless the school set another: month and day. */
export const usualYearStart = '09-01';

/**
 * The academic year of a date, as its starting year (2026 for 2026/2027). The desk moves to the next year on `switchOn`,
 * before classes begin on `startsOn`, because lists and logins are prepared in summer; both are month and day (`07-01`).
 * A switch later than the start does not hold the new year back.
 */
export function academicYearOf(date: string, startsOn = usualYearStart, switchOn = switchBefore(startsOn)): number {
  const boundary = switchOn < startsOn ? switchOn : startsOn;
  const year = Number(date.slice(0, 4));
  return date.slice(5, 10) >= boundary ? year : year - 1;
}

const monthsToPrepare = 2;

/** The day (month and day) from which a year that starts on `startsOn` is prepared: two months before, in the same calendar year. */
function switchBefore(startsOn: string): string {
  const month = Math.max(1, Number(startsOn.slice(0, 2)) - monthsToPrepare);
  return `${String(month).padStart(2, '0')}-01`;
}

/** A starting year as schools write the academic year: `2026/2027`. */
export function formatAcademicYear(startYear: number): string {
  return `${startYear}/${startYear + 1}`;
}

/** First and last day (ISO 8601) of the academic year that starts in this calendar year on this month and day. */
export function daysOfYear(startYear: number, startsOn = usualYearStart): { startsOn: string; endsOn: string } {
  return { startsOn: `${startYear}-${startsOn}`, endsOn: eveOf(`${startYear + 1}-${startsOn}`) };
}

const dayMs = 86_400_000;

function eveOf(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
}
