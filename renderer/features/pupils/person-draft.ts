import type { z } from 'zod';
import type { Correction, contactSchema, PupilCard } from '../../../shared/contract/pupils.ts';

export type Person = PupilCard['person'];
type Contact = z.infer<typeof contactSchema>;
type ContactKind = Contact['kind'];
type Status = PupilCard['status'];

/** A contact as typed; `key` tells lines apart. */
export interface TypedContact {
  readonly key: number;
  readonly kind: ContactKind;
  readonly value: string;
}

/** What of a pupil only the school decides. */
export interface PupilPlace {
  readonly classId: number | null;
  readonly status: Status;
}

/** A person's data while they are edited by hand. Dates as typed. */
export interface PersonDraft {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly sex: 'male' | 'female' | '';
  readonly birthDate: string;
  readonly place: PupilPlace | undefined;
  readonly added: readonly TypedContact[];
  readonly closed: readonly number[];
}

/** A draft that changes nothing. `showDate` writes an ISO date as people do. */
export function draftOf(person: Person, place: PupilPlace | undefined): PersonDraft {
  return {
    ...person.name,
    sex: person.sex ?? '',
    birthDate: person.birthDate === null ? '' : typedDate(person.birthDate),
    place,
    added: [],
    closed: [],
  };
}

/** «01.09.2015» of an ISO date. */
export function typedDate(iso: string): string {
  return iso.split('-').reverse().join('.');
}

/** The ISO date of «1.9.2015», «01/09/2015» or an ISO date; null for blank, undefined for anything that is no date. */
export function readDate(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** Only what differs from the card, as the contract wants it; undefined when nothing does. */
export function correctionOf(
  person: Person,
  place: PupilPlace | undefined,
  draft: PersonDraft,
): Correction | undefined {
  const name = {
    surname: draft.surname.trim(),
    firstName: draft.firstName.trim(),
    patronymic: draft.patronymic.trim(),
  };
  const birthDate = readDate(draft.birthDate) ?? null;
  const sex = draft.sex === '' ? null : draft.sex;
  const change = {
    ...(isSameName(name, person.name) ? {} : { name }),
    ...(sex === person.sex ? {} : { sex }),
    ...(birthDate === person.birthDate ? {} : { birthDate }),
    ...placeChange(place, draft.place),
  };
  const addContacts = draft.added
    .filter(({ value }) => value.trim() !== '')
    .map(({ kind, value }) => ({ kind, value: value.trim(), label: '' }));
  const closeContacts = [...draft.closed];
  if (Object.keys(change).length + addContacts.length + closeContacts.length === 0) return undefined;
  return { personId: person.id, ...change, addContacts, closeContacts };
}

function isSameName(one: Person['name'], other: Person['name']): boolean {
  return one.surname === other.surname && one.firstName === other.firstName && one.patronymic === other.patronymic;
}

function placeChange(before: PupilPlace | undefined, after: PupilPlace | undefined) {
  if (before === undefined || after === undefined) return {};
  return {
    ...(after.classId === null || after.classId === before.classId ? {} : { classId: after.classId }),
    ...(after.status === before.status ? {} : { status: after.status }),
  };
}

/**
 * What takes a correction back: `before` is the person as the card showed them, `after` as they are now. Contacts that
 * were closed come back as new ones.
 */
export function reverseOf(
  before: Person,
  place: PupilPlace | undefined,
  after: Person,
  { addContacts, closeContacts, ...done }: Correction,
): Correction {
  const known = new Set(before.contacts.map(({ id }) => id));
  const fresh = after.contacts.filter(({ id, validTo }) => !known.has(id) && validTo === null);
  const gone = before.contacts.filter(({ id }) => closeContacts.includes(id));
  return {
    personId: before.id,
    ...(done.name === undefined ? {} : { name: before.name }),
    ...(done.sex === undefined ? {} : { sex: before.sex }),
    ...(done.birthDate === undefined ? {} : { birthDate: before.birthDate }),
    ...(done.classId === undefined || place?.classId == null ? {} : { classId: place.classId }),
    ...(done.status === undefined || place === undefined ? {} : { status: place.status }),
    addContacts: gone.map(({ kind, value, label }) => ({ kind, value, label })),
    closeContacts: addContacts.length === 0 ? [] : fresh.map(({ id }) => id),
  };
}
