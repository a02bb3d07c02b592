import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const GOOGLE: ReadonlyMap<string, Field> = new Map([
  ['first name', 'pupil.firstName'],
  ['last name', 'pupil.surname'],
  ['email address', 'pupil.email'],
  ['recovery phone', 'pupil.phone'],
  ['mobile phone', 'pupil.phone'],
  ['employee id', 'pupil.externalId'],
  ['department', 'pupil.className'],
]);

/** Users of Google Workspace, as its administration console loads them: «First Name [Required]» and so on. */
export const googleUsers: Preset = {
  id: 'google-users',
  recognises(header) {
    const titles = titlesOf(header);
    return ['first name', 'last name', 'email address', 'org unit path'].every((title) => titles.includes(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => GOOGLE.get(title));
  },
};

const APPLE: ReadonlyMap<string, Field> = new Map([
  ['person id', 'pupil.externalId'],
  ['first name', 'pupil.firstName'],
  ['middle name', 'pupil.patronymic'],
  ['last name', 'pupil.surname'],
  ['grade level', 'pupil.grade'],
  ['email address', 'pupil.email'],
  ['sis username', 'pupil.login'],
]);

/** `students.csv` of Apple School Manager. */
export const appleStudents: Preset = {
  id: 'apple-students',
  recognises(header) {
    const titles = titlesOf(header);
    return ['person id', 'first name', 'last name', 'grade level', 'location id'].every((title) =>
      titles.includes(title),
    );
  },
  fields(header) {
    return fieldsByTitle(header, (title) => APPLE.get(title));
  },
};

const STAFF: ReadonlyMap<string, Field> = new Map([
  ['person id', 'staff.externalId'],
  ['first name', 'staff.firstName'],
  ['middle name', 'staff.patronymic'],
  ['last name', 'staff.surname'],
  ['email address', 'staff.email'],
  ['sis username', 'staff.login'],
]);

/** `staff.csv` of Apple School Manager: the same titles without a grade. */
export const appleStaff: Preset = {
  id: 'apple-staff',
  recognises(header) {
    const titles = titlesOf(header);
    const all = ['person id', 'first name', 'last name', 'location id'].every((title) => titles.includes(title));
    return all && !titles.includes('grade level');
  },
  fields(header) {
    return fieldsByTitle(header, (title) => STAFF.get(title));
  },
};
