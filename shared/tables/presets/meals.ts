import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const COMPARISON: ReadonlyMap<string, Field> = new Map([
  ['фамилия', 'pupil.surname'],
  ['имя', 'pupil.firstName'],
  ['отчество', 'pupil.patronymic'],
  ['класс', 'pupil.className'],
]);

const COMPARISON_SIGNS = ['фамилия', 'имя', 'класс', 'есть в ис пп', 'есть в реестре'];

/** Comparison of ИС ПП «Проход и питание» with the pupils' register: eight columns, a delimiter after the last. */
export const mealsComparison: Preset = {
  id: 'ispp-comparison',
  recognises(header) {
    const titles = titlesOf(header);
    return COMPARISON_SIGNS.every((title) => titles.includes(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => COMPARISON.get(title));
  },
};

const CARD: ReadonlyMap<string, Field> = new Map([
  ['фамилия', 'pupil.surname'],
  ['имя', 'pupil.firstName'],
  ['отчество', 'pupil.patronymic'],
  ['группа', 'pupil.className'],
  ['мобильный', 'pupil.phone'],
  ['e mail', 'pupil.email'],
  ['снилс', 'pupil.snils'],
  ['пол', 'pupil.sex'],
  ['дата рождения', 'pupil.birthDate'],
  ['guid mesh', 'pupil.externalId'],
]);

/**
 * Client cards of ИС ПП. Whoever signed the contract («Договор-фамилия») is not taken for a guardian, and the passwords of
 * its cabinet are another system's and are not read.
 */
export const mealsCard: Preset = {
  id: 'ispp-card',
  recognises(header) {
    const titles = titlesOf(header);
    return ['номер договора', 'договор фамилия', 'фамилия', 'имя', 'группа'].every((title) => titles.includes(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => CARD.get(title));
  },
};
