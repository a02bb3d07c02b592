import { rows, type TrapFile, textTrap } from './trap-file.ts';

interface PeopleTrap {
  readonly name: string;
  readonly lines: readonly string[];
  /** Everybody in the file, as `describePeople` tells them. */
  readonly people: readonly string[];
  /** Codes of the remarks, row by row. */
  readonly problems?: readonly string[];
}

const HEAD = 'ФИО;Дата рождения;Класс';
const WITH_MOTHER = `${HEAD};Телефон ученика;Мать;Телефон матери`;

/** People who are easily taken for others, split wrongly, or given each other's contacts. */
export function peopleTraps(): TrapFile[] {
  return [...patronymicTraps(), ...familyTraps(), ...namesakeTraps()].map(({ name, lines, people, problems = [] }) =>
    textTrap(name, `${lines.join('\r\n')}\r\n`, rows(lines.length - 1, { people, problems })),
  );
}

/** Full names in one cell, and their parts. */
const SPLIT: readonly (readonly [string, string])[] = [
  ['Алиев Али Мамед оглы', 'Алиев|Али|Мамед оглы'],
  ['Алиев Али Мамед-оглы', 'Алиев|Али|Мамед-оглы'],
  ['Алиев Али Мамедоглы', 'Алиев|Али|Мамедоглы'],
  ['Алиев Али МАМЕД ОГЛЫ', 'Алиев|Али|Мамед оглы'],
  ['Алиева Лейла Рустам кызы', 'Алиева|Лейла|Рустам кызы'],
  ['Алиева Лейла Рустам-кызы', 'Алиева|Лейла|Рустам-кызы'],
  ['Алиева Лейла Рустамкызы', 'Алиева|Лейла|Рустамкызы'],
  ['Лейла Рустам кызы Алиева', 'Алиева|Лейла|Рустам кызы'],
  ['Каримов Тимур Бахтияр угли', 'Каримов|Тимур|Бахтияр угли'],
  ['Токаева Айша Нурлан қызы', 'Токаева|Айша|Нурлан қызы'],
  ['Котова Анна Ильинична', 'Котова|Анна|Ильинична'],
  ['Котова Анна Никитична', 'Котова|Анна|Никитична'],
  ['Котова Анна Лукинична', 'Котова|Анна|Лукинична'],
  ['Котова Анна Фоминична', 'Котова|Анна|Фоминична'],
  ['Котов Пётр Ильич', 'Котов|Пётр|Ильич'],
  ['Котов Пётр Лукич', 'Котов|Пётр|Лукич'],
  ['Анна Ильинична Котова', 'Котова|Анна|Ильинична'],
  ['Ильич Анна Котова', 'Ильич|Анна|Котова'],
  ['Котова Анна', 'Котова|Анна|'],
  ['Петрова-Водкина Мария Ильинична', 'Петрова-Водкина|Мария|Ильинична'],
  ['Петрова Водкина Мария Ильинична', 'Петрова Водкина|Мария|Ильинична'],
];

function patronymicTraps(): PeopleTrap[] {
  return SPLIT.map(([typed, parts]) => ({
    name: `full name ${typed}`,
    lines: [HEAD, `${typed};01.02.2015;5А`],
    people: [`${parts} 5А`],
  }));
}

function familyTraps(): PeopleTrap[] {
  return [
    {
      name: 'a parent’s phone on the child',
      lines: [WITH_MOTHER, 'Котова Анна;01.02.2015;5А;+7 926 123-45-67;Котова Мария;8 (926) 123-45-67'],
      people: ['Котова|Анна| 5А phone +79261234567, of Котова|Мария| mother phone +79261234567'],
    },
    {
      name: 'a parent’s phone on the child, named by a word',
      lines: [`${HEAD};Телефон ученика`, 'Котова Анна;01.02.2015;5А;8 926 123-45-67 мама'],
      people: ['Котова|Анна| 5А phone +79261234567 (мама)'],
    },
    {
      name: 'two phones in one cell',
      lines: [`${HEAD};Телефон ученика`, 'Котова Анна;01.02.2015;5А;87772223344 мама, +7 (701) 333-44-55 папа'],
      people: ['Котова|Анна| 5А phone +77772223344 (мама), phone +77013334455 (папа)'],
    },
    {
      name: 'a phone short of a digit',
      lines: [`${HEAD};Телефон ученика`, 'Котова Анна;01.02.2015;5А;8 926 123-45-6'],
      people: ['Котова|Анна| 5А phone 8926123456'],
      problems: ['phone-invalid'],
    },
    {
      name: 'a phone of Kazakhstan',
      lines: [`${HEAD};Телефон ученика`, 'Котова Анна;01.02.2015;5А;87011234567'],
      people: ['Котова|Анна| 5А phone +77011234567'],
    },
    {
      name: 'a parent with two children',
      lines: [
        WITH_MOTHER,
        'Котова Анна;01.02.2015;5А;;Котова Мария;89261234567',
        'Котов Пётр;01.02.2013;7Б;;Котова Мария;+7 926 1234567',
      ],
      people: [
        'Котова|Анна| 5А, of Котова|Мария| mother phone +79261234567',
        'Котов|Пётр| 7Б, of Котова|Мария| mother phone +79261234567',
      ],
    },
    {
      name: 'two parents with one e-mail',
      lines: [
        `${HEAD};Мать;E-mail матери;Отец;E-mail отца`,
        'Котова Анна;01.02.2015;5А;Котова Мария;family@mail.ru;Котов Олег;Family@mail.ru',
      ],
      people: [
        'Котова|Анна| 5А, of Котова|Мария| mother email family@mail.ru, of Котов|Олег| father email family@mail.ru',
      ],
    },
    {
      name: 'a hidden representative',
      lines: [
        'last_name;first_name;middle_name;birth_date;sex;class_unit.name;phone_number_ezd;parents.0.name;parents.0.type;parents.0.hidden;parents.1.name;parents.1.type;parents.1.hidden',
        'Котова;Анна;;2015-02-01;female;5-А;;Котова Мария;мать;true;Котов Олег;отец;false',
      ],
      people: ['Котова|Анна| 5А, of Котов|Олег| father'],
      problems: ['guardian-hidden'],
    },
    {
      name: 'a number of insurance that does not check',
      lines: [`${HEAD};СНИЛС`, 'Котова Анна;01.02.2015;5А;123-456-789 12', 'Котов Пётр;01.02.2013;7Б;001-001-998 00'],
      people: ['Котова|Анна| 5А snils 12345678912', 'Котов|Пётр| 7Б snils 00100199800'],
      problems: ['snils-checksum'],
    },
  ];
}

function namesakeTraps(): PeopleTrap[] {
  return [
    {
      name: 'namesakes in one class',
      lines: [HEAD, 'Котова Анна Ильинична;01.02.2015;5А', 'Котова Анна Ильинична;17.09.2015;5А'],
      people: ['Котова|Анна|Ильинична 5А', 'Котова|Анна|Ильинична 5А'],
    },
    {
      name: 'namesakes in two classes',
      lines: [HEAD, 'Котова Анна Ильинична;01.02.2015;5А', 'Котова Анна Ильинична;17.09.2014;6Б'],
      people: ['Котова|Анна|Ильинична 5А', 'Котова|Анна|Ильинична 6Б'],
    },
    {
      name: 'one pupil twice, ё as е',
      lines: [HEAD, 'Алёшина-Котова Анна;01.02.2015;5А', 'АЛЕШИНА-КОТОВА АННА;2015-02-01;5 «а»'],
      people: ['Алёшина-Котова|Анна| 5А'],
      problems: ['duplicate-row'],
    },
    {
      name: 'double surnames in either order',
      lines: [HEAD, 'Котова-Зимина Анна;01.02.2015;5А', 'Зимина-Котова Анна;01.02.2015;5А'],
      people: ['Котова-Зимина|Анна| 5А'],
      problems: ['duplicate-row'],
    },
    {
      name: 'sisters with double surnames in either order',
      lines: [HEAD, 'Котова-Зимина Анна;01.02.2015;5А', 'Зимина-Котова Анна;01.02.2014;5А'],
      people: ['Котова-Зимина|Анна| 5А', 'Зимина-Котова|Анна| 5А'],
    },
    {
      name: 'a class in Latin letters',
      lines: [HEAD, 'Котова Анна;01.02.2015;5-A', 'Котов Пётр;01.02.2015;10 «Б»'],
      people: ['Котова|Анна| 5А', 'Котов|Пётр| 10Б'],
    },
  ];
}
