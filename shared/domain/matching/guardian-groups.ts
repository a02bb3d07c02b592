import type { ImportedGuardian, ImportedPerson, ImportedPupil } from '../import-people.ts';
import { nameKey, type PersonName } from '../person-name.ts';
import { foldedName, sameNamedPerson } from './evidence.ts';
import { addKeys, createGuardianKeys, type GuardianKeys, numbersOf } from './guardian-keys.ts';

/** One guardian of the file, however many rows name the person. */
export interface GuardianGroup {
  /** Everything the rows say together; of a name the first mention counts, later ones fill what it lacks. */
  readonly person: ImportedPerson;
  /** Indexes of the pupils, each once. */
  readonly rows: readonly number[];
}

/** A group, and for every row the groups of its guardians in the order of the columns. */
export interface GroupedGuardians {
  readonly groups: readonly GuardianGroup[];
  /** Group of the n-th guardian of a row. */
  readonly ofRow: readonly (readonly number[])[];
}

interface Grouping {
  readonly groups: { person: ImportedPerson; rows: readonly number[] }[];
  readonly keys: GuardianKeys;
}

/**
 * Finds who is one person among the guardians of a file: by e-mail, sound SNILS or login anywhere, by phone or name only
 * within one child, and never under two different first names (parents share an e-mail now and then). Yields rows done.
 */
export function* groupGuardians(rows: readonly ImportedPupil[]): Generator<number, GroupedGuardians> {
  const grouping: Grouping = { groups: [], keys: createGuardianKeys() };
  const ofRow: (readonly number[])[] = [];
  for (const { guardians } of rows) {
    ofRow.push(groupRow(grouping, guardians, ofRow.length));
    if (ofRow.length % 200 === 0) yield ofRow.length;
  }
  return { groups: grouping.groups, ofRow };
}

function groupRow(grouping: Grouping, guardians: readonly ImportedGuardian[], row: number): number[] {
  const own: number[] = [];
  for (const guardian of guardians) {
    const found = groupOf(grouping, guardian, own) ?? openGroup(grouping, guardian);
    join(grouping, found, guardian, row);
    own.push(found);
  }
  return own.slice();
}

function groupOf({ groups, keys }: Grouping, guardian: ImportedGuardian, own: readonly number[]): number | undefined {
  const named = numbersOf(keys, guardian).find((group) => canBeOne(guardian, groups[group]?.person));
  return named ?? own.find((group) => isOneOfChild(guardian, groups[group]?.person));
}

function openGroup({ groups }: Grouping, guardian: ImportedGuardian): number {
  return groups.push({ person: personOf(guardian), rows: [] }) - 1;
}

/** Without the relation, which is to one child. */
function personOf({ name, nameKey, sex, birthDate, contacts, codes }: ImportedGuardian): ImportedPerson {
  return { name, nameKey, sex, birthDate, contacts, codes };
}

function join({ groups, keys }: Grouping, index: number, guardian: ImportedGuardian, row: number): void {
  const group = groups[index];
  if (group === undefined) return;
  addKeys(keys, guardian, index);
  if (group.rows.length > 0) group.person = mergePersons(group.person, guardian);
  if (group.rows.at(-1) !== row) group.rows = [...group.rows, row];
}

function mergePersons(one: ImportedPerson, other: ImportedPerson): ImportedPerson {
  const name = fillName(one.name, other.name);
  return {
    name,
    nameKey: name === one.name ? one.nameKey : nameKey(name),
    sex: one.sex ?? other.sex,
    birthDate: one.birthDate ?? other.birthDate,
    contacts: together(one.contacts, other.contacts),
    codes: together(one.codes, other.codes),
  };
}

/** A name with its empty parts taken from another one; the same object when it lacks nothing that the other has. */
export function fillName(name: PersonName, other: PersonName): PersonName {
  const lacks = (name.surname === '' && other.surname !== '') || (name.patronymic === '' && other.patronymic !== '');
  if (!lacks) return name;
  return { ...name, surname: name.surname || other.surname, patronymic: name.patronymic || other.patronymic };
}

function together<Item extends { readonly kind: string; readonly key: string }>(
  one: readonly Item[],
  other: readonly Item[],
): readonly Item[] {
  if (one.length === 0) return other;
  const added = other.filter((item) => !one.some(({ kind, key }) => kind === item.kind && key === item.key));
  return added.length === 0 ? one : [...one, ...added];
}

type Named = Pick<ImportedPerson, 'nameKey'>;

/** Can two mentions be one person, by their names? */
export function canBeOne(one: Named, other: Named | undefined): boolean {
  return (
    other !== undefined &&
    (one.nameKey === other.nameKey || sameNamedPerson(foldedName(one.nameKey), foldedName(other.nameKey)))
  );
}

interface Callable extends Named {
  readonly contacts: readonly { readonly kind: string; readonly key: string }[];
}

/** Are two guardians of one child the same person: by name, or by first name and phone. */
export function isOneOfChild(one: Callable, other: Callable | undefined): boolean {
  if (other === undefined) return false;
  return canBeOne(one, other) || (sameFirstName(one, other) && sharePhone(one, other));
}

function sameFirstName(one: Named, other: Named): boolean {
  return foldedName(one.nameKey).firstName === foldedName(other.nameKey).firstName;
}

function sharePhone(one: Callable, other: Callable): boolean {
  return one.contacts.some(
    ({ kind, key }) => kind === 'phone' && other.contacts.some((it) => it.kind === kind && it.key === key),
  );
}
