import { at } from './int-lists.ts';
import type { Beliefs } from './link-beliefs.ts';
import type { Pairs } from './link-candidates.ts';
import type { FamilyLevels } from './link-families.ts';
import { levelIn } from './link-levels.ts';

/** From this likelihood on a link needs no confirmation. */
export const sureLikelihood = 0.7;
/** Below this likelihood nobody is asked. */
export const leastLikelihood = 0.05;

/** A link of a pair: its place in the list of pairs, and whether it needs no confirmation. */
export interface Assigned {
  readonly pair: number;
  readonly sure: boolean;
}

/** What assigning takes into account. */
export interface Assignment {
  readonly pairs: Pairs;
  readonly beliefs: Beliefs;
  readonly families: FamilyLevels;
  /** People already linked by what a person said. */
  readonly taken: { readonly portal: ReadonlySet<number>; readonly school: ReadonlySet<number> };
}

/** Links one to one, the most likely first. */
export function assignPairs({ pairs, beliefs, families, taken }: Assignment, schoolSize: number): Assigned[] {
  const { likely, bits } = beliefs;
  const order = likelyPairs(pairs, likely).sort(
    (a, b) => at(likely, b) - at(likely, a) || at(bits, b) - at(bits, a) || a - b,
  );
  const usedPortal = marks(pairs.first.length, taken.portal);
  const usedSchool = marks(schoolSize, taken.school);
  const links: Assigned[] = [];
  for (const pair of order) {
    const [p, s] = [at(pairs.portal, pair), at(pairs.school, pair)];
    if (at(usedPortal, p) === 1 || at(usedSchool, s) === 1) continue;
    usedPortal[p] = 1;
    usedSchool[s] = 1;
    const sure = at(likely, pair) >= sureLikelihood && !isDoubtful(at(pairs.pattern, pair), families[pair] ?? 0);
    links.push({ pair, sure });
  }
  return links;
}

function marks(size: number, taken: ReadonlySet<number>): Uint8Array {
  const marked = new Uint8Array(size);
  for (const person of taken) marked[person] = 1;
  return marked;
}

function likelyPairs(pairs: Pairs, likely: Float64Array): Int32Array {
  const found = new Int32Array(pairs.count);
  let count = 0;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (at(likely, pair) < leastLikelihood) continue;
    found[count] = pair;
    count += 1;
  }
  return found.subarray(0, count);
}

const [unknown, equal, near, differ] = [0, 1, 3, 4];

/**
 * Fields are weighed as if they had nothing to do with each other, which is not so inside a family: relatives share a
 * surname, a phone, a child. So what parts relatives from each other must not speak against a link that nobody confirms.
 */
function isDoubtful(pattern: number, family: number): boolean {
  const level = (field: Parameters<typeof levelIn>[1]) => levelIn(pattern, field);
  if (level('snils') === equal || level('code') === equal) return level('firstName') === differ;
  if (level('code') === differ) return true;
  const [surname, firstName, patronymic, birthDate] = [
    level('surname'),
    level('firstName'),
    level('patronymic'),
    level('birthDate'),
  ];
  if (firstName >= near || (firstName === unknown && patronymic !== equal)) return true;
  if (surname === differ && patronymic !== equal) return true;
  if (patronymic === differ && birthDate !== equal) return true;
  const reached = level('phone') === equal || level('email') === equal || family === 1;
  if (birthDate === differ) return !reached;
  return patronymic === unknown && birthDate !== equal && !reached;
}
