import type { KnownContact, KnownLink, KnownPeople, KnownPerson, KnownPupil } from './matching/known-people.ts';
import { formatFullName } from './person-name.ts';
import type { Relation } from './relation.ts';

/** Titles that the import recognises by itself, so that the file comes back as it went. */
const pupilTitles = [
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Пол',
  'Класс',
  'Классный руководитель',
  'Логин ученика',
  'Телефон ученика',
  'Email ученика',
  'СНИЛС ученика',
  'GUID',
  'Номер личного дела',
  'Код для портала',
  'Телефон на портале',
  'Email на портале',
] as const;

const guardianTitles = [
  'тип',
  'фамилия',
  'имя',
  'отчество',
  'логин',
  'телефон',
  'email',
  'СНИЛС',
  'телефон на портале',
  'email на портале',
] as const;

const relationWords: Readonly<Record<Relation, string>> = {
  mother: 'мать',
  father: 'отец',
  guardian: 'опекун',
  trustee: 'попечитель',
  other: 'представитель',
};

/**
 * Pupils with their guardians as a table, titles first, in the order of `ids`. Pupils who have left are not in it. It imports
 * again without changes.
 */
export function pupilsTable(people: KnownPeople, ids: readonly number[]): string[][] {
  const pupils = ids.flatMap((id) => people.pupils.get(id) ?? []).filter(({ status }) => status !== 'left');
  const most = Math.max(0, ...pupils.map(({ guardians }) => guardians.length));
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const header = [
    ...pupilTitles,
    ...numbers.flatMap((number) => guardianTitles.map((title) => `Представитель ${number} — ${title}`)),
  ];
  return [header, ...pupils.map((pupil) => pupilRow(people, pupil, most))];
}

function pupilRow(people: KnownPeople, pupil: KnownPupil, most: number): string[] {
  const { surname, firstName, patronymic } = pupil.name;
  const sex = pupil.sex === undefined ? '' : pupil.sex === 'male' ? 'м' : 'ж';
  const own = [
    ...[surname, firstName, patronymic, dotted(pupil.birthDate), sex, pupil.className, teacherOf(people, pupil)],
    ...[loginOf(pupil), phones(pupil), first(pupil, 'email'), first(pupil, 'snils')],
    ...[codeOf(pupil, 'external-id'), codeOf(pupil, 'case-number'), codeOf(pupil, 'portal-code')],
    ...[phones(pupil, 'portal'), first(pupil, 'email', 'portal')],
  ];
  const guardians = pupil.guardians.flatMap((link) => guardianCells(people, link));
  return [...own, ...guardians, ...blank((most - pupil.guardians.length) * guardianTitles.length)];
}

function guardianCells(people: KnownPeople, { guardianId, relation }: KnownLink): string[] {
  const guardian = people.guardians.get(guardianId);
  if (guardian === undefined) return blank(guardianTitles.length);
  const { surname, firstName, patronymic } = guardian.name;
  return [
    ...[relationWords[relation], surname, firstName, patronymic, loginOf(guardian)],
    ...[phones(guardian), first(guardian, 'email'), first(guardian, 'snils')],
    ...[phones(guardian, 'portal'), first(guardian, 'email', 'portal')],
  ];
}

function blank(count: number): string[] {
  return new Array<string>(count).fill('');
}

function dotted(iso: string | undefined): string {
  return iso === undefined ? '' : iso.split('-').reverse().join('.');
}

function teacherOf({ classes, staff }: KnownPeople, { classKey }: KnownPupil): string {
  const teacher = staff.get(classes.get(classKey)?.teacherId ?? 0);
  return teacher === undefined ? '' : formatFullName(teacher.name);
}

/** The login that works here, else the one that the diary system gave. */
export function loginOf(person: KnownPerson): string {
  return person.login ?? codeOf(person, 'account');
}

function codeOf({ codes }: KnownPerson, wanted: KnownPerson['codes'][number]['kind']): string {
  return codes.find(({ kind }) => kind === wanted)?.value ?? '';
}

function contactsOf({ contacts }: KnownPerson, wanted: KnownContact['kind'], source?: 'portal'): string[] {
  return contacts.filter(({ kind, source: of }) => kind === wanted && of === source).map(({ value }) => value);
}

/** A cell may hold several phones; of addresses and SNILS it holds one. */
function phones(person: KnownPerson, source?: 'portal'): string {
  return contactsOf(person, 'phone', source).join(', ');
}

function first(person: KnownPerson, kind: 'email' | 'snils', source?: 'portal'): string {
  return contactsOf(person, kind, source)[0] ?? '';
}
