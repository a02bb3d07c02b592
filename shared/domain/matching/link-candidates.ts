import { at, grown } from './int-lists.ts';
import type { Columns, Texts } from './link-columns.ts';
import { compare } from './link-levels.ts';
import { patternWeight, rarityBits, type Weighing } from './link-weights.ts';

/** Pairs worth weighing: parallel lists. Those of one person of the portal hang together by `next`. */
export interface Pairs {
  count: number;
  portal: Int32Array<ArrayBuffer>;
  school: Int32Array<ArrayBuffer>;
  pattern: Int32Array<ArrayBuffer>;
  /** Bits that equal values bring by their rarity. */
  rare: Float32Array<ArrayBuffer>;
  /** The next pair of the same person of the portal; -1 after the last. */
  next: Int32Array<ArrayBuffer>;
  /** The first pair of every person of the portal; -1 for none. */
  readonly first: Int32Array;
}

function createPairs(people: number): Pairs {
  const room = () => new Int32Array(1024);
  return {
    ...{ count: 0, portal: room(), school: room(), pattern: room(), next: room(), rare: new Float32Array(1024) },
    first: new Int32Array(people).fill(-1),
  };
}

/** Compares two people; the pair is kept unless it can never become likely. */
export function addPair(pairs: Pairs, weighing: Weighing, p: number, s: number): void {
  const { comparing, weights, rarity, prior } = weighing;
  const pattern = compare(comparing, p, s);
  if (pattern < 0) return;
  const rare = rarityBits(comparing, rarity, p, s, pattern);
  if (prior + patternWeight(weights, pattern) + rare < leastBits) return;
  if (pairs.count === pairs.portal.length) makeRoom(pairs);
  const { count } = pairs;
  pairs.portal[count] = p;
  pairs.school[count] = s;
  pairs.pattern[count] = pattern;
  pairs.rare[count] = rare;
  pairs.next[count] = at(pairs.first, p);
  pairs.first[p] = count;
  pairs.count += 1;
}

/** Less than this not even an equal family makes up for. */
const leastBits = -12;

function makeRoom(pairs: Pairs): void {
  for (const list of ['portal', 'school', 'pattern', 'next'] as const) pairs[list] = grown(pairs[list]);
  const rare = new Float32Array(pairs.rare.length * 2);
  rare.set(pairs.rare);
  pairs.rare = rare;
}

/** The school's people by one key: chains of people under a hash, and how many hang on each chain. */
interface KeyTable {
  readonly heads: Int32Array;
  readonly counts: Int32Array;
  people: Int32Array<ArrayBuffer>;
  hashes: Int32Array<ArrayBuffer>;
  next: Int32Array<ArrayBuffer>;
  count: number;
}

/** What people who are one have in common at least. A key of 0 is none. */
interface Key {
  /** A chain longer than this says nothing; other keys find those people. */
  readonly most: number;
  readonly add: (columns: Columns, person: number, put: (hash: number) => void, side: Seeking) => void;
}

type Seeking = 'school' | 'portal';

/** Mixes numbers into one; 0 when any of them is unknown. */
function mixed(one: number, other: number, third = 1): number {
  if (one === 0 || other === 0 || third === 0) return 0;
  let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 1;
}

function each(lists: Columns['phones'], person: number, put: (hash: number) => void): void {
  for (let i = at(lists.start, person); i < at(lists.start, person + 1); i += 1) put(mixed(at(lists.items, i), 1));
}

const plain = (most: number, hash: (columns: Columns, person: number) => number): Key => ({
  most,
  add: (columns, person, put) => put(hash(columns, person)),
});

/** Phones and addresses of the school that are known from before are found by those the portal has now. */
const contact = (now: 'phones' | 'emails', before: 'formerPhones' | 'formerEmails'): Key => ({
  most: 40,
  add: (columns, person, put, side) => {
    each(columns[now], person, put);
    if (side === 'school') each(columns[before], person, put);
  },
});

/** Keys that say much: whoever is found by them beyond doubt needs no other. */
function strongKeys(): Key[] {
  return [
    plain(40, ({ snils }, i) => mixed(at(snils, i), 1)),
    { most: 40, add: ({ codes }, person, put) => each(codes, person, put) },
    contact('phones', 'formerPhones'),
    contact('emails', 'formerEmails'),
    { most: 40, add: byKin },
    plain(200, ({ surname, firstNameHead, patronymic }, i) =>
      mixed(at(surname, i), at(firstNameHead, i), at(patronymic, i)),
    ),
  ];
}

/** Keys for records in which more than one thing is wrong. */
function weakKeys(stems: Stems): Key[] {
  const { start, mailbox } = stems;
  return [
    plain(300, ({ surname, firstNameHead }, i) => mixed(at(surname, i), at(firstNameHead, i))),
    plain(300, ({ surname, patronymic }, i) => mixed(at(surname, i), at(patronymic, i))),
    plain(300, ({ firstNameHead, patronymic }, i) => mixed(at(firstNameHead, i), at(patronymic, i))),
    plain(200, ({ firstNameHead, birthDate }, i) => mixed(at(firstNameHead, i), at(birthDate, i))),
    plain(200, ({ surname, birthDate }, i) => mixed(at(surname, i), at(birthDate, i))),
    plain(100, ({ firstNameHead, classKey }, i) => mixed(at(firstNameHead, i), at(classKey, i))),
    plain(100, ({ surname, classKey }, i) => mixed(at(surname, i), at(classKey, i))),
    plain(200, ({ firstNameHead, patronymic, surname }, i) =>
      mixed(at(firstNameHead, i), at(patronymic, i), at(start, at(surname, i))),
    ),
    plain(200, ({ surname, firstNameHead, patronymic }, i) =>
      mixed(at(surname, i), at(stems.firstName, at(firstNameHead, i)), at(stems.patronymic, at(patronymic, i))),
    ),
    { most: 40, add: ({ emails }, person, put) => eachBox(emails, person, mailbox, put) },
  ];
}

/** First name beside the full name of one of the family. */
function byKin({ kin, firstNameHead, surname }: Columns, person: number, put: (hash: number) => void): void {
  for (let i = at(kin.start, person); i < at(kin.start, person + 1); i += 1) {
    const other = at(kin.items, i);
    put(mixed(mixed(at(surname, other), at(firstNameHead, other)), at(firstNameHead, person)));
  }
}

function eachBox(emails: Columns['emails'], person: number, boxes: Int32Array, put: (hash: number) => void): void {
  for (let i = at(emails.start, person); i < at(emails.start, person + 1); i += 1)
    put(mixed(at(boxes, at(emails.items, i)), 1));
}

/** Beginnings of texts, as numbers by the number of the text. */
interface Stems {
  readonly start: Int32Array;
  readonly firstName: Int32Array;
  readonly patronymic: Int32Array;
  readonly mailbox: Int32Array;
}

function stemsOf({ surname, firstName, patronymic, email }: Texts): Stems {
  const letters = (count: number) => (text: string) => text.slice(0, count);
  return {
    start: beginnings(surname.texts, letters(3)),
    firstName: beginnings(firstName.texts, letters(1)),
    patronymic: beginnings(patronymic.texts, letters(2)),
    mailbox: beginnings(email.texts, (text) => text.slice(0, Math.max(text.lastIndexOf('@'), 0))),
  };
}

function beginnings(texts: readonly string[], beginning: (text: string) => string): Int32Array {
  const numbers = new Map<string, number>([['', 0]]);
  return Int32Array.from(texts, (text) => {
    const stem = beginning(text);
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  });
}

const piece = 100;

/** From so many bits on nobody else is looked for by weak keys. */
const enoughBits = 14;

/** Compares everybody of the portal with those of the school who share a key. Yields how many people are done. */
export function* findPairs(weighing: Weighing, among?: 'one-side'): Generator<number, Pairs> {
  const { school, portal, texts } = weighing.comparing;
  const pairs = createPairs(portal.size);
  const search = { weighing, pairs, seen: new Int32Array(school.size).fill(-1), later: among === 'one-side' };
  const strong = yield* searchesBy(strongKeys(), search);
  const weak = yield* searchesBy(weakKeys(stemsOf(texts)), search);
  for (let p = 0; p < portal.size; p += 1) {
    for (const lookUp of strong) lookUp(p);
    if (!isFound(pairs, weighing, p)) for (const lookUp of weak) lookUp(p);
    if (p % piece === 0) yield p;
  }
  return pairs;
}

function isFound(pairs: Pairs, { weights, prior }: Weighing, p: number): boolean {
  for (let pair = at(pairs.first, p); pair >= 0; pair = at(pairs.next, pair))
    if (prior + patternWeight(weights, at(pairs.pattern, pair)) + at(pairs.rare, pair) >= enoughBits) return true;
  return false;
}

function* searchesBy(keys: readonly Key[], search: Search): Generator<number, ((p: number) => void)[]> {
  const searches: ((p: number) => void)[] = [];
  for (const key of keys) {
    searches.push(searchBy(key, tableOf(key, search.weighing.comparing.school), search));
    yield 0;
  }
  return searches;
}

interface Search {
  readonly weighing: Weighing;
  readonly pairs: Pairs;
  /** The person of the portal with whom each of the school was compared last. */
  readonly seen: Int32Array;
  /** Only those who stand after the person are wanted: the school is compared with itself. */
  readonly later: boolean;
}

/** Compares a person of the portal with all of the school under the same key. */
function searchBy(key: Key, table: KeyTable, { weighing, pairs, seen, later }: Search): (p: number) => void {
  const { heads, counts, people, hashes, next } = table;
  const mask = heads.length - 1;
  const { portal } = weighing.comparing;
  let p = 0;
  const compareAll = (bare: number) => {
    if (bare === 0) return;
    const hash = ofKind(bare, portal, p);
    if (at(counts, hash & mask) > key.most) return;
    for (let entry = at(heads, hash & mask); entry >= 0; entry = at(next, entry)) {
      const s = at(people, entry);
      if (at(hashes, entry) !== hash || at(seen, s) === p || (later && s <= p)) continue;
      seen[s] = p;
      addPair(pairs, weighing, p, s);
    }
  };
  return (person) => {
    p = person;
    key.add(portal, person, compareAll, 'portal');
  };
}

/** Pupils and guardians are never one, so their keys are kept apart. */
function ofKind(hash: number, { kind }: Columns, person: number): number {
  return at(kind, person) === 0 ? hash : hash ^ 0x5bd1e995;
}

function tableOf(key: Key, columns: Columns): KeyTable {
  let slots = 1024;
  while (slots < columns.size * 2) slots *= 2;
  const room = () => new Int32Array(columns.size + 16);
  const table: KeyTable = {
    ...{ heads: new Int32Array(slots).fill(-1), counts: new Int32Array(slots), count: 0 },
    ...{ people: room(), hashes: room(), next: room() },
  };
  for (let person = 0; person < columns.size; person += 1)
    key.add(
      columns,
      person,
      (hash) => (hash === 0 ? undefined : addEntry(table, ofKind(hash, columns, person), person)),
      'school',
    );
  return table;
}

function addEntry(table: KeyTable, hash: number, person: number): void {
  if (table.count === table.people.length) {
    for (const list of ['people', 'hashes', 'next'] as const) table[list] = grown(table[list]);
  }
  const slot = hash & (table.heads.length - 1);
  table.people[table.count] = person;
  table.hashes[table.count] = hash;
  table.next[table.count] = at(table.heads, slot);
  table.heads[slot] = table.count;
  table.counts[slot] = at(table.counts, slot) + 1;
  table.count += 1;
}
