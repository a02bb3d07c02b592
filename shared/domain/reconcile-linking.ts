import { foldedName } from './matching/evidence.ts';
import { type Comparable, type Evidence, evidenceOf } from './reconcile-evidence.ts';
import type { DuplicatePair, PersonLink, ReconcileWish, SchoolPerson } from './reconcile-people.ts';

/** From this weight on, and with this distance from the next best, a link needs no confirmation. */
const sureWeight = 15;
const sureMargin = 4;
/** Below this weight nobody is asked. */
const leastWeight = 7;
/** One of the family is the same by name as well. */
const familyWeight = 5;
/** A key that so many people share says nothing. */
const mostAlike = 60;

interface Candidate {
  readonly portal: number;
  readonly personId: number;
  readonly evidence: Evidence;
}

/** Links the file's people with the registry's, one to one, the surest first. Yields how many are compared. */
export function* linkPeople(wish: ReconcileWish): Generator<number, PersonLink[]> {
  const { school, portal, said } = wish;
  const book = createBook(school);
  const parted = new Set(said.flatMap(({ portal: at, personId, same }) => (same ? [] : [`${at} ${personId}`])));
  const candidates: Candidate[] = [];
  for (const [at, person] of portal.entries()) {
    for (const one of book.alike(person)) {
      if (parted.has(`${at} ${one.id}`)) continue;
      const evidence = withFamily(evidenceOf(one, person), familyNames(book, one), kinNames(wish, at));
      if (evidence.weight >= leastWeight) candidates.push({ portal: at, personId: one.id, evidence });
    }
    if (at % 50 === 0) yield at;
  }
  return assign(candidates, confirmedOf(wish));
}

function confirmedOf({ said }: ReconcileWish): PersonLink[] {
  return said.flatMap(({ portal, personId, same }) =>
    same ? [{ portal, personId, verdict: 'linked' as const, score: 1, reasons: [{ code: 'said', params: {} }] }] : [],
  );
}

/** The names of the family in the registry, and in the file. */
function familyNames({ byId }: Book, { kin }: SchoolPerson): readonly string[] {
  return kin.flatMap((id) => byId.get(id)?.nameKey ?? []);
}

function kinNames({ portal }: ReconcileWish, at: number): readonly string[] {
  return (portal[at]?.kin ?? []).flatMap((place) => portal[place]?.nameKey ?? []);
}

function withFamily(evidence: Evidence, ours: readonly string[], theirs: readonly string[]): Evidence {
  if (!ours.some((name) => theirs.includes(name))) return evidence;
  const reasons = [...evidence.reasons, { code: 'family-equal', params: {} }];
  return { weight: evidence.weight + familyWeight, reasons };
}

/** One to one by weight; a link is sure when nobody else comes near it on either side. */
function assign(candidates: readonly Candidate[], confirmed: readonly PersonLink[]): PersonLink[] {
  const best = [...candidates].sort((a, b) => b.evidence.weight - a.evidence.weight || a.portal - b.portal);
  const links = [...confirmed];
  const usedPortal = new Set(links.map(({ portal }) => portal));
  const usedPeople = new Set(links.map(({ personId }) => personId));
  const rivals = secondBest(best);
  for (const { portal, personId, evidence } of best) {
    if (usedPortal.has(portal) || usedPeople.has(personId)) continue;
    usedPortal.add(portal);
    usedPeople.add(personId);
    const { weight, reasons } = evidence;
    const rival = Math.max(rivals.portal.get(portal) ?? 0, rivals.people.get(personId) ?? 0);
    const sure = weight >= sureWeight && weight - rival >= sureMargin;
    links.push({ portal, personId, verdict: sure ? 'linked' : 'suggested', score: scoreOf(weight, rival), reasons });
  }
  return links.sort((a, b) => a.portal - b.portal);
}

/** The second highest weight of each person of both sides, in candidates sorted by weight. */
function secondBest(sorted: readonly Candidate[]) {
  const portal = new Map<number, number>();
  const people = new Map<number, number>();
  const seen = { portal: new Set<number>(), people: new Set<number>() };
  const note = (seconds: Map<number, number>, known: Set<number>, key: number, weight: number) => {
    if (!known.has(key)) known.add(key);
    else if (!seconds.has(key)) seconds.set(key, weight);
  };
  for (const { portal: at, personId, evidence } of sorted) {
    note(portal, seen.portal, at, evidence.weight);
    note(people, seen.people, personId, evidence.weight);
  }
  return { portal, people };
}

/** Weight at which half the candidates are right. */
const evenWeight = 8;

/** Between 0 and 1: the odds that a weight stands for against nobody being right, or the next best. */
function scoreOf(weight: number, rival = 0): number {
  return 1 / (1 + 2 ** (evenWeight - weight) + (rival > 0 ? 2 ** (rival - weight) : 0));
}

interface Book {
  readonly byId: ReadonlyMap<number, SchoolPerson>;
  /** People of the same kind who share a key with this one. */
  alike(person: Comparable): Iterable<SchoolPerson>;
}

function createBook(school: readonly SchoolPerson[]): Book {
  const byKey = new Map<string, SchoolPerson[]>();
  for (const person of school) {
    for (const key of keysOf(person)) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, [person]);
      else there.push(person);
    }
  }
  return {
    byId: new Map(school.map((person) => [person.id, person])),
    alike(person) {
      const found = new Set<SchoolPerson>();
      for (const key of keysOf(person)) {
        const alike = byKey.get(key) ?? [];
        if (alike.length <= mostAlike) for (const one of alike) found.add(one);
      }
      return found;
    },
  };
}

/** What two records of one person have in common at least: a contact, a code, most of the name, or part of it and the class. */
function keysOf(person: Comparable): string[] {
  const { kind, nameKey, contacts, codes, classKey, birthDate, formerContacts = [] } = person;
  const { surname, firstName, patronymic } = foldedName(nameKey);
  const keys = [
    `name ${surname} ${firstName}`,
    `given ${firstName} ${patronymic} ${classKey}`,
    `surname ${surname} ${classKey}`,
    `start ${surname.slice(0, 3)} ${firstName} ${patronymic}`,
    `words ${[surname, firstName, patronymic].sort().join(' ')}`,
    ...(birthDate === undefined ? [] : [`born ${birthDate} ${firstName}`]),
    ...[...contacts, ...formerContacts].map((contact) => `${contact.kind} ${contact.key}`),
    ...codes.map((code) => `${code.kind} ${code.key}`),
  ];
  return keys.map((key) => `${kind} ${key}`);
}

const leastDuplicate = 8;

/** Pairs of one kind that may be one person, the most likely first. Yields how many are looked at. */
export function* findDuplicates(school: readonly SchoolPerson[]): Generator<number, DuplicatePair[]> {
  const book = createBook(school);
  const pairs: (DuplicatePair & { readonly weight: number })[] = [];
  for (const [at, person] of school.entries()) {
    if (at % 50 === 0) yield at;
    if (person.left) continue;
    for (const other of book.alike(person)) {
      if (other.id <= person.id || other.left) continue;
      const { weight, reasons } = withFamily(
        evidenceOf(person, other),
        familyNames(book, person),
        familyNames(book, other),
      );
      if (weight < leastDuplicate) continue;
      pairs.push({ firstId: person.id, secondId: other.id, score: scoreOf(weight), reasons, weight });
    }
  }
  const sorted = pairs.sort((a, b) => b.weight - a.weight || a.firstId - b.firstId || a.secondId - b.secondId);
  return sorted.map(({ weight: _, ...pair }) => pair);
}
