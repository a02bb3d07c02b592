import { foldedName } from './evidence.ts';
import type { KnownPeople, KnownPupil } from './known-people.ts';
import { addTo, createMultiMap, type MultiMap, under } from './multi-map.ts';

/** Finds known pupils by parts of what is known of them. Names are folded, words of a double surname in order. */
export interface PupilIndex {
  readonly byName: (surname: string, firstName: string) => readonly number[];
  readonly byFirstNameAndBirth: (firstName: string, birthDate: string) => readonly number[];
  readonly bySurnameAndBirth: (surname: string, birthDate: string) => readonly number[];
  readonly bySnils: (digits: string) => readonly number[];
}

/** Every part is made when it is first asked: a file with logins needs none of them. */
export function pupilIndex(people: KnownPeople): PupilIndex {
  const names = later(people, addNames);
  const firstNames = later(people, addFirstNames);
  const surnames = later(people, addSurnames);
  const snils = later(people, addSnils);
  return {
    byName: (surname, firstName) => under(names(), `${surname}|${firstName}`),
    byFirstNameAndBirth: (firstName, birthDate) => under(firstNames(), `${firstName}|${birthDate}`),
    bySurnameAndBirth: (surname, birthDate) => under(surnames(), `${surname}|${birthDate}`),
    bySnils: (digits) => under(snils(), digits),
  };
}

function later({ pupils }: KnownPeople, add: (map: MultiMap, pupil: KnownPupil) => void): () => MultiMap {
  let made: MultiMap | undefined;
  return () => {
    if (made !== undefined) return made;
    made = createMultiMap();
    for (const pupil of pupils.values()) add(made, pupil);
    return made;
  };
}

function addNames(map: MultiMap, { id, nameKey, formerSurnames }: KnownPupil): void {
  const { surname, firstName } = foldedName(nameKey);
  addTo(map, `${surname}|${firstName}`, id);
  for (const former of formerSurnames) addTo(map, `${former}|${firstName}`, id);
}

function addFirstNames(map: MultiMap, { id, nameKey, birthDate }: KnownPupil): void {
  if (birthDate !== undefined) addTo(map, `${foldedName(nameKey).firstName}|${birthDate}`, id);
}

function addSurnames(map: MultiMap, { id, nameKey, birthDate, formerSurnames }: KnownPupil): void {
  if (birthDate === undefined) return;
  for (const surname of [foldedName(nameKey).surname, ...formerSurnames]) addTo(map, `${surname}|${birthDate}`, id);
}

function addSnils(map: MultiMap, { id, contacts }: KnownPupil): void {
  for (const { kind, key, checked } of contacts) if (kind === 'snils' && checked !== 'warning') addTo(map, key, id);
}
