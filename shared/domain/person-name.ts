import { removeInvisible, unifyScripts } from './look-alikes.ts';
import { hasPatronymicEnding, hasSurnameEnding, isSurelyPatronymic, sexByEndings } from './name-endings.ts';

/** A person's name for showing. A missing patronymic is ''. */
export interface PersonName {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
}

/** First name and patronymic from one cell. */
export type FirstAndPatronymic = Omit<PersonName, 'surname'>;

/** In which order the words of a full name stand. */
export type NameOrder = 'surname-first' | 'first-surname';

/** «оглы», «кызы», «улы» and their spellings, as separate words or the end of one, with the spelling used for comparing. */
const kinSpellings: ReadonlyMap<string, string> = new Map([
  ['оглы', 'оглы'],
  ['оглу', 'оглы'],
  ['огли', 'оглы'],
  ['углы', 'оглы'],
  ['угли', 'оглы'],
  ['кызы', 'кызы'],
  ['кизи', 'кызы'],
  ['гызы', 'кызы'],
  ['кзы', 'кызы'],
  ['қызы', 'кызы'],
  ['улы', 'улы'],
  ['ұлы', 'улы'],
  ['уулу', 'улы'],
]);

const kinEnding = /(^|[ -]|(?<=[^ -]{3}))(оглы|оглу|огли|углы|угли|кызы|кизи|гызы|кзы|қызы|уулу|улы|ұлы)(?= |$)/g;
const mayEndInKin = /[ыиу](?: |$)/;
const plainCyrillic = /^[а-я]+$/;
const onlyCyrillic = /^[а-яё -]*$/i;
const spaces = /\s+/g;
const separators = /[\s.,;\u2010-\u2015\u2212-]+/g;
/** Apostrophes, quotes and stress marks. */
const unspoken = /['`´‘’ʼ"«»]|\p{M}/gu;
const cyrillic = /\p{Script=Cyrillic}/u;
const word = /[\p{L}\p{N}]+/gu;

/** True for «оглы», «кызы», «улы» standing alone, in any case and spelling. */
function isKinWord(text: string): boolean {
  return kinSpellings.has(text.toLowerCase());
}

/**
 * The form of a name for comparing, never for showing: lower case, ё as е, look-alike Latin letters and digits inside a
 * Cyrillic word as Cyrillic, hyphens and dots as spaces, no apostrophes, «оглы» and the like glued on in one spelling.
 */
export function foldName(text: string): string {
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  const folded = plainCyrillic.test(lower) ? lower : foldUncommon(lower);
  return mayEndInKin.test(folded) ? folded.replace(kinEnding, gluedKin) : folded;
}

function foldUncommon(lower: string): string {
  const composed = removeInvisible(lower).normalize('NFC').replaceAll('ё', 'е').replace(unspoken, '');
  return unifyScripts(composed.replace(word, lettersForDigits)).replace(separators, ' ').trim();
}

/** Zero and three inside a Cyrillic word are the letters they look like; a number standing alone stays a number. */
function lettersForDigits(text: string): string {
  return cyrillic.test(text) ? text.replaceAll('0', 'о').replaceAll('3', 'з') : text;
}

function gluedKin(_match: string, _before: string, kin: string): string {
  return kinSpellings.get(kin) ?? kin;
}

/** A Latin letter or digit (3, 0) standing inside a Cyrillic word, with its place in the text (from 0). */
export interface MixedScript {
  readonly index: number;
  readonly char: string;
}

/** All Latin letters, and digits that pass for letters, in words that also hold Cyrillic letters. */
export function findMixedScript(text: string): MixedScript[] {
  return onlyCyrillic.test(text) ? [] : [...text.matchAll(word)].flatMap(foreignLetters);
}

function foreignLetters(match: RegExpMatchArray): MixedScript[] {
  const start = match.index ?? 0;
  if (!cyrillic.test(match[0])) return [];
  return Array.from(match[0].matchAll(/[A-Za-z03]/g), (found) => ({ index: start + found.index, char: found[0] }));
}

const spaceAroundHyphen = / ?[\u2010-\u2015\u2212-] ?/g;
const strayEdges = /^[\s,;.-]+|[\s,;-]+$/g;
const initialsTogether = /(?<=(?:^|[\s.])\p{L}\.)(?=\p{L})/gu;
const nameWord = /[^\s-]+/g;

/**
 * A name for showing: composed letters, single spaces, no invisible characters, no spaces around a hyphen. Case and ё
 * stay as typed, except that ALL CAPITALS and all lower case become Capitalised; «оглы» and the like are in lower case.
 */
export function normaliseNamePart(text: string): string {
  const clean = removeInvisible(text)
    .normalize('NFC')
    .replace(spaces, ' ')
    .replace(spaceAroundHyphen, '-')
    .replace(strayEdges, '')
    .replace(initialsTogether, ' ');
  const oneCase = clean === clean.toUpperCase() || clean === clean.toLowerCase();
  return clean.replace(nameWord, oneCase ? capitalise : lowerKin);
}

function lowerKin(text: string): string {
  return isKinWord(text) ? text.toLowerCase() : text;
}

function capitalise(text: string): string {
  const lower = text.toLowerCase();
  if (kinSpellings.has(lower)) return lower;
  const start = /^\p{L}['’ʼ]/u.test(lower) ? 3 : 1;
  return text.slice(0, start).toUpperCase() + lower.slice(start);
}

/** Equal for names that differ only in spelling (ё, case, hyphens, look-alikes): `иванова|анна|петровна`. */
export function nameKey(name: PersonName): string {
  return `${foldName(name.surname)}|${foldName(name.firstName)}|${foldName(name.patronymic)}`;
}

/**
 * Reads a full name from one cell. Without `order` the patronymic's place decides, then the endings, then the custom of
 * school lists: surname first. A lone word is a surname.
 */
export function parseFullName(text: string, order?: NameOrder): PersonName {
  const words = nameUnits(text);
  const [surname = '', firstName = '', ...rest] = words;
  if (words.length < 2) return { surname, firstName, patronymic: '' };
  if (order === 'first-surname') return firstNameLeads(words);
  if (order === 'surname-first') return { surname, firstName, patronymic: rest.join(' ') };
  return words.length === 2 ? fromTwo(surname, firstName) : fromMany(words);
}

/** Reads «Анна Петровна»: what looks like a patronymic and stands last is one, otherwise all but the first word. */
export function parseFirstAndPatronymic(text: string): FirstAndPatronymic {
  const words = nameUnits(text);
  const last = words.length - 1;
  const from = last > 0 && looksLikePatronymic(words[last] ?? '') ? last : 1;
  return { firstName: words.slice(0, from).join(' '), patronymic: words.slice(from).join(' ') };
}

/** Words of a name, with «оглы» and the like kept beside the word before it. */
function nameUnits(text: string): string[] {
  const units: string[] = [];
  for (const word of normaliseNamePart(text.replaceAll(',', ' ')).split(' ')) {
    const part = word === word.toUpperCase() ? normaliseNamePart(word) : word;
    if (units.length > 0 && isKinWord(part)) units.push(`${units.pop()} ${part}`);
    else if (part !== '') units.push(part);
  }
  return units;
}

function firstNameLeads(words: readonly string[]): PersonName {
  const surname = words.at(-1) ?? '';
  return { surname, firstName: words[0] ?? '', patronymic: words.slice(1, -1).join(' ') };
}

function fromTwo(one: string, two: string): PersonName {
  if (isSurelyPatronymic(foldName(two)) && !looksLikeSurname(one))
    return { surname: '', firstName: one, patronymic: two };
  const swapped = isInitial(one) || ((looksLikeSurname(two) || looksLikePatronymic(two)) && !looksLikeSurname(one));
  return swapped && !isInitial(two)
    ? { surname: two, firstName: one, patronymic: '' }
    : { surname: one, firstName: two, patronymic: '' };
}

function fromMany(words: readonly string[]): PersonName {
  const last = words.length - 1;
  const [one = '', two = ''] = words;
  if (isInitial(one) || patronymicBeforeLast(words)) return firstNameLeads(words);
  if (!looksLikePatronymic(words[last] ?? '')) {
    return { surname: one, firstName: two, patronymic: words.slice(2).join(' ') };
  }
  const first = last > 2 && looksLikeSurname(two) ? 2 : 1;
  return {
    surname: words.slice(0, first).join(' '),
    firstName: words.slice(first, last).join(' '),
    patronymic: words[last] ?? '',
  };
}

/** «Роман Аркадьевич Абрамович»: a patronymic second to last, and nothing like one before it. */
function patronymicBeforeLast(words: readonly string[]): boolean {
  const place = words.length - 2;
  return looksLikePatronymic(words[place] ?? '') && !words.slice(0, place).some(looksLikePatronymic);
}

function isInitial(word: string): boolean {
  return /^\p{L}\.$/u.test(word);
}

/** «Иванова Анна Петровна». */
export function formatFullName(name: PersonName): string {
  return [name.surname, name.firstName, name.patronymic].filter((part) => part !== '').join(' ');
}

/** «Иванова А. П.»; without a surname the first name stays whole. */
export function formatShortName(name: PersonName): string {
  if (name.surname === '') return formatFullName(name);
  return [name.surname, initial(name.firstName), initial(name.patronymic)].filter((part) => part !== '').join(' ');
}

/** «А.», or «А.-М.» for a hyphenated first name. */
function initial(part: string): string {
  const [word = ''] = part.split(' ');
  const letters = word.split('-').flatMap((piece) => (piece === '' || isKinWord(piece) ? [] : [...piece].slice(0, 1)));
  return letters.map((letter) => `${letter}.`).join('-');
}

/** True for a word that can be a patronymic: -ович, -евна, «Ильич», «Никитична», -оглы, -кызы, -улы. */
export function looksLikePatronymic(word: string): boolean {
  return hasPatronymicEnding(foldName(word));
}

function looksLikeSurname(word: string): boolean {
  return hasSurnameEnding(foldName(word));
}

/** Sex as far as the patronymic, else the surname, tells it; undefined when they do not. */
export function guessSex(name: PersonName): 'male' | 'female' | undefined {
  return sexByEndings(foldName(name.patronymic), foldName(name.surname));
}
