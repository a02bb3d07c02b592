import type { FieldChange } from '../contract/import-plan.ts';
import { editOf } from './import-edit.ts';
import type { ImportedRow, ImportedTeacher } from './import-people.ts';
import { undecided } from './import-plan-rows.ts';
import type { PlannedPerson, PlannedRow } from './import-planned.ts';
import { needClass, type Planner, takeTeacher } from './import-planner.ts';
import { teacherChange } from './import-teachers.ts';

/** Decides a row of a staff list: the person by full name, and the class whose teacher this is. */
export function planStaffRow(planner: Planner, row: ImportedRow, { person, schoolClass }: ImportedTeacher): PlannedRow {
  const again = planner.staffPlanned.get(person.nameKey);
  const known = planner.staff.get(person.nameKey);
  const edit = known === undefined || again !== undefined ? undefined : editOf(known, person, 'staff.');
  const staff: PlannedPerson = again ?? { person, known, edit };
  planner.staffPlanned.set(person.nameKey, staff);
  const teacher = takeTeacher(planner, schoolClass.key);
  if (teacher !== undefined) needClass(planner, schoolClass);
  const changes: FieldChange[] = edit === undefined ? [] : [...edit.changes];
  if (teacher !== undefined) changes.push(teacherChange(teacher));
  const isNew = known === undefined && again === undefined;
  const pile = isNew ? 'new' : changes.some(({ kept }) => !kept) ? 'changed' : 'same';
  return { ...undecided, row, pile, staff, teacher, edit, changes, problems: row.problems };
}
