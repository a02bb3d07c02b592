import { strToU8, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { type Expectation, refused, rows, type TrapFile } from './trap-file.ts';

const HEAD = ['Фамилия', 'Имя', 'Дата рождения', 'СНИЛС', 'Телефон', 'Класс'];
const BORN = new Date(Date.UTC(2013, 8, 1));
const ROW = ['Иванов', 'Иван', BORN, 11_223_344_595, 79_261_234_567, '5А'];
const FIRST = {
  'pupil.surname': 'Иванов',
  'pupil.birthDate': '01.09.2013',
  'pupil.snils': '11223344595',
  'pupil.phone': '79261234567',
} as const;
const GOOD = rows(1, { first: FIRST });

/** Workbooks, packages and archives, good and hostile. */
export async function archiveTraps(): Promise<TrapFile[]> {
  return [...(await workbookTraps()), ...(await hostileTraps()), ...packageTraps()];
}

type Rows = NonNullable<WriteSheet['rows']>;

async function book(name: string, sheets: WriteSheet[], expected: Expectation): Promise<TrapFile[]> {
  const xlsx = await writeXlsx({ sheets });
  const ods = await writeOds({ sheets });
  return [
    { name: `XLSX: ${name}`, bytes: xlsx, expected },
    { name: `ODS: ${name}`, bytes: ods, expected },
  ];
}

async function workbookTraps(): Promise<TrapFile[]> {
  const table: Rows = [HEAD, ROW];
  const title = ['Список учеников', null, null, null, null, null];
  const files = await Promise.all([
    book('a table', [{ name: 'Лист1', rows: table }], GOOD),
    book(
      'title rows',
      [
        {
          name: 'Лист1',
          rows: [title, title, table[0] ?? [], table[1] ?? []],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }],
        },
      ],
      GOOD,
    ),
    book(
      'an empty sheet first',
      [
        { name: 'Пусто', rows: [] },
        { name: 'Дети', rows: table },
      ],
      GOOD,
    ),
    book(
      'an instruction first',
      [
        { name: 'Инструкция', rows: [['Заполните'], ['второй'], ['лист']] },
        { name: 'Дети', rows: table },
      ],
      GOOD,
    ),
    book('nothing', [{ name: 'Лист1', rows: [] }], refused('sheet-empty')),
    book('no header', [{ name: 'Лист1', rows: [ROW, ['Петрова', 'Анна', BORN, null, null, '5Б']] }], rows(2)),
    book('blank rows', [{ name: 'Лист1', rows: [HEAD, [], ROW, [], []] }], GOOD),
    book(
      'a note between',
      [{ name: 'Лист1', rows: [HEAD, ROW, ['Далее класс 5Б'], ROW] }],
      rows(2, { notes: ['note-row'] }),
    ),
    book(
      'formula text',
      [{ name: 'Лист1', rows: [HEAD, ['=1+1', ...ROW.slice(1)]] }],
      rows(1, { first: { 'pupil.surname': '=1+1' } }),
    ),
    book(
      'zeros lost',
      [{ name: 'Лист1', rows: [HEAD, ['Иванов', 'Иван', BORN, 8_765_430_300, null, '5А']] }],
      rows(1, { notes: ['leading-zeros-lost'] }),
    ),
    book(
      'a number with 1e21',
      [{ name: 'Лист1', rows: [HEAD, ['Иванов', 'Иван', BORN, 1e21, null, '5А']] }],
      rows(1, { first: { 'pupil.snils': '1000000000000000000000' } }),
    ),
  ]);
  const hidden = await writeXlsx({
    sheets: [
      { name: 'Тайный', rows: [HEAD, ROW, ROW], hidden: true },
      { name: 'Дети', rows: table },
    ],
  });
  const masked = await writeXlsx({
    sheets: [
      {
        name: 'Дети',
        rows: table,
        cells: new Map([['1,3', { value: 8_765_430_300, type: 'number', style: { numFmt: '000-000-000 00' } }]]),
      },
    ],
  });
  const cached = await writeXlsx({
    sheets: [
      { name: 'Дети', rows: table, cells: new Map([['1,0', { value: 'Цой', formula: 'A9', formulaResult: 'Цой' }]]) },
    ],
  });
  const merged = await writeXlsx({
    sheets: [
      {
        name: 'Дети',
        rows: [
          ['Класс', 'Фамилия', 'Имя'],
          ['5А', 'Иванов', 'Иван'],
          [null, 'Петрова', 'Анна'],
        ],
        merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      },
    ],
  });
  const old = await writeXlsx({ sheets: [{ name: 'Дети', rows: table }], dateSystem: '1904' });
  const macro = await writeXlsx({ sheets: [{ name: 'Дети', rows: table }], vbaProject: strToU8('not a real macro') });
  return [
    ...files.flat(),
    { name: 'XLSX: a hidden sheet first', bytes: hidden, expected: GOOD },
    {
      name: 'XLSX: digits in a mask',
      bytes: masked,
      expected: rows(1, { first: { 'pupil.snils': '087-654-303 00' } }),
    },
    { name: 'XLSX: a formula with its value', bytes: cached, expected: rows(1, { first: { 'pupil.surname': 'Цой' } }) },
    {
      name: 'XLSX: a class merged over rows',
      bytes: merged,
      expected: rows(2, { first: { 'pupil.className': '5А' }, notes: [] }),
    },
    { name: 'XLSX: dates of 1904', bytes: old, expected: GOOD },
    { name: 'XLSM: macros left out', bytes: macro, expected: GOOD },
  ];
}

async function hostileTraps(): Promise<TrapFile[]> {
  const good = await writeXlsx({ sheets: [{ name: 'Дети', rows: [HEAD, ROW] }] });
  const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 9 });
  const types = strToU8('<Types/>');
  const sheet = 'xl/worksheets/sheet1.xml';
  const bomb = zip({ '[Content_Types].xml': types, [sheet]: new Uint8Array(20 * 1024 * 1024) });
  const many = zip(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.xml`, types])));
  const dtd = strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>');
  return [
    { name: 'bomb by ratio', bytes: bomb, expected: refused('archive-too-large') },
    { name: 'bomb by size', bytes: lying(bomb, 200 * 1024 * 1024), expected: refused('archive-too-large') },
    { name: 'bomb that lies about its size', bytes: lying(bomb, 1000), expected: refused('spreadsheet-damaged') },
    { name: 'bomb by entries', bytes: many, expected: refused('archive-too-large') },
    { name: 'bomb in a bomb', bytes: zip({ 'users.csv': bomb }), expected: refused('spreadsheet-not-csv') },
    { name: 'entries over each other', bytes: overlapping(good), expected: refused('archive-damaged') },
    {
      name: 'entities',
      bytes: zip({ '[Content_Types].xml': types, 'xl/workbook.xml': dtd }),
      expected: refused('spreadsheet-damaged'),
    },
    {
      name: 'no workbook inside',
      bytes: zip({ '[Content_Types].xml': types }),
      expected: refused('spreadsheet-damaged'),
    },
    {
      name: 'a document, not a workbook',
      bytes: zip({ '[Content_Types].xml': types, 'word/document.xml': types }),
      expected: refused('spreadsheet-damaged'),
    },
    {
      name: 'XLSB',
      bytes: zip({ '[Content_Types].xml': types, 'xl/workbook.bin': types }),
      expected: refused('spreadsheet-not-csv'),
    },
    { name: 'pictures', bytes: zip({ 'photo.jpg': types }), expected: refused('not-a-table') },
    { name: 'cut in the middle', bytes: good.subarray(0, good.length >> 1), expected: refused('archive-damaged') },
    { name: 'cut at the end', bytes: good.subarray(0, good.length - 30), expected: refused('archive-damaged') },
    { name: 'bytes spoiled', bytes: spoiled(good), expected: refused('spreadsheet-damaged') },
    { name: 'locked entries', bytes: locked(good), expected: refused('archive-encrypted') },
    { name: 'an empty zip', bytes: zip({}), expected: refused('not-a-table') },
  ];
}

/** Offsets of the entries of a zip's directory. */
function directory(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 < bytes.length; at += 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) found.push(at);
  return found;
}

function changed(bytes: Uint8Array, change: (view: DataView, entries: readonly number[]) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  change(new DataView(copy.buffer), directory(copy));
  return copy;
}

function lying(bytes: Uint8Array, size: number): Uint8Array {
  return changed(bytes, (view, entries) => view.setUint32((entries.at(-1) ?? 0) + 24, size, true));
}

function overlapping(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (view, entries) => {
    for (const entry of entries) view.setUint32(entry + 20, bytes.length - 100, true);
  });
}

function locked(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (view, entries) => {
    for (const entry of entries) view.setUint16(entry + 8, 1, true);
  });
}

function spoiled(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (view) => {
    for (let at = 60; at < 90; at += 1) view.setUint8(at, 0xff);
  });
}

function packageTraps(): TrapFile[] {
  const csv = (...lines: string[]) => strToU8(`${lines.join('\r\n')}\r\n`);
  const one = {
    'users.csv': csv(
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      'p1,,,true,o1,student,ivanov,,Иван,Иванов,Ильич,,,,,g1,05,',
      'g1,,,true,o1,guardian,ivanova,,Анна,Иванова,,,a@b.ru,,+79261234567,p1,,',
      't1,,,true,o1,teacher,petrova,,Ольга,Петрова,,,,,,,,',
      'p2,tobedeleted,,false,o1,student,gone,,Олег,Ушедший,,,,,,,,',
    ),
    'classes.csv': csv('sourcedId,title,classType', 'c1,5А,homeroom', 'c2,Алгебра,scheduled'),
    'enrollments.csv': csv(
      'sourcedId,classSourcedId,userSourcedId,role',
      'e0,c2,p1,student',
      'e1,c1,p1,student',
      'e2,c1,t1,teacher',
    ),
    'demographics.csv': csv('sourcedId,birthDate,sex', 'p1,2013-09-01,male'),
  };
  const first = {
    'pupil.surname': 'Иванов',
    'pupil.className': '5А',
    'pupil.birthDate': '2013-09-01',
    'guardian.1.email': 'a@b.ru',
  } as const;
  const sds = {
    'users.csv': csv(
      'sourcedId,username,givenName,familyName,email,phone',
      'p1,ivanov,Иван,Иванов,,',
      'g1,ivanova,Анна,Иванова,a@b.ru,',
    ),
    'roles.csv': csv('userSourcedId,orgSourcedId,role', 'p1,o1,student'),
    'classes.csv': csv('sourcedId,orgSourcedId,title', 'c1,o1,5А'),
    'enrollments.csv': csv('classSourcedId,userSourcedId,role', 'c1,p1,student'),
    'relationships.csv': csv('userSourcedId,relationshipUserSourcedId,relationshipRole', 'p1,g1,parent'),
  };
  const inFolder = Object.fromEntries(Object.entries(one).map(([name, bytes]) => [`export/2025/${name}`, bytes]));
  return [
    { name: 'OneRoster 1.1', bytes: zipSync(one), expected: rows(2, { presetId: 'one-roster-1.1', first }) },
    {
      name: 'OneRoster 1.1 in a folder',
      bytes: zipSync(inFolder),
      expected: rows(2, { presetId: 'one-roster-1.1', first }),
    },
    {
      name: 'SDS 2.1',
      bytes: zipSync(sds),
      expected: rows(1, { presetId: 'sds-2.1', first: { 'pupil.className': '5А', 'guardian.1.relation': 'parent' } }),
    },
    {
      name: 'a package without users',
      bytes: zipSync({ 'classes.csv': sds['classes.csv'] }),
      expected: refused('package-incomplete'),
    },
    {
      name: 'a package with a quote left open',
      bytes: zipSync({ ...sds, 'users.csv': csv('sourcedId,username,givenName', 'p1,"ivanov,Иван') }),
      expected: refused('unterminated-quote', 2),
    },
  ];
}
