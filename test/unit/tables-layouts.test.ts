import { describe, expect, test } from 'vitest';
import {
  makeSchool,
  type RosterGuardian,
  type RosterPupil,
  type RosterSchool,
  toBelgorodCsv,
  toMesCsv,
  toOezhdCsv,
} from '../../shared/demo/rosters.ts';
import { type Field, guardianOf } from '../../shared/tables/columns.ts';
import { decode, type Encoding, encodeText } from '../../shared/tables/encoding.ts';
import { readTable, type Table } from '../../shared/tables/read-table.ts';

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'x-mac-cyrillic',
];

/** Encodings of before Windows, without a dash or a number sign. */
const LACKING_SIGNS = new Set<Encoding>(['ibm866', 'koi8-r']);

type Expected = Partial<Record<Field, string>>;

const dotted = (date: string) => date.split('-').reverse().join('.');
const fullName = (person: { surname: string; firstName: string; patronymic: string }) =>
  `${person.surname} ${person.firstName} ${person.patronymic}`.trim();

function mesPupil(pupil: RosterPupil, school: RosterSchool): Expected {
  const teacher = school.classes.find(({ name }) => name === pupil.className)?.teacher;
  const expected: Expected = {
    'pupil.fullName': fullName(pupil),
    'pupil.birthDate': dotted(pupil.birthDate),
    'pupil.sex': pupil.sex === 'male' ? 'М' : 'Ж',
    'pupil.className': pupil.className.replace(/(\d+)/, '$1-'),
    'pupil.login': pupil.login,
    'pupil.email': pupil.email ?? '',
    'pupil.phone': pupil.phone?.slice(2) ?? '',
    'pupil.snils': pupil.snils ?? '',
    'class.teacher': teacher === undefined ? '' : fullName(teacher),
  };
  return Object.assign(expected, ...pupil.guardians.map((guardian, index) => mesGuardian(guardian, index + 1)));
}

function mesGuardian(guardian: RosterGuardian, number: number): Expected {
  return {
    [`guardian.${number}.relation`]: guardian.relation,
    [`guardian.${number}.fullName`]: fullName(guardian),
    [`guardian.${number}.login`]: guardian.login,
    [`guardian.${number}.phone`]: guardian.phone.slice(2),
    [`guardian.${number}.email`]: guardian.email,
    [`guardian.${number}.snils`]: guardian.snils,
  };
}

function belgorodPupil(pupil: RosterPupil): Expected {
  return {
    'pupil.className': pupil.className,
    'pupil.surname': pupil.surname,
    'pupil.firstAndPatronymic': `${pupil.firstName} ${pupil.patronymic}`.trim(),
    'pupil.sex': pupil.sex === 'male' ? 'м' : 'ж',
    'pupil.birthDate': dotted(pupil.birthDate),
  };
}

function oezhdPupil(pupil: RosterPupil): Expected {
  const [, grade = '', letter = ''] = /^(\d+)(.*)$/.exec(pupil.className) ?? [];
  return {
    'pupil.letter': letter,
    'pupil.grade': grade,
    'person.externalId': `{${pupil.guid.toUpperCase()}}`,
    'pupil.firstName': pupil.firstName,
    'pupil.surname': pupil.surname,
    'pupil.patronymic': pupil.patronymic,
    'pupil.birthDate': dotted(pupil.birthDate),
    'pupil.sex': pupil.sex === 'male' ? 'м' : 'ж',
    role: 'Ученик',
  };
}

const LAYOUTS = [
  { id: 'mes-contingent', write: toMesCsv, expected: mesPupil, own: 'utf-8' },
  { id: 'belgorod', write: toBelgorodCsv, expected: belgorodPupil, own: 'windows-1251' },
  { id: 'oezhd', write: toOezhdCsv, expected: oezhdPupil, own: 'utf-8' },
] as const;

function tableFrom(bytes: Uint8Array): Table {
  const table = readTable(bytes);
  if (table.kind === 'refused') throw new Error(JSON.stringify(table.problem));
  return table;
}

/** Filled cells of every row by field, teachers left out. */
function recordsOf(table: Table): Expected[] {
  const role = table.fields.indexOf('role');
  const rows = [...table.rows].filter(({ cells }) => role < 0 || cells[role] === 'Ученик');
  return rows.map(({ cells }) =>
    filledOnly(Object.fromEntries(table.fields.map((field, column) => [field, cells[column]]))),
  );
}

function filledOnly(record: Expected): Expected {
  return Object.fromEntries(Object.entries(record).filter(([field, value]) => field !== 'skip' && value !== ''));
}

describe.each(LAYOUTS)('$id', ({ id, write, expected, own }) => {
  const school = makeSchool({ seed: 7, pupils: 60, traps: true });
  const text = decode(write(school), own);
  const wanted = school.pupils.map((pupil) => filledOnly(expected(pupil, school)));

  test('as its system writes it', () => {
    const table = tableFrom(write(school));
    expect(table.presetId).toBe(id);
    expect(table.reading).toEqual({ encoding: own, delimiter: ';', headerRow: 1 });
    expect(recordsOf(table)).toEqual(wanted);
  });

  test.each(ENCODINGS)('in %s', (encoding) => {
    const writable = LACKING_SIGNS.has(encoding) ? text.replaceAll('—', '-').replaceAll('№', 'N') : text;
    const { bytes, lost } = encodeText(writable, encoding);
    expect(lost).toEqual([]);
    const table = tableFrom(bytes);
    expect(table.presetId).toBe(id);
    expect(recordsOf(table)).toEqual(wanted);
  });

  test.each([';', ',', '\t', '|'] as const)('with the delimiter %j', (delimiter) => {
    const table = tableFrom(encodeText(text.replaceAll(';', delimiter), 'utf-8').bytes);
    expect(table.presetId).toBe(id);
    expect(table.reading.delimiter).toBe(delimiter);
    expect(recordsOf(table)).toEqual(wanted);
  });

  test('with title rows above and capitals in the header', () => {
    const [header = '', ...rows] = text.split('\r\n');
    const titled = ['Выгрузка', '', header.toUpperCase(), ...rows].join('\r\n');
    const table = tableFrom(encodeText(titled, 'utf-8').bytes);
    expect(table.reading.headerRow).toBe(3);
    expect(table.presetId).toBe(id);
    expect(recordsOf(table)).toEqual(wanted);
  });
});

describe('synthetic schools', () => {
  test('are the same for the same seed', () => {
    const wishes = { seed: 3, pupils: 40, traps: true };
    expect(makeSchool(wishes)).toEqual(makeSchool(wishes));
    expect(makeSchool({ ...wishes, seed: 4 })).not.toEqual(makeSchool(wishes));
  });

  test('have siblings under one guardian, and guardians for everybody', () => {
    const { pupils, classes } = makeSchool({ seed: 5, pupils: 400 });
    expect(pupils).toHaveLength(400);
    expect(classes).toHaveLength(16);
    expect(pupils.every(({ guardians }) => guardians.length > 0)).toBe(true);
    const families = new Set(pupils.map(({ guardians }) => guardians[0]));
    expect(families.size).toBeLessThan(380);
  });

  test('put pupils into the wanted classes', () => {
    const { pupils } = makeSchool({ seed: 6, pupils: 50, classes: ['5А', '9Б'] });
    expect(new Set(pupils.map(({ className }) => className))).toEqual(new Set(['5А', '9Б']));
  });
});

test('the number of a guardian', () => {
  expect([guardianOf('guardian.12.phone'), guardianOf('pupil.phone'), guardianOf('skip')]).toEqual([12, 0, 0]);
});
