import { randomBytes, randomInt } from 'node:crypto';
import type { Surroundings } from './context.ts';

/** The real clock and the system's cryptographic randomness. */
export const realSurroundings: Surroundings = {
  now: () => new Date(),
  randomInt: (exclusiveMax) => randomInt(exclusiveMax),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
};
