import { encodeText } from '../tables/encoding.ts';
import { seededRandom } from './random.ts';
import { EASTERN_FATHERS, easternPatronymic, FATHERS, GIRLS, type Sex } from './roster-names.ts';
import {
  type Maker,
  makeDate,
  makeGuid,
  makePerson,
  makeSurname,
  type RosterPerson,
  trapped,
} from './roster-people.ts';

export interface RosterGuardian extends RosterPerson {
  readonly relation: 'мать' | 'отец' | 'опекун';
}

/** Contacts that a pupil does not have are absent. Siblings hold the very same guardian objects. */
export interface RosterPupil extends Omit<RosterPerson, 'email' | 'phone' | 'snils'> {
  readonly email?: string;
  readonly phone?: string;
  readonly snils?: string;
  /** ISO date. */
  readonly birthDate: string;
  /** `5А` */
  readonly className: string;
  readonly guardians: readonly RosterGuardian[];
}

export interface RosterClass {
  readonly name: string;
  readonly grade: number;
  readonly letter: string;
  readonly guid: string;
  readonly teacher: RosterPerson & { readonly birthDate: string };
}

export interface RosterSchool {
  readonly guid: string;
  readonly name: string;
  /** Calendar year in which the academic year starts. */
  readonly startYear: number;
  readonly classes: readonly RosterClass[];
  readonly pupils: readonly RosterPupil[];
}

export interface SchoolWishes {
  readonly seed: number;
  readonly pupils: number;
  /** Class names; without them as many classes of about 25 as are needed. */
  readonly classes?: readonly string[];
  /** Latin letters inside Cyrillic surnames, wrong SNILS checksums, a parent's phone on a child, now and then. */
  readonly traps?: boolean;
  readonly startYear?: number;
}

const LETTERS = 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ';
const CLASS_SIZE = 25;

/** The same synthetic school for the same wishes. No two pupils share full name and birth date. */
export function makeSchool(wishes: SchoolWishes): RosterSchool {
  const maker: Maker = {
    random: seededRandom(wishes.seed),
    traps: wishes.traps ?? false,
    startYear: wishes.startYear ?? 2026,
    people: 0,
    known: new Set(),
  };
  const guid = makeGuid(maker.random);
  const classes = (wishes.classes ?? usualClasses(wishes.pupils)).map((name) => makeClass(maker, name));
  const pupils: RosterPupil[] = [];
  while (pupils.length < wishes.pupils)
    pupils.push(...makeFamily(maker, classes).slice(0, wishes.pupils - pupils.length));
  return { guid, name: 'Школа № 1000', startYear: maker.startYear, classes, pupils };
}

function usualClasses(pupils: number): string[] {
  const count = Math.min(Math.max(1, Math.ceil(pupils / CLASS_SIZE)), 11 * LETTERS.length);
  return Array.from({ length: count }, (_, index) => `${(index % 11) + 1}${LETTERS[Math.floor(index / 11)]}`);
}

function makeClass(maker: Maker, name: string): RosterClass {
  const [, grade = '1', letter = ''] = /^(\d+)(.*)$/.exec(name) ?? [];
  const family = makeSurname(maker.random);
  const sex: Sex = maker.random.chance(0.85) ? 'female' : 'male';
  const person = makePerson(maker, { surname: family, sex, father: maker.random.pick(FATHERS) });
  const birthDate = makeDate(maker.random, 1965 + maker.random.int(35));
  return { name, grade: Number(grade), letter, guid: makeGuid(maker.random), teacher: { ...person, birthDate } };
}

function makeFamily(maker: Maker, classes: readonly RosterClass[]): RosterPupil[] {
  const { random } = maker;
  const surname = makeSurname(random);
  const eastern = random.chance(0.02);
  const father = random.pick(eastern ? EASTERN_FATHERS : FATHERS);
  const guardians = makeGuardians(maker, surname, father);
  const children = random.chance(0.8) ? 1 : 2 + random.int(2);
  const schoolClasses = new Set(Array.from({ length: children }, () => random.pick(classes)));
  return [...schoolClasses].map((schoolClass) =>
    makePupil(maker, { surname, father, eastern, guardians, schoolClass }),
  );
}

function makeGuardians(maker: Maker, surname: string, father: string): RosterGuardian[] {
  const { random } = maker;
  const guardians: RosterGuardian[] = [];
  if (random.chance(0.03)) return [makeGuardian(maker, 'опекун', makeSurname(random), random.pick(GIRLS))];
  if (random.chance(0.92))
    guardians.push(makeGuardian(maker, 'мать', random.chance(0.1) ? makeSurname(random) : surname));
  if (guardians.length === 0 || random.chance(0.7)) guardians.push(makeGuardian(maker, 'отец', surname, father));
  return guardians;
}

function makeGuardian(
  maker: Maker,
  relation: RosterGuardian['relation'],
  surname: string,
  firstName?: string,
): RosterGuardian {
  const sex: Sex = relation === 'отец' ? 'male' : 'female';
  const person = makePerson(maker, { surname, sex, father: maker.random.pick(FATHERS) });
  return { ...person, firstName: firstName ?? person.firstName, relation };
}

interface PupilWishes {
  readonly surname: string;
  readonly father: string;
  readonly eastern: boolean;
  readonly guardians: readonly RosterGuardian[];
  readonly schoolClass: RosterClass;
}

function makePupil(maker: Maker, wishes: PupilWishes): RosterPupil {
  const { random } = maker;
  const sex: Sex = random.chance(0.5) ? 'male' : 'female';
  const { email, phone, snils, ...person } = makePerson(maker, { ...wishes, sex });
  const grown = wishes.schoolClass.grade >= 5;
  return {
    ...person,
    patronymic: wishes.eastern ? easternPatronymic(wishes.father, sex) : random.chance(0.01) ? '' : person.patronymic,
    birthDate: freeBirthDate(maker, person, maker.startYear - 6 - wishes.schoolClass.grade),
    className: wishes.schoolClass.name,
    guardians: wishes.guardians,
    ...(random.chance(grown ? 0.7 : 0.2) ? { email: email.replace('.com', '.org') } : {}),
    ...(random.chance(grown ? 0.8 : 0.3) ? { phone: trapped(maker, wishes.guardians[0]?.phone, phone) } : {}),
    ...(random.chance(0.9) ? { snils } : {}),
  };
}

function freeBirthDate(maker: Maker, person: { surname: string; firstName: string }, year: number): string {
  for (;;) {
    const date = makeDate(maker.random, year);
    const key = `${person.surname} ${person.firstName} ${date}`;
    if (maker.known.has(key)) continue;
    maker.known.add(key);
    return date;
  }
}

const BOM = '\uFEFF';
const LINE_END = '\r\n';

const MES_PUPIL_TITLES = [
  'ФИО ребёнка',
  'Дата рождения',
  'Возраст',
  'Пол',
  'Класс / группа',
  'Логин ребёнка',
  'Email ребёнка',
  'Телефон ребёнка',
  'СНИЛС ребёнка',
  'Классный руководитель / наставник',
];
const MES_GUARDIAN_TITLES = ['тип', 'ФИО', 'логин', 'телефон', 'email', 'СНИЛС'];

/** `MES_контингент_*.csv`: UTF-8 with mark, `;`, every cell quoted, numbered blocks of representatives. */
export function toMesCsv(school: RosterSchool): Uint8Array {
  const most = school.pupils.reduce((count, pupil) => Math.max(count, pupil.guardians.length), 1);
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const titles = numbers.flatMap((number) => MES_GUARDIAN_TITLES.map((title) => `Представитель ${number} — ${title}`));
  const teachers = new Map(school.classes.map(({ name, teacher }) => [name, fullName(teacher)]));
  const rows = school.pupils.map((pupil) => [
    ...mesPupil(pupil, school.startYear, teachers.get(pupil.className) ?? ''),
    ...numbers.flatMap((number) => mesGuardian(pupil.guardians[number - 1])),
  ]);
  const lines = [[...MES_PUPIL_TITLES, ...titles], ...rows].map((cells) => cells.map(quoted).join(';') + LINE_END);
  return encodeText(BOM + lines.join(''), 'utf-8').bytes;
}

function mesPupil(pupil: RosterPupil, startYear: number, teacher: string): string[] {
  const age = startYear - Number(pupil.birthDate.slice(0, 4));
  const sex = pupil.sex === 'male' ? 'М' : 'Ж';
  const className = pupil.className.replace(/^(\d+)/, '$1-');
  const { login, email = '', phone = '', snils = '' } = pupil;
  return [
    ...[fullName(pupil), dotted(pupil.birthDate), String(age), sex, className, login],
    ...[email, phone.slice(2), snils, teacher],
  ];
}

function mesGuardian(guardian: RosterGuardian | undefined): string[] {
  if (guardian === undefined) return MES_GUARDIAN_TITLES.map(() => '');
  const { relation, login, phone, email, snils } = guardian;
  return [relation, fullName(guardian), login, phone.slice(2), email, snils];
}

/** Belgorod's five columns in windows-1251, unquoted. */
export function toBelgorodCsv(school: RosterSchool): Uint8Array {
  const lines = school.pupils.map(({ className, surname, firstName, patronymic, sex, birthDate }) =>
    [className, surname, `${firstName} ${patronymic}`.trim(), sex === 'male' ? 'м' : 'ж', dotted(birthDate)].join(';'),
  );
  const text = ['класс;фамилия;имя отчество;пол;дата рождения', ...lines, ''].join(LINE_END);
  return encodeText(text, 'windows-1251').bytes;
}

const OEZHD_TITLES =
  'GUID [guid] школы;Название [nvarchar(100)];Полное название (опционально) [nvarchar(500)];Округ города (nvarchar(300));' +
  'GUID [guid] класса;GUID [guid] школы;Литера [nvarchar(1)];Параллель [tinyint];Учебный год [int];' +
  'Группа отчетных периодов [nvarchar(50)];Описание  (опционально) [nvarchar(200)];GUID [guid] персоны;' +
  'Имя [nvarchar(50)];Фамилия [nvarchar(50)];Отчество (опционально) [nvarchar(50)];Дата рождения [date];' +
  'Пол [nvarchar(10)];E-mail (опционально)  [nvarchar(200)];GUID [guid] персоны;GUID [guid] школы;GUID [guid] класса;' +
  'Роль [nvarchar(20)];GUID родителя [guid];GUID [guid] персоны;';

/** ОЭЖД personal data: UTF-8 with mark, 24 columns and a trailing `;`, teachers among the pupils. */
export function toOezhdCsv(school: RosterSchool): Uint8Array {
  const classes = new Map(school.classes.map((schoolClass) => [schoolClass.name, schoolClass]));
  const teachers = school.classes.map((schoolClass) => oezhdRow(school, schoolClass, schoolClass.teacher, 'Учитель'));
  const pupils = school.pupils.map((pupil) => oezhdRow(school, classes.get(pupil.className), pupil, 'Ученик'));
  return encodeText(BOM + [OEZHD_TITLES, ...teachers, ...pupils, ''].join(LINE_END), 'utf-8').bytes;
}

type OezhdPerson = Pick<RosterPerson, 'surname' | 'firstName' | 'patronymic' | 'sex' | 'guid'> & { birthDate: string };

function oezhdRow(school: RosterSchool, of: RosterClass | undefined, person: OezhdPerson, role: string): string {
  const guids = { school: braced(school.guid), class: of === undefined ? '' : braced(of.guid) };
  return [
    ...[guids.school, school.name, '', '', guids.class, guids.school, of?.letter ?? '', String(of?.grade ?? '')],
    ...[String(school.startYear), 'Четверти', '', braced(person.guid)],
    ...[person.firstName, person.surname, person.patronymic, dotted(person.birthDate)],
    ...[person.sex === 'male' ? 'м' : 'ж', '', braced(person.guid), guids.school, guids.class, role, '', '', ''],
  ].join(';');
}

function fullName({
  surname,
  firstName,
  patronymic,
}: Pick<RosterPerson, 'surname' | 'firstName' | 'patronymic'>): string {
  return `${surname} ${firstName} ${patronymic}`.trim();
}

function dotted(isoDate: string): string {
  return isoDate.split('-').reverse().join('.');
}

function braced(guid: string): string {
  return `{${guid.toUpperCase()}}`;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
