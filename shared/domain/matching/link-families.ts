import { at } from './int-lists.ts';
import { type Beliefs, believe, createBeliefs } from './link-beliefs.ts';
import { addPair, type Pairs } from './link-candidates.ts';
import type { Comparing } from './link-levels.ts';
import { patternWeight, type Weighing } from './link-weights.ts';

/** Bits for one of the family being somebody of the other's family as well, and against, when that one is another's. */
const familyBits = { agrees: 8, differs: -4 } as const;

/** A link of one of the family that counts as known. */
const sure = 0.9;

/** By pair: 1 when the family agrees, -1 when it is another one, 0 when nothing is known. */
export type FamilyLevels = Int8Array;

/**
 * Adds pairs that only the family brings together, and weighs all pairs by their families. Yields between the steps.
 */
export function* weighFamilies(
  pairs: Pairs,
  beliefs: Beliefs,
  weighing: Weighing,
): Generator<void, { beliefs: Beliefs; families: FamilyLevels }> {
  const { school } = weighing.comparing;
  addRelatives(pairs, beliefs, weighing);
  yield;
  const all = widened(pairs, beliefs, weighing);
  believe(pairs, all, school.size);
  yield;
  const own = all.bits.slice();
  const families = new Int8Array(pairs.count);
  for (let round = 0; round < 2; round += 1) {
    const best = bestLinks(pairs, all.likely);
    for (let pair = 0; pair < pairs.count; pair += 1) {
      families[pair] = familyLevel(weighing.comparing, best, at(pairs.portal, pair), at(pairs.school, pair));
      const level = families[pair];
      all.bits[pair] = at(own, pair) + (level === 0 ? 0 : level === 1 ? familyBits.agrees : familyBits.differs);
    }
    yield;
    believe(pairs, all, school.size);
    yield;
  }
  return { beliefs: all, families };
}

/** For everybody of the portal the person of the school who is surely the same; -1 for none. */
function bestLinks(pairs: Pairs, likely: Float64Array): Int32Array {
  const best = new Int32Array(pairs.first.length).fill(-1);
  for (let pair = 0; pair < pairs.count; pair += 1)
    if (at(likely, pair) >= sure) best[at(pairs.portal, pair)] = at(pairs.school, pair);
  return best;
}

function familyLevel({ portal, school }: Comparing, best: Int32Array, p: number, s: number): -1 | 0 | 1 {
  let others = false;
  for (let i = at(portal.kin.start, p); i < at(portal.kin.start, p + 1); i += 1) {
    const relative = at(best, at(portal.kin.items, i));
    if (relative < 0) continue;
    if (isKin(school.kin, s, relative)) return 1;
    others = true;
  }
  return others && at(school.kin.start, s) < at(school.kin.start, s + 1) ? -1 : 0;
}

function isKin(kin: Comparing['school']['kin'], person: number, other: number): boolean {
  for (let i = at(kin.start, person); i < at(kin.start, person + 1); i += 1)
    if (at(kin.items, i) === other) return true;
  return false;
}

/** Everybody of a family is compared with everybody of the family of a relative's sure link. */
function addRelatives(pairs: Pairs, { likely }: Beliefs, weighing: Weighing): void {
  const best = bestLinks(pairs, likely);
  const { portal, school } = weighing.comparing;
  for (let p = 0; p < portal.size; p += 1) {
    if (at(best, p) >= 0) continue;
    for (let i = at(portal.kin.start, p); i < at(portal.kin.start, p + 1); i += 1) {
      const relative = at(best, at(portal.kin.items, i));
      if (relative < 0) continue;
      for (let j = at(school.kin.start, relative); j < at(school.kin.start, relative + 1); j += 1)
        addNew(pairs, weighing, p, at(school.kin.items, j));
    }
  }
}

function addNew(pairs: Pairs, weighing: Weighing, p: number, s: number): void {
  for (let pair = at(pairs.first, p); pair >= 0; pair = at(pairs.next, pair)) if (at(pairs.school, pair) === s) return;
  addPair(pairs, weighing, p, s);
}

function widened(pairs: Pairs, before: Beliefs, { weights, prior }: Weighing): Beliefs {
  const beliefs = createBeliefs(pairs.count);
  beliefs.bits.set(before.bits);
  for (let pair = before.bits.length; pair < pairs.count; pair += 1)
    beliefs.bits[pair] = prior + patternWeight(weights, at(pairs.pattern, pair)) + at(pairs.rare, pair);
  return beliefs;
}
