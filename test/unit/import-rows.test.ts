import { describe, expect, test } from 'vitest';
import { missingFields } from '../../shared/domain/import-columns.ts';
import type { ImportedPeople } from '../../shared/domain/import-people.ts';
import { readPeople } from '../../shared/domain/import-rows.ts';
import type { Field } from '../../shared/tables/columns.ts';

interface Given {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly string[])[];
  readonly className?: string;
}

function read({ fields, rows, className }: Given): ImportedPeople {
  const table = rows.map((cells, index) => ({ rowNumber: index + 2, cells }));
  const steps = readPeople(table, { header: fields, fields, className, today: '2026-09-01' });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const named = ['pupil.fullName', 'pupil.className'] as const;

/** Codes and hints of all problems of a one-row file with one more column. */
function problemsOf(field: Field, value: string): string[] {
  const { rows } = read({ fields: [...named, field], rows: [['Котова Анна Ильинична', '5А', value]] });
  return rows.flatMap(({ problems }) =>
    problems.map(({ code, severity, hint }) => `${severity} ${code} ${hint}`.trim()),
  );
}

describe('cells', () => {
  test.each<[Field, string, string[]]>([
    ['pupil.phone', '8 926 123-45-67', []],
    ['pupil.phone', '926 123 45', ['warning phone-invalid']],
    ['pupil.phone', 'нет', []],
    ['pupil.phone', 'не указан', []],
    ['pupil.email', '—', []],
    ['pupil.snils', 'отсутствует', []],
    ['pupil.phone', 'неттелефона', ['warning phone-invalid']],
    ['pupil.phone', '7,92612E+10', ['warning digits-lost']],
    ['pupil.snils', '1,12233E+10', ['warning digits-lost']],
    ['guardian.1.phone', '+7 926 123-45-67', ['warning guardian-name-missing']],
    ['pupil.birthDate', '03.04.15', ['warning birth-date-short-year 03.04.2015']],
    ['pupil.birthDate', '03.04.25', ['refused birth-date-invalid four-digit-year']],
    ['pupil.email', 'kotova@mali.ru', ['warning email-typo mail.ru']],
    ['pupil.email', 'kotova', ['warning email-invalid at-sign']],
    ['pupil.email', 'login@temp.ru', []],
    ['pupil.snils', '123-456-789 64', []],
    ['pupil.snils', '123-456-789 12', ['warning snils-checksum 64']],
    ['pupil.snils', '123', ['warning snils-invalid']],
    ['pupil.birthDate', '01.02.2015', []],
    ['pupil.birthDate', '02/13/2015', ['refused birth-date-invalid day-month-order']],
    ['pupil.birthDate', '01.02.2025', ['refused birth-date-unlikely 1']],
    ['pupil.sex', 'ж', []],
    ['pupil.sex', 'да', ['warning sex-unknown']],
    ['pupil.portalCode', '3F2504E0-4F89-11D3-9A0C-0305E82C3301', []],
    ['pupil.portalCode', 'АBC123', ['warning code-invalid А']],
  ])('%s «%s»', (field, value, expected) => {
    expect(problemsOf(field, value)).toEqual(expected);
  });

  test('a Latin letter inside a name is named, and the name stays as typed', () => {
    const { rows } = read({ fields: named, rows: [['Котовa Анна', '5А']] });
    expect(rows[0]?.problems).toMatchObject([{ code: 'name-mixed-alphabets', hint: 'a', severity: 'warning' }]);
    expect(rows[0]?.pupil?.name.surname).toBe('Котовa');
  });

  test('several phones of one cell keep their words', () => {
    const cell = '87772223344 мама, +7 926 333-44-55 папа';
    const { rows } = read({ fields: [...named, 'pupil.phone'], rows: [['Котова Анна', '5А', cell]] });
    expect(rows[0]?.pupil?.contacts.map(({ key, label }) => [key, label])).toEqual([
      ['+77772223344', 'мама'],
      ['+79263334455', 'папа'],
    ]);
  });

  test.each([
    ['1. Котова Анна Ильинична', 'Котова|Анна|Ильинична', []],
    ['2) КОТОВА АННА ИЛЬИНИЧНА', 'Котова|Анна|Ильинична', []],
    ['3 Котова Анна', 'Котова|Анна|', []],
    ['Алиев Али Вагиф оглы (новенький)', 'Алиев|Али|Вагиф оглы', ['name-remark новенький']],
    ['Петрова (Иванова) Мария Олеговна', 'Петрова|Мария|Олеговна', ['name-remark Иванова']],
    ['Петрова(Иванова) Мария', 'Петрова|Мария|', ['name-remark Иванова']],
    ['alert(123) Анна', 'alert(123)|Анна|', ['name-odd-sign (']],
    ['5Котова Анна', '5Котова|Анна|', ['name-odd-sign 5']],
    ['(null)', '||', ['name-missing', 'name-odd-sign (']],
    ['Котова А. И.', 'Котова|А.|И.', ['name-initials']],
    ['Котова Анна*', 'Котова|Анна*|', ['name-odd-sign *']],
    ["О'Нил Шон", "О'Нил|Шон|", []],
    ['Иванова-Петрова Мария', 'Иванова-Петрова|Мария|', []],
  ])('the name «%s»', (text, name, expected) => {
    const { rows } = read({ fields: named, rows: [[text, '5А']] });
    const { surname, firstName, patronymic } = rows[0]?.pupil?.name ?? {};
    expect([surname, firstName, patronymic].join('|')).toBe(name);
    expect(rows[0]?.problems.map(({ code, hint }) => `${code} ${hint}`.trim())).toEqual(expected);
  });

  test('numbers and remarks beside names in columns of their own', () => {
    const fields: readonly Field[] = ['pupil.surname', 'pupil.firstName', 'pupil.className'];
    const { rows } = read({ fields, rows: [['1. Котова', 'Анна (надомно)', '5А']] });
    expect(rows[0]).toMatchObject({ title: 'Котова Анна', problems: [{ code: 'name-remark', hint: 'надомно' }] });
  });

  test('a group that is no class is kept with a warning', () => {
    const { rows } = read({ fields: named, rows: [['Котова Анна', 'ГКП 88А']] });
    expect(rows[0]).toMatchObject({ className: 'ГКП 88А', problems: [{ code: 'class-is-group' }] });
  });
});

describe('rows', () => {
  const fields: readonly Field[] = ['pupil.fullName', 'pupil.birthDate', 'pupil.className', 'pupil.login'];
  const first = ['Котова Анна', '01.02.2015', '5А', ''];

  test.each<[string, readonly string[], boolean]>([
    ['the very same', first, true],
    ['another spelling', ['КОТОВА АННА', '2015-02-01', '5 «а»', ''], true],
    ['another class', ['Котова Анна', '01.02.2015', '6Б', ''], true],
    ['another birth date', ['Котова Анна', '02.02.2015', '5А', ''], false],
    ['another login', ['Котова Анна', '01.02.2015', '5А', 'kotova2'], false],
  ])('a second row: %s', (_, second, refused) => {
    const rows = [[...first.slice(0, 3), refused ? '' : 'kotova1'], second];
    const codes = read({ fields, rows }).rows[1]?.problems.map(({ code, hint }) => [code, hint]);
    expect(codes).toEqual(refused ? [['duplicate-row', '2']] : []);
  });

  test('grade and letter of two columns, or a class for the whole file', () => {
    const split = read({
      fields: ['pupil.fullName', 'pupil.grade', 'pupil.letter'],
      rows: [['Котова Анна', '10', 'б']],
    });
    expect(split.rows[0]?.className).toBe('10Б');
    const whole = read({ fields: ['pupil.fullName'], rows: [['Котова Анна']], className: '7 в' });
    expect(whole.rows[0]?.pupil?.schoolClass).toMatchObject({ title: '7В', key: '7В' });
  });

  test.each<[readonly Field[], boolean, string[]]>([
    [['pupil.fullName', 'pupil.className'], false, []],
    [['pupil.surname', 'pupil.firstAndPatronymic', 'pupil.grade'], false, []],
    [['pupil.surname'], true, ['pupil.firstName']],
    [['skip'], false, ['pupil.surname', 'pupil.firstName', 'pupil.className']],
  ])('what is missing: %j', (columns, classSaid, expected) => {
    expect(missingFields(columns, classSaid)).toEqual(expected);
  });
});

describe('rows of everybody', () => {
  const fields: readonly Field[] = [
    'role',
    'person.externalId',
    'parent.externalId',
    'pupil.surname',
    'pupil.firstName',
    'pupil.sex',
    'pupil.className',
    'pupil.email',
  ];
  const [child, mother] = ['{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', '{3F2504E0-4F89-11D3-9A0C-0305E82C3302}'];
  const pupil = ['Ученик', child, mother, 'Котова', 'Анна', 'ж', '5А', ''];

  test('teachers are class teachers, parents are linked by GUID', () => {
    const people = read({
      fields,
      rows: [
        pupil,
        ['Учитель', '', '', 'Серова', 'Ольга', 'ж', '5А', ''],
        ['Родитель', mother, '', 'Котова', 'Мария', 'ж', '', 'k@mail.ru'],
        ['Родитель', '', child, 'Котов', 'Пётр', 'м', '', ''],
        ['Директор', '', '', 'Лис', 'Яна', 'ж', '', ''],
      ],
    });
    expect(people.rows).toHaveLength(1);
    const guardians = people.rows[0]?.pupil?.guardians.map(({ name, relation }) => [name.firstName, relation]);
    expect(guardians).toEqual([
      ['Мария', 'mother'],
      ['Пётр', 'father'],
    ]);
    expect(people.teachers).toMatchObject([{ schoolClass: { key: '5А' }, person: { name: { surname: 'Серова' } } }]);
  });

  test('a parent who has no row is told of', () => {
    const { rows } = read({ fields, rows: [pupil] });
    expect(rows[0]?.problems).toMatchObject([{ code: 'parent-unknown', columnNumber: 3, severity: 'warning' }]);
  });
});
