import { type BirthDateExpectation, parseBirthDate } from './birth-date.ts';
import { classKey, formatClassName, parseClassName } from './class-name.ts';
import { readTypedContact } from './correction.ts';
import { checkEmail, type EmailExpectation } from './email.ts';
import type { ImportedClass, ImportedContact } from './import-people.ts';
import { nameKey, normaliseNamePart, type PersonName } from './person-name.ts';
import { splitPhones } from './phone.ts';
import type { Relation } from './relation.ts';
import type { Sex } from './sex.ts';

/** What is wrong with a field that a person typed: catalogue key `pupils.add.fault.<fault>`. */
export type FieldFault = 'required' | 'phone' | 'filler' | BirthDateExpectation | EmailExpectation;

/** Faulty fields of a form; none when all can be read. */
export type Faults<Field extends string> = Readonly<Partial<Record<Field, FieldFault>>>;
export type PupilField = 'surname' | 'firstName' | 'class' | 'birthDate';
export type GuardianField = 'surname' | 'firstName' | 'phone' | 'email';

/** A form that was read: what it says, or what is wrong with it. */
export type Reading<Value, Field extends string> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'faulty'; readonly faults: Faults<Field> };

/** A pupil to be added, in the form in which the registry keeps people. */
export interface NewPupil {
  readonly name: PersonName;
  readonly nameKey: string;
  readonly schoolClass: ImportedClass;
  /** ISO 8601. */
  readonly birthDate: string | undefined;
  readonly sex: Sex | undefined;
}

/** A guardian to be added. */
export interface NewGuardian {
  readonly name: PersonName;
  readonly nameKey: string;
  readonly relation: Relation;
  readonly contacts: readonly ImportedContact[];
}

interface PupilForm {
  readonly name: PersonName;
  readonly className: string;
  readonly birthDate: string;
  readonly sex: Sex | null;
}

interface GuardianForm {
  readonly name: PersonName;
  readonly relation: Relation;
  readonly phone: string;
  readonly email: string;
}

/** Reads a pupil as typed by hand. `today` is ISO 8601. */
export function readNewPupil(form: PupilForm, today: string): Reading<NewPupil, PupilField> {
  const { name, faults } = readName(form.name);
  const born = parseBirthDate(form.birthDate, today);
  const title = formatClassName(parseClassName(form.className));
  const all: Faults<PupilField> = {
    ...faults,
    ...(title === '' ? { class: 'required' } : {}),
    ...(born.kind === 'invalid' ? { birthDate: born.expected } : {}),
  };
  const schoolClass = { title, key: classKey(title) };
  const birthDate = born.kind === 'ok' ? born.iso : undefined;
  return readingOf(all, { name, nameKey: nameKey(name), schoolClass, birthDate, sex: form.sex ?? undefined });
}

/** Reads a guardian as typed by hand. */
export function readNewGuardian(form: GuardianForm): Reading<NewGuardian, GuardianField> {
  const { name, faults } = readName(form.name);
  const [phones, email] = [readPhones(form.phone), readEmail(form.email)];
  const all: Faults<GuardianField> = {
    ...faults,
    ...(phones === undefined ? { phone: 'phone' } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
  const contacts = [...(phones ?? []), ...(typeof email === 'string' ? [] : email)];
  return readingOf(all, { name, nameKey: nameKey(name), relation: form.relation, contacts });
}

/** Nothing has been typed about this guardian. */
export function isBlankGuardian({ name, phone, email }: GuardianForm): boolean {
  return [name.surname, name.firstName, name.patronymic, phone, email].every((text) => text.trim() === '');
}

function readingOf<Value, Field extends string>(faults: Faults<Field>, value: Value): Reading<Value, Field> {
  return Object.keys(faults).length === 0 ? { kind: 'read', value } : { kind: 'faulty', faults };
}

function readName(typed: PersonName): { name: PersonName; faults: Faults<'surname' | 'firstName'> } {
  const name = {
    surname: normaliseNamePart(typed.surname),
    firstName: normaliseNamePart(typed.firstName),
    patronymic: normaliseNamePart(typed.patronymic),
  };
  const faults: Faults<'surname' | 'firstName'> = {
    ...(name.surname === '' ? { surname: 'required' } : {}),
    ...(name.firstName === '' ? { firstName: 'required' } : {}),
  };
  return { name, faults };
}

/** All numbers of the text; undefined when it has something that is no number. */
function readPhones(text: string): ImportedContact[] | undefined {
  if (text.trim() === '') return [];
  const read = splitPhones(text).map(({ raw, label }) => readTypedContact({ kind: 'phone', value: raw, label }));
  const phones = read.filter((phone) => phone !== undefined);
  if (phones.length === 0 || phones.length < read.length) return undefined;
  return phones.filter(({ key }, place) => phones.findIndex((other) => other.key === key) === place);
}

function readEmail(text: string): ImportedContact[] | FieldFault {
  const check = checkEmail(text);
  if (check.kind === 'empty') return [];
  if (check.kind === 'filler') return 'filler';
  if (check.kind === 'invalid') return check.expected;
  return [{ kind: 'email', value: check.value, key: check.key, label: '', checked: 'ok' }];
}
