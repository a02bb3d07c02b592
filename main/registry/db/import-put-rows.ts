import type { ImportedPerson } from '../../../shared/domain/import-people.ts';
import type { ImportPlan, PlannedRow } from '../../../shared/domain/import-planned.ts';
import type { PlannedTeacher } from '../../../shared/domain/import-teachers.ts';
import { changeMissing, changePupil, changeStaff, putLinks } from './import-changes.ts';
import { newPupilLine } from './import-search-lines.ts';
import { change, classId, type ImportWriter, newPerson } from './import-writer.ts';

/** Puts everything that one accepted row means into the outbox. */
export function putRow(writer: ImportWriter, planned: PlannedRow): void {
  if (planned.staff !== undefined) putStaff(writer, planned);
  else if (planned.known !== undefined) putKnown(writer, planned, planned.known);
  else putNew(writer, planned);
  if (planned.teacher !== undefined && takesTeacher(writer, planned)) putTeacher(writer, planned, planned.teacher);
}

/** Marks a pupil whom a complete list leaves out. */
export function putMissing(writer: ImportWriter, pupil: ImportPlan['missing'][number]): void {
  changeMissing(writer, pupil);
  writer.toCheck += 1;
}

function putNew(writer: ImportWriter, planned: PlannedRow): void {
  const { pupil } = planned.row;
  if (pupil === undefined) return;
  const pupilId = newPerson(writer, 'pupil', pupil, planned);
  writer.created.pupils += 1;
  writer.outbox.inserts.enrolment.push([pupilId, classId(writer, pupil.schoolClass)]);
  putLinks(writer, planned, pupilId);
  const line = newPupilLine(writer, planned, pupil);
  if (line === undefined) writer.pupilIds.push(pupilId);
  else writer.outbox.inserts.search_line.push([pupilId, line]);
}

function putKnown(writer: ImportWriter, planned: PlannedRow, known: NonNullable<PlannedRow['known']>): void {
  writer.changed += 1;
  changePupil(writer, planned, known);
  putLinks(writer, planned, known.id);
  writer.pupilIds.push(known.id);
}

function putStaff(writer: ImportWriter, planned: PlannedRow): void {
  const { staff } = planned;
  if (staff === undefined) return;
  const { person, known } = staff;
  if (known !== undefined) {
    changeStaff(writer, planned, known);
    writer.staff += 1;
  } else if (!writer.staffIds.has(person.nameKey)) putNewStaff(writer, planned, person);
}

function putNewStaff(writer: ImportWriter, planned: PlannedRow, person: ImportedPerson): number {
  const id = newPerson(writer, 'staff', person, planned);
  writer.staffIds.set(person.nameKey, id);
  writer.staff += 1;
  return id;
}

/** A known row may leave the teacher out; a new one brings him. */
function takesTeacher({ acceptance }: ImportWriter, { changes, row }: PlannedRow): boolean {
  const change = changes.find(({ key }) => key === 'class.teacher');
  return change === undefined || acceptance.takesChange(row.rowNumber, change);
}

function putTeacher(writer: ImportWriter, planned: PlannedRow, teacher: PlannedTeacher): void {
  const { schoolClass, name, nameKey: key, known, before } = teacher;
  const id = classId(writer, schoolClass);
  const nobody = { sex: undefined, birthDate: undefined, contacts: [], codes: [] };
  const teacherId =
    known?.id ?? writer.staffIds.get(key) ?? putNewStaff(writer, planned, { ...nobody, name, nameKey: key });
  writer.staffIds.set(key, teacherId);
  change(writer, 'school_class', id, { teacher_id: before?.id ?? null }, { teacher_id: teacherId });
}
