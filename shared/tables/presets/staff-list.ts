import type { Field, StaffPart } from '../columns.ts';
import { PERSON_TITLES } from '../header-words.ts';
import { fieldsByTitle, type Preset, titlesOf } from './preset.ts';

/** Titles that only a list of the school's staff has. */
const SIGNS = ['должность', 'классное руководство', 'табельный номер', 'преподаваемый предмет', 'предмет'];

const CLASS_TITLES = new Set(['классное руководство', 'класс', 'классный руководитель в', 'руководит классом']);

const STAFF_WORD = /(?:^| )(?:учителя|учитель|педагога|педагог|сотрудника|сотрудник|преподавателя|работника)(?= |$)/g;

/** The staff with the classes they lead, by the school's own titles: «ФИО учителя», «Должность», «Телефон». */
export const staffList: Preset = {
  id: 'staff-list',
  recognises(header) {
    const titles = titlesOf(header);
    const named = titles.some((title) => ['fullName', 'surname'].includes(partOf(title) ?? ''));
    const others = titles.some((title) => /родител|представител|мать|отец|ребенка|ученика/.test(title));
    return named && !others && titles.some((title) => SIGNS.includes(title) || isOfStaff(title));
  },
  fields(header) {
    return fieldsByTitle(header, fieldOf);
  },
};

function isOfStaff(title: string): boolean {
  return title.search(STAFF_WORD) >= 0 && partOf(title) !== undefined;
}

function partOf(title: string): StaffPart | undefined {
  const part = PERSON_TITLES.get(title.replace(STAFF_WORD, '').trim());
  return part === undefined || part === 'portalPhone' || part === 'portalEmail' ? undefined : part;
}

function fieldOf(title: string): Field | undefined {
  if (CLASS_TITLES.has(title)) return 'staff.className';
  const part = partOf(title);
  return part === undefined ? undefined : `staff.${part}`;
}
