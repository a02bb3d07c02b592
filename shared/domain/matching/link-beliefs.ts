import { at } from './int-lists.ts';
import type { Pairs } from './link-candidates.ts';

/** How likely each pair is one person, given all its rivals: parallel to the pairs. */
export interface Beliefs {
  /** Bits, with the odds of any pair before its values are looked at. */
  readonly bits: Float64Array;
  readonly likely: Float64Array;
}

export function createBeliefs(count: number): Beliefs {
  return { bits: new Float64Array(count), likely: new Float64Array(count) };
}

const mostBits = 60;

/**
 * Weighs every pair against all other pairs of both its people and against there being nobody. In later rounds a rival
 * counts the less the more surely it belongs elsewhere, so that of two namesakes the second is found when the first is.
 */
export function believe(pairs: Pairs, beliefs: Beliefs, schoolSize: number, rounds = 3): void {
  for (let round = 0; round < rounds; round += 1) oneRound(pairs, beliefs, schoolSize, round > 0);
}

function oneRound(pairs: Pairs, { bits, likely }: Beliefs, schoolSize: number, again: boolean): void {
  const claims = again ? claimsOf(pairs, likely, schoolSize) : undefined;
  const ofPortal = new Float64Array(pairs.first.length);
  const ofSchool = new Float64Array(schoolSize);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [p, s] = [at(pairs.portal, pair), at(pairs.school, pair)];
    const odds = oddsOf(at(bits, pair));
    ofPortal[p] = at(ofPortal, p) + odds * free(claims?.school, s, p);
    ofSchool[s] = at(ofSchool, s) + odds * free(claims?.portal, p, s);
  }
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [p, s] = [at(pairs.portal, pair), at(pairs.school, pair)];
    const odds = oddsOf(at(bits, pair));
    const rivals =
      at(ofPortal, p) - odds * free(claims?.school, s, p) + at(ofSchool, s) - odds * free(claims?.portal, p, s);
    likely[pair] = odds / (1 + odds + Math.max(rivals, 0));
  }
}

function oddsOf(bits: number): number {
  return 2 ** Math.min(bits, mostBits);
}

/** By whom everybody is claimed most, and how surely. */
interface Claims {
  readonly by: Int32Array;
  readonly sure: Float64Array;
}

/** How far somebody is free for a pair: wholly, unless another one claims the person. */
function free(claims: Claims | undefined, person: number, claimant: number): number {
  if (claims === undefined || at(claims.by, person) === claimant) return 1;
  return Math.max(1 - at(claims.sure, person), 1e-6);
}

function claimsOf(pairs: Pairs, likely: Float64Array, schoolSize: number): { portal: Claims; school: Claims } {
  const claims = (size: number) => ({ by: new Int32Array(size).fill(-1), sure: new Float64Array(size) });
  const [portal, school] = [claims(pairs.first.length), claims(schoolSize)];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [p, s, sure] = [at(pairs.portal, pair), at(pairs.school, pair), at(likely, pair)];
    claim(portal, p, s, sure);
    claim(school, s, p, sure);
  }
  return { portal, school };
}

function claim({ by, sure }: Claims, person: number, claimant: number, likely: number): void {
  if (likely <= at(sure, person)) return;
  by[person] = claimant;
  sure[person] = likely;
}
