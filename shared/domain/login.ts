import { isObscene } from './obscene-words.ts';
import type { PersonName } from './person-name.ts';
import { pickOne, type RandomInt } from './random.ts';
import { type TransliterationStandard, transliterate } from './transliteration.ts';

/** How logins are made: from the name (`ivanovaap`), or of random characters with a letter for the role in front. */
export type LoginScheme =
  | {
      readonly kind: 'transliterated';
      readonly standard: TransliterationStandard;
      readonly pattern: 'surname-initials';
    }
  | { readonly kind: 'random'; readonly length: number };

/** Whom a login is for. */
export interface LoginHolder {
  readonly name: PersonName;
  readonly role: 'pupil' | 'guardian';
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
  const base = nameBase(person.name, scheme.standard);
  return base === '' ? freeRandom(person, 8, taken, random) : freeNumbered(base, taken);
}

/** Surname and initials in Latin letters; '' when the name has none that can be written so. */
function nameBase(name: PersonName, standard: TransliterationStandard): string {
  const initials =
    asciiLetters(name.firstName.slice(0, 1), standard) + asciiLetters(name.patronymic.slice(0, 1), standard);
  const surname = asciiLetters(name.surname, standard) || asciiLetters(name.firstName, standard);
  return surname === '' ? '' : surname.slice(0, longest - initials.length) + initials;
}

const marks = /\p{M}/gu;

function asciiLetters(text: string, standard: TransliterationStandard): string {
  return transliterate(text.toLowerCase(), standard)
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[^a-z]/g, '');
}

/** The base itself, else with a counter from 2; a base too short for a login gets two digits from 01. */
function freeNumbered(base: string, taken: (login: string) => boolean): string {
  if (base.length >= shortest && !taken(base)) return base;
  const from = base.length < shortest ? 1 : 2;
  for (let count = from; count < from + mostAttempts; count += 1) {
    const counter = String(count).padStart(shortest - base.length, '0');
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
    const login = `${role === 'pupil' ? 'p' : 'g'}${randomTail(size - 1, random)}`;
    if (!taken(login) && !isObscene(login)) return login;
  }
  throw new RangeError('no free login of this length');
}

function randomTail(length: number, random: RandomInt): string {
  return Array.from({ length }, (_, index) => pickOne(index === 0 ? consonants : alphabet, random)).join('');
}
