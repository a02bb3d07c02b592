import { type Field, type GuardianPart, MOST_GUARDIANS } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const PUPIL: ReadonlyMap<string, Field> = new Map([
  ['фио ребенка', 'pupil.fullName'],
  ['дата рождения', 'pupil.birthDate'],
  ['пол', 'pupil.sex'],
  ['класс группа', 'pupil.className'],
  ['логин ребенка', 'pupil.login'],
  ['email ребенка', 'pupil.email'],
  ['телефон ребенка', 'pupil.phone'],
  ['снилс ребенка', 'pupil.snils'],
  ['классный руководитель наставник', 'class.teacher'],
]);

const GUARDIAN: ReadonlyMap<string, GuardianPart> = new Map([
  ['тип', 'relation'],
  ['фио', 'fullName'],
  ['логин', 'login'],
  ['телефон', 'phone'],
  ['email', 'email'],
  ['снилс', 'snils'],
]);

const GUARDIAN_TITLE = /^представитель (\d{1,2}) (\S+)$/;

/**
 * `MES_контингент_<school>_<date>.csv`: one row a pupil, then a block `Представитель N — тип/ФИО/логин/телефон/email/СНИЛС`
 * for each guardian; dash or hyphen. The newer version has «Уровень образования», which is not read, nor is the age.
 */
export const mesContingent: Preset = {
  id: 'mes-contingent',
  recognises(header) {
    const titles = titlesOf(header);
    return ['фио ребенка', 'дата рождения', 'класс группа'].every((title) => titles.includes(title));
  },
  fields(header) {
    return fieldsByTitle(header, (title) => PUPIL.get(title) ?? guardianField(title));
  },
};

function guardianField(title: string): Field | undefined {
  const [, number, name = ''] = GUARDIAN_TITLE.exec(title) ?? [];
  const part = GUARDIAN.get(name);
  const counted = Number(number);
  return part === undefined || counted < 1 || counted > MOST_GUARDIANS ? undefined : `guardian.${counted}.${part}`;
}
