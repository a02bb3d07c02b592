import { createHash } from 'node:crypto';
import { latinTwin } from '../../../shared/domain/look-alikes.ts';

/** Crockford's base 32: no I, L, O, U, so that nothing looks like something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 32;
const checkLength = 4;
const group = 4;

/** Number of random bytes behind a code: 160 bits. */
export const recoveryRandomBytes = 20;

/** The bytes as nine groups of four; the last group is a check of the others. */
export function recoveryCode(bytes: Uint8Array): string {
  const code = toBase32(bytes, codeLength);
  return inGroups(code + checkOf(code));
}

/**
 * A typed code as it was printed: small letters, spaces, hyphens, O for 0, I or L for 1, and Cyrillic letters that look
 * like Latin ones are forgiven. Undefined when it is not a code at all or its check group does not fit.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const text = [...typed.normalize('NFKC').toUpperCase()].map(meantSymbol).join('');
  if (text.length !== codeLength + checkLength || [...text].some((symbol) => !alphabet.includes(symbol)))
    return undefined;
  const code = text.slice(0, codeLength);
  return text.slice(codeLength) === checkOf(code) ? inGroups(text) : undefined;
}

/** What a printed code stands for, as input of a key derivation. */
export function recoveryBytes(code: string): Uint8Array {
  return Buffer.from(code.replaceAll('-', '').slice(0, codeLength), 'ascii');
}

const confusable: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', З: '3' };

function meantSymbol(symbol: string): string {
  if (/[\s\-–—_.]/u.test(symbol)) return '';
  const latin = latinTwin(symbol) ?? symbol;
  return confusable[latin] ?? latin;
}

function checkOf(code: string): string {
  return toBase32(createHash('sha256').update(code).digest(), checkLength);
}

function toBase32(bytes: Uint8Array, length: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, index) => alphabet[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join(
    '',
  );
}

function inGroups(text: string): string {
  return (text.match(new RegExp(`.{${group}}`, 'g')) ?? []).join('-');
}
