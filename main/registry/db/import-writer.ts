import { parseClassName } from '../../../shared/domain/class-name.ts';
import type { Acceptance } from '../../../shared/domain/import-accepted.ts';
import type { ImportedCode, ImportedContact, ImportedPerson } from '../../../shared/domain/import-people.ts';
import type { ImportPlan, PlannedRow } from '../../../shared/domain/import-planned.ts';
import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import {
  type ColumnValues,
  createOutbox,
  type ImportTable,
  type NextIds,
  type Outbox,
  type SharedFacts,
} from './import-tables.ts';

/** What the rows of an import have in common. */
export interface WriterParts {
  readonly plan: ImportPlan;
  readonly people: KnownPeople;
  readonly acceptance: Acceptance;
  readonly ids: NextIds;
  readonly facts: SharedFacts;
}

/** Turns accepted rows of a plan into rows of tables; nothing is written here. */
export interface ImportWriter extends WriterParts {
  readonly outbox: Outbox;
  /** Ids of the plan's guardians, once they are in the registry or on the way. */
  readonly guardianIds: Map<number, number>;
  readonly classIds: Map<string, number>;
  readonly staffIds: Map<string, number>;
  /** Known people already touched, so that one is journalled once. */
  readonly touched: Set<number>;
  /** Pupils whose search line must be made again from the registry. */
  readonly pupilIds: number[];
  readonly touchedGuardianIds: number[];
  readonly created: { pupils: number; guardians: number; classes: number; credentials: number };
  changed: number;
  /** Members of staff, new or changed. */
  staff: number;
  toCheck: number;
  left: number;
}

export function createWriter(parts: WriterParts): ImportWriter {
  return {
    ...parts,
    outbox: createOutbox(),
    guardianIds: new Map(),
    classIds: new Map([...parts.people.classes].map(([key, { id }]) => [key, id])),
    staffIds: new Map(),
    touched: new Set(),
    pupilIds: [],
    touchedGuardianIds: [],
    created: { pupils: 0, guardians: 0, classes: 0, credentials: 0 },
    changed: 0,
    staff: 0,
    toCheck: 0,
    left: 0,
  };
}

/** Puts somebody new into the outbox and gives the id. */
export function newPerson(
  writer: ImportWriter,
  kind: 'pupil' | 'guardian' | 'staff',
  person: ImportedPerson,
  { row }: Pick<PlannedRow, 'row'>,
): number {
  const id = writer.ids.person;
  writer.ids.person = id + 1;
  const { surname, firstName, patronymic } = person.name;
  const facts = [person.nameKey, person.sex ?? null, person.birthDate ?? null, row.rowNumber];
  writer.outbox.inserts.person.push([id, kind, surname, firstName, patronymic, ...facts]);
  for (const contact of person.contacts) addContact(writer, id, contact);
  for (const code of person.codes) addCode(writer, id, code);
  return id;
}

export function addContact({ outbox }: ImportWriter, personId: number, contact: ImportedContact): void {
  const { kind, value, key, label, checked, source } = contact;
  const rows = source === 'portal' ? outbox.inserts.portal_contact : outbox.inserts.contact;
  rows.push([personId, kind, value, key, label, checked]);
}

/** A login with a password becomes one that can be printed; every other code is only kept. */
export function addCode(writer: ImportWriter, personId: number, { kind, value, key, password }: ImportedCode): void {
  const { inserts } = writer.outbox;
  if (kind === 'case-number') inserts.case_number.push([personId, value, key]);
  else if (password === undefined) inserts.external_code.push([personId, kind, value, key]);
  else {
    inserts.credential.push([personId, value, key, password]);
    writer.created.credentials += 1;
  }
}

/** Id of a class; a class that the registry does not have is made. */
export function classId(
  writer: ImportWriter,
  { key, title }: { readonly key: string; readonly title: string },
): number {
  const there = writer.classIds.get(key);
  if (there !== undefined) return there;
  const id = writer.ids.school_class;
  writer.ids.school_class = id + 1;
  const parsed = parseClassName(title);
  const [grade, letter] = parsed.kind === 'class' ? [parsed.grade, parsed.letter] : [null, ''];
  writer.outbox.inserts.school_class.push([id, grade, letter, title, key]);
  writer.outbox.journal.push({ table: 'school_class', id });
  writer.classIds.set(key, id);
  writer.created.classes += 1;
  return id;
}

/** Notes a change of a row that was there before. */
export function change(
  { outbox }: ImportWriter,
  table: ImportTable,
  id: number,
  before: ColumnValues,
  after: ColumnValues,
): void {
  outbox.changes.push({ table, id, before, after });
}
