import type { Field } from '../columns.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

/** What may be read, by a part of the title: real titles drift. Nothing else of this file is anybody's business here. */
const WHITE_LIST: readonly (readonly [RegExp, Field])[] = [
  [/^личное дело/, 'pupil.caseNumber'],
  [/^фио$/, 'pupil.fullName'],
  [/^пол$/, 'pupil.sex'],
  [/^(?:родился|дата рождения)/, 'pupil.birthDate'],
  [/^полис пенсионного страхования/, 'pupil.snils'],
  [/^номер и буква класса/, 'pupil.className'],
  [/^телефон/, 'pupil.phone'],
  [/^e ?mail/, 'pupil.email'],
];

/**
 * Contingent extract of Moscow's АИС: one row a pupil under a header row that has no fixed place, the date of the extract
 * in A2. It also tells of police registers, health and addresses: only the columns of the white list are read.
 */
export const aisContingent: Preset = {
  id: 'ais-contingent',
  keepsKnownOnly: true,
  recognises(header) {
    const titles = titlesOf(header);
    const starts = (start: string) => titles.some((title) => title.startsWith(start));
    return starts('личное дело') && starts('номер и буква класса') && titles.includes('фио');
  },
  fields(header) {
    return fieldsByTitle(header, (title) => WHITE_LIST.find(([pattern]) => pattern.test(title))?.[1]);
  },
};
