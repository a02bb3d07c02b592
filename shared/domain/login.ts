import type { LoginPattern, LoginSchemeSetting } from '../contract/settings.ts';
import { formatClassName, parseClassName } from './class-name.ts';
import { isObscene } from './obscene-words.ts';
import type { PersonName } from './person-name.ts';
import { pickOne, type RandomInt } from './random.ts';
import { type TransliterationStandard, transliterate } from './transliteration.ts';

/** How logins are made here: from the name or the class, or of random characters with a letter for the role in front. */
export type LoginScheme = Exclude<LoginSchemeSetting, { kind: 'imported' }>;

/** Whom a login is for. `birthDate` is ISO 8601. */
export interface LoginHolder {
  readonly name: PersonName;
  readonly role: 'pupil' | 'guardian';
  /** The pupil's class; a guardian's child's. */
  readonly className?: string;
  readonly birthDate?: string | null;
}

const shortest = 4;
const longest = 20;
const consonants = 'bcdfghjkmnpqrtvwx';
const alphabet = `346789${consonants}`;
const mostAttempts = 10_000;

/**
 * A login nobody has had: 4 to 20 lower-case Latin letters and digits, a letter first. `taken` must know the logins of
 * leavers too, since a login is never given out twice. Throws RangeError when every attempt is taken.
 */
export function proposeLogin(
  person: LoginHolder,
  scheme: LoginScheme,
  taken: (login: string) => boolean,
  random: RandomInt,
): string {
  if (scheme.kind === 'random') return freeRandom(person, scheme.length, taken, random);
  if (scheme.pattern === 'class-counter') return freeNumbered(classBase(person, scheme.standard), 2, taken);
  const base = nameBase(person, scheme.pattern, scheme.standard);
  return base === '' || isObscene(base) ? freeRandom(person, 8, taken, random) : freeNumbered(base, 0, taken);
}

type NamePattern = Exclude<LoginPattern, 'class-counter'>;

/** The name in Latin letters as the pattern wants it; '' when it has none that can be written so. */
function nameBase(person: LoginHolder, pattern: NamePattern, standard: TransliterationStandard): string {
  const { name, className = '' } = person;
  const latin = (text: string) => asciiLetters(text, standard);
  const surname = latin(name.surname) || latin(name.firstName);
  if (surname === '') return '';
  const within = (start: string, end: string) => start.slice(0, longest - end.length) + end;
  switch (pattern) {
    case 'surname-initials':
      return within(surname, latin(name.firstName.slice(0, 1)) + latin(name.patronymic.slice(0, 1)));
    case 'name-surname':
      return (name.surname === '' ? surname : latin(name.firstName) + surname).slice(0, longest);
    case 'surname-class':
      return within(surname, asciiOf(formatClassName(parseClassName(className)), standard).slice(0, 4));
  }
}

/** `p5a` for a pupil of 5А, `g5a` for a guardian of one. */
function classBase({ role, className = '' }: LoginHolder, standard: TransliterationStandard): string {
  const letters = asciiOf(formatClassName(parseClassName(className)), standard);
  return roleLetter[role] + letters.slice(0, 12);
}

const roleLetter = { pupil: 'p', guardian: 'g' } as const;

const marks = /\p{M}/gu;

function asciiOf(text: string, standard: TransliterationStandard): string {
  return transliterate(text.toLowerCase(), standard)
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[^a-z0-9]/g, '');
}

function asciiLetters(text: string, standard: TransliterationStandard): string {
  return asciiOf(text, standard).replace(/\d/g, '');
}

/** The base itself, else with a counter from 2; with `digits`, or where the base is too short, the counter starts at 01. */
function freeNumbered(base: string, digits: number, taken: (login: string) => boolean): string {
  const plain = digits === 0 && base.length >= shortest;
  if (plain && !taken(base)) return base;
  const from = plain ? 2 : 1;
  for (let count = from; count < from + mostAttempts; count += 1) {
    const counter = String(count).padStart(Math.max(digits, shortest - base.length), '0');
    const login = base.slice(0, longest - counter.length) + counter;
    if (!taken(login)) return login;
  }
  throw new RangeError('too many people with the same login base');
}

/** `p…` for pupils and `g…` for guardians, so that a mother's slip is not taken for her child's. */
function freeRandom(
  { role }: LoginHolder,
  length: number,
  taken: (login: string) => boolean,
  random: RandomInt,
): string {
  const size = Math.min(Math.max(length, shortest), longest);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const login = `${roleLetter[role]}${randomTail(size - 1, random)}`;
    if (!taken(login) && !isObscene(login)) return login;
  }
  throw new RangeError('no free login of this length');
}

function randomTail(length: number, random: RandomInt): string {
  return Array.from({ length }, (_, index) => pickOne(index === 0 ? consonants : alphabet, random)).join('');
}
