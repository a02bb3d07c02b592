import { movesOfYears } from './day-moves.ts';
import { daysAfter } from './expiry.ts';

/** What the school adds to the production calendar: regional holidays, moved days. ISO 8601 dates. */
export interface OwnDays {
  readonly off: readonly string[];
  readonly worked: readonly string[];
}

/** Of holidays, month and day (article 112 of the Labour Code). The first eight are the New Year holidays and Christmas. */
const holidays: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]);

const isHoliday = (date: string) => holidays.has(date.slice(5));
const isInNewYear = (date: string) => date.slice(5) <= '01-08';

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/**
 * Is this a working day of the five-day week in Russia? Holidays and weekends are free; a day off that falls on a holiday
 * outside the New Year ones moves to the next working day (article 112 of the Labour Code), unless the year's decree moved
 * it elsewhere. `own` comes before everything.
 */
export function isWorkingDay(date: string, own: OwnDays): boolean {
  if (own.worked.includes(date)) return true;
  return !own.off.includes(date) && !daysOffOf(Number(date.slice(0, 4))).has(date);
}

/** Has the decree of this year been built in? Without it, days moved by the government are not known. */
export function knowsMovesOf(year: number): boolean {
  return movesOfYears[year] !== undefined;
}

/** The first working day from this one on. */
export function workingDayFrom(date: string, own: OwnDays): string {
  let day = date;
  // A calendar of nothing but days off is a mistake, not a reason to search for ever.
  for (let tried = 0; tried < 366 && !isWorkingDay(day, own); tried += 1) day = daysAfter(day, 1);
  return day;
}

/** The date so many working days after another, which itself does not count. */
export function workingDaysAfter(date: string, days: number, own: OwnDays): string {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = workingDayFrom(daysAfter(day, 1), own);
  return day;
}

const known = new Map<number, ReadonlySet<string>>();

function daysOffOf(year: number): ReadonlySet<string> {
  const before = known.get(year);
  if (before !== undefined) return before;
  const off = countDaysOff(year);
  known.set(year, off);
  return off;
}

function countDaysOff(year: number): ReadonlySet<string> {
  const moves = movesOfYears[year] ?? [];
  const [from, to] = [new Set(moves.map((move) => move.from)), moves.map((move) => move.to)];
  const off = new Set(to);
  const days = datesOf(year);
  for (const date of days) if (isHoliday(date) || (isWeekend(date) && !from.has(date))) off.add(date);
  for (const date of days) {
    const moves = isHoliday(date) && isWeekend(date) && !isInNewYear(date) && !from.has(date);
    if (moves) off.add(nextFree(date, off));
  }
  return off;
}

function nextFree(date: string, off: ReadonlySet<string>): string {
  let day = daysAfter(date, 1);
  while (off.has(day)) day = daysAfter(day, 1);
  return day;
}

function datesOf(year: number): readonly string[] {
  const first = `${year}-01-01`;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return Array.from({ length: leap ? 366 : 365 }, (_, day) => daysAfter(first, day));
}
