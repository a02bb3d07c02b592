import { foldName } from '../person-name.ts';
import { transliterate } from '../transliteration.ts';

const latin = /[a-z]/;
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const keyboard = new Map([...latinKeys].map((key, index) => [key, russianKeys[index] ?? key]));

/** True for a folded word with Latin letters. */
export function isLatin(folded: string): boolean {
  return latin.test(folded);
}

/** A word typed with the Latin keyboard switched on by mistake, as it was meant and folded: `Bdfyjdf` gives `иванова`. */
export function onRussianKeys(text: string): string {
  return foldName([...text.toLowerCase()].map((char) => keyboard.get(char) ?? char).join(''));
}

const alike: readonly (readonly [RegExp, string])[] = [
  [/[`'"ʹʺ]/g, ''],
  [/shch|shh|sch|sh/g, 's'],
  [/tch|ch|cz|ts|tc|tz/g, 'c'],
  [/zh/g, 'z'],
  [/kh|x/g, 'h'],
  [/[yji]+[aа]/g, 'a'],
  [/[yji]+u/g, 'u'],
  [/[yji]+[eo]/g, 'e'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/i+$/g, 'i'],
];

/** What all Latin spellings of one Russian word have in common: `иулия`, `Iuliia`, `Yuliya` and `Julia` give `ula`. */
export function latinSkeleton(folded: string): string {
  const letters = isLatin(folded) ? folded : transliterate(folded, 'icao-9303').toLowerCase();
  return alike.reduce((text, [from, to]) => text.replace(from, to), letters);
}
