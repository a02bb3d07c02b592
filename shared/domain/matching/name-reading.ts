import type { PersonName } from '../person-name.ts';
import { type Dictionary, schoolCount } from './dictionary.ts';
import { type FoldedName, foldedName } from './evidence.ts';
import { inCyrillic, isLatin, latinSkeleton, onRussianKeys } from './latin-words.ts';

/** How a name had to be read to be understood. */
export const nameReadings = ['as-written', 'order', 'layout', 'transliterated'] as const;

export type NameReading = (typeof nameReadings)[number];

/** Names of the school by their place: surnames, first names, patronymics. */
export interface NameWords {
  readonly surname: Dictionary;
  readonly firstName: Dictionary;
  readonly patronymic: Dictionary;
}

export type NamePart = keyof NameWords;

const parts = ['surname', 'firstName', 'patronymic'] as const;

/** A name in parts as they are compared, and how it was read. */
export interface ReadName extends FoldedName {
  readonly reading: NameReading;
}

/** Reads names of the portal by the school's own words. */
export type NameReader = (name: PersonName, nameKey: string) => ReadName;

/**
 * A name whose words the school does not know is tried on the other keyboard, then from Latin letters, then in another
 * order. What does not become a known word stays as near to what was written as can be.
 */
export function nameReader(words: NameWords): NameReader {
  let known: ReadonlyMap<string, string> | undefined;
  return (name, nameKey) => {
    const folded = foldedName(nameKey);
    if (!isLatin(nameKey)) return inOrder(words, folded);
    const typed = eachPart((part) => onRussianKeys(name[part]));
    if (knownParts(words, typed) > 0) return { ...inOrder(words, typed), reading: 'layout' };
    known ??= skeletonsOf(words);
    const skeletons = known;
    const meant = eachPart((part) => fromLatin(folded[part], part, skeletons));
    return { ...inOrder(words, meant), reading: 'transliterated' };
  };
}

/** The word of the school that is written so in Latin letters, of the same place in the name if there is one. */
function fromLatin(word: string, part: NamePart, skeletons: ReadonlyMap<string, string>): string {
  if (!isLatin(word)) return word;
  const skeleton = latinSkeleton(word);
  return skeletons.get(`${part} ${skeleton}`) ?? skeletons.get(skeleton) ?? inCyrillic(word);
}

function eachPart(make: (part: NamePart) => string): FoldedName {
  return { surname: make('surname'), firstName: make('firstName'), patronymic: make('patronymic') };
}

function knownParts(words: NameWords, name: FoldedName): number {
  return parts.filter((part) => name[part] !== '' && schoolCount(words[part], name[part]) > 0).length;
}

/** The school's commonest word for every Latin spelling, by place in the name and for any place. */
function skeletonsOf(words: NameWords): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const common = new Map<string, number>();
  for (const part of parts) {
    const { texts, counts } = words[part];
    for (const [number, text] of texts.entries()) {
      const [skeleton, count] = [latinSkeleton(text), counts[0][number] ?? 0];
      for (const key of [skeleton, `${part} ${skeleton}`]) {
        if (count <= (common.get(key) ?? 0)) continue;
        common.set(key, count);
        found.set(key, text);
      }
    }
  }
  return found;
}

const orders: readonly (readonly [NamePart, NamePart, NamePart])[] = [
  ['firstName', 'surname', 'patronymic'],
  ['patronymic', 'surname', 'firstName'],
  ['firstName', 'patronymic', 'surname'],
];

/** Evidence, in powers of e, that it takes to read the words of a name in another order. */
const leastGain = 3;

function inOrder(words: NameWords, name: FoldedName): ReadName {
  if (isPlain(words, name)) return { ...name, reading: 'as-written' };
  const written = likelihood(words, name);
  let best: { readonly name: FoldedName; readonly gain: number } | undefined;
  for (const [surname, firstName, patronymic] of orders) {
    const other = { surname: name[surname], firstName: name[firstName], patronymic: name[patronymic] };
    const gain = likelihood(words, other) - written;
    if (gain >= leastGain && gain > (best?.gain ?? 0)) best = { name: other, gain };
  }
  return best === undefined ? { ...name, reading: 'as-written' } : { ...best.name, reading: 'order' };
}

/** The first name stands where first names do: the usual case, not looked at any closer. */
function isPlain({ firstName, surname }: NameWords, name: FoldedName): boolean {
  const known = schoolCount(firstName, name.firstName);
  return known > 0 && known >= schoolCount(surname, name.firstName);
}

function likelihood(words: NameWords, name: FoldedName): number {
  let sum = 0;
  for (const part of parts) {
    if (name[part] !== '') sum += Math.log(schoolCount(words[part], name[part]) + 0.1);
  }
  return sum;
}
