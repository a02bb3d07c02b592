import type { PersonName } from '../person-name.ts';
import { type Dictionary, schoolCount } from './dictionary.ts';
import { type FoldedName, foldedName } from './evidence.ts';
import { firstNameHead } from './first-names.ts';
import { isLatin, latinSkeleton, onRussianKeys } from './latin-words.ts';

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
 * order. What does not become a known word stays as written.
 */
export function nameReader(words: NameWords): NameReader {
  let skeletons: Record<NamePart, ReadonlyMap<string, string>> | undefined;
  return (name, nameKey) => {
    const folded = foldedName(nameKey);
    if (!isLatin(nameKey)) return inOrder(words, folded);
    const typed = eachPart(folded, (part) => onRussianKeys(name[part]));
    if (knownParts(words, typed) > 0) return { ...inOrder(words, typed), reading: 'layout' };
    skeletons ??= eachPart(folded, (part) => skeletonsOf(words[part]));
    const known = skeletons;
    const meant = eachPart(folded, (part) => known[part].get(latinSkeleton(folded[part])) ?? folded[part]);
    return { ...meant, reading: 'transliterated' };
  };
}

function eachPart<Value>(_like: FoldedName, make: (part: NamePart) => Value): Record<NamePart, Value> {
  return { surname: make('surname'), firstName: make('firstName'), patronymic: make('patronymic') };
}

function knownParts(words: NameWords, name: FoldedName): number {
  return parts.filter((part) => name[part] !== '' && schoolCount(words[part], name[part]) > 0).length;
}

function skeletonsOf({ texts, counts }: Dictionary): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const common = new Map<string, number>();
  for (const [number, text] of texts.entries()) {
    const [skeleton, count] = [latinSkeleton(text), counts[0][number] ?? 0];
    if (count <= (common.get(skeleton) ?? 0)) continue;
    common.set(skeleton, count);
    found.set(skeleton, text);
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
  const known = schoolCount(firstName, firstNameHead(name.firstName));
  return known > 0 && known >= schoolCount(surname, name.firstName);
}

function likelihood(words: NameWords, name: FoldedName): number {
  let sum = 0;
  for (const part of parts) {
    const word = part === 'firstName' ? firstNameHead(name.firstName) : name[part];
    if (word !== '') sum += Math.log(schoolCount(words[part], word) + 0.1);
  }
  return sum;
}
