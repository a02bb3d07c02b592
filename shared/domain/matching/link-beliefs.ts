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
  const odds = new Float64Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair += 1) odds[pair] = 2 ** Math.min(at(beliefs.bits, pair), mostBits);
  for (let round = 0; round < rounds; round += 1) {
    const claims = round === 0 ? undefined : claimsOf(pairs, beliefs.likely, schoolSize);
    oneRound(pairs, odds, beliefs.likely, claims ?? noClaims(pairs.first.length, schoolSize));
  }
}

function oneRound(pairs: Pairs, odds: Float64Array, likely: Float64Array, claims: BothClaims): void {
  const ofPortal = new Float64Array(claims.portal.sure.length);
  const ofSchool = new Float64Array(claims.school.sure.length);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const p = at(pairs.portal, pair);
    const s = at(pairs.school, pair);
    ofPortal[p] = at(ofPortal, p) + at(odds, pair) * free(claims.school, s, p);
    ofSchool[s] = at(ofSchool, s) + at(odds, pair) * free(claims.portal, p, s);
  }
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const p = at(pairs.portal, pair);
    const s = at(pairs.school, pair);
    const own = at(odds, pair);
    const rivals = at(ofPortal, p) + at(ofSchool, s) - own * (free(claims.school, s, p) + free(claims.portal, p, s));
    likely[pair] = own / (1 + own + Math.max(rivals, 0));
  }
}

/** By whom everybody is claimed most, and how surely. */
interface Claims {
  readonly by: Int32Array;
  readonly sure: Float64Array;
}

interface BothClaims {
  readonly portal: Claims;
  readonly school: Claims;
}

/** How far somebody is free for a pair: wholly, unless another one claims the person. */
function free({ by, sure }: Claims, person: number, claimant: number): number {
  return at(by, person) === claimant ? 1 : Math.max(1 - at(sure, person), 1e-6);
}

function noClaims(portal: number, school: number): BothClaims {
  const of = (size: number) => ({ by: new Int32Array(size).fill(-1), sure: new Float64Array(size) });
  return { portal: of(portal), school: of(school) };
}

function claimsOf(pairs: Pairs, likely: Float64Array, schoolSize: number): BothClaims {
  const claims = noClaims(pairs.first.length, schoolSize);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const p = at(pairs.portal, pair);
    const s = at(pairs.school, pair);
    claim(claims.portal, p, s, at(likely, pair));
    claim(claims.school, s, p, at(likely, pair));
  }
  return claims;
}

function claim({ by, sure }: Claims, person: number, claimant: number, likely: number): void {
  if (likely <= at(sure, person)) return;
  by[person] = claimant;
  sure[person] = likely;
}
