import { type SeededRandom, seededRandom } from '../../shared/demo/random.ts';
import { classKey } from '../../shared/domain/class-name.ts';
import { nameKey, normaliseNamePart } from '../../shared/domain/person-name.ts';
import type { PortalContact, PortalPerson } from '../../shared/domain/portal-people.ts';
import type { SchoolPerson } from '../../shared/domain/reconcile-people.ts';
import { checkSnils, formatSnils } from '../../shared/domain/snils.ts';
import { corruptions, type Spoilt } from './linking-corruptions.ts';
import { makeFamilies, type TrueFamily, type TruePerson } from './linking-world.ts';

/** Two files about the same people, and who is who. */
export interface LinkingTruth {
  readonly school: readonly SchoolPerson[];
  readonly portal: readonly PortalPerson[];
  /** Id of the school's person for every person of the portal; undefined for strangers. */
  readonly personIds: readonly (number | undefined)[];
  /** What was done to each record of the portal. */
  readonly corruptions: readonly (readonly string[])[];
}

export interface TruthWishes {
  readonly seed: number;
  /** About how many people each side has. */
  readonly people: number;
  /** Multiplies the share of every corruption; 1 as usual. */
  readonly dirt?: number;
}

/** Shares of people or families; the others are in both files as they are. */
const shares = {
  onlySchool: 0.06,
  strangers: 0.04,
  namesakeOfStranger: 0.25,
  withoutKin: 0.3,
  untidy: 0.12,
  untidyTimes: 3,
  birthDateOfGuardian: 0.3,
  childsContacts: 0.01,
  otherParents: 0.012,
  exchanged: 0.004,
} as const;

interface Draft {
  readonly person: TruePerson;
  readonly record: Spoilt;
  readonly done: string[];
  readonly stranger: boolean;
}

interface DraftFamily {
  readonly pupils: readonly Draft[];
  readonly guardians: readonly Draft[];
  readonly withKin: boolean;
}

/** The same two files for the same wishes, with the corruptions of `linking-corruptions` and their combinations. */
export function makeLinkingTruth({ seed, people, dirt = 1 }: TruthWishes): LinkingTruth {
  const random = seededRandom(seed ^ 0x5eed);
  const families = makeFamilies(seed, people);
  const strangers = makeFamilies(seed + 1_000_003, Math.ceil(people * shares.strangers));
  const known = families.flatMap(({ pupils, guardians }) => [...pupils, ...guardians]);
  const drafts = [
    ...families.map((family) => draftOf(family, random, dirt)),
    ...strangers.map((family) => strangersOf(family, random, known)),
  ];
  exchangeFamilies(drafts, random);
  return { school: random.shuffle(schoolOf(families, random)), ...portalOf(random.shuffle(drafts)) };
}

function draftOf(family: TrueFamily, random: SeededRandom, dirt: number): DraftFamily {
  const draft = (person: TruePerson) => (random.chance(shares.onlySchool) ? [] : [spoil(person, random, dirt)]);
  const pupils = family.pupils.flatMap(draft);
  const guardians = family.guardians.flatMap(draft);
  mixContacts(pupils, guardians, random);
  return { pupils, guardians, withKin: !random.chance(shares.withoutKin) };
}

function recordOf({ name, kind, birthDate, className, phone, email, snils, guid }: TruePerson): Spoilt {
  return { ...name, birthDate: kind === 'pupil' ? birthDate : '', className, phone, email, snils, guid };
}

function spoil(person: TruePerson, random: SeededRandom, dirt: number): Draft {
  const record = recordOf(person);
  if (person.kind === 'guardian' && random.chance(shares.birthDateOfGuardian)) record.birthDate = person.birthDate;
  const times = dirt * (random.chance(shares.untidy) ? shares.untidyTimes : 1);
  const done = corruptions.flatMap(({ name, share, spoil: change }) =>
    random.chance(share * times) && change(record, random, person) ? [name] : [],
  );
  return { person, record, done, stranger: false };
}

/** People the school does not know; some of them bear the full name of somebody there. */
function strangersOf(family: TrueFamily, random: SeededRandom, known: readonly TruePerson[]): DraftFamily {
  const draft = (person: TruePerson): Draft => {
    const record = recordOf(person);
    const namesake = random.chance(shares.namesakeOfStranger) ? random.pick(known) : undefined;
    if (namesake !== undefined && namesake.kind === person.kind) Object.assign(record, namesake.name);
    return { person, record, done: ['stranger'], stranger: true };
  };
  const [pupils, guardians] = [family.pupils.map(draft), family.guardians.map(draft)];
  return { pupils, guardians, withKin: !random.chance(shares.withoutKin) };
}

/** Contacts of a child and a parent change places, or one parent has the other's. */
function mixContacts(pupils: readonly Draft[], guardians: readonly Draft[], random: SeededRandom): void {
  const [pupil, first, second] = [pupils[0], guardians[0], guardians[1]];
  if (pupil !== undefined && first !== undefined && random.chance(shares.childsContacts))
    exchange(pupil, first, 'family: child');
  if (first === undefined || second === undefined || !random.chance(shares.otherParents)) return;
  first.record.phone = second.record.phone;
  first.record.email = second.record.email;
  first.done.push('family: other parent');
}

function exchange(one: Draft, other: Draft, name: string): void {
  const { phone, email } = one.record;
  Object.assign(one.record, { phone: other.record.phone, email: other.record.email });
  Object.assign(other.record, { phone, email });
  one.done.push(name);
  other.done.push(name);
}

/** Two families whose contacts stand in each other's rows. */
function exchangeFamilies(drafts: readonly DraftFamily[], random: SeededRandom): void {
  const count = Math.floor(drafts.length * shares.exchanged);
  for (let done = 0; done < count; done += 1) {
    const [one, other] = [random.pick(drafts), random.pick(drafts)];
    for (const [at, guardian] of one.guardians.entries()) {
      const theirs = other.guardians[at];
      if (one !== other && theirs !== undefined) exchange(guardian, theirs, 'family: exchanged');
    }
  }
}

function schoolOf(families: readonly TrueFamily[], random: SeededRandom): SchoolPerson[] {
  return families.flatMap(({ pupils, guardians }) => {
    const first = pupils[0]?.className ?? '';
    return [
      ...pupils.map((person) => schoolPerson(person, guardians, person.className, random)),
      ...guardians.map((person) => schoolPerson(person, pupils, first, random)),
    ];
  });
}

function schoolPerson(
  person: TruePerson,
  kin: readonly TruePerson[],
  className: string,
  random: SeededRandom,
): SchoolPerson {
  const { number, kind, sex, name, guid, formerPhone, formerEmail } = person;
  const bornKnown = kind === 'pupil' || random.chance(shares.birthDateOfGuardian);
  return {
    ...{ id: number, kind, sex, name, nameKey: nameKey(name), className, classKey: classKey(className) },
    birthDate: bornKnown ? person.birthDate : undefined,
    contacts: contactsOf(person),
    codes: guid === '' ? [] : [{ kind: 'portal-code', key: guid }],
    kin: kin.map((one) => one.number),
    ...{ formerSurnames: [], left: false },
    formerContacts: contactsOf({ phone: formerPhone, email: formerEmail, snils: '' }),
  };
}

function contactsOf({ phone, email, snils }: Pick<Spoilt, 'phone' | 'email' | 'snils'>): PortalContact[] {
  const contacts: PortalContact[] = [];
  if (phone !== '') contacts.push({ kind: 'phone', value: phone, key: phone, checked: 'ok' });
  if (email !== '') contacts.push({ kind: 'email', value: email, key: email.toLowerCase(), checked: 'ok' });
  const checked = checkSnils(snils).kind === 'ok' ? 'ok' : 'warning';
  if (snils !== '') contacts.push({ kind: 'snils', value: formatSnils(snils), key: snils, checked });
  return contacts;
}

function portalOf(drafts: readonly DraftFamily[]): Omit<LinkingTruth, 'school'> {
  const portal: PortalPerson[] = [];
  const all: Draft[] = [];
  for (const family of drafts) {
    const first = portal.length;
    const pupils = family.pupils.map((_, at) => first + at);
    const guardians = family.guardians.map((_, at) => first + pupils.length + at);
    const kinOf = (kin: readonly number[]) => (family.withKin ? kin : []);
    const className = family.withKin ? (family.pupils[0]?.record.className ?? '') : '';
    for (const draft of family.pupils)
      portal.push(portalPerson(draft, portal.length, kinOf(guardians), draft.record.className));
    for (const draft of family.guardians) portal.push(portalPerson(draft, portal.length, kinOf(pupils), className));
    all.push(...family.pupils, ...family.guardians);
  }
  const personIds = all.map(({ person, stranger }) => (stranger ? undefined : person.number));
  return { portal, personIds, corruptions: all.map(({ done }) => done) };
}

function portalPerson({ person, record }: Draft, at: number, kin: readonly number[], className: string): PortalPerson {
  const name = {
    surname: normaliseNamePart(record.surname),
    firstName: normaliseNamePart(record.firstName),
    patronymic: normaliseNamePart(record.patronymic),
  };
  return {
    ...{ rowNumber: at + 2, place: 0, kind: person.kind, name, nameKey: nameKey(name), kin },
    ...{ className, classKey: classKey(className), birthDate: record.birthDate === '' ? undefined : record.birthDate },
    contacts: contactsOf(record),
    codes: record.guid === '' ? [] : [{ kind: 'portal-code', key: record.guid }],
  };
}
