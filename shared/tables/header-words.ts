/** Whose column it is, before it becomes a field; `undefined` when the title names no one. */
export interface TitleMeaning {
  readonly subject: 'pupil' | 'guardian' | undefined;
  /** Which guardian; 1 unless the title counts them or speaks of the father. */
  readonly number: number;
  /** The title without the words that name the person: `телефон матери` leaves `телефон`. */
  readonly rest: string;
}

/**
 * A title as it is compared: lower case, ё as е, without type remarks like `[nvarchar(50)]`, signs as single spaces.
 * Old systems refuse a file for a capital letter or an extra space; here those make no difference.
 */
export function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\[[^\]]*\]|\(n?varchar\([^)]*\)\)|\(опционально\)/g, ' ')
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PUPIL = wordSet(
  'ребенка ребенок ученика ученик ученицы учащегося учащийся обучающегося обучающийся школьника воспитанника child pupil student childs pupils students',
);
const GUARDIAN = wordSet(
  'представитель представителя представители родитель родителя родители родителей законный законного законные опекун опекуна guardian guardians parent parents',
);
const MOTHER = wordSet('мать матери мама мамы mother mothers');
const FATHER = wordSet('отец отца папа папы father fathers');
const FILLERS = wordSet('s его ее');

/** Takes apart a folded title. */
export function meaningOfTitle(folded: string): TitleMeaning {
  const words = folded.split(' ');
  const about = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (about(GUARDIAN) || about(MOTHER) || about(FATHER)) return guardianTitle(words, about(FATHER) ? 2 : 1);
  if (about(PUPIL)) return { subject: 'pupil', number: 0, rest: without(words, [PUPIL, FILLERS]) };
  return { subject: undefined, number: 0, rest: folded };
}

function guardianTitle(words: readonly string[], usualNumber: number): TitleMeaning {
  const stated = words.find((word) => /^\d{1,2}$/.test(word));
  const number = stated === undefined || stated === '0' ? usualNumber : Number(stated);
  const unnumbered = words.filter((word) => word !== stated);
  return { subject: 'guardian', number, rest: without(unnumbered, [GUARDIAN, MOTHER, FATHER, PUPIL, FILLERS]) };
}

function without(words: readonly string[], sets: readonly ReadonlySet<string>[]): string {
  return words.filter((word) => !sets.some((set) => set.has(word))).join(' ');
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Folded wordings of a title, by what the column holds; those that several people may have. */
export const PERSON_TITLES = titleMap({
  fullName: 'фио|ф и о|фамилия имя отчество|фамилия имя|имя фамилия|фамилия и имя|полное имя|full name|fullname|name',
  surname: 'фамилия|surname|last name|lastname|family name',
  firstName: 'имя|first name|firstname|given name',
  patronymic: 'отчество|отчество при наличии|patronymic|middle name|middlename',
  firstAndPatronymic: 'имя отчество|имя и отчество',
  login: 'логин|логин дневника|учетная запись|login|username|user name',
  password: 'пароль|первый пароль|начальный пароль|временный пароль|password|initial password',
  portalPhone: 'телефон портала|телефон на портале|телефон на mos ru|телефон госуслуг',
  portalEmail: 'почта на портале|email портала|email на портале|e mail на портале|email на mos ru',
  phone:
    'телефон|телефона|телефоны|тел|моб|моб тел|мобильный|мобильный телефон|сотовый|сотовый телефон|номер телефона|контактный телефон|номер мобильного телефона|phone|mobile|mobile phone|phone number|telephone',
  email: 'email|e mail|mail|почта|эл почта|электронная почта|адрес электронной почты|электронный адрес|email address',
  snils: 'снилс|номер снилс|полис пенсионного страхования|страховое свидетельство|snils',
});

/** Titles of what only a pupil has. */
export const PUPIL_TITLES = titleMap({
  birthDate: 'дата рождения|дата рожд|родился|др|д р|birth date|birthdate|date of birth|birthday|dob',
  sex: 'пол|sex|gender',
  className:
    'класс|класс группа|номер и буква класса|учебный класс|класс литера|класс и литера|класс буква|группа|class|class name|classname',
  grade: 'параллель|номер класса|номер параллели|grade|year group',
  letter: 'литера|литера класса|буква|буква класса|letter',
  externalId: 'guid|гуид|внешний идентификатор|идентификатор|external id|externalid',
  caseNumber: 'личное дело|номер личного дела|личное дело №|№ личного дела',
  leftOn: 'дата выбытия|выбыл|отчислен|дата отчисления|left on',
  portalCode:
    'код мпгу|код для мпгу|код доступа|активационный код|код для портала|код портала|код для получения услуги на мпгу|portal code|access code',
});

/** Titles of what only a guardian has. */
export const GUARDIAN_TITLES = titleMap({
  relation: 'тип|степень родства|родство|кем приходится|отношение|relation|relationship|type',
});

/** Whole titles that mean the same wherever they stand. */
export const WHOLE_TITLES: ReadonlyMap<
  string,
  'class.teacher' | 'role' | 'person.externalId' | 'parent.externalId' | 'pupil.portalCode'
> = new Map([
  ['классный руководитель', 'class.teacher'],
  ['классный руководитель наставник', 'class.teacher'],
  ['фио классного руководителя', 'class.teacher'],
  ['кл рук', 'class.teacher'],
  ['кл руководитель', 'class.teacher'],
  ['наставник', 'class.teacher'],
  ['class teacher', 'class.teacher'],
  ['homeroom teacher', 'class.teacher'],
  ['роль', 'role'],
  ['role', 'role'],
  ['guid персоны', 'person.externalId'],
  ['guid родителя', 'parent.externalId'],
  ['guid ученика', 'pupil.portalCode'],
]);

function titleMap<Part extends string>(titles: Readonly<Record<Part, string>>): ReadonlyMap<string, Part> {
  const entries = Object.keys(titles) as Part[];
  return new Map(entries.flatMap((part) => titles[part].split('|').map((title) => [title, part] as const)));
}
