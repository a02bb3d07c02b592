import { isEstablished } from './first-names.ts';
import { at, common, isEmpty, meet } from './int-lists.ts';
import type { Columns, Texts } from './link-columns.ts';
import { nearDates, nearEmails, withinOneMistake, withinTwoMistakes } from './near-texts.ts';

/** How much two values agree. A level of each field makes up the pattern of a pair. */
export const levels = ['unknown', 'equal', 'other-form', 'near', 'differ'] as const;

export type Level = (typeof levels)[number];

export const fields = [
  'surname',
  'firstName',
  'patronymic',
  'phone',
  'email',
  'snils',
  'birthDate',
  'classKey',
  'code',
  'kind',
] as const;

export type Field = (typeof fields)[number];

const [unknown, equal, otherForm, near, differ] = [0, 1, 2, 3, 4];

/** Place value of each field in a pattern. */
const places = Object.fromEntries(fields.map((field, index) => [field, 5 ** index])) as Record<Field, number>;

/** One more than the greatest pattern. */
export const patternCount = 2 * 5 ** (fields.length - 1);

/** The pattern of two people of whom everything is known and nothing is alike. */
export const nothingAlike = patternCount / 2 - 1;

/** The level of a field in a pattern. */
export function levelIn(pattern: number, field: Field): number {
  return Math.floor(pattern / places[field]) % 5;
}

/** What two sides are compared with. */
export interface Comparing {
  readonly school: Columns;
  readonly portal: Columns;
  readonly texts: Texts;
  /** Birth dates by number as 20150831. */
  readonly dates: Int32Array;
  /** Two words of one kind of name: their level, kept, since lists repeat their words. */
  readonly known: Map<number, number>;
}

export function createComparing(school: Columns, portal: Columns, texts: Texts): Comparing {
  const dates = Int32Array.from(texts.birthDate.texts, (iso) => Number(iso.replaceAll('-', '')));
  return { school, portal, texts, dates, known: new Map() };
}

/** The levels of a pair as one number; -1 for two people who are surely not one. */
export function compare(comparing: Comparing, p: number, s: number): number {
  const { school, portal } = comparing;
  if (at(school.kind, s) !== at(portal.kind, p)) return -1;
  const firstName = firstNameLevel(comparing, p, s);
  if (firstName === differ && !isIdentified(comparing, p, s)) return -1;
  return (
    surnameLevel(comparing, p, s) * places.surname +
    firstName * places.firstName +
    patronymicLevel(comparing, at(portal.patronymic, p), at(school.patronymic, s)) * places.patronymic +
    phoneLevel(comparing, p, s) * places.phone +
    emailLevel(comparing, p, s) * places.email +
    snilsLevel(comparing, p, s) * places.snils +
    birthLevel(comparing, at(portal.birthDate, p), at(school.birthDate, s)) * places.birthDate +
    plainLevel(at(portal.classKey, p), at(school.classKey, s)) * places.classKey +
    codeLevel(comparing, p, s) * places.code +
    at(portal.kind, p) * places.kind
  );
}

/** By a number that only one person has. */
function isIdentified({ portal, school }: Comparing, p: number, s: number): boolean {
  const snils = at(portal.snils, p);
  return (snils !== 0 && snils === at(school.snils, s)) || meet(portal.codes, p, school.codes, s);
}

function plainLevel(one: number, other: number): number {
  if (one === 0 || other === 0) return unknown;
  return one === other ? equal : differ;
}

function firstNameLevel(comparing: Comparing, p: number, s: number): number {
  const { portal, school } = comparing;
  const one = at(portal.firstName, p);
  const other = at(school.firstName, s);
  if (one === 0 || other === 0) return unknown;
  if (one === other) return equal;
  if (at(portal.firstNameHead, p) === at(school.firstNameHead, s)) return otherForm;
  return kept(comparing, one, other, 0, wordsOfFirstNames);
}

function patronymicLevel(comparing: Comparing, one: number, other: number): number {
  if (one === 0 || other === 0) return unknown;
  return one === other ? equal : kept(comparing, one, other, 1, wordsOfPatronymics);
}

function surnameLevel(comparing: Comparing, p: number, s: number): number {
  const one = at(comparing.portal.surname, p);
  const other = at(comparing.school.surname, s);
  if (one === 0 || other === 0) return unknown;
  if (one === other) return equal;
  const { start, items } = comparing.school.formerSurnames;
  for (let i = at(start, s); i < at(start, s + 1); i += 1) if (at(items, i) === one) return otherForm;
  return kept(comparing, one, other, 2, wordsOfSurnames);
}

type WordLevel = (texts: Texts, one: number, other: number) => number;

const mostWords = 2 ** 22;
const mostKept = 400_000;

function kept(comparing: Comparing, one: number, other: number, kind: number, levelOf: WordLevel): number {
  const { known, texts } = comparing;
  const key = (one * mostWords + other) * 3 + kind;
  const there = known.get(key);
  if (there !== undefined) return there;
  const level = levelOf(texts, one, other);
  if (known.size >= mostKept) known.clear();
  known.set(key, level);
  return level;
}

function wordsOfFirstNames({ firstName }: Texts, one: number, other: number): number {
  const [a, b] = [firstName.texts[one] ?? '', firstName.texts[other] ?? ''];
  if (isInitial(a, b) || isInitial(b, a)) return near;
  if (isKnownName(firstName.counts, one, a) && isKnownName(firstName.counts, other, b)) return differ;
  return mistakesLevel(a, b);
}

/** Well known, or the name of so many people here that it is no mistake. */
function isKnownName(counts: Texts['firstName']['counts'], number: number, text: string): boolean {
  return isEstablished(text) || (counts[0][number] ?? 0) >= 3;
}

function isInitial(a: string, b: string): boolean {
  return (
    a.length <= 2 && a !== '' && b.startsWith(a.charAt(0)) && !a.includes(' ') && (a.length === 1 || a.endsWith('.'))
  );
}

function wordsOfPatronymics({ patronymic }: Texts, one: number, other: number): number {
  const [a, b] = [patronymic.texts[one] ?? '', patronymic.texts[other] ?? ''];
  return isInitial(a, b) || isInitial(b, a) ? otherForm : mistakesLevel(a, b);
}

function wordsOfSurnames({ surname }: Texts, one: number, other: number): number {
  const [a, b] = [surname.texts[one] ?? '', surname.texts[other] ?? ''];
  return isHalf(a, b) || isHalf(b, a) ? otherForm : mistakesLevel(a, b);
}

/** One of the two words of a double surname. */
function isHalf(a: string, b: string): boolean {
  return b.includes(' ') && b.split(' ').some((word) => word === a || (word.length > 4 && withinOneMistake(word, a)));
}

function mistakesLevel(a: string, b: string): number {
  if (withinOneMistake(a, b)) return otherForm;
  return withinTwoMistakes(a, b) ? near : differ;
}

function phoneLevel({ portal, school, texts }: Comparing, p: number, s: number): number {
  if (isEmpty(portal.phones, p)) return unknown;
  if (meet(portal.phones, p, school.phones, s)) return equal;
  if (meet(portal.phones, p, school.formerPhones, s)) return otherForm;
  if (isEmpty(school.phones, s)) return unknown;
  return anyNear(portal.phones, p, school.phones, s, texts.phone.texts, withinOneMistake) ? near : differ;
}

function emailLevel({ portal, school, texts }: Comparing, p: number, s: number): number {
  if (isEmpty(portal.emails, p)) return unknown;
  if (meet(portal.emails, p, school.emails, s)) return equal;
  if (meet(portal.emails, p, school.formerEmails, s)) return otherForm;
  if (isEmpty(school.emails, s)) return unknown;
  return anyNear(portal.emails, p, school.emails, s, texts.email.texts, nearEmails) ? near : differ;
}

function anyNear(
  one: Columns['phones'],
  a: number,
  other: Columns['phones'],
  b: number,
  texts: readonly string[],
  isNear: (one: string, other: string) => boolean,
): boolean {
  for (let i = at(one.start, a); i < at(one.start, a + 1); i += 1)
    for (let j = at(other.start, b); j < at(other.start, b + 1); j += 1)
      if (isNear(texts[at(one.items, i)] ?? '', texts[at(other.items, j)] ?? '')) return true;
  return false;
}

function snilsLevel({ portal, school, texts }: Comparing, p: number, s: number): number {
  const one = at(portal.snils, p);
  const other = at(school.snils, s);
  if (one === 0 || other === 0) return unknown;
  if (one === other) return equal;
  return withinOneMistake(texts.snils.texts[one] ?? '', texts.snils.texts[other] ?? '') ? near : differ;
}

function birthLevel({ dates }: Comparing, one: number, other: number): number {
  if (one === 0 || other === 0) return unknown;
  if (one === other) return equal;
  return nearDates(at(dates, one), at(dates, other)) ? near : differ;
}

/** Two codes of one kind that differ speak against; codes of different kinds say nothing. */
function codeLevel({ portal, school, texts }: Comparing, p: number, s: number): number {
  if (isEmpty(portal.codes, p) || isEmpty(school.codes, s)) return unknown;
  if (common(portal.codes, p, school.codes, s) >= 0) return equal;
  return anyNear(portal.codes, p, school.codes, s, texts.code.texts, ofOneKind) ? differ : unknown;
}

function ofOneKind(one: string, other: string): boolean {
  return one.startsWith(other.slice(0, other.indexOf(' ') + 1)) && !one.startsWith('account ');
}
