import { type Field, type GuardianPart, MOST_GUARDIANS, type PupilPart } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

const PUPIL: ReadonlyMap<string, PupilPart> = new Map([
  ['last name', 'surname'],
  ['first name', 'firstName'],
  ['middle name', 'patronymic'],
  ['birth date', 'birthDate'],
  ['sex', 'sex'],
  ['class unit', 'className'],
  ['class unit name', 'className'],
  ['class name', 'className'],
  ['gusoev login', 'login'],
  ['phone number', 'portalPhone'],
  ['email', 'portalEmail'],
  ['phone number ezd', 'phone'],
  ['email ezd', 'email'],
  ['snils', 'snils'],
  ['contingent guid', 'externalId'],
  ['left on', 'leftOn'],
]);

const GUARDIAN: ReadonlyMap<string, GuardianPart> = new Map([
  ['type', 'relation'],
  ['hidden', 'hidden'],
  ['name', 'fullName'],
  ['gusoev login', 'login'],
  ['phone number', 'portalPhone'],
  ['email', 'portalEmail'],
  ['phone number ezd', 'phone'],
  ['email ezd', 'email'],
  ['snils', 'snils'],
]);

const PARENT_TITLE = /^parents? (\d{1,2}) (.+)$/;

/**
 * Records of МЭШ saved as a table: titles are the names of the record's fields, parents are numbered from 0
 * (`parents.0.name`). Both contacts of a person are read, the portal's and the diary's (`…_ezd`), and never merged: their
 * difference is what a reconciliation looks for.
 */
export const mesRecords: Preset = {
  id: 'mes-records',
  recognises(header) {
    const titles = titlesOf(header);
    const sides = titles.some((title) => /(?:phone number|email) ezd$/.test(title)) || titles.includes('gusoev login');
    return sides && titles.includes('last name') && titles.includes('first name');
  },
  fields(header) {
    return fieldsByTitle(header, (title) => pupilField(title) ?? parentField(title));
  },
};

function pupilField(title: string): Field | undefined {
  const part = PUPIL.get(title);
  return part === undefined ? undefined : `pupil.${part}`;
}

function parentField(title: string): Field | undefined {
  const [, index, name = ''] = PARENT_TITLE.exec(title) ?? [];
  const part = GUARDIAN.get(name);
  const number = Number(index) + 1;
  return part === undefined || number > MOST_GUARDIANS ? undefined : `guardian.${number}.${part}`;
}
