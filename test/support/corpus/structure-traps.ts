import { refused, rows, type TrapFile, textTrap } from './trap-file.ts';

const HEAD = 'Фамилия;Имя;Класс\r\n';
const TWO = 'Иванов;Иван;5А\r\nПетрова;Анна;5Б\r\n';
const FIRST = { 'pupil.surname': 'Иванов', 'pupil.firstName': 'Иван', 'pupil.className': '5А' } as const;

/** Structure of the text: quotes, line ends, headers, columns. */
export function structureTraps(): TrapFile[] {
  return [...quoteTraps(), ...lineTraps(), ...headerTraps(), ...columnTraps(), ...noteTraps()];
}

function quoteTraps(): TrapFile[] {
  return [
    textTrap(
      'quote open in the first cell',
      `${HEAD}"Иванов;Иван;5А\r\nПетрова;Анна;5Б\r\n`,
      refused('unterminated-quote', 2),
    ),
    textTrap(
      'quote open in the middle',
      `${HEAD}Иванов;"Иван;5А\r\nПетрова;Анна;5Б\r\n`,
      refused('unterminated-quote', 2),
    ),
    textTrap(
      'quote open in the last cell',
      `${HEAD}Иванов;Иван;"5А\r\nПетрова;Анна;5Б\r\n`,
      refused('unterminated-quote', 2),
    ),
    textTrap('quote open in the last row', `${HEAD}${TWO}"Сидоров;Олег;5А`, refused('unterminated-quote', 4)),
    textTrap('quote inside a bare cell', `${HEAD}Иванов "Ваня";Иван;5А\r\nПетрова;Анна;5Б\r\n`, rows(2)),
    textTrap(
      'class in inner quotes',
      `${HEAD}Иванов;Иван;10 "Б"\r\n`,
      rows(1, { first: { 'pupil.className': '10 "Б"' } }),
    ),
    textTrap('all quoted', '"Фамилия";"Имя";"Класс"\r\n"Иванов";"Иван";"5А"\r\n', rows(1, { first: FIRST })),
    textTrap(
      'doubled quotes',
      `${HEAD}"Иванов ""Ваня""";Иван;5А\r\n`,
      rows(1, { first: { 'pupil.surname': 'Иванов "Ваня"' } }),
    ),
    textTrap(
      'delimiter in quotes',
      `${HEAD}"Иванов;Петров";Иван;5А\r\n`,
      rows(1, { first: { 'pupil.surname': 'Иванов;Петров' } }),
    ),
    textTrap(
      'line break in quotes',
      `${HEAD}"Иванов\nПетров";Иван;5А\r\n`,
      rows(1, { first: { 'pupil.firstName': 'Иван' } }),
    ),
    textTrap('empty quotes', `${HEAD}Иванов;Иван;""\r\n`, rows(1, { first: { 'pupil.className': '' } })),
    textTrap('guarded cells', `${HEAD}="Иванов";="Иван";="5А"\r\n`, rows(1, { first: FIRST })),
    textTrap('quoted guarded cells', `${HEAD}"=""Иванов""";"=""Иван""";"=""5А"""\r\n`, rows(1, { first: FIRST })),
  ];
}

function lineTraps(): TrapFile[] {
  const cr = (HEAD + TWO).replaceAll('\r\n', '\r');
  const lf = (HEAD + TWO).replaceAll('\r\n', '\n');
  return [
    textTrap('CR line ends', cr, rows(2, { first: FIRST })),
    textTrap('LF line ends', lf, rows(2, { first: FIRST })),
    textTrap('mixed line ends', `${HEAD}Иванов;Иван;5А\nПетрова;Анна;5Б\r`, rows(2, { first: FIRST })),
    textTrap('no line end at the end', (HEAD + TWO).trimEnd(), rows(2, { first: FIRST })),
    textTrap(
      'blank rows between',
      `${HEAD}\r\nИванов;Иван;5А\r\n\r\n;;\r\nПетрова;Анна;5Б\r\n`,
      rows(2, { first: FIRST }),
    ),
    textTrap('a thousand blank rows behind', HEAD + TWO + ';;\r\n'.repeat(1000), rows(2, { first: FIRST })),
    textTrap('blank rows above', `\r\n\r\n${HEAD}${TWO}`, rows(2, { first: FIRST })),
    textTrap('blanks around cells', 'Фамилия ; Имя ; Класс\r\n Иванов ; Иван ; 5А \r\n', rows(1, { first: FIRST })),
    textTrap('nothing', '', refused('empty-file')),
    textTrap('line ends only', '\r\n\r\n', refused('empty-file')),
    textTrap('delimiters only', ';;;\r\n;;;\r\n', refused('empty-file')),
    textTrap('header only', HEAD, rows(0)),
    textTrap('one row only', 'Иванов;Иван;5А', rows(1, { first: FIRST })),
    textTrap('DOS end mark', `${HEAD}${TWO}\u001a`, rows(2, { first: FIRST })),
  ];
}

function headerTraps(): TrapFile[] {
  const separators = [';', ',', '\t', '|'].map((sign) =>
    textTrap(`sep=${sign}`, `sep=${sign}\r\n${(HEAD + TWO).replaceAll(';', sign)}`, rows(2, { first: FIRST })),
  );
  const above = [1, 2, 5, 10, 15].map((lines) =>
    textTrap(
      `${lines} lines above the header`,
      `Список учеников школы;;\r\n`.repeat(lines) + HEAD + TWO,
      rows(2, { first: FIRST }),
    ),
  );
  const spelled = [
    'ФАМИЛИЯ;ИМЯ;КЛАСС',
    ' фамилия ;имя; класс',
    'Фамилия*;Имя*;Класс*',
    '"Фамилия:";"Имя:";"Класс:"',
    'фамилия;имя;класс;',
  ].map((header) => textTrap(`header ${header}`, `${header}\r\n${TWO}`, rows(2, { first: FIRST })));
  return [
    ...separators,
    ...above,
    ...spelled,
    textTrap(
      'header Фамлия;Имя ;Клас',
      `Фамлия;Имя ;Клас\r\n${TWO}`,
      rows(2, { asked: ['pupil.surname', 'pupil.className'] }),
    ),
    textTrap('no header', TWO, rows(2, { first: FIRST })),
    textTrap('reordered', 'Класс;Имя;Фамилия\r\n5А;Иван;Иванов\r\n', rows(1, { first: FIRST })),
    textTrap(
      'first name first, no header',
      'Иван;Иванов;Иванович;5А\r\nАнна;Петрова;Олеговна;5Б\r\nОлег;Цой;Ильич;5Б\r\n',
      rows(3, { first: FIRST }),
    ),
    textTrap(
      'title repeated thrice',
      'Фамилия;Имя;Класс;Телефон;Телефон;Телефон\r\nИванов;Иван;5А;9261234567;;\r\n',
      rows(1, { first: { ...FIRST, 'pupil.phone': '9261234567' } }),
    ),
    textTrap('repeated titles', 'Фамилия;Имя;Класс;Класс\r\nИванов;Иван;5А;6Б\r\n', rows(1, { first: FIRST })),
    textTrap(
      'unknown titles',
      'Фамилия;Имя;Класс;Рост;Размер обуви\r\nИванов;Иван;5А;140;36\r\n',
      rows(1, { first: FIRST }),
    ),
    textTrap('header repeated', HEAD + TWO + HEAD + TWO.replaceAll('5', '6'), rows(4, { first: FIRST })),
    textTrap(
      'header repeated in capitals',
      `${HEAD}${TWO}ФАМИЛИЯ;ИМЯ;КЛАСС\r\nСидоров;Олег;6А\r\n`,
      rows(3, { first: FIRST }),
    ),
    textTrap(
      'a column to skip',
      '#;Фамилия;Имя;Класс;# заметки\r\n1;Иванов;Иван;5А;тайна\r\n',
      rows(1, { first: FIRST }),
    ),
    textTrap(
      'title __proto__',
      'Фамилия;Имя;Класс;__proto__;constructor\r\nИванов;Иван;5А;x;y\r\n',
      rows(1, { first: FIRST }),
    ),
    textTrap('a counter in front', '1.;Иванов;Иван;5А\r\n2.;Петрова;Анна;5Б\r\n', rows(2, { first: FIRST })),
  ];
}

function columnTraps(): TrapFile[] {
  const wide = (columns: number) =>
    `Фамилия;Имя;Класс${';x'.repeat(columns - 3)}\r\nИванов;Иван;5А${';y'.repeat(columns - 3)}\r\n`;
  return [
    textTrap('100 columns', wide(100), rows(1, { first: FIRST })),
    textTrap('500 columns', wide(500), rows(1, { first: FIRST })),
    textTrap('501 columns', wide(501), refused('too-many-columns', 1)),
    textTrap('10,000 columns', wide(10_000), refused('too-many-columns', 1)),
    textTrap('trailing delimiters', 'Фамилия;Имя;Класс;\r\nИванов;Иван;5А;\r\n', rows(1, { first: FIRST })),
    textTrap(
      'many trailing delimiters',
      `Фамилия;Имя;Класс${';'.repeat(50)}\r\nИванов;Иван;5А${';'.repeat(50)}\r\n`,
      rows(1, { first: FIRST }),
    ),
    textTrap('short rows', `${HEAD}Иванов;Иван\r\nПетрова;Анна;5Б\r\n`, rows(2, { first: { 'pupil.className': '' } })),
    textTrap('long rows', `${HEAD}Иванов;Иван;5А;лишнее\r\nПетрова;Анна;5Б\r\n`, rows(2, { first: FIRST })),
    textTrap(
      'one column of names',
      'Иванов Иван Иванович\r\nПетрова Анна Олеговна\r\n',
      rows(2, { first: { 'pupil.fullName': 'Иванов Иван Иванович' } }),
    ),
    textTrap('prose', 'Дорогие родители\r\nжду вас завтра\r\n', refused('not-a-table')),
    textTrap('a long record', `${HEAD}Иванов;${'я'.repeat(70_000)};5А\r\n`, refused('record-too-long', 2)),
    textTrap('a long quoted record', `${HEAD}Иванов;"${'я\n'.repeat(40_000)}";5А\r\n`, refused('record-too-long', 2)),
    { name: 'ten million rows', bytes: manyRows(10_000_000), expected: refused('too-many-rows') },
    textTrap('an endless line', `${HEAD}${'я'.repeat(400_000)}`, refused('record-too-long', 2)),
  ];
}

/** Made at once, not line by line. */
function manyRows(count: number): Uint8Array {
  const line = 'a;b;c\n';
  return Buffer.concat([Buffer.from(HEAD), Buffer.alloc(count * line.length, line)]);
}

function noteTraps(): TrapFile[] {
  return [
    textTrap(
      'a note between',
      `${HEAD}Иванов;Иван;5А\r\nДалее 5Б класс;;\r\nПетрова;Анна;5Б\r\n`,
      rows(2, { notes: ['note-row'] }),
    ),
    textTrap('a total below', `${HEAD}${TWO}Всего: 2;;\r\n`, rows(2, { notes: ['note-row'] })),
    textTrap('a signature below', `${HEAD}${TWO};Директор Сидоров О. П.;\r\n`, rows(2, { notes: ['note-row'] })),
    textTrap('a surname alone is a person', `${HEAD}${TWO}Сидоров;;\r\n`, rows(3, { notes: [] })),
    textTrap('digits lost', 'Фамилия;Имя;СНИЛС\r\nИванов;Иван;1,23E+10\r\n', rows(1, { notes: ['digits-lost'] })),
    textTrap(
      'digits lost, English',
      'Фамилия;Имя;СНИЛС\r\nИванов;Иван;1.12E+10\r\n',
      rows(1, { notes: ['digits-lost'] }),
    ),
    textTrap(
      'zeros lost',
      'Фамилия;Имя;СНИЛС\r\nИванов;Иван;8765430300\r\n',
      rows(1, { notes: ['leading-zeros-lost'] }),
    ),
    textTrap('a failed formula', 'Фамилия;Имя;Класс\r\nИванов;Иван;#Н/Д\r\n', rows(1, { notes: ['cell-error'] })),
    textTrap(
      'a narrow column',
      'Фамилия;Имя;Дата рождения\r\nИванов;Иван;########\r\n',
      rows(1, { notes: ['cell-error'] }),
    ),
  ];
}
