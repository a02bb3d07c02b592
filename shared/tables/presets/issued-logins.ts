import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['login', 'pupil.login'],
  ['password', 'pupil.password'],
  ['lastname', 'pupil.surname'],
  ['firstname', 'pupil.firstAndPatronymic'],
  ['email', 'pupil.email'],
]);

/** What Belgorod's «Электронная школа» lists after an import: login, first password, surname, name with patronymic. */
export const issuedLogins: Preset = {
  id: 'issued-logins',
  recognises(header) {
    const titles = titlesOf(header);
    return titles.join(' ') === 'login password lastname firstname email';
  },
  fields(header) {
    return fieldsByTitle(header, (title) => FIELDS.get(title));
  },
};
