/** What a cell meant for an insurance number (SNILS) holds. Digits are always eleven. */
export type SnilsCheck =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ok'; readonly digits: string }
  | { readonly kind: 'wrong-checksum'; readonly digits: string; readonly expected: string }
  | { readonly kind: 'not-snils' };

const separators = /[\s\-\u2010-\u2015\u2212.'"=№\u200B\uFEFF]/g;
const elevenDigits = /^\d{11}$/;
const zero = '0'.charCodeAt(0);
const lastUnchecked = '001001998';

/**
 * Reads an insurance number however it is spaced. The control number is checked only above 001-001-998, as the Pension
 * Fund's rules say; a wrong one is for a person to decide, since schools do hold such numbers.
 */
export function checkSnils(text: string): SnilsCheck {
  const digits = text.replace(separators, '');
  if (digits === '') return { kind: 'empty' };
  if (!elevenDigits.test(digits) || digits === '00000000000') return { kind: 'not-snils' };
  const expected = controlNumber(digits.slice(0, 9));
  const unchecked = digits.slice(0, 9) <= lastUnchecked;
  return unchecked || digits.endsWith(expected) ? { kind: 'ok', digits } : { kind: 'wrong-checksum', digits, expected };
}

/** Two control digits: each of nine digits times its place from the end, modulo 101, where 100 is written 00. */
function controlNumber(nine: string): string {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += (nine.charCodeAt(index) - zero) * (9 - index);
  return String((sum % 101) % 100).padStart(2, '0');
}

/** Eleven digits as they are printed on the card: `112-233-445 95`. Other text comes back unchanged. */
export function formatSnils(digits: string): string {
  if (!elevenDigits.test(digits)) return digits;
  // Joined into one piece: a text put together with `+` keeps all its parts in memory.
  return [digits.slice(0, 3), '-', digits.slice(3, 6), '-', digits.slice(6, 9), ' ', digits.slice(9)].join('');
}

/** Only as much of the number as lets two papers be compared: `***-***-445 95`. */
export function maskSnils(digits: string): string {
  return elevenDigits.test(digits) ? `***-***-${digits.slice(6, 9)} ${digits.slice(9)}` : '';
}
