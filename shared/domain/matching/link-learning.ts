import { at } from './int-lists.ts';
import { type Beliefs, believe, createBeliefs } from './link-beliefs.ts';
import type { Pairs } from './link-candidates.ts';
import { type Comparing, levelIn } from './link-levels.ts';
import {
  comparedFields,
  type Odds,
  type PatternWeights,
  patternWeight,
  patternWeights,
  type Rarity,
  rarityBits,
  shippedOdds,
} from './link-weights.ts';

/** Share of the portal's people who are expected to be in the school. */
const expectedShare = 0.9;

/** Fewer pairs than this teach nothing: the shipped odds stay. */
const leastPairs = 150;

/** As many pairs as the shipped odds stand for beside those of the files. */
const shippedPairs = 60;

const rounds = 4;

/** Odds before anything is compared, as bits: one of so many people is meant. */
export function priorBits(people: number, share = expectedShare): number {
  return Math.log2(share / Math.max(people, 2));
}

/** What the pairs say about the two files: their odds, and how likely each pair is. */
export interface Learned {
  readonly odds: readonly [Odds, Odds];
  readonly beliefs: Beliefs;
}

/**
 * Expectation and maximisation over the pairs: the odds make pairs likely, likely pairs show how often fields agree.
 * Rarities and the odds of two different people stay as they are. Yields between the rounds.
 */
export function* learn(comparing: Comparing, pairs: Pairs, rarity: Rarity): Generator<void, Learned> {
  const rare = raritiesOfPairs(comparing, pairs, rarity);
  yield;
  const beliefs = createBeliefs(pairs.count);
  let odds: readonly [Odds, Odds] = [shippedOdds, shippedOdds];
  const prior = priorBits(comparing.school.size);
  for (let round = 0; round < rounds; round += 1) {
    weigh(pairs, rare, patternWeights(odds), prior, beliefs);
    yield;
    believe(pairs, beliefs, comparing.school.size, round === rounds - 1 ? 3 : 1);
    yield;
    if (round < rounds - 1) odds = maximised(pairs, beliefs);
    yield;
  }
  return { odds, beliefs };
}

function raritiesOfPairs(comparing: Comparing, pairs: Pairs, rarity: Rarity): Float32Array {
  const rare = new Float32Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair += 1)
    rare[pair] = rarityBits(comparing, rarity, at(pairs.portal, pair), at(pairs.school, pair), at(pairs.pattern, pair));
  return rare;
}

function weigh(pairs: Pairs, rare: Float32Array, weights: PatternWeights, prior: number, { bits }: Beliefs): void {
  for (let pair = 0; pair < pairs.count; pair += 1)
    bits[pair] = prior + patternWeight(weights, at(pairs.pattern, pair)) + at(rare, pair);
}

/** How often each level is seen with likely pairs, the shipped odds counting as some pairs more. */
function maximised(pairs: Pairs, { likely }: Beliefs): readonly [Odds, Odds] {
  const seen = new Map<number, number>();
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const sure = at(likely, pair);
    if (sure < 0.001) continue;
    const pattern = at(pairs.pattern, pair);
    seen.set(pattern, (seen.get(pattern) ?? 0) + sure);
  }
  return [oddsFrom(seen, 0), oddsFrom(seen, 1)];
}

function oddsFrom(seen: ReadonlyMap<number, number>, kind: number): Odds {
  const ofKind = [...seen].filter(([pattern]) => levelIn(pattern, 'kind') === kind);
  const total = ofKind.reduce((sum, [, count]) => sum + count, 0);
  if (total < leastPairs) return shippedOdds;
  const learned = comparedFields.map((field) => {
    const counts = [0, 0, 0, 0, 0];
    for (const [pattern, count] of ofKind)
      counts[levelIn(pattern, field)] = (counts[levelIn(pattern, field)] ?? 0) + count;
    return [field, { same: sharesOf(counts, shippedOdds[field].same), other: shippedOdds[field].other }] as const;
  });
  return Object.fromEntries(learned) as Odds;
}

function sharesOf(counts: readonly number[], shipped: readonly number[]): number[] {
  const known = counts.slice(1).reduce((sum, count) => sum + count, 0) + shippedPairs;
  return counts.map((count, level) => (level === 0 ? 0 : (count + shippedPairs * (shipped[level] ?? 0)) / known));
}
