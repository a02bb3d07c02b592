import type { Field } from '../tables/columns.ts';
import { planColumns } from './import-columns.ts';
import type { ImportedCode, ImportedContact, ImportedPeople, ImportedPerson, ImportedRow } from './import-people.ts';
import { roleOf } from './import-roles.ts';
import type { PersonName } from './person-name.ts';

/** Whom the rows of a portal's file are about. */
export type RowsAre = 'pupils' | 'guardians' | 'by-role';

/** A contact as the portal has it. */
export type PortalContact = Pick<ImportedContact, 'kind' | 'value' | 'key' | 'checked'>;

/** A person of a portal's file. `place` is 0 for the person whose row it is and counts the guardians of that row. */
export interface PortalPerson {
  readonly rowNumber: number;
  readonly place: number;
  readonly kind: 'pupil' | 'guardian';
  readonly name: PersonName;
  readonly nameKey: string;
  /** ISO 8601. */
  readonly birthDate: string | undefined;
  readonly className: string;
  readonly classKey: string;
  readonly contacts: readonly PortalContact[];
  readonly codes: readonly Pick<ImportedCode, 'kind' | 'key'>[];
  /** Places in the list of the others of the same family: a pupil's guardians, a guardian's pupil. */
  readonly kin: readonly number[];
}

/** Guesses whom the rows are about: a role column says it, guardians beside or school facts make the rows pupils. */
export function guessRowsAre(fields: readonly Field[]): RowsAre {
  if (fields.includes('role')) return 'by-role';
  const { guardians, pupil } = planColumns(fields);
  const schoolFacts = [pupil.className, pupil.grade, pupil.birthDate, pupil.portalCode, pupil.caseNumber];
  return guardians.length > 0 || schoolFacts.some((column) => column !== undefined) ? 'pupils' : 'guardians';
}

/** True when columns tell the portal's values from those of the diary system. */
export function hasPortalColumns(fields: readonly Field[]): boolean {
  return fields.some((field) => field.endsWith('.portalPhone') || field.endsWith('.portalEmail'));
}

/** Columns as the portal's file is read: every row is somebody, whatever its role. */
export function fieldsForPortal(fields: readonly Field[]): Field[] {
  return fields.map((field) => (field === 'role' || field.startsWith('staff.') ? 'skip' : field));
}

/** What reading the people of a portal's file needs beside the rows. */
export interface PortalReading {
  readonly fields: readonly Field[];
  readonly rowsAre: RowsAre;
  /** The cell of the role column by row number. */
  readonly roles: ReadonlyMap<number, string>;
}

/** The people of a portal's file; rows of staff and rows without a name stay out. */
export function portalPeople(file: ImportedPeople, reading: PortalReading): PortalPerson[] {
  const people: PortalPerson[] = [];
  const onlyPortal = hasPortalColumns(reading.fields);
  const guardians = new Map<string, number>();
  for (const row of file.rows) addRow({ people, guardians }, row, { kind: kindOf(row, reading), onlyPortal });
  return people;
}

interface Sink {
  readonly people: PortalPerson[];
  /** Where the guardian of that name with that contact stands: siblings name the same one in each of their rows. */
  readonly guardians: Map<string, number>;
}

function kindOf({ rowNumber }: ImportedRow, { rowsAre, roles }: PortalReading): PortalPerson['kind'] | undefined {
  if (rowsAre !== 'by-role') return rowsAre === 'pupils' ? 'pupil' : 'guardian';
  const role = roleOf(roles.get(rowNumber) ?? '');
  if (role === 'pupil') return 'pupil';
  return role === 'parent' ? 'guardian' : undefined;
}

interface RowWish {
  readonly kind: PortalPerson['kind'] | undefined;
  readonly onlyPortal: boolean;
}

function addRow(sink: Sink, { rowNumber, pupil }: ImportedRow, { kind, onlyPortal }: RowWish): void {
  if (pupil === undefined || kind === undefined) return;
  const { people } = sink;
  const own = people.length;
  const { schoolClass, guardians } = pupil;
  const place = { rowNumber, className: schoolClass.title, classKey: schoolClass.key };
  const kin: number[] = [];
  people.push({ ...personOf(pupil, onlyPortal), ...place, place: 0, kind, kin });
  if (kind !== 'pupil') return;
  for (const [index, guardian] of guardians.entries()) {
    const person = {
      ...personOf(guardian, onlyPortal),
      ...place,
      place: index + 1,
      kind: 'guardian',
      kin: [own],
    } as const;
    kin.push(addGuardian(sink, person, own));
  }
}

/** Where the guardian stands in the list; one who is there already gets another child. */
function addGuardian({ people, guardians }: Sink, person: PortalPerson, child: number): number {
  const keys = person.contacts.map(({ kind, key }) => `${person.nameKey} ${kind} ${key}`);
  const known = keys.map((key) => guardians.get(key)).find((place) => place !== undefined);
  const there = people[known ?? -1];
  const at = known ?? people.length;
  if (there === undefined) people.push(person);
  else people[at] = { ...there, kin: [...there.kin, child] };
  for (const key of keys) guardians.set(key, at);
  return at;
}

function personOf({ name, nameKey, birthDate, contacts, codes }: ImportedPerson, onlyPortal: boolean) {
  const theirs = onlyPortal ? contacts.filter(({ kind, source }) => source === 'portal' || kind === 'snils') : contacts;
  return {
    name,
    nameKey,
    birthDate,
    contacts: theirs.map(({ kind, value, key, checked }) => ({ kind, value, key, checked })),
    codes: codes.map(({ kind, key }) => ({ kind, key })),
  };
}

/**
 * The same text for the same person of any later file: by code where there is one, otherwise by name and birth date, of a
 * guardian by name and the child's name. Contacts are left out, since they change.
 */
export function portalKeyOf(person: PortalPerson, people: readonly PortalPerson[]): string {
  const code = person.codes.find(({ kind }) => kind !== 'account');
  if (code !== undefined) return `${person.kind} ${code.kind} ${code.key}`;
  const kin = person.kind === 'guardian' ? (people[person.kin[0] ?? -1]?.nameKey ?? '') : '';
  return `${person.kind} ${person.nameKey} ${person.birthDate ?? ''} ${kin}`;
}
