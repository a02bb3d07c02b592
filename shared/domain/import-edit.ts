import type { FieldChange } from '../contract/import-plan.ts';
import { type CodeEdits, type ContactEdits, codeEdits, contactEdits } from './import-edit-parts.ts';
import type { ImportedPerson } from './import-people.ts';
import { orderedWords } from './matching/evidence.ts';
import type { KnownPerson } from './matching/known-people.ts';
import { findMixedScript, foldName, formatFullName, type PersonName } from './person-name.ts';
import type { Sex } from './sex.ts';

/** Everything an import changes about a known person. Undefined parts stay. */
export interface PersonEdit extends ContactEdits, CodeEdits {
  readonly name: PersonName | undefined;
  readonly sex: Sex | undefined;
  readonly birthDate: string | undefined;
  readonly changes: readonly FieldChange[];
}

type EditFacts = Omit<PersonEdit, 'changes'>;

/**
 * What a file says about a known person that the registry does not say yet; undefined when it says nothing new. Keys of the
 * changes begin with `prefix`. Values typed by hand are marked as kept.
 */
export function editOf(known: KnownPerson, given: ImportedPerson, prefix: string): PersonEdit | undefined {
  const name = newName(known.name, given.name);
  const sex = given.sex === known.sex ? undefined : given.sex;
  const birthDate = given.birthDate === known.birthDate ? undefined : given.birthDate;
  const contacts = contactEdits(known.contacts, given.contacts);
  const codes = codeEdits(known.codes, given.codes);
  const facts = name ?? sex ?? birthDate;
  if (facts === undefined && contacts.addContacts.length + codes.addCodes.length + codes.changeCodes.length === 0)
    return undefined;
  const edit = { name, sex, birthDate, ...contacts, ...codes };
  return { ...edit, changes: changesOf(known, edit, prefix) };
}

/** The whole new name, or undefined when it stays. A blank never erases. */
function newName(known: PersonName, given: PersonName): PersonName | undefined {
  const surname = newPart(known.surname, given.surname);
  const firstName = newPart(known.firstName, given.firstName);
  const patronymic = newPart(known.patronymic, given.patronymic);
  const stays = surname === known.surname && firstName === known.firstName && patronymic === known.patronymic;
  return stays ? undefined : { surname, firstName, patronymic };
}

/** Another spelling of the same name is taken only when it tells more: ё for е, one alphabet for a mixture. */
function newPart(known: string, given: string): string {
  if (given === '' || given === known) return known;
  if (orderedWords(foldName(given)) !== orderedWords(foldName(known))) return given;
  if (findMixedScript(known).length > findMixedScript(given).length) return given;
  return /ё/i.test(given) && given.replaceAll('ё', 'е') === known ? given : known;
}

type Change = readonly [field: string, before: string, after: string];

function changesOf(known: KnownPerson, edit: EditFacts, prefix: string): FieldChange[] {
  const who = formatFullName(known.name);
  const changes: readonly Change[] = [
    ...nameChanges(known.name, edit.name),
    ['sex', known.sex ?? '', edit.sex ?? ''],
    ['birthDate', known.birthDate ?? '', edit.birthDate ?? ''],
    ...contactChanges(edit),
    ...edit.addCodes.map(({ kind, value }): Change => [fieldOfCode[kind], '', value]),
    ...edit.changeCodes.map(({ from, to }): Change => [fieldOfCode[to.kind], from.value, to.value]),
  ];
  return changes
    .filter(([, , after]) => after !== '')
    .map(([field, before, after]) => {
      return { key: prefix + field, field, who, before, after, kept: known.handFields?.has(field) ?? false };
    });
}

/** Fields of codes by the names that the catalogue knows. */
export const fieldOfCode = {
  'external-id': 'externalId',
  'case-number': 'caseNumber',
  'portal-code': 'portalCode',
  account: 'login',
} as const;

/** Field of a contact: what the portal has is a field of its own. */
export function fieldOfContact({ kind, source }: { readonly kind: string; readonly source?: 'portal' }): string {
  if (source !== 'portal') return kind;
  return kind === 'phone' ? 'portalPhone' : kind === 'email' ? 'portalEmail' : 'portalSnils';
}

function nameChanges(known: PersonName, name: PersonName | undefined): Change[] {
  if (name === undefined) return [];
  return (['surname', 'firstName', 'patronymic'] as const)
    .filter((part) => name[part] !== known[part])
    .map((part) => [part, known[part], name[part]]);
}

function contactChanges({ addContacts, closeContacts }: EditFacts): Change[] {
  return addContacts.map((contact) => {
    const field = fieldOfContact(contact);
    const replaced = closeContacts.filter((other) => fieldOfContact(other) === field).map(({ value }) => value);
    return [field, replaced.join(', '), contact.value];
  });
}

/** The edit without what a person left out; undefined when nothing is left. `isLeft` is asked by field. */
export function editWithout(
  edit: PersonEdit,
  known: KnownPerson,
  isLeft: (field: string) => boolean,
): PersonEdit | undefined {
  if (!edit.changes.some(({ field }) => isLeft(field))) return edit;
  const changes = edit.changes.filter(({ field }) => !isLeft(field));
  if (changes.length === 0) return undefined;
  return {
    changes,
    name: edit.name === undefined ? undefined : nameWithout(edit.name, known.name, isLeft),
    sex: isLeft('sex') ? undefined : edit.sex,
    birthDate: isLeft('birthDate') ? undefined : edit.birthDate,
    addContacts: edit.addContacts.filter((contact) => !isLeft(fieldOfContact(contact))),
    closeContacts: edit.closeContacts.filter((contact) => !isLeft(fieldOfContact(contact))),
    addCodes: edit.addCodes.filter(({ kind }) => !isLeft(fieldOfCode[kind])),
    changeCodes: edit.changeCodes.filter(({ to }) => !isLeft(fieldOfCode[to.kind])),
  };
}

function nameWithout(name: PersonName, known: PersonName, isLeft: (field: string) => boolean): PersonName | undefined {
  const part = (field: keyof PersonName) => (isLeft(field) ? known[field] : name[field]);
  const kept = { surname: part('surname'), firstName: part('firstName'), patronymic: part('patronymic') };
  const stays =
    kept.surname === known.surname && kept.firstName === known.firstName && kept.patronymic === known.patronymic;
  return stays ? undefined : kept;
}
