/**
 * A source of randomness handed to pure functions: a whole number from 0 up to, not including, `exclusiveMax`, each
 * equally likely. The registry passes a cryptographic one, tests a seeded one.
 */
export type RandomInt = (exclusiveMax: number) => number;

/** One element of the text or list, each equally likely. Throws RangeError when there is none. */
export function pickOne(choices: ArrayLike<string>, random: RandomInt): string {
  const choice = choices[random(choices.length)];
  if (choice === undefined) throw new RangeError('nothing to pick from');
  return choice;
}
