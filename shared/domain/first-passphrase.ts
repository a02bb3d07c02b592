import { generatePassword, passwordAlphabet } from './password.ts';
import type { RandomInt } from './random.ts';

const groups = 3;
const groupLength = 5;

/** For how many days a first passphrase is accepted. */
export const firstPassphraseDays = 7;

/** A passphrase to hand over on paper: three groups of five symbols that are not mistaken for one another, 67 bits. */
export function newFirstPassphrase(random: RandomInt): string {
  const policy = { kind: 'random', length: groupLength } as const;
  return Array.from({ length: groups }, () => generatePassword(policy, [], random)).join('-');
}

/** A first passphrase as it was typed from paper: capitals, spaces and hyphens do not matter. */
export function readFirstPassphrase(typed: string): string {
  const symbols = [...typed.normalize('NFKC').toLowerCase()].filter((symbol) => passwordAlphabet.includes(symbol));
  const parts = Array.from({ length: groups }, (_, at) => symbols.slice(at * groupLength, (at + 1) * groupLength));
  const isWhole = symbols.length === groups * groupLength;
  return isWhole ? parts.map((part) => part.join('')).join('-') : typed;
}
