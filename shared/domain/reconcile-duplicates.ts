import { at, meet } from './matching/int-lists.ts';
import { findPairs, type Pairs } from './matching/link-candidates.ts';
import { type Columns, createTexts, schoolColumns } from './matching/link-columns.ts';
import { createComparing, levelIn, levels } from './matching/link-levels.ts';
import { reasonsOf } from './matching/link-reasons.ts';
import { patternWeight, shippedWeighing, type Weighing } from './matching/link-weights.ts';
import type { DuplicatePair, SchoolPerson } from './reconcile-people.ts';

/** Share of people who are expected to stand in a registry twice. */
const expectedShare = 0.02;
/** Bits for a pair that has one of the family in common. */
const familyBits = 6;
/** Nobody has two SNILS, and a typing mistake is a level of its own. */
const numbersDiffer = levels.indexOf('differ');
/** Below this likelihood nobody is asked. */
const leastLikelihood = 0.05;

/**
 * Pairs of one kind that may be one person, the most likely first: the registry compared with itself by the same keys,
 * levels and odds as a portal's file. People who have left are passed over. Yields how many are looked at.
 */
export function* findDuplicates(school: readonly SchoolPerson[]): Generator<number, DuplicatePair[]> {
  const here = school.filter(({ left }) => !left);
  const texts = createTexts();
  const columns = yield* schoolColumns(here, texts);
  const weighing = shippedWeighing(createComparing(columns, columns, texts), expectedShare, 2);
  const pairs = yield* findPairs(weighing, 'one-side');
  const found: DuplicatePair[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const duplicate = duplicateOf(here, weighing, pairs, pair);
    if (duplicate !== undefined) found.push(duplicate);
    if (pair % 500 === 0) yield here.length;
  }
  return found.sort((a, b) => b.score - a.score || a.firstId - b.firstId || a.secondId - b.secondId);
}

function duplicateOf(
  here: readonly SchoolPerson[],
  { comparing, weights, prior }: Weighing,
  pairs: Pairs,
  pair: number,
): DuplicatePair | undefined {
  const [p, s, pattern] = [at(pairs.portal, pair), at(pairs.school, pair), at(pairs.pattern, pair)];
  if (levelIn(pattern, 'snils') === numbersDiffer) return undefined;
  const family = shareFamily(comparing.school, p, s) ? 1 : 0;
  const bits = prior + patternWeight(weights, pattern) + at(pairs.rare, pair) + family * familyBits;
  const likely = 1 / (1 + 2 ** -bits);
  const [first, second] = [here[p], here[s]];
  if (likely < leastLikelihood || first === undefined || second === undefined) return undefined;
  const reasons = reasonsOf(comparing, { portal: p, school: s, pattern, family, rivalled: false }, second, first);
  const [firstId, secondId] = first.id < second.id ? [first.id, second.id] : [second.id, first.id];
  return { firstId, secondId, score: Math.round(likely * 10_000) / 10_000, reasons };
}

/** One of the family in common, or one on each side with the same surname and first name. */
function shareFamily({ kin, surname, firstNameHead }: Columns, one: number, other: number): boolean {
  if (meet(kin, one, kin, other)) return true;
  for (let i = at(kin.start, one); i < at(kin.start, one + 1); i += 1) {
    for (let j = at(kin.start, other); j < at(kin.start, other + 1); j += 1) {
      const [a, b] = [at(kin.items, i), at(kin.items, j)];
      if (at(surname, a) === at(surname, b) && at(firstNameHead, a) === at(firstNameHead, b)) return true;
    }
  }
  return false;
}
