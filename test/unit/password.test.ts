import { randomInt } from 'node:crypto';
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
import type { RandomInt } from '../../shared/domain/random.ts';

const policy = standardPasswordPolicy;

test.each<[PasswordPolicySetting, number]>([
  [policy, 45.2],
  [{ kind: 'digits', length: 8 }, 26.6],
  [{ kind: 'words', language: 'ru', words: 4 }, 4 * Math.log2(passwordWords.ru.length)],
  [{ kind: 'words', language: 'en', words: 3 }, 3 * Math.log2(passwordWords.en.length)],
])('%o has %f bits', (given, bits) => {
  expect(passwordEntropyBits(given)).toBeCloseTo(bits, 1);
});

/** The standard one and the others that settings offer, with what they are made of. */
const policies: readonly (readonly [string, PasswordPolicySetting, readonly string[], RegExp])[] = [
  ['letters and digits', policy, [...passwordAlphabet], /^[346789bcdfghjkmnpqrtvwx]{10}$/],
  ['digits', { kind: 'digits', length: 8 }, [...'0123456789'], /^[0-9]{8}$/],
  ['Russian words', { kind: 'words', language: 'ru', words: 4 }, passwordWords.ru, /^[a-z]+(-[a-z]+){3}$/],
  ['English words', { kind: 'words', language: 'en', words: 4 }, passwordWords.en, /^[a-z]+(-[a-z]+){3}$/],
];

/** 0 and o, 1 and i and l, 2 and z, 5 and s, and whatever is large. */
const lookAlikes = /[0125ilosz]|[A-Z]/;

describe.each(policies)(
  '1,000,000 passwords of %s',
  (_, given, signs, shape) => {
    const { passwords, draws } = manyPasswords(given, seededRandom(20_260_901).int);
    const partsOf = (password: string) => (given.kind === 'words' ? password.split('-') : [...password]);

    test('are made of nothing else, nothing three times running, nothing obscene', () => {
      const wrong = (password: string) =>
        !shape.test(password) || /(.)\1\1/.test(password) || partsOf(password).some((part) => !known.has(part));
      const known = new Set(signs);
      expect(passwords.filter(wrong)).toEqual([]);
      const obscene = (password: string) =>
        given.kind === 'words' ? password.split('-').some(isObscene) : isObscene(password);
      expect(passwords.filter(obscene)).toEqual([]);
    });

    test('come from draws that are even: chi-square below what chance reaches once in a million', () => {
      expect(draws).toHaveLength(signs.length);
      expect(chiSquare(draws)).toBeLessThan(chanceLimit(signs.length - 1, onceInAMillion));
    });

    /** The filter takes 1 to 8 in 100 away, most of them with certain signs: measured 1.4 % off at most, 2.7 % for a word. */
    test('use every sign within 3 % of its even share, after the filter', () => {
      const counts = new Map(signs.map((sign) => [sign, 0]));
      for (const password of passwords)
        for (const part of partsOf(password)) counts.set(part, (counts.get(part) ?? 0) + 1);
      const even = [...counts.values()].reduce((sum, count) => sum + count, 0) / signs.length;
      const far = [...counts].filter(([, count]) => Math.abs(count / even - 1) > 0.03);
      expect(far).toEqual([]);
    });
  },
  120_000,
);

test('1,000,000 passwords hold nothing that is mistaken on paper, and no two are the same', () => {
  const { passwords } = manyPasswords(policy, seededRandom(20_260_901).int);
  expect(passwords.filter((password) => lookAlikes.test(password))).toEqual([]);
  expect(new Set(passwords).size).toBe(passwords.length);
}, 120_000);

test('1,000,000 passwords by the system’s own generator come from even draws as well', () => {
  const { draws } = manyPasswords(policy, (exclusiveMax) => randomInt(exclusiveMax));
  expect(chiSquare(draws)).toBeLessThan(chanceLimit(passwordAlphabet.length - 1, onceInABillion));
}, 120_000);

test('a byte taken modulo 23 would be noticed', () => {
  const byte = seededRandom(3).int;
  const { draws } = manyPasswords(policy, (exclusiveMax) => byte(256) % exclusiveMax, 100_000);
  expect(chiSquare(draws)).toBeGreaterThan(2 * chanceLimit(passwordAlphabet.length - 1, onceInABillion));
});

/** So many passwords, and how often each sign was drawn for them, refused ones included. */
function manyPasswords(given: PasswordPolicySetting, random: RandomInt, count = 1_000_000) {
  const draws: number[] = [];
  const counting: RandomInt = (exclusiveMax) => {
    const drawn = random(exclusiveMax);
    draws[drawn] = (draws[drawn] ?? 0) + 1;
    return drawn;
  };
  const passwords = Array.from({ length: count }, () => generatePassword(given, [], counting));
  return { passwords, draws };
}

/** How far counts are from being even. */
function chiSquare(counts: readonly number[]): number {
  const even = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
}

/** Standard deviations that a normal value exceeds with this probability. */
const onceInAMillion = 4.753;
const onceInABillion = 5.998;

/** What a chi-square of so many degrees of freedom exceeds that rarely (Wilson and Hilferty). */
function chanceLimit(degrees: number, deviations: number): number {
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + deviations * Math.sqrt(part)) ** 3;
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
