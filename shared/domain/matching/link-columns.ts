import type { PortalPerson } from '../portal-people.ts';
import type { SchoolPerson } from '../reconcile-people.ts';
import { createDictionary, type Dictionary, numberOf, placeOf } from './dictionary.ts';
import { foldedName } from './evidence.ts';
import { firstNameHead } from './first-names.ts';
import { buildLists, closeList, type IntLists, type ListBuilder, putItem } from './int-lists.ts';
import { type NameReading, type NameWords, nameReader, nameReadings, type ReadName } from './name-reading.ts';

/** The texts of both sides by kind. */
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
  /** The first name that stands for all forms of it. */
  readonly firstNameHead: Int32Array;
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

const oneEach = ['surname', 'firstName', 'firstNameHead', 'patronymic', 'birthDate', 'classKey', 'snils'] as const;
const several = ['phones', 'emails', 'formerPhones', 'formerEmails', 'codes', 'formerSurnames', 'kin'] as const;

interface Filling {
  readonly texts: Texts;
  readonly side: Side;
  readonly kind: Uint8Array;
  readonly reading: Uint8Array;
  readonly columns: Record<(typeof oneEach)[number], Int32Array>;
  readonly lists: Record<(typeof several)[number], ListBuilder>;
}

const piece = 500;

/** The school's people as numbers. Yields how many are done. */
export function* schoolColumns(people: readonly SchoolPerson[], texts: Texts): Generator<number, Columns> {
  const filling = startFilling(people.length, texts, 0);
  const places = new Map(people.map(({ id }, place) => [id, place]));
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] as SchoolPerson;
    fillPerson(filling, index, person, { ...foldedName(person.nameKey), reading: 'as-written' });
    fillHistory(filling, person);
    for (const id of person.kin) putKin(filling, places.get(id));
    closeLists(filling, index);
    if (index % piece === 0) yield 0;
  }
  return finish(filling);
}

/** The portal's people as numbers, their names read by the school's words. Yields how many are done. */
export function* portalColumns(people: readonly PortalPerson[], texts: Texts): Generator<number, Columns> {
  const filling = startFilling(people.length, texts, 1);
  const read = nameReader(texts);
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] as PortalPerson;
    fillPerson(filling, index, person, read(person.name, person.nameKey));
    for (const place of person.kin) putKin(filling, place);
    closeLists(filling, index);
    if (index % piece === 0) yield 0;
  }
  return finish(filling);
}

function startFilling(size: number, texts: Texts, side: Side): Filling {
  const columns = Object.fromEntries(oneEach.map((name) => [name, new Int32Array(size)])) as Filling['columns'];
  const lists = Object.fromEntries(several.map((name) => [name, buildLists(size)])) as Filling['lists'];
  return { texts, side, kind: new Uint8Array(size), reading: new Uint8Array(size), columns, lists };
}

const readingNumbers = new Map<NameReading, number>(nameReadings.map((reading, number) => [reading, number]));

type Common = Pick<PortalPerson, 'kind' | 'birthDate' | 'classKey' | 'contacts' | 'codes'>;

function fillPerson(
  { texts, side, columns, kind, reading, lists }: Filling,
  index: number,
  person: Common,
  name: ReadName,
) {
  kind[index] = person.kind === 'pupil' ? 0 : 1;
  reading[index] = readingNumbers.get(name.reading) ?? 0;
  columns.surname[index] = numberOf(texts.surname, name.surname, side);
  columns.firstName[index] = numberOf(texts.firstName, name.firstName, side);
  columns.firstNameHead[index] = headOf(texts, name.firstName, columns.firstName[index] ?? 0);
  columns.patronymic[index] = numberOf(texts.patronymic, name.patronymic, side);
  columns.birthDate[index] = numberOf(texts.birthDate, person.birthDate ?? '', side);
  columns.classKey[index] = numberOf(texts.classKey, person.classKey, side);
  for (const contact of person.contacts) {
    if (contact.kind === 'snils') columns.snils[index] = numberOf(texts.snils, contact.key, side);
    else if (contact.kind === 'phone') putText(lists.phones, numberOf(texts.phone, contact.key, side));
    else putText(lists.emails, numberOf(texts.email, contact.key, side));
  }
  for (const code of person.codes) putText(lists.codes, numberOf(texts.code, `${code.kind} ${code.key}`, side));
}

function headOf({ firstName }: Texts, text: string, number: number): number {
  const head = firstNameHead(text);
  return head === text ? number : placeOf(firstName, head);
}

function fillHistory({ texts, side, lists }: Filling, person: SchoolPerson): void {
  for (const { kind, key } of person.formerContacts) {
    if (kind === 'phone') putText(lists.formerPhones, numberOf(texts.phone, key, side));
    if (kind === 'email') putText(lists.formerEmails, numberOf(texts.email, key, side));
  }
  for (const surname of person.formerSurnames) putText(lists.formerSurnames, numberOf(texts.surname, surname, side));
}

function putText(lists: ListBuilder, number: number): void {
  if (number !== 0) putItem(lists, number);
}

function putKin({ lists }: Filling, place: number | undefined): void {
  if (place !== undefined) putItem(lists.kin, place);
}

function closeLists({ lists }: Filling, index: number): void {
  for (const name of several) closeList(lists[name], index);
}

function finish({ columns, kind, reading, lists }: Filling): Columns {
  return { size: kind.length, kind, reading, ...columns, ...lists };
}
