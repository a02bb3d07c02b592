import { at } from './int-lists.ts';
import { type Beliefs, believe, createBeliefs } from './link-beliefs.ts';
import type { Pairs } from './link-candidates.ts';
import { levelIn } from './link-levels.ts';
import {
  comparedFields,
  type Odds,
  patternWeight,
  patternWeights,
  shippedOdds,
  type Weighing,
} from './link-weights.ts';

/** Fewer pairs than this teach nothing: the shipped odds stay. */
const leastPairs = 150;

/** As many pairs as the shipped odds stand for beside those of the files. */
const shippedPairs = 60;

const rounds = 4;

/** The weighing that the two files teach, and how likely it makes each pair. */
export interface Learned {
  readonly weighing: Weighing;
  readonly beliefs: Beliefs;
}

/**
 * Expectation and maximisation over the pairs: the odds make pairs likely, likely pairs show how often fields agree.
 * Rarities and the odds of two different people stay as they are. Yields between the rounds.
 */
export function* learn(pairs: Pairs, shipped: Weighing): Generator<void, Learned> {
  const beliefs = createBeliefs(pairs.count);
  const { size } = shipped.comparing.school;
  let weighing = shipped;
  for (let round = 1; round <= rounds; round += 1) {
    weighPairs(pairs, weighing, beliefs);
    yield;
    believe(pairs, beliefs, size, round === rounds ? 3 : 1);
    yield;
    if (round < rounds) weighing = { ...weighing, weights: patternWeights(maximised(pairs, beliefs)) };
  }
  return { weighing, beliefs };
}

/** Notes the bits of every pair. */
function weighPairs(pairs: Pairs, { weights, prior }: Weighing, { bits }: Beliefs): void {
  for (let pair = 0; pair < pairs.count; pair += 1)
    bits[pair] = prior + patternWeight(weights, at(pairs.pattern, pair)) + at(pairs.rare, pair);
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
  return Object.fromEntries(learned) as unknown as Odds;
}

function sharesOf(counts: readonly number[], shipped: readonly number[]): number[] {
  const known = counts.slice(1).reduce((sum, count) => sum + count, 0) + shippedPairs;
  return counts.map((count, level) => (level === 0 ? 0 : (count + shippedPairs * (shipped[level] ?? 0)) / known));
}
