import type { ImportedPupil } from '../import-people.ts';
import {
  compareFacts,
  type FoldedName,
  foldedName,
  type MatchReason,
  sameNamedPerson,
  type Verdict,
} from './evidence.ts';
import type { KnownPeople, KnownPupil } from './known-people.ts';
import { addTo, createMultiMap, type MultiMap, under } from './multi-map.ts';

/** What a row turned out to be. Candidates are ids of known pupils. */
export type PupilMatch =
  | { readonly kind: 'known'; readonly id: number; readonly reason: MatchReason }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[]; readonly reason: MatchReason }
  | { readonly kind: 'new' };

/**
 * Finds the known pupil of every row. An identifier of the diary system decides, and a different one excludes; then a
 * sound SNILS with the same name; then equal facts, the surest first, so that a twin or namesake who has a row of his own
 * is nobody else's. Several possible pupils, or several rows for one, are left to a person. Yields rows done in
 * the running pass.
 */
export function* matchPupils(rows: readonly ImportedPupil[], people: KnownPeople): Generator<number, PupilMatch[]> {
  if (people.pupils.size === 0) return rows.map(() => isNew);
  const search = startSearch(rows, people);
  for (const pass of passes) yield* runPass(search, pass);
  return rows.map((_, index) => search.matches[index] ?? isNew);
}

const isNew: PupilMatch = { kind: 'new' };

interface Search {
  readonly rows: readonly ImportedPupil[];
  readonly people: KnownPeople;
  readonly byName: MultiMap;
  readonly byFirstNameAndBirth: MultiMap;
  readonly bySurnameAndBirth: MultiMap;
  readonly bySnils: MultiMap;
  readonly matches: (PupilMatch | undefined)[];
  /** Known pupils that a row has already. */
  readonly taken: Set<number>;
}

function startSearch(rows: readonly ImportedPupil[], people: KnownPeople): Search {
  const search: Search = {
    rows,
    people,
    byName: createMultiMap(),
    byFirstNameAndBirth: createMultiMap(),
    bySurnameAndBirth: createMultiMap(),
    bySnils: createMultiMap(),
    matches: new Array<PupilMatch | undefined>(rows.length).fill(undefined),
    taken: new Set(),
  };
  for (const pupil of people.pupils.values()) addToIndexes(search, pupil);
  return search;
}

function addToIndexes(search: Search, pupil: KnownPupil): void {
  const { surname, firstName } = foldedName(pupil.nameKey);
  for (const name of [surname, ...pupil.formerSurnames]) {
    addTo(search.byName, `${name}|${firstName}`, pupil.id);
    if (pupil.birthDate) addTo(search.bySurnameAndBirth, `${name}|${pupil.birthDate}`, pupil.id);
  }
  if (pupil.birthDate) addTo(search.byFirstNameAndBirth, `${firstName}|${pupil.birthDate}`, pupil.id);
  for (const { kind, key, checked } of pupil.contacts)
    if (kind === 'snils' && checked !== 'warning') addTo(search.bySnils, key, pupil.id);
}

/** Finds what a row could be by one kind of evidence; undefined when that kind says nothing. */
type Pass = (search: Search, pupil: ImportedPupil) => Found | undefined;

interface Found {
  readonly candidates: readonly number[];
  readonly reason: MatchReason;
  readonly rank: Verdict['rank'];
}

const passes: readonly Pass[] = [
  byCode,
  bySnils,
  (search, pupil) => byFacts(search, pupil, 'exact'),
  (search, pupil) => byFacts(search, pupil, 'sure'),
  (search, pupil) => byFacts(search, pupil, 'ask'),
  bySnilsOfOther,
];

/** Collects what all open rows find, then settles at once, so that the order of rows does not matter. */
function* runPass(search: Search, pass: Pass): Generator<number, void> {
  const found = new Map<number, Found>();
  for (const [index, pupil] of search.rows.entries()) {
    if (index % 500 === 0) yield index;
    if (search.matches[index] !== undefined) continue;
    const row = pass(search, pupil);
    if (row !== undefined) found.set(index, row);
  }
  settle(search, found);
}

function settle(search: Search, found: ReadonlyMap<number, Found>): void {
  const claims = new Map<number, number>();
  for (const { candidates, rank } of found.values()) {
    if (rank !== 'ask') for (const id of candidates) claims.set(id, (claims.get(id) ?? 0) + 1);
  }
  for (const [index, row] of found) {
    const match = decide(row, claims);
    search.matches[index] = match;
    if (match.kind === 'known') search.taken.add(match.id);
  }
}

function decide({ candidates, reason, rank }: Found, claims: ReadonlyMap<number, number>): PupilMatch {
  const [id] = candidates;
  if (id === undefined) return isNew;
  if (candidates.length > 1) return { kind: 'ambiguous', candidates, reason: 'several-candidates' };
  if (rank === 'ask') return { kind: 'ambiguous', candidates, reason };
  return claims.get(id) === 1
    ? { kind: 'known', id, reason }
    : { kind: 'ambiguous', candidates, reason: 'several-rows' };
}

/** An identifier decides by itself; a login only for somebody whose name can be the same. */
function byCode({ people }: Search, pupil: ImportedPupil): Found | undefined {
  for (const { kind, key } of pupil.codes) {
    const owner = people.pupils.get(people.codeOwners.get(`${kind}:${key}`) ?? 0);
    if (owner === undefined || kind === 'portal-code') continue;
    if (kind === 'external-id') return { candidates: [owner.id], reason: 'external-id', rank: 'sure' };
    const named = sameNamedPerson(foldedName(pupil.nameKey), foldedName(owner.nameKey));
    if (named && !excluded(pupil, owner)) return { candidates: [owner.id], reason: 'account', rank: 'sure' };
  }
  return undefined;
}

function bySnils(search: Search, pupil: ImportedPupil): Found | undefined {
  const owners = snilsOwners(search, pupil);
  const named = owners.filter((owner) => sameNamedPerson(foldedName(pupil.nameKey), foldedName(owner.nameKey)));
  if (named.length === 0) return undefined;
  return { candidates: idsOf(named), reason: 'snils', rank: 'sure' };
}

/** One SNILS, two names: somebody's number is typed wrongly, or the name has changed altogether. */
function bySnilsOfOther(search: Search, pupil: ImportedPupil): Found | undefined {
  const owners = snilsOwners(search, pupil);
  return owners.length === 0 ? undefined : { candidates: idsOf(owners), reason: 'snils-of-other', rank: 'ask' };
}

function snilsOwners(search: Search, pupil: ImportedPupil): KnownPupil[] {
  const snils = pupil.contacts.find(({ kind, checked }) => kind === 'snils' && checked === 'ok');
  return snils === undefined ? [] : openPupils(search, pupil, under(search.bySnils, snils.key));
}

function idsOf(pupils: readonly KnownPupil[]): number[] {
  return pupils.map(({ id }) => id);
}

/** Known pupils that no row has yet and that no identifier excludes. */
function openPupils({ people, taken }: Search, pupil: ImportedPupil, ids: readonly number[]): KnownPupil[] {
  return ids.flatMap((id) => {
    const known = taken.has(id) ? undefined : people.pupils.get(id);
    return known === undefined || excluded(pupil, known) ? [] : [known];
  });
}

function excluded(pupil: ImportedPupil, known: KnownPupil): boolean {
  const own = pupil.codes.find(({ kind }) => kind === 'external-id');
  const other = known.codes.find(({ kind }) => kind === 'external-id');
  return own !== undefined && other !== undefined && own.key !== other.key;
}

function byFacts(search: Search, pupil: ImportedPupil, rank: Verdict['rank']): Found | undefined {
  const name = foldedName(pupil.nameKey);
  const open = openPupils(search, pupil, possibleIds(search, pupil, name, rank));
  const judged = open.flatMap((known) => {
    const verdict = compareFacts(pupil, name, known);
    return verdict?.rank === rank ? [{ id: known.id, reason: verdict.reason }] : [];
  });
  const [first] = judged;
  return first === undefined ? undefined : { candidates: judged.map(({ id }) => id), reason: first.reason, rank };
}

function possibleIds(search: Search, pupil: ImportedPupil, name: FoldedName, rank: Verdict['rank']): readonly number[] {
  const named = under(search.byName, `${name.surname}|${name.firstName}`);
  if (rank === 'exact' || pupil.birthDate === undefined) return named;
  const renamed = under(search.byFirstNameAndBirth, `${name.firstName}|${pupil.birthDate}`);
  if (rank === 'sure') return renamed.length === 0 ? named : [...new Set([...named, ...renamed])];
  const twins = under(search.bySurnameAndBirth, `${name.surname}|${pupil.birthDate}`);
  return [...new Set([...named, ...renamed, ...twins])];
}
