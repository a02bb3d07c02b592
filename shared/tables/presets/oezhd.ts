import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['литера', 'pupil.letter'],
  ['параллель', 'pupil.grade'],
  ['guid персоны', 'person.externalId'],
  ['имя', 'pupil.firstName'],
  ['фамилия', 'pupil.surname'],
  ['отчество', 'pupil.patronymic'],
  ['дата рождения', 'pupil.birthDate'],
  ['пол', 'pupil.sex'],
  ['e mail', 'pupil.email'],
  ['роль', 'role'],
  ['guid родителя', 'parent.externalId'],
]);

const SIGNS = ['guid школы', 'guid класса', 'guid персоны', 'литера', 'параллель', 'фамилия', 'имя', 'роль'];

/**
 * ОЭЖД personal data (dnevnik.mos.ru, 24 columns with types in the titles): one row a person, pupils and teachers by
 * «Роль», first name before surname, GUIDs of school, class and person repeated. Of repeated titles the first counts.
 */
export const oezhd: Preset = {
  id: 'oezhd',
  recognises(header) {
    const titles = titlesOf(header);
    return SIGNS.every((title) => titles.includes(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => FIELDS.get(title));
  },
};
