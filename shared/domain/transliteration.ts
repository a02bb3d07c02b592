/**
 * `icao-9303`: as in Russian passports today. `gost-7.79-b`: GOST 7.79-2000, system B, with its backticks.
 * `mvd-310`: as in passports under the ministry's order 310 of 1997.
 */
export type TransliterationStandard = 'icao-9303' | 'gost-7.79-b' | 'mvd-310';

const shared =
  'а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f ч ch ш sh ы y э e ' +
  // Ukrainian and Belarusian letters, then Kazakh and Tatar ones, which the standards leave to the nearest Latin letter.
  'і i ї i є ie ґ g ў u ә a ғ g җ zh қ k ң n ө o ұ u ү u һ h';

const tables: Readonly<Record<TransliterationStandard, ReadonlyMap<string, string>>> = {
  'icao-9303': table('ё e й i х kh ц ts щ shch ъ ie ь _ ю iu я ia'),
  'gost-7.79-b': table('ё yo й j х x ц cz щ shh ъ `` ы y` ь ` э e` ю yu я ya'),
  'mvd-310': table('ё e й y х kh ц ts щ shch ъ _ ь _ ю yu я ya ье ye ъе ye ьё ye ъё ye'),
};

/** Pairs of a Cyrillic letter and its Latin letters, with `_` for none. */
function table(own: string): ReadonlyMap<string, string> {
  const words = `${shared} ${own}`.split(' ');
  const pairs = words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : []));
  return new Map(pairs.map(([from, to]) => [from, to === '_' ? '' : to]));
}

const cyrillicLetter = /[ьъ][её]|\p{Script=Cyrillic}/giu;

/**
 * Cyrillic text in Latin letters by the standard named, capitals kept («Щукин» gives `Shchukin`, «ЩУКИН» `SHCHUKIN`).
 * Other characters stay. In order 310 hard and soft signs are left out, and «ье» is `ye`.
 */
export function transliterate(text: string, standard: TransliterationStandard): string {
  const letters = tables[standard];
  return text.normalize('NFC').replace(cyrillicLetter, (found: string, index: number, whole: string) => {
    const next = whole.charAt(index + found.length);
    const latin =
      letters.get(found.toLowerCase()) ?? [...found].map((char) => letters.get(char.toLowerCase()) ?? char).join('');
    return recase(latin === 'cz' && softens(next) ? 'c' : latin, found, whole.charAt(index - 1), next);
  });
}

/** System B writes «ц» as c before i, e, y, j and as cz elsewhere. */
function softens(next: string): boolean {
  return /[иеёыэюяй]/i.test(next);
}

function recase(latin: string, found: string, before: string, next: string): string {
  if (!/\p{Lu}/u.test(found)) return latin;
  const amongCapitals = isCapital(next) || (!isSmall(next) && isCapital(before));
  return amongCapitals ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

function isSmall(char: string): boolean {
  return char !== char.toUpperCase();
}
