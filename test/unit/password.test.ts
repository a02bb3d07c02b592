import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../shared/demo/random.ts';
import { isObscene } from '../../shared/domain/obscene-words.ts';
import { generatePassword, passwordEntropyBits, standardPasswordPolicy } from '../../shared/domain/password.ts';

const policy = standardPasswordPolicy;

test('the standard password has 45 bits', () => {
  expect(passwordEntropyBits(policy)).toBeCloseTo(45.24, 1);
});

describe('100,000 passwords', () => {
  const random = seededRandom(20260901).int;
  const passwords = Array.from({ length: 100_000 }, () => generatePassword(policy, [], random));

  test('have ten characters of the alphabet, none three times running, nothing obscene', () => {
    expect(passwords.filter((password) => !/^[346789bcdfghjkmnpqrtvwx]{10}$/.test(password))).toEqual([]);
    expect(passwords.filter((password) => /(.)\1\1/.test(password) || isObscene(password))).toEqual([]);
  });

  test('are all different', () => {
    expect(new Set(passwords).size).toBe(passwords.length);
  });

  /** The filter alone moves the sum by about 20; with 22 degrees of freedom 100 is then out of reach by chance. */
  test('use every character evenly (chi-square)', () => {
    expect(chiSquare(passwords)).toBeLessThan(100);
  });
});

test('a byte taken modulo 23 would be noticed', () => {
  const byte = seededRandom(3).int;
  const biased = (exclusiveMax: number) => byte(256) % exclusiveMax;
  expect(chiSquare(Array.from({ length: 100_000 }, () => generatePassword(policy, [], biased)))).toBeGreaterThan(500);
});

/** How far the characters of the passwords are from an even spread over the alphabet. */
function chiSquare(passwords: readonly string[]): number {
  const counts = new Map([...policy.alphabet].map((char) => [char, 0]));
  for (const char of passwords.join('')) counts.set(char, (counts.get(char) ?? 0) + 1);
  const expected = (passwords.length * policy.length) / policy.alphabet.length;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

test('a password holds neither the login nor the name', () => {
  const small = { kind: 'random', alphabet: 'krbn', length: 6 } as const;
  const random = seededRandom(7).int;
  const passwords = Array.from({ length: 5_000 }, () => generatePassword(small, ['krb', 'Нбр', 'кк'], random));
  expect(passwords.filter((password) => password.includes('krb') || password.includes('nbr'))).toEqual([]);
  expect(passwords.some((password) => password.includes('kk'))).toBe(true);
});

test('a policy without a choice is refused, not looped over', () => {
  expect(() => generatePassword({ kind: 'random', alphabet: 'k', length: 8 }, [], seededRandom(1).int)).toThrow(
    RangeError,
  );
});

test.each(['huy', 'PIZDEC', 'x3p777', 'bp3db', 'f4g888', 'fck', 'kg4nd0nk', 'pdr', '666'])('%s is obscene', (text) => {
  expect(isObscene(text)).toBe(true);
});

test.each(['k4m7xr9dbw', 'ivanova', 'q8'])('%s is not', (text) => {
  expect(isObscene(text)).toBe(false);
});
