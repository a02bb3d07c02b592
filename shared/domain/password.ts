import { isObscene } from './obscene-words.ts';
import { pickOne, type RandomInt } from './random.ts';
import { transliterate } from './transliteration.ts';

/** How initial passwords are made. */
export type PasswordPolicy = { readonly kind: 'random'; readonly alphabet: string; readonly length: number };

/**
 * Ten of 23 lower-case Latin letters and digits, 45 bits. No vowels, so that words rarely form, and nothing that is
 * mistaken on paper: no 0 and o, 1, i and l, 2 and z, 5 and s. One word: a gap on the slip would be typed in as a space.
 */
export const standardPasswordPolicy: PasswordPolicy = {
  kind: 'random',
  alphabet: '346789bcdfghjkmnpqrtvwx',
  length: 10,
};

const mostAttempts = 1000;
const shortestAvoided = 3;

/**
 * An initial password that holds no obscene stem, no character three times running, and nothing of `avoid` (the login
 * and the names, Cyrillic ones as they look in Latin letters; parts under three letters do not count). Throws RangeError
 * when the policy cannot give one.
 */
export function generatePassword(policy: PasswordPolicy, avoid: readonly string[], random: RandomInt): string {
  const banned = avoid.flatMap(bannedParts);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const password = randomText(policy, random);
    if (isAcceptable(password, banned)) return password;
  }
  throw new RangeError('the password policy leaves too little choice');
}

function randomText(policy: PasswordPolicy, random: RandomInt): string {
  return Array.from({ length: policy.length }, () => pickOne(policy.alphabet, random)).join('');
}

function isAcceptable(password: string, banned: readonly string[]): boolean {
  return !/(.)\1\1/.test(password) && !banned.some((part) => password.includes(part)) && !isObscene(password);
}

function bannedParts(text: string): string[] {
  const latin = transliterate(text.toLowerCase(), 'icao-9303');
  return latin.split(/[^a-z0-9]+/).filter((part) => part.length >= shortestAvoided);
}

/** How hard a password of the policy is to guess, in bits. The refused ones (about one in forty) take off less than 0.1. */
export function passwordEntropyBits(policy: PasswordPolicy): number {
  return policy.length * Math.log2(new Set(policy.alphabet).size);
}
