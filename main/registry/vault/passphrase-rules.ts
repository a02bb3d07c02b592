import type { RefusalReason } from '../../../shared/contract/base.ts';
import { refuse } from '../refuse.ts';

/** NIST SP 800-63B-4 asks 15 characters of a passphrase that is the only factor, and no composition rules. */
const leastLength = 15;

/** How many characters must remain when everything predictable is taken away. */
const leastSurprise = 8;

const keyboardRows = [
  'qwertyuiop[]',
  'asdfghjkl',
  'zxcvbnm,.',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'ё1234567890-=',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  '1q2w3e4r5t6y7u8i9o0p',
  '1й2ц3у4к5е6н7г8ш9щ0з',
];

const guessableWords = [
  'пароль',
  'парольнаяфраза',
  'password',
  'passphrase',
  'passw0rd',
  'gfhjkm',
  'школа',
  'school',
  'лицей',
  'гимназия',
  'электронный',
  'дневник',
  'реестр',
  'dnevnik',
  'diary',
  'desk',
  'администратор',
  'administrator',
  'admin',
  'директор',
  'учитель',
  'секретарь',
  'letmein',
  'welcome',
  'iloveyou',
  'длинный',
  'секрет',
  'secret',
];

const shortestRun = 4;

/** Why a new passphrase is refused; undefined when it is good. What is known about the school counts as predictable. */
export function refusalOfPassphrase(passphrase: string, known: readonly string[]): RefusalReason | undefined {
  if ([...passphrase.normalize('NFKC')].length < leastLength) return 'passphrase-too-short';
  return surpriseOf(passphrase, known) < leastSurprise ? 'passphrase-too-common' : undefined;
}

/** Throws that refusal. */
export function assertGoodPassphrase(passphrase: string, known: readonly string[]): void {
  const reason = refusalOfPassphrase(passphrase, known);
  if (reason) throw refuse(reason);
}

/** Length of what is left without known words, keyboard runs and repetition. */
function surpriseOf(passphrase: string, known: readonly string[]): number {
  const text = folded(passphrase);
  const words = [...known.map(folded), ...known.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u).map(folded))]
    .concat(guessableWords)
    .filter((word) => word.length >= shortestRun)
    .sort((a, b) => b.length - a.length);
  const rest = withoutRuns(words.reduce((left, word) => left.replaceAll(word, ''), text));
  return Math.min(shortestPeriod(rest), new Set(rest).size * 2);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Takes away four and more neighbouring keys or letters of the alphabet, in either direction. */
function withoutRuns(text: string): string {
  const rows = keyboardRows.flatMap((row) => [folded(row), [...folded(row)].reverse().join('')]);
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const run = longestRun(text.slice(at), rows);
    if (run < shortestRun) rest += text[at];
    at += run < shortestRun ? 1 : run;
  }
  return rest;
}

function longestRun(text: string, rows: readonly string[]): number {
  let length = 0;
  while (length < text.length && rows.some((row) => row.includes(text.slice(0, length + 1)))) length += 1;
  return length;
}

/** Length of the piece that the text repeats (`абвабваб`: 3); its whole length when it does not repeat. */
function shortestPeriod(text: string): number {
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (text.slice(period) === text.slice(0, text.length - period)) return period;
  }
  return text.length;
}
