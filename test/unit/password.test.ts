import { describe, expect, test } from 'vitest';
import type { PasswordPolicySetting } from '../../shared/contract/settings.ts';
import { seededRandom } from '../../shared/demo/random.ts';
import { isObscene } from '../../shared/domain/obscene-words.ts';
import {
  generatePassword,
  passwordAlphabet,
  passwordEntropyBits,
  standardPasswordPolicy,
} from '../../shared/domain/password.ts';
import { passwordWords } from '../../shared/domain/password-words.ts';

const policy = standardPasswordPolicy;

test.each<[PasswordPolicySetting, number]>([
  [policy, 45.2],
  [{ kind: 'digits', length: 8 }, 26.6],
  [{ kind: 'words', language: 'ru', words: 4 }, 4 * Math.log2(passwordWords.ru.length)],
  [{ kind: 'words', language: 'en', words: 3 }, 3 * Math.log2(passwordWords.en.length)],
])('%o has %f bits', (given, bits) => {
  expect(passwordEntropyBits(given)).toBeCloseTo(bits, 1);
});

describe('1,000,000 passwords', () => {
  const random = seededRandom(20260901).int;
  const passwords = Array.from({ length: 1_000_000 }, () => generatePassword(policy, [], random));

  test('have ten characters of the alphabet, none three times running, nothing obscene', () => {
    const wrong = (password: string) =>
      !/^[346789bcdfghjkmnpqrtvwx]{10}$/.test(password) || /(.)\1\1/.test(password) || isObscene(password);
    expect(passwords.filter(wrong)).toEqual([]);
  });

  test('hold nothing that is mistaken for another character on paper', () => {
    expect(passwords.filter((password) => /[015ilosz2uayeIlO]/.test(password))).toEqual([]);
  });

  test('are all different', () => {
    expect(new Set(passwords).size).toBe(passwords.length);
  });

  /** The filter alone moves the sum by about 20 in 100,000; with 22 degrees of freedom 400 is then out of reach by chance. */
  test('use every character evenly (chi-square)', () => {
    expect(chiSquare(passwords)).toBeLessThan(400);
  });
}, 120_000);

test('a byte taken modulo 23 would be noticed', () => {
  const byte = seededRandom(3).int;
  const biased = (exclusiveMax: number) => byte(256) % exclusiveMax;
  expect(chiSquare(Array.from({ length: 100_000 }, () => generatePassword(policy, [], biased)))).toBeGreaterThan(500);
});

/** How far the characters of the passwords are from an even spread over the alphabet. */
function chiSquare(passwords: readonly string[]): number {
  const counts = new Map([...passwordAlphabet].map((char) => [char, 0]));
  for (const char of passwords.join('')) counts.set(char, (counts.get(char) ?? 0) + 1);
  const expected = (passwords.length * 10) / passwordAlphabet.length;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('words', () => {
  test.each(['ru', 'en'] as const)('of %s are short, Latin, each once, none offensive', (language) => {
    const words = passwordWords[language];
    expect(words.length).toBeGreaterThan(250);
    expect(words.filter((word) => !/^[a-z]{3,10}$/.test(word) || isObscene(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  test.each(['ru', 'en'] as const)('of %s stand in a password joined by hyphens, none twice', (language) => {
    const random = seededRandom(5).int;
    const made = Array.from({ length: 2000 }, () =>
      generatePassword({ kind: 'words', language, words: 4 }, [], random),
    );
    for (const password of made) {
      const parts = password.split('-');
      expect(new Set(parts).size).toBe(4);
      expect(parts.every((part) => passwordWords[language].includes(part))).toBe(true);
    }
  });
});

test('digits for the youngest do not count up or down', () => {
  const random = seededRandom(6).int;
  const made = Array.from({ length: 50_000 }, () => generatePassword({ kind: 'digits', length: 8 }, [], random));
  expect(made.filter((password) => !/^\d{8}$/.test(password) || /1234|4321|5678|6789|9876/.test(password))).toEqual([]);
});

test('a password holds neither the login nor the name nor the birth date', () => {
  const random = seededRandom(7).int;
  const digits = { kind: 'digits', length: 6 } as const;
  const dated = Array.from({ length: 20_000 }, () => generatePassword(digits, ['2015', '0905'], random));
  expect(dated.filter((password) => password.includes('2015') || password.includes('0905'))).toEqual([]);
  const words = { kind: 'words', language: 'ru', words: 3 } as const;
  const named = Array.from({ length: 20_000 }, () => generatePassword(words, ['Лис', 'кит', 'lun'], random));
  expect(named.filter((password) => /lis|kit|lun/.test(password))).toEqual([]);
});

test('a policy without a choice is refused, not looped over', () => {
  const avoid = [...'346789bcdfghjkmnpqrtvwx'].flatMap((one) => [...'346789bcdfghjkmnpqrtvwx'].map((two) => one + two));
  const triples = avoid.flatMap((pair) => [...'346789bcdfghjkmnpqrtvwx'].map((three) => pair + three));
  expect(() => generatePassword({ kind: 'random', length: 8 }, triples, seededRandom(1).int)).toThrow(RangeError);
});

test.each(['huy', 'PIZDEC', 'x3p777', 'bp3db', 'f4g888', 'fck', 'kg4nd0nk', 'pdr', '666'])('%s is obscene', (text) => {
  expect(isObscene(text)).toBe(true);
});

test.each(['k4m7xr9dbw', 'ivanova', 'q8'])('%s is not', (text) => {
  expect(isObscene(text)).toBe(false);
});
