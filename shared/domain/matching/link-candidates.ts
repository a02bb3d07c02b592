import { at } from './int-lists.ts';
import type { Columns, Texts } from './link-columns.ts';
import { type Comparing, compare } from './link-levels.ts';

/** Pairs that were compared: parallel lists. Those of one person of the portal hang together by `next`. */
export interface Pairs {
  count: number;
  portal: Int32Array;
  school: Int32Array;
  pattern: Int32Array;
  /** The next pair of the same person of the portal; -1 after the last. */
  next: Int32Array;
  /** The first pair of every person of the portal; -1 for none. */
  readonly first: Int32Array;
}

export function createPairs(people: number): Pairs {
  const room = () => new Int32Array(1024);
  return {
    count: 0,
    portal: room(),
    school: room(),
    pattern: room(),
    next: room(),
    first: new Int32Array(people).fill(-1),
  };
}

export function addPair(pairs: Pairs, portal: number, school: number, pattern: number): void {
  if (pairs.count === pairs.portal.length) grow(pairs);
  const { count } = pairs;
  pairs.portal[count] = portal;
  pairs.school[count] = school;
  pairs.pattern[count] = pattern;
  pairs.next[count] = at(pairs.first, portal);
  pairs.first[portal] = count;
  pairs.count += 1;
}

function grow(pairs: Pairs): void {
  for (const list of ['portal', 'school', 'pattern', 'next'] as const) {
    const larger = new Int32Array(pairs[list].length * 2);
    larger.set(pairs[list]);
    pairs[list] = larger;
  }
}

/** The school's people by one key: chains of people under a hash, and how many hang on each chain. */
interface KeyTable {
  readonly heads: Int32Array;
  readonly counts: Int32Array;
  people: Int32Array;
  hashes: Int32Array;
  next: Int32Array;
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

function keysOf(stems: Stems): Key[] {
  return [
    plain(400, ({ surname, firstName, patronymic }, i) => mixed(at(surname, i), at(firstName, i), at(patronymic, i))),
    plain(60, ({ surname, firstName }, i) => mixed(at(surname, i), at(firstName, i))),
    plain(60, ({ surname, patronymic }, i) => mixed(at(surname, i), at(patronymic, i))),
    plain(60, ({ firstName, patronymic }, i) => mixed(at(firstName, i), at(patronymic, i))),
    plain(100, ({ firstName, birthDate }, i) => mixed(at(firstName, i), at(birthDate, i))),
    plain(60, ({ surname, birthDate }, i) => mixed(at(surname, i), at(birthDate, i))),
    plain(40, ({ firstName, classKey }, i) => mixed(at(firstName, i), at(classKey, i))),
    plain(40, ({ surname, classKey }, i) => mixed(at(surname, i), at(classKey, i))),
    plain(60, ({ firstName, patronymic, surname }, i) =>
      mixed(at(firstName, i), at(patronymic, i), at(stems.surname, at(surname, i))),
    ),
    plain(40, ({ snils }, i) => mixed(at(snils, i), 1)),
    { most: 40, add: ({ codes }, person, put) => each(codes, person, put) },
    contact('phones', 'formerPhones'),
    contact('emails', 'formerEmails'),
    { most: 40, add: ({ emails }, person, put) => eachBox(emails, person, stems.mailbox, put) },
    { most: 60, add: byKin },
  ];
}

/** First name beside the full name of one of the family. */
function byKin({ kin, firstName, surname }: Columns, person: number, put: (hash: number) => void): void {
  for (let i = at(kin.start, person); i < at(kin.start, person + 1); i += 1) {
    const other = at(kin.items, i);
    put(mixed(mixed(at(surname, other), at(firstName, other)), at(firstName, person)));
  }
}

function eachBox(emails: Columns['emails'], person: number, boxes: Int32Array, put: (hash: number) => void): void {
  for (let i = at(emails.start, person); i < at(emails.start, person + 1); i += 1)
    put(mixed(at(boxes, at(emails.items, i)), 1));
}

/** Beginnings of texts, as numbers by the number of the text. */
interface Stems {
  readonly surname: Int32Array;
  readonly mailbox: Int32Array;
}

function stemsOf({ surname, email }: Texts): Stems {
  return {
    surname: beginnings(surname.texts, (text) => text.slice(0, 3)),
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

const piece = 200;

/** Compares everybody of the portal with those of the school who share a key. Yields how many people are done. */
export function* findPairs(comparing: Comparing, among?: 'one-side'): Generator<number, Pairs> {
  const { school, portal, texts } = comparing;
  const keys = keysOf(stemsOf(texts));
  const tables: KeyTable[] = [];
  for (const key of keys) {
    tables.push(tableOf(key, school));
    yield 0;
  }
  const pairs = createPairs(portal.size);
  const seen = new Int32Array(school.size).fill(-1);
  for (let p = 0; p < portal.size; p += 1) {
    const after = among === 'one-side' ? p : -1;
    for (let k = 0; k < keys.length; k += 1)
      lookUp({ comparing, pairs, seen, after }, p, keys[k] as Key, tables[k] as KeyTable);
    if (p % piece === 0) yield p;
  }
  return pairs;
}

interface Search {
  readonly comparing: Comparing;
  readonly pairs: Pairs;
  /** The person of the portal with whom somebody was compared last. */
  readonly seen: Int32Array;
  /** Only people after this place are wanted. */
  readonly after: number;
}

function lookUp({ comparing, pairs, seen, after }: Search, p: number, key: Key, table: KeyTable): void {
  const mask = table.heads.length - 1;
  const { heads, counts, people, hashes, next } = table;
  key.add(
    comparing.portal,
    p,
    (bare) => {
      const hash = ofKind(bare, comparing.portal, p);
      if (bare === 0 || at(counts, hash & mask) > key.most) return;
      for (let entry = at(heads, hash & mask); entry >= 0; entry = at(next, entry)) {
        const s = at(people, entry);
        if (at(hashes, entry) !== hash || at(seen, s) === p || s <= after) continue;
        seen[s] = p;
        const pattern = compare(comparing, p, s);
        if (pattern >= 0) addPair(pairs, p, s, pattern);
      }
    },
    'portal',
  );
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
    for (const list of ['people', 'hashes', 'next'] as const) {
      const larger = new Int32Array(table.count * 2);
      larger.set(table[list]);
      table[list] = larger;
    }
  }
  const slot = hash & (table.heads.length - 1);
  table.people[table.count] = person;
  table.hashes[table.count] = hash;
  table.next[table.count] = at(table.heads, slot);
  table.heads[slot] = table.count;
  table.counts[slot] = at(table.counts, slot) + 1;
  table.count += 1;
}
