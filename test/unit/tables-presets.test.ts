import { describe, expect, test } from 'vitest';
import type { Field } from '../../shared/tables/columns.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import { PRESETS } from '../../shared/tables/presets/all.ts';

/**
 * Titles of the layouts that schools meet, to the letter and in their order, by the preset that reads them; behind the
 * arrow what the column is read as. Columns without an arrow never leave the reader.
 */
const columns = {
  oezhd: `
    GUID [guid] школы
    Название [nvarchar(100)]
    Полное название (опционально) [nvarchar(500)]
    Округ города (nvarchar(300))
    GUID [guid] класса
    GUID [guid] школы
    Литера [nvarchar(1)] → pupil.letter
    Параллель [tinyint] → pupil.grade
    Учебный год [int]
    Группа отчетных периодов [nvarchar(50)]
    Описание  (опционально) [nvarchar(200)]
    GUID [guid] персоны → person.externalId
    Имя [nvarchar(50)] → pupil.firstName
    Фамилия [nvarchar(50)] → pupil.surname
    Отчество (опционально) [nvarchar(50)] → pupil.patronymic
    Дата рождения [date] → pupil.birthDate
    Пол [nvarchar(10)] → pupil.sex
    E-mail (опционально)  [nvarchar(200)] → pupil.email
    GUID [guid] персоны
    GUID [guid] школы
    GUID [guid] класса
    Роль [nvarchar(20)] → role
    GUID родителя [guid] → parent.externalId
    GUID [guid] персоны`,
  'mes-contingent': `
    ФИО ребёнка → pupil.fullName
    Дата рождения → pupil.birthDate
    Возраст
    Пол → pupil.sex
    Класс / группа → pupil.className
    Логин ребёнка → pupil.login
    Email ребёнка → pupil.email
    Телефон ребёнка → pupil.phone
    СНИЛС ребёнка → pupil.snils
    Классный руководитель / наставник → class.teacher
    Представитель 1 — тип → guardian.1.relation
    Представитель 1 — ФИО → guardian.1.fullName
    Представитель 1 — логин → guardian.1.login
    Представитель 1 — телефон → guardian.1.phone
    Представитель 1 — email → guardian.1.email
    Представитель 1 — СНИЛС → guardian.1.snils
    Представитель 2 — тип → guardian.2.relation
    Представитель 2 — ФИО → guardian.2.fullName
    Представитель 2 — логин → guardian.2.login
    Представитель 2 — телефон → guardian.2.phone
    Представитель 2 — email → guardian.2.email
    Представитель 2 — СНИЛС → guardian.2.snils
    Уровень образования`,
  'mes-records': `
    last_name → pupil.surname
    first_name → pupil.firstName
    middle_name → pupil.patronymic
    birth_date → pupil.birthDate
    sex → pupil.sex
    gusoev_login → pupil.login
    email → pupil.portalEmail
    phone_number → pupil.portalPhone
    email_ezd → pupil.email
    phone_number_ezd → pupil.phone
    snils → pupil.snils
    class_unit.name → pupil.className
    contingent_guid → pupil.externalId
    left_on → pupil.leftOn
    ispp_account
    parents.0.type → guardian.1.relation
    parents.0.name → guardian.1.fullName
    parents.0.gusoev_login → guardian.1.login
    parents.0.phone_number_ezd → guardian.1.phone
    parents.0.email_ezd → guardian.1.email
    parents.0.phone_number → guardian.1.portalPhone
    parents.0.email → guardian.1.portalEmail
    parents.0.snils → guardian.1.snils
    parents.0.hidden → guardian.1.hidden
    parents.0.last_sign_in_at`,
  'ais-contingent': `
    Личное дело № → pupil.caseNumber
    Заведено
    ФИО → pupil.fullName
    Пол → pupil.sex
    Родился → pupil.birthDate
    Свидетельство о рождении
    Социальная карта
    Полис пенсионного страхования → pupil.snils
    Полис медицинского страхования
    Паспорт
    Гражданство
    Дополнительные сведения (код)
    Вариант АООП
    Сведения о форме получения образования
    Сведения о форме обучения
    Номер и буква класса → pupil.className
    Номер алфавитной книги
    Регистрация по месту жительства
    Регистрация по месту пребывания
    Адрес фактического проживания
    Телефон → pupil.phone
    Email → pupil.email
    На ВШУ с
    Основание(я) постановки на ВШУ
    На учете КДН с
    Основание(я) постановки на учет КДН
    На учете ПДН с
    Основание(я) постановки на учет ПДН
    Снят с ВШУ
    Основание снятия с ВШУ`,
  belgorod: `
    класс → pupil.className
    фамилия → pupil.surname
    имя отчество → pupil.firstAndPatronymic
    пол → pupil.sex
    дата рождения → pupil.birthDate`,
  'issued-logins': `
    login → pupil.login
    password → pupil.password
    lastname → pupil.surname
    firstname → pupil.firstAndPatronymic
    email → pupil.email`,
  'ispp-comparison': `
    л\\с ИС ПП
    Фамилия → pupil.surname
    Имя → pupil.firstName
    Отчество → pupil.patronymic
    Класс → pupil.className
    Есть в ИС ПП
    Есть в Реестре
    Результат
    (without a title)`,
  'ispp-card': `
    Номер договора
    Пароль
    Статус
    Дата заключения
    Договор-фамилия
    Договор-имя
    Договор-отчество
    Договор-документ
    Фамилия* → pupil.surname
    Имя* → pupil.firstName
    Отчество* → pupil.patronymic
    Документ
    Адрес
    Телефон
    Мобильный → pupil.phone
    E-mail → pupil.email
    Платный SMS
    Уведомление по SMS
    Уведомление через PUSH
    Уведомление по e-mail
    Овердрафт
    Комментарии
    Группа → pupil.className
    СНИЛС → pupil.snils
    Дневной лимит
    #
    Внешний идентификатор
    GUID
    Факс
    Пол → pupil.sex
    Дата рождения → pupil.birthDate
    Льгота учащегося
    Количество представителей
    Коллекция представителей
    Тип возрастной группы
    SSOID
    Подгруппа
    ИАЦ regID
    Параллель
    GUID MESH → pupil.externalId`,
  'one-roster-users': `
    sourcedId → person.externalId
    status
    dateLastModified
    enabledUser
    orgSourcedIds
    role → role
    username → pupil.login
    userIds
    givenName → pupil.firstName
    familyName → pupil.surname
    middleName → pupil.patronymic
    identifier
    email → pupil.email
    sms
    phone → pupil.phone
    agentSourcedIds → parent.externalId
    grades → pupil.grade
    password`,
  'google-users': `
    First Name [Required] → pupil.firstName
    Last Name [Required] → pupil.surname
    Email Address [Required] → pupil.email
    Password [Required]
    Org Unit Path [Required]
    Recovery Email
    Recovery Phone [MUST BE IN THE E.164 FORMAT] → pupil.phone
    Employee ID → pupil.externalId
    Department → pupil.className
    Change Password at Next Sign-In`,
  'apple-students': `
    person_id → pupil.externalId
    person_number
    first_name → pupil.firstName
    middle_name → pupil.patronymic
    last_name → pupil.surname
    grade_level → pupil.grade
    email_address → pupil.email
    sis_username → pupil.login
    password_policy
    location_id`,
  'apple-staff': `
    person_id → staff.externalId
    person_number
    first_name → staff.firstName
    middle_name → staff.patronymic
    last_name → staff.surname
    email_address → staff.email
    sis_username → staff.login
    location_id`,
  'staff-list': `
    ФИО учителя → staff.fullName
    Должность
    Классное руководство → staff.className
    Телефон → staff.phone
    E-mail → staff.email`,
  'belgorod, before': `
    класс → pupil.className
    фамилия → pupil.surname
    имя отчество → pupil.firstAndPatronymic`,
} as const;

interface Column {
  readonly title: string;
  readonly field: Field | 'skip';
}

function columnsOf(lines: string): readonly Column[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [title = '', field = 'skip'] = line.trim().split(' → ');
      return { title: title === untitled ? '' : title, field: field as Column['field'] };
    });
}

const untitled = '(without a title)';

/** A row in which every cell names its column, so that what is read can be told apart. */
async function readTitles(titles: readonly string[]) {
  const cells = titles.map((_, index) => `cell ${index + 1}`);
  const table = await openTable(new TextEncoder().encode(`${titles.join(';')}\r\n${cells.join(';')}\r\n`));
  if (table.kind === 'refused') throw new Error(table.problem.kind);
  return { table, cells };
}

describe.each(Object.entries(columns))('%s', (name, lines) => {
  const wanted = columnsOf(lines);
  const titles = wanted.map(({ title }) => title);

  test('is recognised by its titles, and every column is read as what it is', async () => {
    const { table } = await readTitles(titles);
    expect(table.presetId).toBe(name.replace(/,.*/, ''));
    expect(titles.map((title, index) => ({ title, field: table.fields[index] ?? 'skip' }))).toEqual(wanted);
  });
});

test('of the contingent extract nothing leaves the reader but the white list', async () => {
  const wanted = columnsOf(columns['ais-contingent']);
  const { table, cells } = await readTitles(wanted.map(({ title }) => title));
  const allowed = cells.filter((_, index) => wanted[index]?.field !== 'skip');
  expect([...table.rows].flatMap((row) => row.cells).filter((cell) => cell !== '')).toEqual(allowed);
});

describe('short-list', () => {
  const rows = ['Котова Анна Ильинична;5А', 'Алиев Али Мамед оглы;10 «Б»', 'Цой Лев;1-A'];
  const open = (...lines: readonly string[]) => openTable(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`));

  test('is recognised without titles, by full names and classes', async () => {
    const table = await open(...rows);
    if (table.kind === 'refused') throw new Error(table.problem.kind);
    expect([table.presetId, table.fields]).toEqual(['short-list', ['pupil.fullName', 'pupil.className']]);
    expect(Array.from(table.rows, ({ cells }) => cells.join(';'))).toEqual(rows);
  });

  test.each([
    ['titles', ['ФИО;Класс', ...rows]],
    ['another order', rows.map((row) => row.split(';').reverse().join(';'))],
    ['a third column', rows.map((row) => `${row};м`)],
    ['names in two columns', rows.map((row) => row.replace(' ', ';'))],
  ])('is another layout with %s', async (_, lines) => {
    const table = await open(...lines);
    if (table.kind === 'refused') throw new Error(table.problem.kind);
    expect(table.presetId).not.toBe('short-list');
  });
});

test('every layout is here', () => {
  const known = [...Object.keys(columns), 'short-list'];
  expect(PRESETS.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
});
