import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportDesk, importFile, makeImportDesk } from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
});
afterEach(() => desk.close());

const canary = 'Никому не нужная заметка 81726354';
const refusedDate = '31.02.2015';
const content = [
  'класс;фамилия;имя отчество;пол;дата рождения;заметка',
  `5А;Котова;Анна Павловна;ж;01.02.2015;${canary}`,
  `5А;Белов;Пётр Ильич;м;${refusedDate};${canary}`,
  `5А;;;м;03.02.2015;${canary}`,
].join('\r\n');

test('an import is remembered by its file, who brought it, the layout, the counts and a report', async () => {
  const { result } = await importFile(desk, content, { presetId: 'belgorod' });
  const [run] = await desk.client.imports.list({});
  const report = await desk.client.imports.report({ importId: result.importId });
  expect(report.run).toEqual(run);
  expect(run).toMatchObject({
    at: '2026-09-01T07:00:00.000Z',
    who: 'Администратор',
    fileName: expect.stringMatching(/\.csv$/),
    presetId: 'belgorod',
    counts: { new: 1, refused: 2 },
    undoneAt: null,
  });
  const bytes = Buffer.from(content);
  expect(report).toMatchObject({
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    fileSizeBytes: bytes.length,
    result: { pupilsCreated: 1, classesCreated: 1 },
  });
  expect(report.problemGroups.flatMap(({ rows }) => rows)).toEqual(expect.arrayContaining([3, 4]));
  const [imported] = (await desk.client.journal.list({})).entries.filter(({ action }) => action === 'imported');
  expect(imported).toMatchObject({ subject: run?.fileName });
});

async function everythingKept(): Promise<string> {
  const { db } = desk.registry;
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`.execute(db.withoutPlugins());
  expect(tables.length).toBeGreaterThan(40);
  const all = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(all.map(({ rows }) => rows));
}

test('nothing of the file stays but what was taken into the registry', async () => {
  await importFile(desk, content, { presetId: 'belgorod' });
  const kept = await everythingKept();
  expect(kept).toContain('Котова');
  for (const dropped of [canary, '81726354', refusedDate]) expect(kept).not.toContain(dropped);
});

test('police registers and health of the contingent extract never reach the registry', async () => {
  const allowed = { 'Личное дело №': 'К-528', ФИО: 'Зимина Вера Ильинична', 'Номер и буква класса': '5-А' };
  const dropped = ['Вариант АООП', 'Полис медицинского страхования', 'Паспорт', 'На ВШУ с', 'На учете ПДН с'];
  const titles = [...Object.keys(allowed), ...dropped];
  const row = [...Object.values(allowed), ...dropped.map(() => canary)];
  const { preview } = await importFile(desk, `${titles.join(';')}\r\n${row.join(';')}`);
  expect(preview).toMatchObject({ presetId: 'ais-contingent', counts: { new: 1 } });
  const kept = await everythingKept();
  expect(kept).toContain('Зимина');
  expect(kept).not.toContain(canary);
});

test('a guardian whom the source hides is left out, and that is said', async () => {
  const titles =
    'last_name;first_name;birth_date;class_unit.name;gusoev_login;parents.0.type;parents.0.name;parents.0.hidden';
  const rows = [
    'Котов;Пётр;2015-02-01;5А;kotovp;Родитель;Скрытова Анна Львовна;true',
    'Лис;Яна;2015-03-01;5А;lisy;Родитель;Лис Вера Львовна;false',
  ];
  const { preview, result } = await importFile(desk, [titles, ...rows].join('\r\n'));
  expect(preview.problemGroups).toMatchObject([{ code: 'guardian-hidden', rows: [2] }]);
  expect(result).toMatchObject({ pupilsCreated: 2, guardiansCreated: 1 });
  expect(await everythingKept()).not.toContain('Скрытова');
});
