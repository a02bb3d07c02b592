import type { HolderRole } from '../contract/base.ts';
import { ageOn } from './birth-date.ts';
import type { PresentContact } from './finding-decisions.ts';

/** Kinds of contacts that a school collects. */
export const collectedKinds = ['phone', 'email', 'snils'] as const;
export type CollectedKind = (typeof collectedKinds)[number];

/** Which contacts the school calls required, by role; guides disagree, so it is a setting. */
export type RequiredContacts = Readonly<Record<HolderRole, readonly CollectedKind[]>>;

/** The required kinds that a person has no contact of. */
export function gapsOf(role: HolderRole, kinds: Iterable<CollectedKind>, required: RequiredContacts): CollectedKind[] {
  const present = new Set(kinds);
  return required[role].filter((kind) => !present.has(kind));
}

/** From 14 a pupil may sign in through Gosuslugi (ESIA) with an own account (guide 003). Dates are ISO 8601. */
export function maySignInByEsia(birthDate: string | null, today: string): boolean {
  return birthDate !== null && ageOn(birthDate, today) >= 14;
}

/** What becomes of a person's contacts of a kind when a value is typed in place of the first of them. */
export interface ContactChange {
  readonly add: string | undefined;
  readonly close: number | undefined;
}

/**
 * The change that a typed value means: nothing when it is the value that stands there, an end when it is empty, else the
 * new value in place of the first one. Further contacts of the kind stay.
 */
export function contactChange(present: readonly PresentContact[], kind: CollectedKind, typed: string): ContactChange {
  const first = present.find((contact) => contact.kind === kind);
  const value = typed.trim();
  if (value === (first?.value ?? '')) return { add: undefined, close: undefined };
  return { add: value === '' ? undefined : value, close: first?.id };
}

/** Somebody in a class: a pupil, or a guardian who stands with each child. */
export interface ClassMember {
  readonly personId: number;
  readonly pupilId: number;
}

/** The members of a class by family, in their order: pupils who share a guardian are one family. */
export function familiesOf<Member extends ClassMember>(members: readonly Member[]): readonly (readonly Member[])[] {
  const familyOf = new Map<number, Member[]>();
  for (const pupilId of new Set(members.map((member) => member.pupilId))) {
    const own = members.filter((member) => member.pupilId === pupilId);
    const joined = new Set(own.flatMap(({ personId }) => familyOf.get(personId) ?? []));
    const whole = [...joined, ...own];
    for (const { personId } of whole) familyOf.set(personId, whole);
  }
  return [...new Set(familyOf.values())];
}

/** A person of a family sheet: limits on a guardian keep the others' contacts off that guardian's sheet. */
export interface SheetPerson {
  readonly personId: number;
  readonly restricted: boolean;
}

/**
 * Which people stand on one sheet: the family without guardians whose contact with it is limited, and a sheet of their
 * own for each of those, which tells nothing of the others.
 */
export function sheetGroups<Person extends SheetPerson>(people: readonly Person[]): readonly (readonly Person[])[] {
  const together = people.filter(({ restricted }) => !restricted);
  const apart = people.filter(({ restricted }) => restricted).map((person) => [person]);
  return together.length === 0 ? apart : [together, ...apart];
}
