import { daysAfter } from '../../../shared/domain/expiry.ts';
import { editWithout, fieldOfCode, fieldOfContact, type PersonEdit } from '../../../shared/domain/import-edit.ts';
import type { ImportedCode } from '../../../shared/domain/import-people.ts';
import type { PlannedLink, PlannedPerson, PlannedRow } from '../../../shared/domain/import-planned.ts';
import type { KnownPerson, KnownPupil } from '../../../shared/domain/matching/known-people.ts';
import { nameKey } from '../../../shared/domain/person-name.ts';
import { isLegalRelation } from '../../../shared/domain/relation.ts';
import type { ColumnValues } from './import-tables.ts';
import { addCode, addContact, change, classId, type ImportWriter, newPerson } from './import-writer.ts';

/** Everything that a row changes about its known pupil, as far as it is accepted. */
export function changePupil(writer: ImportWriter, planned: PlannedRow, known: KnownPupil): void {
  putEdit(writer, known, acceptedEdit(writer, planned, planned.edit, known, 'pupil.'));
  movePupil(writer, planned, known);
  if (planned.status !== undefined && takes(writer, planned, 'pupil.status'))
    setStatus(writer, known, planned.status.to, planned.status.leftOn);
}

function movePupil(writer: ImportWriter, planned: PlannedRow, known: KnownPupil): void {
  const { movesTo, row } = planned;
  if (movesTo === undefined || row.pupil === undefined || !takes(writer, planned, 'pupil.class')) return;
  const { enrolment, class_notice: notices } = writer.outbox.inserts;
  const to = classId(writer, row.pupil.schoolClass);
  const from = known.enrolment?.classId ?? null;
  endPlace(writer, known, writer.facts.today);
  enrolment.push([known.id, to]);
  notices.push([to, known.id, known.status === 'left' ? 'returned' : 'came', from]);
  if (from !== null) notices.push([from, known.id, 'went', to]);
  noteOrigin(writer, known.id, 'class');
}

function endPlace(writer: ImportWriter, { enrolment }: KnownPupil, lastDay: string): void {
  if (enrolment !== undefined) change(writer, 'enrolment', enrolment.id, { valid_to: null }, { valid_to: lastDay });
}

/** A pupil whom a complete list leaves out is to be checked. */
export function changeMissing(writer: ImportWriter, known: KnownPupil): void {
  putEdit(writer, known, undefined);
  change(writer, 'person', known.id, { status: 'active' }, { status: 'to-check' });
  noteOrigin(writer, known.id, 'status');
}

export function changeStaff(writer: ImportWriter, planned: PlannedRow, known: KnownPerson): void {
  putEdit(writer, known, acceptedEdit(writer, planned, planned.edit, known, 'staff.'));
}

function setStatus(writer: ImportWriter, known: KnownPupil, status: 'active' | 'left', leftOn: string | null): void {
  const { leftOn: left_on = null, archiveOn: archive_on = null, purgeOn: purge_on = null } = known;
  const before = { status: known.status ?? 'active', left_on, archive_on, purge_on };
  change(writer, 'person', known.id, before, { status, ...leavingDays(writer, leftOn) });
  if (status === 'left') putLeaver(writer, known, leftOn ?? writer.facts.today);
  noteOrigin(writer, known.id, 'status');
}

function leavingDays({ facts: { leavers } }: ImportWriter, leftOn: string | null): ColumnValues {
  if (leftOn === null) return { left_on: null, archive_on: null, purge_on: null };
  const { archiveDays, purgeDays } = leavers;
  return { left_on: leftOn, archive_on: daysAfter(leftOn, archiveDays), purge_on: daysAfter(leftOn, purgeDays) };
}

function putLeaver(writer: ImportWriter, known: KnownPupil, leftOn: string): void {
  writer.left += 1;
  endPlace(writer, known, leftOn);
  if (known.enrolment !== undefined)
    writer.outbox.inserts.class_notice.push([known.enrolment.classId, known.id, 'left', null]);
}

function noteOrigin({ outbox }: ImportWriter, personId: number, field: string): void {
  outbox.inserts.field_origin.push([personId, field]);
}

/** Is this change of the row accepted? Changes that the row does not have are not. */
function takes({ acceptance }: ImportWriter, { row, changes }: PlannedRow, key: string): boolean {
  const found = changes.find((one) => one.key === key);
  return found !== undefined && acceptance.takesChange(row.rowNumber, found);
}

function acceptedEdit(
  { acceptance }: ImportWriter,
  { row }: PlannedRow,
  edit: PersonEdit | undefined,
  known: KnownPerson,
  prefix: string,
): PersonEdit | undefined {
  if (edit === undefined) return undefined;
  const kept = new Set(edit.changes.filter((one) => one.kept).map(({ field }) => field));
  const isLeft = (field: string) =>
    !acceptance.takesChange(row.rowNumber, { key: prefix + field, kept: kept.has(field) });
  return editWithout(edit, known, isLeft);
}

/** Writes what is new about a known person; even without that the person is marked as touched by this import. */
function putEdit(writer: ImportWriter, known: KnownPerson, edit: PersonEdit | undefined): void {
  if (writer.touched.has(known.id)) return;
  writer.touched.add(known.id);
  const { before, after } = personValues(writer, known, edit);
  change(writer, 'person', known.id, before, after);
  if (edit === undefined) return;
  if (edit.name !== undefined && isRenamed(known, after)) keepName(writer, known);
  putContacts(writer, known.id, edit);
  for (const code of edit.addCodes) addCode(writer, known.id, code);
  for (const { from, to } of edit.changeCodes)
    change(writer, 'external_code', from.id, codeValues(from), codeValues(to));
  for (const field of fieldsOf(edit)) noteOrigin(writer, known.id, field);
}

function putContacts(writer: ImportWriter, personId: number, { closeContacts, addContacts }: PersonEdit): void {
  for (const { id } of closeContacts)
    change(writer, 'contact', id, { valid_to: null }, { valid_to: writer.facts.today });
  for (const contact of addContacts) addContact(writer, personId, contact);
}

/** A password replaces no code: it makes a login of its own. */
function fieldsOf(edit: PersonEdit): ReadonlySet<string> {
  return new Set([
    ...edit.changes.map(({ field }) => field),
    ...edit.addContacts.map(fieldOfContact),
    ...edit.addCodes.map(({ kind }) => fieldOfCode[kind]),
  ]);
}

function codeValues({ value, key }: ImportedCode): ColumnValues {
  return { value, value_key: key };
}

function personValues(writer: ImportWriter, known: KnownPerson, edit: PersonEdit | undefined) {
  const before: Record<string, string | null> = { updated_at: known.updatedAt };
  const after: Record<string, string | null> = { updated_at: writer.facts.at };
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

function keepName({ outbox }: ImportWriter, { id, name }: KnownPerson): void {
  outbox.inserts.name_history.push([id, name.surname, name.firstName, name.patronymic]);
}

/** Links of a row; a link that a person left out makes no guardian. */
export function putLinks(writer: ImportWriter, planned: PlannedRow, pupilId: number): void {
  for (const [place, link] of planned.links.entries()) {
    const guardian = writer.plan.guardians[link.guardian];
    const prefix = `guardian.${place + 1}.`;
    if (guardian === undefined || (link.link === undefined && leaves(writer, planned, `${prefix}link`))) continue;
    const guardianId = putGuardian(writer, planned, { index: link.guardian, guardian, prefix });
    if (link.link === undefined) newLink(writer, planned, { pupilId, guardianId, relation: link.relation, place });
    else if (link.link.relation !== link.relation && takes(writer, planned, `${prefix}relation`)) {
      change(writer, 'guardianship', link.link.id, relationValues(link.link.relation), relationValues(link.relation));
      noteOrigin(writer, pupilId, 'relation');
    }
  }
}

/** Rows of new pupils list no changes and leave nothing out. */
function leaves({ acceptance }: ImportWriter, { row }: PlannedRow, key: string): boolean {
  return !acceptance.takesChange(row.rowNumber, { key, kept: false });
}

function relationValues(relation: PlannedLink['relation']): ColumnValues {
  return { relation, is_legal: isLegalRelation(relation) ? 1 : 0 };
}

interface GuardianOfRow {
  readonly index: number;
  readonly guardian: PlannedPerson;
  readonly prefix: string;
}

function putGuardian(writer: ImportWriter, planned: PlannedRow, { index, guardian, prefix }: GuardianOfRow): number {
  const there = writer.guardianIds.get(index);
  if (there !== undefined) return there;
  const { person, known, edit } = guardian;
  const id = known?.id ?? newPerson(writer, 'guardian', person, planned);
  writer.guardianIds.set(index, id);
  if (known === undefined) {
    writer.created.guardians += 1;
    return id;
  }
  const accepted = acceptedEdit(writer, planned, edit, known, prefix);
  if (accepted !== undefined) {
    putEdit(writer, known, accepted);
    writer.touchedGuardianIds.push(id);
  }
  return id;
}

interface NewLink {
  readonly pupilId: number;
  readonly guardianId: number;
  readonly relation: PlannedLink['relation'];
  readonly place: number;
}

/** Both ends count as touched; the link itself is journalled, since it may join two people who were there before. */
function newLink(writer: ImportWriter, planned: PlannedRow, { pupilId, guardianId, relation, place }: NewLink): void {
  const id = writer.ids.guardianship;
  writer.ids.guardianship = id + 1;
  const priority = (planned.known?.guardians.length ?? 0) + place + 1;
  const legal = isLegalRelation(relation) ? 1 : 0;
  writer.outbox.inserts.guardianship.push([id, pupilId, guardianId, relation, legal, priority]);
  const guardian = writer.people.guardians.get(guardianId);
  if (guardian !== undefined) putEdit(writer, guardian, undefined);
  if (guardian !== undefined && planned.known !== undefined) writer.outbox.journal.push({ table: 'guardianship', id });
}
