import { editDistance } from './edit-distance.ts';
import { foldedName } from './matching/evidence.ts';
import type { LinkReason, SchoolPerson } from './reconcile-people.ts';

/** What both sides of a comparison have. */
export type Comparable = Pick<SchoolPerson, 'kind' | 'nameKey' | 'birthDate' | 'classKey' | 'contacts' | 'codes'> & {
  readonly formerSurnames?: readonly string[];
  readonly formerContacts?: SchoolPerson['formerContacts'];
};

/** A level of agreement in one field: its name in the catalogue and its weight, log2 of the likelihood ratio. */
interface Level {
  readonly code: string;
  readonly weight: number;
}

/** All that speaks for and against two records being one person. */
export interface Evidence {
  readonly weight: number;
  readonly reasons: readonly LinkReason[];
}

/**
 * Weights of the levels in the manner of Fellegi and Sunter: how much more often a level is seen with one person than with
 * two, as log2. They are expectations for a school of some hundred to some thousand people.
 */
const weights = {
  'name-equal': 9,
  'name-order': 8,
  'patronymic-missing': 6,
  'name-typo': 5,
  'surname-changed': 3,
  'first-name-equal': -3,
  'birth-date-equal': 8,
  'snils-equal': 14,
  'code-equal': 15,
  'phone-equal': 9,
  'phone-former': 6,
  'email-equal': 10,
  'email-former': 6,
  'class-equal': 3,
} as const;

const against = { name: -9, birthDate: -8, snils: -5, phone: -1, email: -1, class: -0.5 } as const;

/** Compares two records field by field. */
export function evidenceOf(one: Comparable, other: Comparable): Evidence {
  const levels: Level[] = [];
  let weight = 0;
  const add = (code: keyof typeof weights | undefined, otherwise: number) => {
    weight += code === undefined ? otherwise : weights[code];
    if (code !== undefined) levels.push({ code, weight: weights[code] });
  };
  add(nameLevel(one, other), against.name);
  if (one.birthDate !== undefined && other.birthDate !== undefined)
    add(one.birthDate === other.birthDate ? 'birth-date-equal' : undefined, against.birthDate);
  for (const kind of ['snils', 'phone', 'email'] as const) addContact(one, other, kind, add);
  if (one.codes.some(({ kind, key }) => other.codes.some((code) => code.kind === kind && code.key === key)))
    add('code-equal', 0);
  if (one.classKey !== '' && other.classKey !== '')
    add(one.classKey === other.classKey ? 'class-equal' : undefined, against.class);
  return { weight, reasons: levels.map(({ code }) => ({ code, params: {} })) };
}

function addContact(
  one: Comparable,
  other: Comparable,
  kind: 'phone' | 'email' | 'snils',
  add: (code: keyof typeof weights | undefined, otherwise: number) => void,
): void {
  const [own, theirs] = [keysOf(one, kind), keysOf(other, kind)];
  if (own.length === 0 || theirs.length === 0) return;
  const former = (one.formerContacts ?? []).some((contact) => contact.kind === kind && theirs.includes(contact.key));
  if (own.some((key) => theirs.includes(key))) add(`${kind}-equal`, 0);
  else if (former && kind !== 'snils') add(`${kind}-former`, 0);
  else add(undefined, against[kind]);
}

function keysOf({ contacts }: Comparable, wanted: string): string[] {
  return contacts.flatMap(({ kind, key }) => (kind === wanted ? [key] : []));
}

/** How two names agree, the strongest level that fits; undefined for names of different people. */
export function nameLevel(one: Comparable, other: Comparable): keyof typeof weights | undefined {
  if (one.nameKey === other.nameKey) return 'name-equal';
  const [a, b] = [foldedName(one.nameKey), foldedName(other.nameKey)];
  const givenEqual = a.firstName === b.firstName;
  const patronymicEqual = a.patronymic === b.patronymic;
  const words = (name: typeof a) => `${name.surname} ${name.firstName} ${name.patronymic}`.split(' ').sort().join(' ');
  if (words(a) === words(b)) return 'name-order';
  const lacks = a.patronymic === '' || b.patronymic === '';
  if (a.surname === b.surname && givenEqual && lacks) return 'patronymic-missing';
  if (typos(a.surname, b.surname) + typos(a.firstName, b.firstName) + typos(a.patronymic, b.patronymic) <= 2)
    return 'name-typo';
  if (givenEqual && patronymicEqual && a.patronymic !== '') return 'surname-changed';
  if (givenEqual && (one.formerSurnames?.includes(b.surname) ?? false)) return 'surname-changed';
  return givenEqual ? 'first-name-equal' : undefined;
}

/** Typing mistakes between two words; short words may have none. */
function typos(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 2) return 9;
  return editDistance(a, b);
}
