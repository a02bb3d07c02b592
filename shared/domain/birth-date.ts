/** What a birth date must be: written as a date, with a year of four digits, day before month, real, of a living age. */
export type BirthDateExpectation = 'date' | 'four-digit-year' | 'day-month-order' | 'real-date' | 'age-3-to-100';

/** What a cell meant for a birth date holds; `iso` is ISO 8601. */
export type ParsedBirthDate =
  | { readonly kind: 'ok'; readonly iso: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly expected: BirthDateExpectation };

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const longestCell = 60;
const wrapping = /^[\s'="\uFEFF]+|["\s.,]+$/g;
const yearMark = /\s*(?:г|год|года|г\.\s*р)$/i;
const timeTail = /[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const dayFirst = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
const yearFirst = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/;
const shortYear = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2})$/;
const serial = /^\d{4,5}(?:[.,]\d+)?$/;
const nothing = /^[-\u2010-\u2015]*$/;

/**
 * Reads a birth date as files have it: `dd.MM.yyyy`, `dd/MM/yyyy`, `yyyy-MM-dd`, an Excel day number; with an apostrophe
 * in front or a time behind. Month before day is not guessed, and a moment with a time zone is refused, since its day
 * depends on the zone. `today` is ISO 8601.
 */
export function parseBirthDate(text: string, today: string): ParsedBirthDate {
  if (text.length > longestCell) return { kind: 'invalid', expected: 'date' };
  const clean = text.replace(wrapping, '').replace(yearMark, '').replace(timeTail, '');
  if (nothing.test(clean)) return { kind: 'empty' };
  const parts = serial.test(clean) ? fromSerial(clean) : fromText(clean);
  if (parts === undefined) return { kind: 'invalid', expected: shortYear.test(clean) ? 'four-digit-year' : 'date' };
  const expected = whatIsWrong(parts, today);
  return expected === undefined ? { kind: 'ok', iso: isoOf(parts) } : { kind: 'invalid', expected };
}

/**
 * A birth date whose year has two digits (`03.04.15`), in ISO 8601: of the years that end so the latest one that makes a
 * person of 3 to 80 years. Undefined when it is no such date.
 */
export function birthDateOfShortYear(text: string, today: string): string | undefined {
  const [, day, , month, year] = shortYear.exec(text.replace(wrapping, '').replace(yearMark, '')) ?? [];
  if (year === undefined) return undefined;
  for (const century of [2000, 1900]) {
    const parts = { day: Number(day), month: Number(month), year: century + Number(year) };
    if (whatIsWrong(parts, today) === undefined && ageOn(isoOf(parts), today) <= 80) return isoOf(parts);
  }
  return undefined;
}

/** A date of any time in ISO 8601, written as a birth date may be; undefined when it is none. */
export function parseDate(text: string): string | undefined {
  if (text.length > longestCell) return undefined;
  const clean = text.replace(wrapping, '').replace(yearMark, '').replace(timeTail, '');
  const parts = serial.test(clean) ? fromSerial(clean) : fromText(clean);
  return parts !== undefined && isReal(parts) ? isoOf(parts) : undefined;
}

function fromText(text: string): DateParts | undefined {
  const dayLed = dayFirst.exec(text);
  if (dayLed !== null) return { day: Number(dayLed[1]), month: Number(dayLed[3]), year: Number(dayLed[4]) };
  const yearLed = yearFirst.exec(text);
  if (yearLed === null) return undefined;
  return { day: Number(yearLed[4]), month: Number(yearLed[3]), year: Number(yearLed[1]) };
}

/** Excel counts days from 30 December 1899 (day 0), given that it believes in 29 February 1900. */
function fromSerial(text: string): DateParts {
  const date = new Date(Date.UTC(1899, 11, 30 + Number.parseInt(text, 10)));
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
}

function whatIsWrong(parts: DateParts, today: string): BirthDateExpectation | undefined {
  if (parts.month > 12 && parts.day >= 1 && parts.day <= 12 && parts.month <= 31) return 'day-month-order';
  if (!isReal(parts)) return 'real-date';
  const age = ageOn(isoOf(parts), today);
  return age < 3 || age > 100 ? 'age-3-to-100' : undefined;
}

function isReal({ year, month, day }: DateParts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoOf({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Full years from a birth date to another date, both ISO 8601; who was born on 29 February turns older on 1 March. */
export function ageOn(iso: string, onIso: string): number {
  const years = Number(onIso.slice(0, 4)) - Number(iso.slice(0, 4));
  return onIso.slice(5, 10) < iso.slice(5, 10) ? years - 1 : years;
}
