import { type Encoding, encodeText } from '../../../shared/tables/encoding.ts';
import { refused, rows, type TrapFile, utf8 } from './trap-file.ts';

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'x-mac-cyrillic',
];
const DELIMITERS = [';', ',', '\t', '|'] as const;
const LINE_ENDS = ['\r\n', '\n', '\r'] as const;

const LINES = [
  'Фамилия;Имя;Отчество;Класс;Дата рождения',
  'Иванов;Пётр;Ильич;5А;01.09.2013',
  'Петрова;Мария;Никитична;5Б;02.10.2013',
  'Щукин;Олег;Юрьевич;11А;03.11.2008',
];
const FIRST = { 'pupil.surname': 'Иванов', 'pupil.patronymic': 'Ильич', 'pupil.birthDate': '01.09.2013' } as const;

/** Bytes: encodings, marks, damage, other kinds of file. */
export function byteTraps(): TrapFile[] {
  return [...encodingTraps(), ...damageTraps(), ...signatureTraps()];
}

function encodingTraps(): TrapFile[] {
  const files: TrapFile[] = [];
  for (const encoding of ENCODINGS)
    for (const delimiter of DELIMITERS)
      for (const lineEnd of LINE_ENDS)
        for (const header of [0, 1]) {
          const text = `${LINES.slice(header).join(lineEnd).replaceAll(';', delimiter)}${lineEnd}`;
          const name = `${encoding} ${JSON.stringify(delimiter + lineEnd)} ${header === 0 ? 'with' : 'without'} a header`;
          const { bytes } = encodeText(text, encoding, { bom: header === 0 });
          files.push({ name, bytes, expected: rows(3, { first: FIRST }) });
        }
  return files;
}

const TEXT = `${LINES.join('\r\n')}\r\n`;

function damageTraps(): TrapFile[] {
  const whole = utf8(TEXT);
  const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const tail = encodeText('Сидоров;Анна;Олеговна;5А;01.01.2013\r\n', 'windows-1251').bytes;
  const raw = (...codes: number[]) => Uint8Array.from(codes);
  const nul = (at: number) =>
    TEXT.split('\r\n')
      .map((line, row) => (row === at ? line.replace(';', '\0;') : line))
      .join('\r\n');
  return [
    { name: 'two marks', bytes: utf8(`\uFEFF\uFEFF${TEXT}`), expected: rows(3, { first: FIRST }) },
    { name: 'windows-1251 behind UTF-8', bytes: join(whole, whole, whole, tail), expected: refused('undecodable', 13) },
    {
      name: 'UTF-8 cut in a letter',
      bytes: whole.subarray(0, whole.lastIndexOf(0xd0) + 1),
      expected: refused('undecodable', 4),
    },
    { name: 'overlong slash', bytes: join(whole, raw(0xc0, 0xaf, 0x0a)), expected: refused('undecodable', 5) },
    {
      name: 'surrogate in UTF-8',
      bytes: join(whole, raw(0xed, 0xa0, 0x80, 0x0a)),
      expected: refused('undecodable', 5),
    },
    {
      name: 'U+FFFD stored',
      bytes: utf8(`${TEXT}Си\uFFFDоров;Анна;Олеговна;5А;01.01.2013\r\n`),
      expected: refused('undecodable', 5),
    },
    ...[0, 1, 2, 3].map((at) => ({
      name: `NUL in row ${at + 1}`,
      bytes: utf8(nul(at)),
      expected: refused('nul-character', at + 1),
    })),
    { name: 'mark only', bytes: utf8('\uFEFF'), expected: refused('empty-file') },
    {
      name: 'UTF-16 of an odd length',
      bytes: encodeText(TEXT, 'utf-16le', { bom: true }).bytes.subarray(0, -1),
      expected: refused('undecodable'),
    },
  ];
}

function signatureTraps(): TrapFile[] {
  const start = (text: string) => Uint8Array.from(`${text}${'\0x'.repeat(500)}`, (letter) => letter.charCodeAt(0));
  const looks: readonly (readonly [string, string])[] = [
    ['PDF', '%PDF-1.7'],
    ['SQLite', 'SQLite format 3\0'],
    ['gzip', '\x1f\x8b\x08'],
    ['RAR', 'Rar!\x1a\x07'],
    ['7-Zip', "7z\xbc\xaf'\x1c"],
    ['PNG', '\x89PNG\r\n'],
    ['JPEG', '\xff\xd8\xff\xe0'],
  ];
  const files = looks.map(
    ([name, signature]): TrapFile => ({ name, bytes: start(signature), expected: refused('not-a-table') }),
  );
  const encrypted = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
  return [
    ...files,
    { name: 'old XLS', bytes: start('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), expected: refused('spreadsheet-not-csv') },
    {
      name: 'encrypted XLSX',
      bytes: start(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${encrypted}`),
      expected: refused('archive-encrypted'),
    },
    {
      name: 'HTML named XLS',
      bytes: utf8('<html><table><tr><td>Иванов</td></tr></table>'),
      expected: refused('not-a-table'),
    },
    {
      name: 'HTML with blanks in front',
      bytes: utf8('\uFEFF\r\n  <!DOCTYPE html><p>a;b'),
      expected: refused('not-a-table'),
    },
    {
      name: 'SpreadsheetML',
      bytes: utf8('<?xml version="1.0"?><Workbook><Row/></Workbook>'),
      expected: refused('not-a-table'),
    },
    {
      name: 'random bytes',
      bytes: Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) & 255),
      expected: refused('not-a-table'),
    },
  ];
}
