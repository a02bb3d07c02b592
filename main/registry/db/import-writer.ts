import { parseClassName } from '../../../shared/domain/class-name.ts';
import type { PersonEdit } from '../../../shared/domain/import-edit.ts';
import type { ImportedCode, ImportedContact, ImportedPerson } from '../../../shared/domain/import-people.ts';
import type { ImportPlan, PlannedGuardian, PlannedLink, PlannedRow } from '../../../shared/domain/import-planned.ts';
import type { PlannedTeacher } from '../../../shared/domain/import-teachers.ts';
import type { KnownPeople, KnownPerson } from '../../../shared/domain/matching/known-people.ts';
import { nameKey } from '../../../shared/domain/person-name.ts';
import { isLegalRelation } from '../../../shared/domain/relation.ts';
import { type ColumnValues, createOutbox, type ImportTable, type Outbox } from './import-tables.ts';

/** What the rows of an import have in common. */
export interface WriterParts {
  readonly plan: ImportPlan;
  readonly people: KnownPeople;
  readonly ids: Record<ImportTable, number>;
  readonly importId: number;
  readonly academicYearId: number;
  readonly diarySystem: string;
  /** ISO 8601 moment and date of the import. */
  readonly at: string;
  readonly today: string;
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
  /** Pupils whose search line must be made again. */
  readonly pupilIds: number[];
  readonly touchedGuardianIds: number[];
  readonly created: { pupils: number; guardians: number; classes: number };
  changed: number;
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
    created: { pupils: 0, guardians: 0, classes: 0 },
    changed: 0,
  };
}

/** Puts everything that one accepted row means into the outbox. */
export function putRow(writer: ImportWriter, planned: PlannedRow): void {
  const { pupil } = planned.row;
  if (pupil === undefined) return;
  const { known } = planned;
  const pupilId = known?.id ?? newPerson(writer, 'pupil', pupil);
  if (known === undefined) {
    writer.created.pupils += 1;
    enrol(writer, pupilId, classId(writer, pupil.schoolClass));
  } else {
    writer.changed += 1;
    changePupil(writer, planned, known);
  }
  for (const link of planned.links) putLink(writer, planned, pupilId, link);
  if (planned.teacher !== undefined) putTeacher(writer, planned.teacher);
  writer.pupilIds.push(pupilId);
}

function takeId(writer: ImportWriter, table: ImportTable): number {
  const id = writer.ids[table];
  writer.ids[table] = id + 1;
  return id;
}

function newPerson(writer: ImportWriter, kind: 'pupil' | 'guardian' | 'staff', person: ImportedPerson): number {
  const id = takeId(writer, 'person');
  const { surname, firstName, patronymic } = person.name;
  const facts = [person.nameKey, person.sex ?? null, person.birthDate ?? null, writer.at, writer.at];
  writer.outbox.inserts.person.push([id, kind, surname, firstName, patronymic, ...facts]);
  writer.outbox.journal.push({ table: 'person', id });
  for (const contact of person.contacts) addContact(writer, id, contact);
  for (const code of person.codes) addCode(writer, id, code);
  return id;
}

function addContact(
  writer: ImportWriter,
  personId: number,
  { kind, value, key, label, checked }: ImportedContact,
): void {
  const id = takeId(writer, 'contact');
  const since = [writer.today, writer.importId];
  writer.outbox.inserts.contact.push([id, personId, kind, 'school', value, key, label, checked, ...since]);
}

function addCode(writer: ImportWriter, personId: number, { kind, value, key }: ImportedCode): void {
  const id = takeId(writer, 'external_code');
  writer.outbox.inserts.external_code.push([id, personId, writer.diarySystem, kind, value, key, writer.importId]);
}

function enrol(writer: ImportWriter, pupilId: number, into: number): void {
  const id = takeId(writer, 'enrolment');
  writer.outbox.inserts.enrolment.push([id, pupilId, into, writer.today, writer.importId]);
}

/** Id of a class; a class that the registry does not have is made. */
function classId(writer: ImportWriter, { key, title }: { readonly key: string; readonly title: string }): number {
  const there = writer.classIds.get(key);
  if (there !== undefined) return there;
  const id = takeId(writer, 'school_class');
  const parsed = parseClassName(title);
  const [grade, letter] = parsed.kind === 'class' ? [parsed.grade, parsed.letter] : [null, ''];
  writer.outbox.inserts.school_class.push([id, writer.academicYearId, grade, letter, title, key]);
  writer.outbox.journal.push({ table: 'school_class', id });
  writer.classIds.set(key, id);
  writer.created.classes += 1;
  return id;
}

function change(writer: ImportWriter, table: ImportTable, id: number, before: ColumnValues, after: ColumnValues): void {
  writer.outbox.changes.push({ table, id, before, after });
}

function changePupil(writer: ImportWriter, planned: PlannedRow, known: NonNullable<PlannedRow['known']>): void {
  putEdit(writer, known, planned.edit);
  if (planned.movesTo === undefined || planned.row.pupil === undefined) return;
  if (known.enrolment !== undefined)
    change(writer, 'enrolment', known.enrolment.id, { valid_to: null }, { valid_to: writer.today });
  enrol(writer, known.id, classId(writer, planned.row.pupil.schoolClass));
}

/** Writes what is new about a known person; even without that the person is marked as touched by this import. */
function putEdit(writer: ImportWriter, known: KnownPerson, edit: PersonEdit | undefined): void {
  if (writer.touched.has(known.id)) return;
  writer.touched.add(known.id);
  const { before, after } = personValues(writer, known, edit);
  change(writer, 'person', known.id, before, after);
  if (edit === undefined) return;
  if (edit.name !== undefined && isRenamed(known, after)) keepName(writer, known);
  for (const { id } of edit.closeContacts)
    change(writer, 'contact', id, { valid_to: null }, { valid_to: writer.today });
  for (const contact of edit.addContacts) addContact(writer, known.id, contact);
  for (const code of edit.addCodes) addCode(writer, known.id, code);
  for (const { from, to } of edit.changeCodes)
    change(writer, 'external_code', from.id, codeValues(from), codeValues(to));
}

function codeValues({ value, key }: ImportedCode): ColumnValues {
  return { value, value_key: key };
}

function personValues(writer: ImportWriter, known: KnownPerson, edit: PersonEdit | undefined) {
  const before: Record<string, string | null> = { updated_at: known.updatedAt };
  const after: Record<string, string | null> = { updated_at: writer.at };
  if (edit?.name !== undefined) {
    Object.assign(before, nameValues(known.name, known.nameKey));
    Object.assign(after, nameValues(edit.name, nameKey(edit.name)));
  }
  if (edit?.sex !== undefined) {
    before.sex = known.sex ?? null;
    after.sex = edit.sex;
  }
  if (edit?.birthDate !== undefined) {
    before.birth_date = known.birthDate ?? null;
    after.birth_date = edit.birthDate;
  }
  return { before, after };
}

function nameValues({ surname, firstName, patronymic }: KnownPerson['name'], key: string): ColumnValues {
  return { surname, first_name: firstName, patronymic, name_key: key };
}

/** A patronymic that was missing, or another spelling, is no former name. */
function isRenamed(known: KnownPerson, after: ColumnValues): boolean {
  const [surname, firstName, patronymic] = known.nameKey.split('|');
  const now = String(after.name_key).split('|');
  return surname !== now[0] || firstName !== now[1] || (patronymic !== '' && patronymic !== now[2]);
}

function keepName(writer: ImportWriter, { id: personId, name }: KnownPerson): void {
  const id = takeId(writer, 'name_history');
  const { surname, firstName, patronymic } = name;
  const rest = [writer.today, writer.importId];
  writer.outbox.inserts.name_history.push([id, personId, surname, firstName, patronymic, ...rest]);
}

function putLink(writer: ImportWriter, planned: PlannedRow, pupilId: number, link: PlannedLink): void {
  const guardian = writer.plan.guardians[link.guardian];
  if (guardian === undefined) return;
  const guardianId = putGuardian(writer, link.guardian, guardian);
  if (link.link === undefined) newLink(writer, { planned, pupilId, guardianId, relation: link.relation });
  else if (link.link.relation !== link.relation)
    change(writer, 'guardianship', link.link.id, relationValues(link.link.relation), relationValues(link.relation));
}

function relationValues(relation: PlannedLink['relation']): ColumnValues {
  return { relation, is_legal: isLegalRelation(relation) ? 1 : 0 };
}

function putGuardian(writer: ImportWriter, index: number, { person, known, edit }: PlannedGuardian): number {
  const there = writer.guardianIds.get(index);
  if (there !== undefined) return there;
  const id = known?.id ?? newPerson(writer, 'guardian', person);
  writer.guardianIds.set(index, id);
  if (known === undefined) writer.created.guardians += 1;
  else if (edit !== undefined) {
    putEdit(writer, known, edit);
    writer.touchedGuardianIds.push(id);
  }
  return id;
}

interface NewLink {
  readonly planned: PlannedRow;
  readonly pupilId: number;
  readonly guardianId: number;
  readonly relation: PlannedLink['relation'];
}

/** Both ends count as touched; the link itself is journalled, since it may join two people who were there before. */
function newLink(writer: ImportWriter, { planned, pupilId, guardianId, relation }: NewLink): void {
  const id = takeId(writer, 'guardianship');
  const priority =
    (planned.known?.guardians.length ?? 0) +
    planned.links.findIndex((link) => writer.guardianIds.get(link.guardian) === guardianId) +
    1;
  const { is_legal: legal = 1 } = relationValues(relation);
  writer.outbox.inserts.guardianship.push([id, pupilId, guardianId, relation, legal, priority]);
  const guardian = writer.people.guardians.get(guardianId);
  if (guardian !== undefined) putEdit(writer, guardian, undefined);
  if (guardian !== undefined && planned.known !== undefined) writer.outbox.journal.push({ table: 'guardianship', id });
}

function putTeacher(writer: ImportWriter, { schoolClass, name, nameKey: key, known, before }: PlannedTeacher): void {
  const id = classId(writer, schoolClass);
  const nobody = { sex: undefined, birthDate: undefined, contacts: [], codes: [] };
  const teacherId =
    known?.id ?? writer.staffIds.get(key) ?? newPerson(writer, 'staff', { ...nobody, name, nameKey: key });
  writer.staffIds.set(key, teacherId);
  change(writer, 'school_class', id, { teacher_id: before?.id ?? null }, { teacher_id: teacherId });
}
