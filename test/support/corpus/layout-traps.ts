import { makeSchool, type RosterSchool, toBelgorodCsv, toMesCsv, toOezhdCsv } from '../../../shared/demo/rosters.ts';
import { rows, type TrapFile, textTrap } from './trap-file.ts';

const POLICE = 'На учете ПДН с';

/** The layouts of known systems, from seeded schools and by hand. */
export function layoutTraps(seed: number): TrapFile[] {
  const seeded = Array.from({ length: 6 }, (_, index) =>
    schoolTraps(makeSchool({ seed: seed + index, pupils: 7 + index * 9, traps: true })),
  );
  return [...seeded.flat(), ...handmade()];
}

function schoolTraps(school: RosterSchool): TrapFile[] {
  const count = school.pupils.length;
  const first = school.pupils[0]?.birthDate.split('-').reverse().join('.') ?? '';
  const all = count + school.classes.length;
  return [
    {
      name: `MES contingent of ${count}`,
      bytes: toMesCsv(school),
      expected: rows(count, { presetId: 'mes-contingent', first: { 'pupil.birthDate': first } }),
    },
    {
      name: `Belgorod list of ${count}`,
      bytes: toBelgorodCsv(school),
      expected: rows(count, { presetId: 'belgorod', first: { 'pupil.birthDate': first } }),
    },
    { name: `OEZhD persons of ${all}`, bytes: toOezhdCsv(school), expected: rows(all, { presetId: 'oezhd' }) },
  ];
}

function handmade(): TrapFile[] {
  return [
    textTrap(
      'AIS contingent',
      `Выгрузка контингента;;;;\r\nна 01.09.2025;;;;\r\nЛичное дело №;ФИО;Пол;Родился;Номер и буква класса;Телефон;${POLICE};Вариант АООП\r\n` +
        'К-528;Иванов Иван Ильич;М;01.09.2013;5-А;9261234567;01.02.2025;7.1\r\n',
      rows(1, { presetId: 'ais-contingent', first: { 'pupil.caseNumber': 'К-528', 'pupil.className': '5-А' } }),
    ),
    textTrap(
      'MES records',
      'last_name,first_name,middle_name,birth_date,sex,class_unit.name,phone_number,phone_number_ezd,parents.0.name,parents.0.email,parents.0.email_ezd\r\n' +
        'Иванов,Иван,Ильич,2013-09-01,male,5-А,9261234567,9261234568,Иванова Анна,a@b.ru,c@d.ru\r\n',
      rows(1, {
        presetId: 'mes-records',
        first: {
          'pupil.portalPhone': '9261234567',
          'pupil.phone': '9261234568',
          'guardian.1.portalEmail': 'a@b.ru',
          'guardian.1.email': 'c@d.ru',
        },
      }),
    ),
    textTrap(
      'short list',
      'Иванов Иван Ильич;5А\r\nПетрова Анна;5Б\r\n',
      rows(2, { presetId: 'short-list', first: { 'pupil.className': '5А' } }),
    ),
    textTrap('short list pasted', 'Иванов Иван Ильич\t5А\r\nПетрова Анна\t5Б\r\n', rows(2, { presetId: 'short-list' })),
    textTrap(
      'ISPP comparison',
      'л\\с ИС ПП;Фамилия;Имя;Отчество;Класс;Есть в ИС ПП;Есть в Реестре;Результат;\r\n100;Иванов;Иван;Ильич;11А;Да;Нет;Нет в реестре;\r\n',
      rows(1, { presetId: 'ispp-comparison', first: { 'pupil.className': '11А' } }),
    ),
    textTrap(
      'ISPP cards',
      'Номер договора;Пароль;Договор-фамилия;Договор-имя;Фамилия*;Имя*;Отчество*;Мобильный;E-mail;Группа;СНИЛС;GUID MESH\r\n1;тайна;Иванова;Анна;Иванов;Иван;Ильич;9261234567;a@b.ru;5А;112-233-445 95;x-1\r\n',
      rows(1, {
        presetId: 'ispp-card',
        first: { 'pupil.surname': 'Иванов', 'pupil.phone': '9261234567', 'pupil.externalId': 'x-1' },
      }),
    ),
    textTrap(
      'Google users',
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required]\r\nИван,Иванов,a@school.example,****,/Ученики/5А\r\n',
      rows(1, { presetId: 'google-users', first: { 'pupil.surname': 'Иванов', 'pupil.email': 'a@school.example' } }),
    ),
    textTrap(
      'Apple students',
      'person_id,person_number,first_name,middle_name,last_name,grade_level,email_address,sis_username,password_policy,location_id\r\nP1,,Иван,Ильич,Иванов,5,a@school.example,ivanov,4,L1\r\n',
      rows(1, {
        presetId: 'apple-students',
        first: { 'pupil.externalId': 'P1', 'pupil.grade': '5', 'pupil.login': 'ivanov' },
      }),
    ),
    textTrap(
      'Apple staff',
      'person_id,person_number,first_name,middle_name,last_name,email_address,sis_username,location_id\r\nS1,,Анна,Олеговна,Петрова,t@school.example,petrova,L1\r\n',
      rows(1, { presetId: 'apple-staff', first: { 'staff.surname': 'Петрова' } }),
    ),
    textTrap(
      'OneRoster users',
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\r\nu1,,,true,o1,student,ivanov,,Иван,Иванов,Ильич,,a@b.ru,,,g1,05,\r\n',
      rows(1, {
        presetId: 'one-roster-users',
        first: { 'person.externalId': 'u1', 'pupil.surname': 'Иванов', role: 'student' },
      }),
    ),
    textTrap(
      'issued logins',
      'login;password;lastname;firstname;email\r\n0112340001;Kx7mQ2;Иванов;Иван Ильич;0112340001@temp.ru\r\n',
      rows(1, { presetId: 'issued-logins', first: { 'pupil.login': '0112340001', 'pupil.password': 'Kx7mQ2' } }),
    ),
    textTrap(
      'RUJEL list',
      '1.\tИванов\tИван\tм\t01.09.2013\r\n2.\tПетрова\tАнна\tж\t02.09.2013\r\n',
      rows(2, { first: { 'pupil.surname': 'Иванов', 'pupil.sex': 'м' } }),
    ),
    textTrap(
      'parents in numbered blocks',
      'ФИО ребёнка;Дата рождения;Класс / группа;Представитель 1 - тип;Представитель 1 - ФИО;Представитель 2 - тип;Представитель 2 - ФИО\r\nИванов Иван;01.02.2018;3-А;мать;Иванова Анна;отец;Иванов Олег\r\n',
      rows(1, { presetId: 'mes-contingent', first: { 'guardian.2.fullName': 'Иванов Олег' } }),
    ),
    textTrap(
      'staff',
      'ФИО учителя;Должность;Классное руководство;Телефон\r\nПетрова Анна Олеговна;учитель;5А;9261234567\r\n',
      rows(1, {
        presetId: 'staff-list',
        first: { 'staff.fullName': 'Петрова Анна Олеговна', 'staff.className': '5А' },
      }),
    ),
    textTrap(
      'leavers',
      'Фамилия;Имя;Класс;Дата выбытия\r\nИванов;Иван;5А;01.12.2025\r\n',
      rows(1, { first: { 'pupil.leftOn': '01.12.2025' } }),
    ),
  ];
}
