import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['класс', 'pupil.className'],
  ['фамилия', 'pupil.surname'],
  ['имя отчество', 'pupil.firstAndPatronymic'],
  ['пол', 'pupil.sex'],
  ['дата рождения', 'pupil.birthDate'],
]);

const OLD_LAYOUT = ['класс', 'фамилия', 'имя отчество'];

/** Belgorod's «Электронная школа»: five columns, three in its older version, first name and patronymic in one. */
export const belgorod: Preset = {
  id: 'belgorod',
  recognises(header) {
    const titles = titlesOf(header);
    return OLD_LAYOUT.every((title) => titles.includes(title)) && titles.every((title) => FIELDS.has(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => FIELDS.get(title));
  },
};
