import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A phone number. `e164` is `+79261234567`; of an invalid number it holds the digits as typed (with + only when typed),
 * so that it is shown and compared but never dialled.
 */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline' | 'other' | 'invalid';
}

/** One number of a cell that may hold several, with the words that stand beside it («мама»). */
export interface LabelledPhone extends Phone {
  readonly raw: string;
  readonly label: string;
}

const russianMobile =
  /^[\s'(]*(?:\+?[78])?[\s(\u2010-\u2015-]*(9\d\d)[\s)\u2010-\u2015-]*(\d{3})[\s.\u2010-\u2015-]*(\d{2})[\s.\u2010-\u2015-]*(\d{2})\s*$/;
const numberRun = /\+?\d[\d\s().\u2010-\u2015-]*/g;
/** A longer cell is not one of phone numbers; only its beginning is read. */
const longestCell = 500;
const notDigits = /\D+/g;

/**
 * Reads the first phone number in a text; undefined when there is none. Ten digits count as Russian only when they start
 * with 9, since a landline or a number that lost a digit would become somebody else's. `8701…` is Kazakhstan.
 */
export function parsePhone(text: string): Phone | undefined {
  const mobile = russianMobile.exec(text.slice(0, longestCell));
  if (mobile !== null) return { e164: `+7${mobile[1]}${mobile[2]}${mobile[3]}${mobile[4]}`, kind: 'mobile' };
  const ascii = text.slice(0, longestCell).normalize('NFKC');
  const run = ascii.match(numberRun)?.find(isLongEnough);
  return run === undefined ? undefined : parseRun(run);
}

function isLongEnough(run: string): boolean {
  return digitsOf(run).length >= 5;
}

function digitsOf(text: string): string {
  return text.replace(notDigits, '');
}

/** `run` is one number: digits, spaces and signs, + only in front. */
function parseRun(run: string): Phone {
  const digits = digitsOf(run);
  const plus = run.startsWith('+');
  if (/^(?:[78]?9\d{9})$/.test(digits)) return { e164: `+7${digits.slice(-10)}`, kind: 'mobile' };
  return parseByPlan(digits, plus) ?? { e164: plus ? `+${digits}` : digits, kind: 'invalid' };
}

/** By the numbering plans of all countries; without + an eleven-digit number is dialled from Russia. */
function parseByPlan(digits: string, plus: boolean): Phone | undefined {
  if (!plus && digits.length < 11) return undefined;
  const international = plus || !/^[78]/.test(digits);
  const parsed = parsePhoneNumberFromString(international ? `+${digits}` : digits, 'RU');
  if (parsed === undefined || !parsed.isValid()) return undefined;
  return { e164: parsed.number, kind: kindOf(parsed.getType()) };
}

function kindOf(type: string | undefined): Phone['kind'] {
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return 'mobile';
  return type === 'FIXED_LINE' ? 'landline' : 'other';
}

const plus = 43;
const zero = 48;
const nine = 57;
/** Signs that stand between the digits of one number: space, brackets, hyphen. */
const between = new Set([32, 40, 41, 45]);

/** A cell that is nothing but one Russian mobile number, in E.164; undefined for every other cell. */
export function quickMobile(cell: string): string | undefined {
  let digits = '';
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= zero && code <= nine) digits += cell[at];
    else if (!between.has(code) && !(code === plus && at === 0)) return undefined;
  }
  if (digits.length === 11 && (digits[0] === '7' || (digits[0] === '8' && cell[0] !== '+'))) digits = digits.slice(1);
  return digits.length === 10 && digits[0] === '9' && !(cell[0] === '+' && cell[1] === '9') ? `+7${digits}` : undefined;
}

/** All numbers of a cell such as «87772223344 мама, +7 (701) 333-44-55 папа». Numbers under five digits are words. */
export function splitPhones(cell: string): LabelledPhone[] {
  if (cell.length > longestCell) return splitPhones(cell.slice(0, longestCell));
  const mobile = russianMobile.test(cell) ? parsePhone(cell) : undefined;
  if (mobile !== undefined) return [{ ...mobile, raw: cell.trim(), label: '' }];
  return cell
    .normalize('NFKC')
    .split(/[,;|\n/]+/)
    .flatMap(phonesOfSegment);
}

interface Piece {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

function phonesOfSegment(segment: string): LabelledPhone[] {
  const pieces = [...segment.matchAll(numberRun)].flatMap(numbersOfRun);
  const before = pieces.map((piece, index) => words(segment.slice(pieces[index - 1]?.end ?? 0, piece.start)));
  const after = pieces.map((piece, index) => words(segment.slice(piece.end, pieces[index + 1]?.start)));
  const labels = before[0] === '' ? after : before;
  return pieces.map(({ raw }, index) => ({ ...parseRun(raw), raw, label: labels[index] ?? '' }));
}

/** A run may be two numbers with only a space between: cut it where a number of the usual length ends. */
function numbersOfRun(match: RegExpMatchArray): Piece[] {
  const [run] = match;
  if (!isLongEnough(run)) return [];
  let end = match.index ?? 0;
  return (digitsOf(run).length <= 15 ? [run] : cutAtSpaces(run)).map((raw) => {
    const start = end;
    end += raw.length;
    return { raw: raw.replace(/[\s.(\u2010-\u2015-]+$/, ''), start, end };
  });
}

function cutAtSpaces(run: string): string[] {
  const numbers: string[] = [];
  let current = '';
  for (const group of run.split(/(?<=\s)(?=\S)/)) {
    current += group;
    if (digitsOf(current).length < (digitsOf(current).startsWith('9') ? 10 : 11)) continue;
    numbers.push(current);
    current = '';
  }
  return current.trim() === '' ? numbers : [...numbers, current];
}

function words(text: string): string {
  return text.replace(/^[\s():.\u2010-\u2015-]+|[\s():\u2010-\u2015-]+$/g, '');
}

const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/;

/** For showing: `+7 926 123-45-67`; other countries in their own way; what is not a number unchanged. */
export function formatPhone(e164: string): string {
  if (russian.test(e164)) return e164.replace(russian, '+7 $1 $2-$3-$4');
  return e164.startsWith('+') ? (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164) : e164;
}
