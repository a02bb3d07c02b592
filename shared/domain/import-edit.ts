import type { ImportedCode, ImportedContact, ImportedPerson } from './import-people.ts';
import { orderedWords } from './matching/evidence.ts';
import type { KnownCode, KnownContact, KnownPerson } from './matching/known-people.ts';
import { findMixedScript, foldName, formatFullName, type PersonName } from './person-name.ts';
import type { Sex } from './sex.ts';

/** One field that an import would change, as the review shows it. */
export interface FieldChange {
  readonly field: string;
  readonly who: string;
  readonly before: string;
  readonly after: string;
}

/** Everything an import changes about a known person. Undefined parts stay. */
export interface PersonEdit {
  readonly name: PersonName | undefined;
  readonly sex: Sex | undefined;
  readonly birthDate: string | undefined;
  readonly addContacts: readonly ImportedContact[];
  readonly closeContacts: readonly KnownContact[];
  readonly addCodes: readonly ImportedCode[];
  readonly changeCodes: readonly { readonly from: KnownCode; readonly to: ImportedCode }[];
  readonly changes: readonly FieldChange[];
}

/** What a file says about a known person that the registry does not say yet; undefined when it says nothing new. */
export function editOf(known: KnownPerson, given: ImportedPerson): PersonEdit | undefined {
  const name = newName(known.name, given.name);
  const sex = given.sex === known.sex ? undefined : given.sex;
  const birthDate = given.birthDate === known.birthDate ? undefined : given.birthDate;
  const contacts = contactEdits(known.contacts, given.contacts);
  const codes = codeEdits(known.codes, given.codes);
  const facts = { name, sex, birthDate, ...contacts, ...codes };
  const changes = changesOf(known, facts);
  return changes.length === 0 ? undefined : { ...facts, changes };
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

const noContacts: readonly ImportedContact[] = [];
const noKnownContacts: readonly KnownContact[] = [];
const unchangedContacts = { addContacts: noContacts, closeContacts: noKnownContacts };

function contactEdits(known: readonly KnownContact[], given: readonly ImportedContact[]): typeof unchangedContacts {
  const added = given.filter(({ kind, key }) => !known.some((it) => it.kind === kind && it.key === key));
  if (added.length === 0) return unchangedContacts;
  const replaced = new Set(added.map(({ kind }) => kind).filter((kind) => !confirmsOne(kind, known, given)));
  return { addContacts: added, closeContacts: known.filter(({ kind }) => replaced.has(kind)) };
}

/** A cell that repeats a known value adds to it; one with other values only replaces what was known. */
function confirmsOne(kind: string, known: readonly KnownContact[], given: readonly ImportedContact[]): boolean {
  return known.some((it) => it.kind === kind && given.some((other) => other.kind === kind && other.key === it.key));
}

const unchangedCodes: Pick<PersonEdit, 'addCodes' | 'changeCodes'> = { addCodes: [], changeCodes: [] };

function codeEdits(known: readonly KnownCode[], given: readonly ImportedCode[]): typeof unchangedCodes {
  const fresh = given.filter((code) => !known.some(({ kind, key }) => kind === code.kind && key === code.key));
  if (fresh.length === 0) return unchangedCodes;
  const changeCodes = fresh.flatMap((to) => {
    const from = known.find(({ kind }) => kind === to.kind);
    return from === undefined ? [] : [{ from, to }];
  });
  return { addCodes: fresh.filter((code) => !changeCodes.some(({ to }) => to === code)), changeCodes };
}

const noChanges: readonly FieldChange[] = [];

function changesOf(known: KnownPerson, edit: Omit<PersonEdit, 'changes'>): readonly FieldChange[] {
  if (isEmpty(edit)) return noChanges;
  const who = formatFullName(known.name);
  const pairs: [string, string, string][] = [
    ...namePairs(known.name, edit.name),
    ['sex', known.sex ?? '', edit.sex ?? ''],
    ['birthDate', known.birthDate ?? '', edit.birthDate ?? ''],
    ...contactPairs(edit),
    ...edit.addCodes.map(({ kind, value }): [string, string, string] => [codeFields[kind], '', value]),
    ...edit.changeCodes.map(({ from, to }): [string, string, string] => [codeFields[to.kind], from.value, to.value]),
  ];
  return pairs.filter(([, , after]) => after !== '').map(([field, before, after]) => ({ field, who, before, after }));
}

function isEmpty(edit: Omit<PersonEdit, 'changes'>): boolean {
  const facts = edit.name ?? edit.sex ?? edit.birthDate;
  return facts === undefined && edit.addContacts.length + edit.addCodes.length + edit.changeCodes.length === 0;
}

/** Fields by the names that the catalogue knows. */
const codeFields = { 'external-id': 'externalId', 'portal-code': 'portalCode', account: 'login' } as const;

function namePairs(known: PersonName, name: PersonName | undefined): [string, string, string][] {
  if (name === undefined) return [];
  return (['surname', 'firstName', 'patronymic'] as const)
    .filter((part) => name[part] !== known[part])
    .map((part) => [part, known[part], name[part]]);
}

function contactPairs({ addContacts, closeContacts }: Omit<PersonEdit, 'changes'>): [string, string, string][] {
  return addContacts.map((contact) => {
    const replaced = closeContacts.filter(({ kind }) => kind === contact.kind).map(({ value }) => value);
    return [contact.kind, replaced.join(', '), contact.value];
  });
}
