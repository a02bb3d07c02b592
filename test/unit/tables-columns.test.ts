import { describe, expect, test } from 'vitest';
import { type Field, fieldOfTitle, guessColumns } from '../../shared/tables/columns.ts';
import { headerFingerprint } from '../../shared/tables/header-fingerprint.ts';
import { recognisePreset } from '../../shared/tables/presets/all.ts';

describe('titles', () => {
  test.each<[string, Field | undefined]>([
    ['ФИО ребёнка', 'pupil.fullName'],
    ['Ф.И.О. обучающегося', 'pupil.fullName'],
    ['  ФАМИЛИЯ ', 'pupil.surname'],
    ['Имя [nvarchar(50)]', 'pupil.firstName'],
    ['Отчество (опционально) [nvarchar(50)]', 'pupil.patronymic'],
    ['имя отчество', 'pupil.firstAndPatronymic'],
    ['Дата рождения', 'pupil.birthDate'],
    ['Пол', 'pupil.sex'],
    ['Полное название', undefined],
    ['Полис медицинского страхования', undefined],
    ['Полис пенсионного страхования', 'pupil.snils'],
    ['Класс / группа', 'pupil.className'],
    ['Номер и буква класса', 'pupil.className'],
    ['Группа здоровья', undefined],
    ['Литера', 'pupil.letter'],
    ['Параллель', 'pupil.grade'],
    ['E-mail', 'pupil.email'],
    ['Логин ребёнка', 'pupil.login'],
    ['Код для МПГУ', 'pupil.portalCode'],
    ['GUID ученика', 'pupil.portalCode'],
    ['GUID', 'pupil.externalId'],
    ['Классный руководитель / наставник', 'class.teacher'],
    ['Представитель 1 — тип', 'guardian.1.relation'],
    ['Представитель 2 - ФИО', 'guardian.2.fullName'],
    ['Представитель 12 — СНИЛС', 'guardian.12.snils'],
    ['Представитель 21 — СНИЛС', undefined],
    ['Телефон (мать)', 'guardian.1.phone'],
    ['ФИО отца', 'guardian.2.fullName'],
    ['Мама', 'guardian.1.fullName'],
    ['E-mail родителя (законного представителя)', 'guardian.1.email'],
    ['Номер телефона родителя 2', 'guardian.2.phone'],
    ['GUID родителя [guid]', 'parent.externalId'],
    ['Роль [nvarchar(20)]', 'role'],
    ['First name', 'pupil.firstName'],
    ['Parent 1 phone', 'guardian.1.phone'],
    ['Номер ученика', undefined],
    ['#ФИО', 'skip'],
    ['На учете ПДН с', undefined],
    ['', undefined],
  ])('«%s» is %s', (title, field) => {
    expect(fieldOfTitle(title)).toBe(field);
  });
});

describe('columns', () => {
  test('contacts right of a guardian are the guardian’s', () => {
    const header = ['№', 'ФИО ученика', 'Класс', 'ФИО родителя', 'Телефон', 'E-mail'];
    expect(guessColumns(header, [])).toEqual([
      'skip',
      'pupil.fullName',
      'pupil.className',
      'guardian.1.fullName',
      'guardian.1.phone',
      'guardian.1.email',
    ]);
  });

  test('a contact that names the child stays the child’s', () => {
    const header = ['ФИО', 'ФИО матери', 'Телефон ребёнка', 'Телефон матери'];
    expect(guessColumns(header, [])).toEqual([
      'pupil.fullName',
      'guardian.1.fullName',
      'pupil.phone',
      'guardian.1.phone',
    ]);
  });

  test('of repeated titles the first is read', () => {
    expect(guessColumns(['Фамилия', 'Имя', 'Фамилия'], [])).toEqual(['pupil.surname', 'pupil.firstName', 'skip']);
  });

  test('without titles the values tell', () => {
    const rows = [
      ['Иванов', 'Пётр', 'Ильич', '5А', 'м', '01.09.2014', '112-233-445 95', '+7 900 000-00-01', 'a@example.com'],
      ['Соловьёва', 'Анна', 'Никитична', '5 «Б»', 'ж', '2014-10-02', '087-654-303 00', '9000000002', 'b@example.com'],
    ];
    expect(
      guessColumns(
        Array.from({ length: 9 }, () => ''),
        rows,
      ),
    ).toEqual([
      'pupil.surname',
      'pupil.firstName',
      'pupil.patronymic',
      'pupil.className',
      'pupil.sex',
      'pupil.birthDate',
      'pupil.snils',
      'pupil.phone',
      'pupil.email',
    ]);
  });

  test('without titles, first name before surname', () => {
    const rows = [
      ['Пётр', 'Иванов'],
      ['Анна', 'Соловьёва'],
    ];
    expect(guessColumns(['', ''], rows)).toEqual(['pupil.firstName', 'pupil.surname']);
  });

  test('without titles, full names of pupil and guardian with a phone', () => {
    const rows = [
      ['Иванов Пётр Ильич', '5А', 'Иванова Анна Львовна', '89000000001'],
      ['Бойко Яна', '5Б', 'Бойко Олег Фомич', '89000000002'],
    ];
    expect(guessColumns(['', '', '', ''], rows)).toEqual([
      'pupil.fullName',
      'pupil.className',
      'guardian.1.fullName',
      'guardian.1.phone',
    ]);
  });

  test('an unknown title is trusted to hold a contact, never a date', () => {
    const rows = [['Иванов Пётр', '112-233-445 95', '01.09.2014']];
    expect(guessColumns(['ФИО', 'Пенсионное', 'На учете ПДН с'], rows)).toEqual([
      'pupil.fullName',
      'pupil.snils',
      'skip',
    ]);
  });

  test('an unknown title of several words is nobody’s contact', () => {
    const rows = [['Иванов Пётр', '+79000000001', 'a@example.com']];
    expect(guessColumns(['ФИО', 'Телефон бабушки', ''], rows)).toEqual(['pupil.fullName', 'skip', 'pupil.email']);
  });

  test('eleven digits of phones are not taken for SNILS', () => {
    const rows = Array.from({ length: 20 }, (_, index) => [`8900000${1000 + index * 37}`]);
    expect(guessColumns([''], rows)).toEqual(['pupil.phone']);
  });
});

describe('presets', () => {
  const belgorod = ['класс', 'фамилия', 'имя отчество', 'пол', 'дата рождения'];
  test.each([
    ['as written', belgorod, 'belgorod'],
    ['old version', belgorod.slice(0, 3), 'belgorod'],
    [
      'capitals, spaces, trailing columns',
      ['Класс ', ' ФАМИЛИЯ', 'Имя  Отчество', 'Пол', 'Дата рождения', '', ''],
      'belgorod',
    ],
    ['with a column it does not have', [...belgorod, 'телефон'], undefined],
    ['МЭШ without guardians', ['ФИО ребенка', 'Дата рождения', 'Класс / группа'], 'mes-contingent'],
    ['МЭШ in quotes', ['"ФИО ребёнка"', 'Дата  рождения', 'Класс/группа', 'Уровень образования'], 'mes-contingent'],
    ['something else', ['ФИО', 'Класс'], undefined],
  ])('%s', (_name, header, id) => {
    expect(recognisePreset(header)?.id).toBe(id);
  });

  test('МЭШ: twenty representatives, dash or hyphen, level of education left out', () => {
    const header = ['ФИО ребёнка', 'Дата рождения', 'Возраст', 'Класс / группа', 'Уровень образования'];
    const guardians = ['Представитель 1 — тип', 'Представитель 20 - телефон', 'Представитель 21 — ФИО'];
    expect(recognisePreset(header)?.fields([...header, ...guardians])).toEqual([
      'pupil.fullName',
      'pupil.birthDate',
      'skip',
      'pupil.className',
      'skip',
      'guardian.1.relation',
      'guardian.20.phone',
      'skip',
    ]);
  });
});

describe('fingerprint of a header', () => {
  test('does not change with case, spaces, ё, quotes and empty columns at the end', () => {
    const plain = headerFingerprint(['ФИО ребёнка', 'Класс']);
    expect(headerFingerprint([' фио  РЕБЕНКА', '"класс"', '', ''])).toBe(plain);
    expect(plain).toMatch(/^[0-9a-f]{16}$/);
  });

  test('changes with order, titles and empty columns inside', () => {
    const headers = [['a', 'b'], ['b', 'a'], ['a', 'c'], ['a', '', 'b'], ['ab'], []];
    expect(new Set(headers.map(headerFingerprint)).size).toBe(headers.length);
  });
});
