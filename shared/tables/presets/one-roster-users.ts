import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['sourcedid', 'person.externalId'],
  ['role', 'role'],
  ['username', 'pupil.login'],
  ['givenname', 'pupil.firstName'],
  ['familyname', 'pupil.surname'],
  ['middlename', 'pupil.patronymic'],
  ['email', 'pupil.email'],
  ['phone', 'pupil.phone'],
  ['grades', 'pupil.grade'],
  ['agentsourcedids', 'parent.externalId'],
]);

/**
 * `users.csv` alone, of OneRoster 1.1 or 1.2 or of School Data Sync 2.1; the whole package says more and is read by
 * `readPackage`. https://www.imsglobal.org/oneroster-v11-final-csv-tables
 */
export const oneRosterUsers: Preset = {
  id: 'one-roster-users',
  recognises(header) {
    const titles = titlesOf(header);
    return ['sourcedid', 'username', 'givenname', 'familyname'].every((title) => titles.includes(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => FIELDS.get(title));
  },
};
