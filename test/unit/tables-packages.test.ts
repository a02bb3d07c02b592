import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeSchool, type RosterGuardian } from '../../shared/demo/rosters.ts';
import type { Field } from '../../shared/tables/columns.ts';
import type { ExportPerson, ExportRoster } from '../../shared/tables/export-roster.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import { readPackage } from '../../shared/tables/read-package.ts';
import { DEFAULT_LIMITS } from '../../shared/tables/table-problem.ts';
import { writeOneRoster } from '../../shared/tables/write-one-roster.ts';
import { zipPackage } from '../../shared/tables/write-package.ts';
import { writeSds } from '../../shared/tables/write-sds.ts';
import { checkOneRoster, checkSds } from '../support/package-checker.ts';
import { loadIntoDuckDb, packageStandards } from '../support/package-in-duckdb.ts';

interface Person {
  readonly guid: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly login: string;
  readonly email?: string;
  readonly phone?: string;
}

function exported({ guid, surname, firstName, patronymic, login, email = '', phone = '' }: Person): ExportPerson {
  return { id: guid, surname, firstName, patronymic, login, email, phone };
}

function rosterOf(seed: number, pupils = 40): ExportRoster {
  const school = makeSchool({ seed, pupils, traps: true });
  const gradeOf = new Map(school.classes.map(({ name, grade }) => [name, grade]));
  const classId = new Map(school.classes.map(({ name, guid }) => [name, guid]));
  const guardians = new Set<RosterGuardian>(school.pupils.flatMap((pupil) => pupil.guardians));
  return {
    school: { id: school.guid, name: school.name },
    startYear: school.startYear,
    classes: school.classes.map(({ guid, name, grade }) => ({ id: guid, title: name, grade })),
    pupils: school.pupils.map((pupil) => ({
      ...exported(pupil),
      grade: gradeOf.get(pupil.className) ?? 0,
      birthDate: pupil.birthDate,
      sex: pupil.sex,
    })),
    guardians: [...guardians].map(exported),
    staff: school.classes.map(({ teacher }) => exported(teacher)),
    enrolments: [
      ...school.pupils.map((pupil) => ({ classId: classId.get(pupil.className) ?? '', personId: pupil.guid })),
      ...school.classes.map(({ guid, teacher }) => ({ classId: guid, personId: teacher.guid })),
    ],
    guardianships: school.pupils.flatMap((pupil) =>
      pupil.guardians.map((guardian) => ({
        pupilId: pupil.guid,
        guardianId: guardian.guid,
        isParent: guardian.relation !== 'опекун',
      })),
    ),
  };
}

describe.each([
  ['OneRoster 1.2', writeOneRoster, checkOneRoster, 'one-roster-1.2'],
  ['School Data Sync 2.1', writeSds, checkSds, 'sds-2.1'],
] as const)('%s', (_name, write, check, presetId) => {
  test.each([1, 2, 3, 4, 5])('a strict reader has nothing to say (school %i)', (seed) => {
    expect(check(write(rosterOf(seed)))).toEqual([]);
  });

  test.each([1, 2])('DuckDB loads it under the constraints of the standard (school %i)', async (seed) => {
    expect(await loadIntoDuckDb(write(rosterOf(seed)), packageStandards[presetId])).toEqual([]);
  });

  test('DuckDB refuses it with a value, an identifier or a person that the standard does not allow', async () => {
    const files = write(rosterOf(3, 6));
    const users = strFromU8(files.get('users.csv') ?? new Uint8Array());
    const [header = '', first = '', ...others] = users.split('\r\n');
    const wrong: readonly (readonly [RegExp, readonly string[]])[] = [
      [/users: .*duplicate key/is, [header, first, first, ...others]],
      [/users: .*NOT NULL/is, [header, first.replace(/^[^,]*/, ''), ...others]],
      [/users: .*shoeSize/is, [`${header},shoeSize`, ...[first, ...others].map((line) => line && `${line},41`)]],
      [/names .*, which is not in users/, [header, ...others]],
    ];
    for (const [said, lines] of wrong) {
      const broken = new Map(files).set('users.csv', strToU8(lines.join('\r\n')));
      expect((await loadIntoDuckDb(broken, packageStandards[presetId])).join('\n')).toMatch(said);
    }
  });

  test('hard values do no harm', () => {
    const roster = rosterOf(6, 3);
    const hard = roster.pupils.map((pupil) => ({
      ...pupil,
      firstName: 'Анна, "Аня"\r\nМария',
      patronymic: '',
      birthDate: '',
      sex: '' as const,
    }));
    expect(check(write({ ...roster, pupils: hard }))).toEqual([]);
  });

  test('is read back as the same people', async () => {
    const roster = rosterOf(7);
    const table = await openTable(zipPackage(write(roster)));
    if (table.kind === 'refused') throw new Error(table.problem.kind);
    expect(table.presetId).toBe(presetId);
    const rows = [...table.rows];
    expect(rows).toHaveLength(roster.pupils.length + roster.staff.length);
    const cell = (row: number, field: Field) => rows[row]?.cells[table.fields.indexOf(field)];
    const titles = new Map(roster.classes.map(({ id, title }) => [id, title]));
    const classes = new Map(roster.enrolments.map(({ personId, classId }) => [personId, titles.get(classId)]));
    for (const [index, pupil] of roster.pupils.entries()) {
      const read = [
        cell(index, 'person.externalId'),
        cell(index, 'pupil.surname'),
        cell(index, 'pupil.birthDate'),
        cell(index, 'pupil.className'),
      ];
      expect(read).toEqual([pupil.id, pupil.surname, pupil.birthDate, classes.get(pupil.id)]);
    }
    expect(cell(rows.length - 1, 'role')).toBe('teacher');
  });

  test('is the same bytes for the same school', () => {
    expect(zipPackage(write(rosterOf(8)))).toEqual(zipPackage(write(rosterOf(8))));
  });

  test('the checker sees what is wrong', () => {
    const files = new Map(write(rosterOf(9, 3)));
    const users = strFromU8(files.get('users.csv') ?? new Uint8Array());
    const spoiled = (text: string) => check(new Map([...files, ['users.csv', new TextEncoder().encode(text)]]));
    expect(spoiled(users.replace('sourcedId', 'id')).length).toBeGreaterThan(0);
    expect(spoiled(users.split('\r\n').slice(0, 2).concat('').join('\r\n')).length).toBeGreaterThan(0);
    expect(() => spoiled(`\uFEFF${users}`)).toThrow();
  });
});

test('SDS leaves out guardians without an address, who would fail the whole load', () => {
  const roster = rosterOf(10);
  const without = { ...roster, guardians: roster.guardians.map((guardian) => ({ ...guardian, email: '' })) };
  const files = writeSds(without);
  expect(
    strFromU8(files.get('relationships.csv') ?? new Uint8Array())
      .trim()
      .split('\r\n'),
  ).toHaveLength(1);
});

test('a zip of a package opens elsewhere', () => {
  const files = writeOneRoster(rosterOf(11, 3));
  expect(Object.keys(unzipSync(zipPackage(files))).sort()).toEqual([...files.keys()].sort());
});

test('a folder is read like an archive', () => {
  const files = new Map([...writeOneRoster(rosterOf(12, 5))].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  const table = readPackage(files, DEFAULT_LIMITS);
  expect(table.kind === 'table' && table.rowCount).toBe(5 + 1);
});
