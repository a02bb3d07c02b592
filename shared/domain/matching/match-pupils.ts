import type { Decision } from '../../contract/import-plan.ts';
import type { ImportedCode, ImportedPupil } from '../import-people.ts';
import {
  compareFacts,
  type FoldedName,
  foldedName,
  type MatchReason,
  sameNamedPerson,
  type Verdict,
} from './evidence.ts';
import type { KnownPeople, KnownPupil } from './known-people.ts';
import { type PupilIndex, pupilIndex } from './pupil-index.ts';
import { similarPupils } from './similar-pupils.ts';

/** What a row turned out to be. Candidates are ids of known pupils. */
export type PupilMatch =
  | { readonly kind: 'known'; readonly id: number; readonly reason: MatchReason }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[]; readonly reason: MatchReason }
  | { readonly kind: 'new'; readonly decided?: true };

/** Who rows are according to a person, by their place among the rows. */
export type Decisions = ReadonlyMap<number, Decision['pupilId']>;

const undecided: Decisions = new Map();

/**
 * Finds the known pupil of every row. What a person decided stands; then an identifier of the diary system decides, and a
 * different one excludes; then a sound SNILS with the same name; then equal facts, the surest first, so that a twin or
 * namesake who has a row of his own is nobody else's. Several possible pupils, several rows for one, and rows that are only
 * like somebody are left to a person. Yields rows done in the running pass.
 */
export function* matchPupils(
  rows: readonly ImportedPupil[],
  people: KnownPeople,
  decisions: Decisions = undecided,
): Generator<number, PupilMatch[]> {
  if (people.pupils.size === 0) return rows.map(() => isNew);
  const search = startSearch(rows, people, decisions);
  for (const pass of passes) {
    if (search.open === 0) break;
    yield* runPass(search, pass);
  }
  for (const [row, ids] of similarPupils(rows, people, search)) {
    search.matches[row] = { kind: 'ambiguous', candidates: ids, reason: 'similar-name' };
  }
  return rows.map((_, index) => search.matches[index] ?? isNew);
}

const isNew: PupilMatch = { kind: 'new' };

interface Search {
  readonly rows: readonly ImportedPupil[];
  readonly people: KnownPeople;
  readonly index: PupilIndex;
  readonly matches: (PupilMatch | undefined)[];
  /** Known pupils that a row has already. */
  readonly taken: Set<number>;
  /** Rows without a match. */
  open: number;
}

function startSearch(rows: readonly ImportedPupil[], people: KnownPeople, decisions: Decisions): Search {
  const matches = new Array<PupilMatch | undefined>(rows.length).fill(undefined);
  const search: Search = { rows, people, index: pupilIndex(people), matches, taken: new Set(), open: rows.length };
  for (const [row, pupilId] of decisions) settleDecision(search, row, pupilId);
  return search;
}

/** One pupil is one row, also when a person says otherwise: the first decision counts. */
function settleDecision(search: Search, row: number, pupilId: Decision['pupilId']): void {
  if (pupilId === 'new') settleRow(search, row, { kind: 'new', decided: true });
  else if (search.people.pupils.has(pupilId) && !search.taken.has(pupilId))
    settleRow(search, row, { kind: 'known', id: pupilId, reason: 'decided' });
}

function settleRow(search: Search, row: number, match: PupilMatch): void {
  search.matches[row] = match;
  search.open -= 1;
  if (match.kind === 'known') search.taken.add(match.id);
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
  const { rows, matches } = search;
  for (let row = 0; row < rows.length; row += 1) {
    if (row % 500 === 0) yield row;
    const pupil = rows[row];
    if (matches[row] !== undefined || pupil === undefined) continue;
    const fact = pass(search, pupil);
    if (fact !== undefined) found.set(row, fact);
  }
  settle(search, found);
}

function settle(search: Search, found: ReadonlyMap<number, Found>): void {
  const claims = new Map<number, number>();
  for (const { candidates, rank } of found.values()) {
    if (rank !== 'ask') for (const id of candidates) claims.set(id, (claims.get(id) ?? 0) + 1);
  }
  for (const [row, fact] of found) settleRow(search, row, decide(fact, claims));
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

/** An identifier decides by itself; a login or a file number only for somebody whose name can be the same. */
function byCode(search: Search, pupil: ImportedPupil): Found | undefined {
  for (const code of pupil.codes) {
    const owner = ownerOf(search.people, code);
    if (owner === undefined || search.taken.has(owner.id)) continue;
    if (code.kind === 'external-id') return { candidates: [owner.id], reason: 'external-id', rank: 'sure' };
    if (sameNamed(pupil, owner) && !excluded(pupil, owner))
      return { candidates: [owner.id], reason: code.kind === 'account' ? 'account' : 'case-number', rank: 'sure' };
  }
  return undefined;
}

function ownerOf(people: KnownPeople, { kind, key }: ImportedCode): KnownPupil | undefined {
  if (kind === 'portal-code') return undefined;
  const owner = people.codeOwners[kind].get(key);
  if (owner !== undefined || kind !== 'account') return owner === undefined ? undefined : people.pupils.get(owner);
  const holder = people.loginOwners.get(key);
  return holder === undefined ? undefined : people.pupils.get(holder);
}

function sameNamed(pupil: ImportedPupil, known: KnownPupil): boolean {
  return pupil.nameKey === known.nameKey || sameNamedPerson(foldedName(pupil.nameKey), foldedName(known.nameKey));
}

function bySnils(search: Search, pupil: ImportedPupil): Found | undefined {
  const named = snilsOwners(search, pupil).filter((owner) => sameNamed(pupil, owner));
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
  return snils === undefined ? [] : openPupils(search, pupil, search.index.bySnils(snils.key));
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

/** A different identifier means another person. */
function excluded(pupil: ImportedPupil, known: KnownPupil): boolean {
  const own = pupil.codes.find(({ kind }) => kind === 'external-id');
  const other = known.codes.find(({ kind }) => kind === 'external-id');
  return own !== undefined && other !== undefined && own.key !== other.key;
}

function byFacts(search: Search, pupil: ImportedPupil, rank: Verdict['rank']): Found | undefined {
  const name = foldedName(pupil.nameKey);
  const open = openPupils(search, pupil, possibleIds(search.index, pupil, name, rank));
  const judged = open.flatMap((known) => {
    const verdict = compareFacts(pupil, name, known);
    return verdict?.rank === rank ? [{ id: known.id, reason: verdict.reason }] : [];
  });
  const [first] = judged;
  return first === undefined ? undefined : { candidates: judged.map(({ id }) => id), reason: first.reason, rank };
}

function possibleIds(
  index: PupilIndex,
  pupil: ImportedPupil,
  { surname, firstName }: FoldedName,
  rank: Verdict['rank'],
): readonly number[] {
  const named = index.byName(surname, firstName);
  if (rank === 'exact' || pupil.birthDate === undefined) return named;
  const renamed = index.byFirstNameAndBirth(firstName, pupil.birthDate);
  if (rank === 'sure') return renamed.length === 0 ? named : [...new Set([...named, ...renamed])];
  const twins = index.bySurnameAndBirth(surname, pupil.birthDate);
  return [...new Set([...named, ...renamed, ...twins])];
}
