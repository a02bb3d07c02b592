import { parseClassName } from '../domain/class-name.ts';
import { checkEmail } from '../domain/email.ts';
import { hasSurnameEnding } from '../domain/name-endings.ts';
import { foldName, looksLikePatronymic } from '../domain/person-name.ts';
import { parsePhone } from '../domain/phone.ts';
import { checkSnils } from '../domain/snils.ts';

/** What the values of a column are, as far as they tell by themselves. */
export type ColumnContent =
  | 'snils'
  | 'email'
  | 'externalId'
  | 'birthDate'
  | 'sex'
  | 'className'
  | 'phone'
  | 'relation'
  | 'role'
  | 'patronymic'
  | 'firstAndPatronymic'
  | 'fullName'
  | 'surname'
  | 'firstName';

/** A column is of a kind when at least this part of its values is. */
const ENOUGH = 0.7;

const GUID = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;
const DATE = /^(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?:[ T].*)?$/;
const SEX = /^(?:м|ж|m|f|муж|жен|мужской|женский|мальчик|девочка|male|female)\.?$/i;
const RELATION =
  /^(?:мать|отец|мама|папа|опекун|попечитель|законный представитель|представитель|родитель|бабушка|дедушка|mother|father|guardian)$/i;
const ROLE = /^(?:ученик|учащийся|учитель|student|teacher|pupil)$/i;
const SNILS = /^(?:\d{3}[- ]\d{3}[- ]\d{3}[- ]\d{2}|\d{11})$/;
const PHONE = /^[+(]?\d[\d\s()+-]{8,}/;
const NAME_WORD = /^\p{Lu}[\p{L}'’-]*$/u;

/** In the order in which they are tried: what is harder to meet by chance comes first. */
const TESTS: readonly (readonly [ColumnContent, (value: string) => boolean])[] = [
  ['snils', (value) => SNILS.test(value) && checkSnils(value).kind === 'ok'],
  ['email', (value) => value.includes('@') && ['ok', 'filler'].includes(checkEmail(value).kind)],
  ['externalId', (value) => GUID.test(value)],
  ['birthDate', (value) => DATE.test(value)],
  ['sex', (value) => SEX.test(value)],
  ['className', isClass],
  ['phone', (value) => PHONE.test(value) && (parsePhone(value)?.kind ?? 'invalid') !== 'invalid'],
  ['relation', (value) => RELATION.test(value)],
  ['role', (value) => ROLE.test(value)],
  ['patronymic', (value) => isOneName(value) && looksLikePatronymic(value)],
  ['firstAndPatronymic', isFirstAndPatronymic],
  ['fullName', (value) => isName(value) && wordsOf(value).length > 1],
  ['surname', (value) => isName(value) && hasSurnameEnding(foldName(value))],
  ['firstName', isName],
];

/** What most of the values are, or undefined when they are nothing in particular. Blank values must be left out. */
export function contentOfColumn(values: readonly string[]): ColumnContent | undefined {
  if (values.length === 0) return undefined;
  return TESTS.find(([, test]) => values.filter(test).length >= values.length * ENOUGH)?.[0];
}

/** True for a column of single words that can be parts of names. Blank values must be left out. */
export function isNameColumn(values: readonly string[]): boolean {
  const content = contentOfColumn(values);
  if (content !== 'surname' && content !== 'firstName' && content !== 'patronymic') return false;
  return values.filter(isOneName).length >= values.length * ENOUGH;
}

/** One word, or one with «оглы» or «кызы» apart. */
function isOneName(value: string): boolean {
  return wordsOf(foldName(value)).length === 1;
}

function isClass(value: string): boolean {
  const parsed = parseClassName(value);
  return parsed.kind === 'class' && parsed.letter !== '';
}

function isFirstAndPatronymic(value: string): boolean {
  const words = wordsOf(value);
  return words.length === 2 && isName(value) && looksLikePatronymic(words[1] ?? '');
}

function isName(value: string): boolean {
  const [first, ...others] = wordsOf(value);
  return first !== undefined && others.length < 4 && NAME_WORD.test(first) && others.every(isLetters);
}

function isLetters(word: string): boolean {
  return /^[\p{L}'’.-]+$/u.test(word);
}

function wordsOf(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}
