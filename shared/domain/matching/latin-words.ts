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

const cyrillicFor: readonly (readonly [RegExp, string])[] = Object.entries({
  'shch|shh': 'щ',
  'sch|sh': 'ш',
  'tch|ch': 'ч',
  'ts|tc|cz': 'ц',
  zh: 'ж',
  kh: 'х',
  'iu|yu|ju': 'ю',
  'ia|ya|ja': 'я',
  'yo|jo': 'е',
  ye: 'е',
}).map(([latinLetters, letter]) => [new RegExp(latinLetters, 'g'), letter]);
const oneForOne = new Map(
  [...'abvgdezijklmnoprstufhcyxwq'].map((char, index) => [char, 'абвгдезийклмнопрстуфхцыхвк'[index] ?? char]),
);

/** A word in Latin letters as it may have been in Russian, near enough to be compared: `aleskandr` gives `алескандр`. */
export function inCyrillic(folded: string): string {
  const pairs = cyrillicFor.reduce((text, [from, to]) => text.replace(from, to), folded.replace(/(?<=[iy])i$|y$/, 'й'));
  return [...pairs].map((char) => oneForOne.get(char) ?? char).join('');
}
