import type { PortalPerson } from '../portal-people.ts';
import type { SchoolPerson } from '../reconcile-people.ts';
import { createDictionary, type Dictionary, numberOf } from './dictionary.ts';
import { foldedName } from './evidence.ts';
import { firstNameHead } from './first-names.ts';
import { type IntLists, packLists } from './int-lists.ts';
import { type NameReading, type NameWords, nameReader, nameReadings, type ReadName } from './name-reading.ts';

/** The texts of both sides by kind. First names stand under the form that stands for all their forms. */
export interface Texts extends NameWords {
  readonly phone: Dictionary;
  readonly email: Dictionary;
  readonly snils: Dictionary;
  readonly birthDate: Dictionary;
  readonly classKey: Dictionary;
  readonly code: Dictionary;
}

/** The people of one side as numbers, person by person; 0 where nothing is known. */
export interface Columns {
  readonly size: number;
  /** 0 pupil, 1 guardian. */
  readonly kind: Uint8Array;
  readonly reading: Uint8Array;
  readonly surname: Int32Array;
  readonly firstName: Int32Array;
  readonly patronymic: Int32Array;
  readonly birthDate: Int32Array;
  readonly classKey: Int32Array;
  readonly snils: Int32Array;
  readonly phones: IntLists;
  readonly emails: IntLists;
  readonly formerPhones: IntLists;
  readonly formerEmails: IntLists;
  readonly codes: IntLists;
  readonly formerSurnames: IntLists;
  /** Places of the family on the same side. */
  readonly kin: IntLists;
}

export function createTexts(): Texts {
  return {
    ...{ surname: createDictionary(), firstName: createDictionary(), patronymic: createDictionary() },
    ...{ phone: createDictionary(), email: createDictionary(), snils: createDictionary() },
    ...{ birthDate: createDictionary(), classKey: createDictionary(), code: createDictionary() },
  };
}

/** Texts of the school that is, and of the portal that is compared with it. */
export type Side = 0 | 1;

interface Filling {
  readonly texts: Texts;
  readonly side: Side;
  readonly columns: Record<'surname' | 'firstName' | 'patronymic' | 'birthDate' | 'classKey' | 'snils', Int32Array>;
  readonly kind: Uint8Array;
  readonly reading: Uint8Array;
  readonly lists: Record<
    'phones' | 'emails' | 'formerPhones' | 'formerEmails' | 'codes' | 'formerSurnames',
    number[][]
  >;
}

const piece = 500;

/** The school's people as numbers. Yields how many are done. */
export function* schoolColumns(people: readonly SchoolPerson[], texts: Texts): Generator<number, Columns> {
  const filling = startFilling(people.length, texts, 0);
  const places = new Map(people.map(({ id }, place) => [id, place]));
  const kin: number[][] = [];
  for (const [index, person] of people.entries()) {
    fillPerson(filling, index, person, { ...foldedName(person.nameKey), reading: 'as-written' });
    fillHistory(filling, index, person);
    kin.push(person.kin.flatMap((id) => places.get(id) ?? []));
    if (index % piece === 0) yield index;
  }
  return finish(filling, kin);
}

/** The portal's people as numbers, their names read by the school's words. Yields how many are done. */
export function* portalColumns(people: readonly PortalPerson[], texts: Texts): Generator<number, Columns> {
  const filling = startFilling(people.length, texts, 1);
  const read = nameReader(texts);
  for (const [index, person] of people.entries()) {
    fillPerson(filling, index, person, read(person.name, person.nameKey));
    if (index % piece === 0) yield index;
  }
  return finish(
    filling,
    people.map(({ kin }) => kin),
  );
}

function startFilling(size: number, texts: Texts, side: Side): Filling {
  const ints = () => new Int32Array(size);
  const lists = (): number[][] => Array.from({ length: size }, () => none);
  return {
    ...{ texts, side, kind: new Uint8Array(size), reading: new Uint8Array(size) },
    columns: {
      ...{ surname: ints(), firstName: ints(), patronymic: ints() },
      ...{ birthDate: ints(), classKey: ints(), snils: ints() },
    },
    lists: {
      ...{ phones: lists(), emails: lists(), formerPhones: lists(), formerEmails: lists() },
      ...{ codes: lists(), formerSurnames: lists() },
    },
  };
}

const none: number[] = [];
const readingNumbers = new Map<NameReading, number>(nameReadings.map((reading, number) => [reading, number]));

function fillPerson(
  { texts, side, columns, kind, reading, lists }: Filling,
  index: number,
  person: Common,
  name: ReadName,
) {
  kind[index] = person.kind === 'pupil' ? 0 : 1;
  reading[index] = readingNumbers.get(name.reading) ?? 0;
  columns.surname[index] = numberOf(texts.surname, name.surname, side);
  columns.firstName[index] = numberOf(texts.firstName, firstNameHead(name.firstName), side);
  columns.patronymic[index] = numberOf(texts.patronymic, name.patronymic, side);
  columns.birthDate[index] = numberOf(texts.birthDate, person.birthDate ?? '', side);
  columns.classKey[index] = numberOf(texts.classKey, person.classKey, side);
  for (const contact of person.contacts) {
    if (contact.kind === 'snils') columns.snils[index] = numberOf(texts.snils, contact.key, side);
    else
      put(
        contact.kind === 'phone' ? lists.phones : lists.emails,
        index,
        numberOf(texts[contact.kind], contact.key, side),
      );
  }
  for (const code of person.codes) put(lists.codes, index, numberOf(texts.code, `${code.kind} ${code.key}`, side));
}

type Common = Pick<PortalPerson, 'kind' | 'birthDate' | 'classKey' | 'contacts' | 'codes'>;

function fillHistory({ texts, side, lists }: Filling, index: number, person: SchoolPerson): void {
  for (const { kind, key } of person.formerContacts) {
    if (kind === 'snils') continue;
    put(kind === 'phone' ? lists.formerPhones : lists.formerEmails, index, numberOf(texts[kind], key, side));
  }
  for (const surname of person.formerSurnames) put(lists.formerSurnames, index, numberOf(texts.surname, surname, side));
}

function put(lists: number[][], index: number, number: number): void {
  const list = lists[index];
  if (list === undefined || list.length === 0) lists[index] = [number];
  else list.push(number);
}

function finish({ columns, kind, reading, lists }: Filling, kin: readonly (readonly number[])[]): Columns {
  return {
    ...{ size: kind.length, kind, reading, ...columns },
    phones: packLists(lists.phones),
    emails: packLists(lists.emails),
    formerPhones: packLists(lists.formerPhones),
    formerEmails: packLists(lists.formerEmails),
    codes: packLists(lists.codes),
    formerSurnames: packLists(lists.formerSurnames),
    kin: packLists(kin),
  };
}
