import type { PasswordPolicySetting } from '../contract/settings.ts';
import { isObscene } from './obscene-words.ts';
import { passwordWords } from './password-words.ts';
import { pickOne, type RandomInt } from './random.ts';
import { transliterate } from './transliteration.ts';

/** How initial passwords are made. */
export type PasswordPolicy = PasswordPolicySetting;

/**
 * 23 lower-case Latin letters and digits. No vowels, so that words rarely form, and nothing that is mistaken on paper: no
 * 0 and o, 1, i and l, 2 and z, 5 and s.
 */
export const passwordAlphabet = '346789bcdfghjkmnpqrtvwx';

const digits = '0123456789';

/** Ten characters, 45 bits. One word: a gap on the slip would be typed in as a space. */
export const standardPasswordPolicy: PasswordPolicy = { kind: 'random', length: 10 };

const mostAttempts = 1000;
const shortestAvoided = 3;

/**
 * An initial password that holds no obscene stem, no character three times running, and nothing of `avoid` (the login,
 * the names and dates, Cyrillic ones as they look in Latin letters; parts under three letters do not count). Throws
 * RangeError when the policy cannot give one.
 */
export function generatePassword(policy: PasswordPolicy, avoid: readonly string[], random: RandomInt): string {
  const banned = avoid.flatMap(bannedParts);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const password = randomText(policy, random);
    if (isAcceptable(password, banned, policy)) return password;
  }
  throw new RangeError('the password policy leaves too little choice');
}

function randomText(policy: PasswordPolicy, random: RandomInt): string {
  const several = (count: number, from: string | readonly string[]) =>
    Array.from({ length: count }, () => from[random(from.length)] ?? '');
  switch (policy.kind) {
    case 'random':
      return Array.from({ length: policy.length }, () => pickOne(passwordAlphabet, random)).join('');
    case 'digits':
      return Array.from({ length: policy.length }, () => pickOne(digits, random)).join('');
    case 'words':
      return several(policy.words, passwordWords[policy.language]).join('-');
  }
}

function isAcceptable(password: string, banned: readonly string[], policy: PasswordPolicy): boolean {
  if (/(.)\1\1/.test(password) || banned.some((part) => password.includes(part)) || isCounting(password)) return false;
  if (policy.kind !== 'words') return !isObscene(password);
  const words = password.split('-');
  return new Set(words).size === words.length && !words.some(isObscene);
}

const keyRows = '01234567890 09876543210';

/** `1234` and `9876` are the first guesses. */
function isCounting(password: string): boolean {
  return Array.from({ length: Math.max(0, password.length - 3) }, (_, at) => password.slice(at, at + 4)).some((part) =>
    keyRows.includes(part),
  );
}

function bannedParts(text: string): string[] {
  const latin = transliterate(text.toLowerCase(), 'icao-9303');
  return latin.split(/[^a-z0-9]+/).filter((part) => part.length >= shortestAvoided);
}

/** How hard a password of the policy is to guess, in bits. The refused ones (under one in ten) take off less than 0.15. */
export function passwordEntropyBits(policy: PasswordPolicy): number {
  switch (policy.kind) {
    case 'random':
      return policy.length * Math.log2(new Set(passwordAlphabet).size);
    case 'digits':
      return policy.length * Math.log2(digits.length);
    case 'words':
      return policy.words * Math.log2(passwordWords[policy.language].length);
  }
}
