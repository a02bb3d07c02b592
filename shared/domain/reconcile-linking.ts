import { at } from './matching/int-lists.ts';
import { type Assigned, assignPairs } from './matching/link-assignment.ts';
import type { Beliefs } from './matching/link-beliefs.ts';
import { findPairs, type Pairs } from './matching/link-candidates.ts';
import { createTexts, portalColumns, schoolColumns } from './matching/link-columns.ts';
import { type FamilyLevels, weighFamilies } from './matching/link-families.ts';
import { learn } from './matching/link-learning.ts';
import { type Comparing, createComparing, nothingAlike } from './matching/link-levels.ts';
import { reasonsOf } from './matching/link-reasons.ts';
import { shippedWeighing } from './matching/link-weights.ts';
import type { PersonLink, ReconcileWish, SaidPair } from './reconcile-people.ts';

/** Pairs weighed with all that is known about them. */
interface Weighed {
  readonly comparing: Comparing;
  readonly pairs: Pairs;
  readonly beliefs: Beliefs;
  readonly families: FamilyLevels;
}

/**
 * Links the file's people with the registry's, one to one: pairs that share a key are compared field by field, weighed in
 * the manner of Fellegi and Sunter, and each pair against its rivals. Yields how many people are done.
 */
export function* linkPeople(wish: ReconcileWish): Generator<number, PersonLink[]> {
  const weighed = yield* weighPairs(wish);
  const { pairs } = weighed;
  const places = new Map(wish.school.map(({ id }, place) => [id, place]));
  const assigned = assignPairs({ ...weighed, taken: takenBy(wish.said, places) }, wish.school.length);
  yield pairs.first.length;
  const links = confirmedOf(wish.said);
  for (const [index, one] of assigned.entries()) {
    links.push(linkOf(wish, weighed, one));
    if (index % 500 === 0) yield pairs.first.length;
  }
  return links.sort((a, b) => a.portal - b.portal);
}

function* weighPairs(wish: ReconcileWish): Generator<number, Weighed> {
  const { school, portal } = wish;
  const texts = createTexts();
  const ours = yield* schoolColumns(school, texts);
  const theirs = yield* portalColumns(portal, texts);
  const comparing = createComparing(ours, theirs, texts);
  const shipped = shippedWeighing(comparing);
  const pairs = yield* findPairs(shipped);
  part(pairs, wish);
  const { weighing, beliefs } = yield* telling(learn(pairs, shipped), portal.length);
  const withFamilies = yield* telling(weighFamilies(pairs, beliefs, weighing), portal.length);
  return { comparing, pairs, ...withFamilies };
}

/** Passes the pauses of a job on. */
function* telling<Result>(job: Generator<void, Result>, done: number): Generator<number, Result> {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    yield done;
  }
}

/** Takes out the pairs that a person has parted: they end up as pairs of nobody with nothing in common. */
function part(pairs: Pairs, { said, school }: ReconcileWish): void {
  const parted = new Set(said.flatMap(({ portal, personId, same }) => (same ? [] : [`${portal} ${personId}`])));
  if (parted.size === 0) return;
  for (let pair = 0; pair < pairs.count; pair += 1)
    if (parted.has(`${at(pairs.portal, pair)} ${school[at(pairs.school, pair)]?.id}`)) takeApart(pairs, pair);
}

function takeApart(pairs: Pairs, pair: number): void {
  pairs.pattern[pair] = nothingAlike;
  pairs.rare[pair] = 0;
}

function takenBy(said: readonly SaidPair[], places: ReadonlyMap<number, number>) {
  const same = said.filter((pair) => pair.same);
  return {
    portal: new Set(same.map(({ portal }) => portal)),
    school: new Set(same.flatMap(({ personId }) => places.get(personId) ?? [])),
  };
}

function confirmedOf(said: readonly SaidPair[]): PersonLink[] {
  return said.flatMap(({ portal, personId, same }) =>
    same ? [{ portal, personId, verdict: 'linked' as const, score: 1, reasons: [{ code: 'said', params: {} }] }] : [],
  );
}

/** A pair whose likelihood is less than this has rivals that are as like. */
const leastWithoutRival = 0.9;
/** So many bits would make a pair likely if it were alone. */
const bitsOfOne = 5;

function linkOf({ school, portal }: ReconcileWish, weighed: Weighed, { pair, sure }: Assigned): PersonLink {
  const { comparing, pairs, beliefs, families } = weighed;
  const [p, s] = [at(pairs.portal, pair), at(pairs.school, pair)];
  const [theirs, ours] = [portal[p], school[s]];
  if (theirs === undefined || ours === undefined) throw new RangeError('a pair of nobody');
  const likely = at(beliefs.likely, pair);
  const rivalled = likely < leastWithoutRival && at(beliefs.bits, pair) > bitsOfOne;
  const explained = { portal: p, school: s, pattern: at(pairs.pattern, pair), family: families[pair] ?? 0, rivalled };
  return {
    portal: p,
    personId: ours.id,
    verdict: sure ? 'linked' : 'suggested',
    score: Math.round(likely * 10_000) / 10_000,
    reasons: reasonsOf(comparing, explained, ours, theirs),
  };
}
