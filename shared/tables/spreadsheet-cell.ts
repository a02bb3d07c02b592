/** Value of a spreadsheet's cell, with the number format it is shown in. Dates are moments in UTC. */
export type SpreadsheetValue = string | number | boolean | Date | null | undefined;

/**
 * Text of a cell as a Russian spreadsheet shows it, with nothing lost: numbers in full digits (a SNILS or a phone typed as
 * a number is never `1,23E+10`), dates as `dd.MM.yyyy`, digit masks like `000-000-000 00` applied.
 */
export function textOfValue(value: SpreadsheetValue, format = ''): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  return typeof value === 'number' ? textOfNumber(value, format) : textOfDate(value, format);
}

const DIGIT_MASK = /^[0\s()+.-]*0[\s()+.-]*$/;

function textOfNumber(value: number, format: string): string {
  const mask = format.replace(/["\\]/g, '');
  if (Number.isSafeInteger(value) && value >= 0 && DIGIT_MASK.test(mask) && !mask.includes('.'))
    return maskDigits(String(value), mask);
  return plainNumber(value);
}

/** Digits stand in the places of zeros from the right; what is left over goes before the first. */
function maskDigits(digits: string, mask: string): string {
  const places = mask.split('0').length - 1;
  const padded = digits.padStart(places, '0');
  let taken = padded.length - places;
  const [before = ''] = mask.split('0');
  const rest = mask.slice(before.length).replaceAll('0', () => padded[taken++] ?? '');
  return before + padded.slice(0, padded.length - places) + rest;
}

/** Fifteen digits are what a spreadsheet keeps; an exponent is written out. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const short = String(Number(value.toPrecision(15)));
  return (short.includes('e') ? value.toFixed(20).replace(/0+$/, '') : short).replace('.', ',');
}

const TIME_FORMAT = /[hч]|(?:^|[^m])s/i;

/** A date without a time of day, unless the format shows one; a moment of day 0 is a time alone. */
function textOfDate(value: Date, format: string): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  const date = `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
  const time = iso.slice(11, 16);
  if (value.getUTCFullYear() < 1900) return time;
  const showsTime = format === '' || TIME_FORMAT.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ''));
  return time === '00:00' || !showsTime ? date : `${date} ${time}`;
}
