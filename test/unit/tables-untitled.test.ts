import { describe, expect, test } from 'vitest';
import { readTable } from '../../shared/tables/read-table.ts';

const fieldsOf = (text: string) => {
  const table = readTable(new TextEncoder().encode(text));
  return table.kind === 'table' ? table.fields : table.problem.kind;
};

/** Lines as they come from the clipboard: TAB between cells, no titles. */
const paste = (...lines: readonly string[]) => lines.join('\n').replaceAll(' | ', '\t');

describe('columns without titles tell what they hold', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'surname first',
      paste('Иванов | Иван | Ильич', 'Петрова | Анна | Олеговна'),
      ['pupil.surname', 'pupil.firstName', 'pupil.patronymic'],
    ],
    [
      'first name first',
      paste('Иван | Иванов | Ильич', 'Анна | Петрова | Олеговна'),
      ['pupil.firstName', 'pupil.surname', 'pupil.patronymic'],
    ],
    [
      'few telling surnames',
      paste('Цой | Иван', 'Ким | Анна', 'Ли | Олег', 'Иванов | Пётр'),
      ['pupil.surname', 'pupil.firstName'],
    ],
    [
      'few telling surnames, first name first',
      paste('Иван | Цой', 'Анна | Ким', 'Олег | Иванов'),
      ['pupil.firstName', 'pupil.surname'],
    ],
    [
      'eastern patronymics',
      paste('Алиев | Эльдар | Мамед оглы', 'Алиева | Лейла | Мамед кызы'),
      ['pupil.surname', 'pupil.firstName', 'pupil.patronymic'],
    ],
    [
      'a counter, sex and birth date',
      paste('1. | Иванов | Иван | м | 01.09.2013', '2. | Петрова | Анна | ж | 02.09.2013'),
      ['skip', 'pupil.surname', 'pupil.firstName', 'pupil.sex', 'pupil.birthDate'],
    ],
    [
      'one cell for the name',
      paste('Иванов Иван Ильич | 5А', 'Петрова Анна Олеговна | 5Б'),
      ['pupil.fullName', 'pupil.className'],
    ],
    [
      'one cell, first name first',
      paste('Иван Ильич Иванов | 5А', 'Анна Олеговна Петрова | 5Б'),
      ['pupil.fullName', 'pupil.className'],
    ],
    [
      'SNILS, phone, e-mail',
      paste(
        'Иванов Иван | 112-233-445 95 | 89261234567 | a@b.ru',
        'Петрова Анна | 087-654-303 00 | 89261234568 | c@d.ru',
      ),
      ['pupil.fullName', 'pupil.snils', 'pupil.phone', 'pupil.email'],
    ],
    [
      'GUID',
      paste(
        'Иванов Иван | {8F14E45F-CEEA-467A-9575-6D4C5E2B1A3C}',
        'Петрова Анна | {8F14E45F-CEEA-467A-9575-6D4C5E2B1A3D}',
      ),
      ['pupil.fullName', 'pupil.externalId'],
    ],
    [
      'name and patronymic in one cell',
      paste('Иванов | Иван Ильич | 5А', 'Петрова | Анна Олеговна | 5Б'),
      ['pupil.surname', 'pupil.firstAndPatronymic', 'pupil.className'],
    ],
    ['one column of names', paste('Иванов Иван Ильич', 'Петрова Анна Олеговна'), ['pupil.fullName']],
    ['one column of addresses', paste('a@b.ru', 'c@d.ru'), ['pupil.email']],
    [
      'one row',
      paste('Иванов | Иван | Ильич | 5А'),
      ['pupil.surname', 'pupil.firstName', 'pupil.patronymic', 'pupil.className'],
    ],
    [
      'a mother beside',
      paste('Иванов Иван | 5А | Иванова Анна | 89261234567', 'Петров Олег | 5Б | Петрова Мария | 89261234568'),
      ['pupil.fullName', 'pupil.className', 'guardian.1.fullName', 'guardian.1.phone'],
    ],
  ])('%s', (_name, text, fields) => {
    expect(fieldsOf(text)).toEqual(fields);
  });
});

test('a pasted title with one column is a header', () => {
  const table = readTable(new TextEncoder().encode('ФИО\tКласс\nИванов Иван\t5А\n'));
  expect(table.kind === 'table' && table.header).toEqual(['ФИО', 'Класс']);
});

test('prose is no list of names', () => {
  expect(fieldsOf('Дорогие родители\nжду вас завтра\n')).toBe('not-a-table');
});

test('a column headed # is skipped, whatever is in it', () => {
  expect(fieldsOf('Фамилия;Имя;# Класс\nИванов;Иван;5А\n')).toEqual(['pupil.surname', 'pupil.firstName', 'skip']);
});
