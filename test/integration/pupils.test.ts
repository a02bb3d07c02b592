import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshSearch } from '../../main/registry/db/search.ts';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { dump, type ImportDesk, importFile, makeImportDesk } from '../support/imports.ts';

const school = makeSchool({ seed: 11, pupils: 300, classes: ['5А', '5Е', '5Ё', '5Ж', '10А', '2Б'] });
let desk: ImportDesk;
beforeAll(async () => {
  desk = await makeImportDesk();
  await importFile(desk, toMesCsv(school));
});
afterAll(() => desk.close());

const fold = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

async function found(query: string): Promise<string[]> {
  const { rows, total } = await desk.client.pupils.list({ filter: { query }, page: { limit: 500 } });
  expect(total).toBe(rows.length);
  const suggested = await desk.client.pupils.find({ query, limit: 20 });
  const ids = new Set(rows.map(({ id }) => id));
  expect(suggested.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(suggested).toHaveLength(query.trim() === '' ? 0 : Math.min(20, rows.length));
  return rows.map(({ name }) => `${name.surname} ${name.firstName} ${name.patronymic}`.trim());
}

describe('the list', () => {
  test('is in school order: grade, letter with ё after е, name', async () => {
    const { rows, total, totalWithoutFilter } = await desk.client.pupils.list({ page: { limit: 500 } });
    expect([total, totalWithoutFilter]).toEqual([300, 300]);
    expect([...new Set(rows.map(({ className }) => className))]).toEqual(['2Б', '5А', '5Е', '5Ё', '5Ж', '10А']);
    const surnames = rows.filter(({ className }) => className === '5А').map(({ name }) => fold(name.surname));
    expect(surnames).toEqual(
      [...surnames].sort((one, two) => (one.split('-').join(' ') < two.split('-').join(' ') ? -1 : 1)),
    );
    expect(await desk.client.pupils.ids({ filter: {} })).toEqual(rows.map(({ id }) => id));
  });

  test('pages, filters by class and state, sorts the other way round', async () => {
    const whole = await desk.client.pupils.list({ sort: 'name', page: { limit: 500 } });
    const window = await desk.client.pupils.list({ sort: 'name', page: { offset: 100, limit: 50 } });
    expect(window.rows).toEqual(whole.rows.slice(100, 150));
    const classId = whole.rows[0]?.classId ?? 0;
    const inClass = await desk.client.pupils.list({ filter: { classId, state: 'none' } });
    expect(inClass.total).toBe(whole.rows.filter((row) => row.classId === classId).length);
    expect((await desk.client.pupils.list({ filter: { state: 'printed' } })).total).toBe(0);
    const down = await desk.client.pupils.list({ sort: 'birth-date', descending: true, page: { limit: 500 } });
    const dates = down.rows.map(({ birthDate }) => birthDate ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('counts guardians', async () => {
    const { rows } = await desk.client.pupils.list({ page: { limit: 500 } });
    const counted = rows.reduce((sum, { guardians }) => sum + guardians, 0);
    expect(counted).toBe(school.pupils.reduce((sum, { guardians }) => sum + guardians.length, 0));
  });
});

describe('search', () => {
  const somebody =
    school.pupils.find(({ guardians, phone }) => guardians.length > 0 && phone !== undefined) ?? school.pupils[0];
  const mother = somebody?.guardians[0];
  const fullName = `${somebody?.surname} ${somebody?.firstName} ${somebody?.patronymic}`.trim();

  test.each<[string, string | undefined]>([
    ['surname', somebody?.surname],
    ['surname in capitals', somebody?.surname.toUpperCase()],
    ['ё as е', somebody && fold(somebody.surname)],
    ['inner part of the surname', somebody?.surname.slice(1, 5)],
    ['two letters', somebody?.surname.slice(0, 2)],
    ['surname and first name the other way round', `${somebody?.firstName} ${somebody?.surname}`],
    ["a guardian's name", `${mother?.surname} ${mother?.firstName}`],
    ['login', somebody?.login],
    ["a guardian's login", mother?.login],
    ['phone with 8', mother && `8 (${mother.phone.slice(2, 5)}) ${mother.phone.slice(5, 8)}`],
    ['phone with spaces', mother && `${mother.phone.slice(2, 5)} ${mother.phone.slice(5, 8)} ${mother.phone.slice(8)}`],
    ['SNILS', somebody?.snils ?? mother?.snils],
  ])('by %s', async (_, query) => {
    expect(await found(query ?? '')).toContain(fullName);
  });

  test('a query that nobody answers finds nobody, whatever it is made of', async () => {
    for (const query of ['щщщщ', '%', '_', '"', 'or and not', '*', 'ab" OR "cd', 'line:а', '(а b', '00000000000000']) {
      expect(await found(query), query).toEqual([]);
    }
  });

  test('making all lines anew changes none of them', async () => {
    const before = await dump(desk.registry);
    await desk.registry.db.transaction().execute((trx) => refreshSearch(trx, 'all'));
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('guardians are found by their own and their children', async () => {
    const { rows } = await desk.client.guardians.list({ filter: { query: mother?.login ?? '' } });
    const names = rows.map(({ name }) => `${name.surname} ${name.firstName}`);
    expect(names).toContain(`${mother?.surname} ${mother?.firstName}`);
    const row = rows.find(({ name }) => name.firstName === mother?.firstName && name.surname === mother.surname);
    expect(row?.children.map(({ name }) => name)).toContain(fullName);
  });
});

test('a card tells everything, and never a password', async () => {
  const [id = 0] = await desk.client.pupils.ids({ filter: {} });
  const card = await desk.client.pupils.card({ pupilId: id });
  const pupil = school.pupils.find(({ login }) => card.codes.some(({ value }) => value === login));
  expect(card).toMatchObject({ className: pupil?.className, status: 'active' });
  expect(card.person.name.surname).toBe(pupil?.surname);
  expect(card.teacherName).not.toBe('');
  expect(card.age).toBeGreaterThan(5);
  expect(card.guardians.map(({ person }) => person.name.firstName)).toEqual(pupil?.guardians.map((it) => it.firstName));
  expect(card.history.map(({ what }) => what)).toEqual(['imported']);
  expect(JSON.stringify(card).toLowerCase()).not.toContain('password');
  await expect(desk.client.pupils.card({ pupilId: 999_999 })).rejects.toMatchObject({ data: { reason: 'not-found' } });
});

test('classes count their people', async () => {
  const { classes, academicYear } = await desk.client.classes.list();
  expect(academicYear).toBe(2026);
  const first = classes.find(({ title }) => title === '2Б');
  const inClass = school.pupils.filter(({ className }) => className === '2Б');
  expect(first?.pupils).toEqual({
    persons: inClass.length,
    none: inClass.length,
    generated: 0,
    printed: 0,
    handedOver: 0,
  });
  expect(first?.guardians.persons).toBe(new Set(inClass.flatMap(({ guardians }) => guardians)).size);
  expect(first?.teacherName).toContain(school.classes.find(({ name }) => name === '2Б')?.teacher.surname);
});
