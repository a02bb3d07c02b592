import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { csv, documentOf, type ImportDesk, importFile, makeImportDesk } from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
});
afterEach(() => desk.close());

const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс'];

async function exported(input: Parameters<ImportDesk['client']['exports']['prepare']>[0]) {
  const made = await desk.client.exports.prepare(input);
  return { ...made, bytes: documentOf(desk, made.documentToken).bytes };
}

describe('tables', () => {
  test('windows-1251 names the letters it would lose; UTF-8 loses none', async () => {
    await importFile(desk, csv(header, ['Әхмәтов', 'Ильгиз', '', '01.02.2015', '5А']));
    const old = await exported({ format: 'csv-1251' });
    expect(old.lost).toEqual(['Ә', 'ә']);
    const now = await exported({ format: 'csv-utf8' });
    expect(now.lost).toEqual([]);
    expect([...now.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(now.suggestedName).toBe('Ученики 2026-09-01.csv');
  });

  test('a name that a spreadsheet would run stays a name', async () => {
    await importFile(desk, csv(header, ['=1+1', 'Пётр', '', '01.02.2015', '5А']));
    const { bytes } = await exported({ format: 'csv-utf8' });
    expect(new TextDecoder().decode(bytes)).toContain("'=1+1");
  });

  test('guardians, logins, imports and the journal are written; the journal tells of it', async () => {
    await importFile(desk, toMesCsv(makeSchool({ seed: 5, pupils: 20 })));
    const titles = ['Фамилия', 'Имя', 'Дата рождения', 'Логин', 'Пароль'];
    await importFile(desk, csv([...titles, 'Класс'], ['Котова', 'Анна', '01.02.2015', 'kotova1', 'sEcret-pass', '5А']));
    const guardians = await desk.client.guardians.list({});
    expect((await exported({ table: 'guardians', format: 'csv-utf8' })).rows).toBe(guardians.total);
    const logins = await exported({ table: 'logins', format: 'csv-utf8' });
    expect(new TextDecoder().decode(logins.bytes)).toContain('kotova1');
    expect(new TextDecoder().decode(logins.bytes)).not.toContain('sEcret-pass');
    expect((await exported({ table: 'imports', format: 'xlsx' })).rows).toBe(2);
    expect((await exported({ table: 'journal', format: 'csv-utf8' })).rows).toBeGreaterThan(5);
    const journal = await desk.client.journal.list({});
    expect(journal.entries[0]).toMatchObject({ action: 'exported', subject: 'Журнал (csv-utf8)' });
  });

  test('a filter narrows, and nothing is refused', async () => {
    await importFile(
      desk,
      csv(header, ['Котова', 'Анна', '', '01.02.2015', '5А'], ['Белов', 'Пётр', '', '01.02.2015', '6Б']),
    );
    expect((await exported({ format: 'csv-utf8', filter: { query: 'котова' } })).rows).toBe(1);
    await expect(
      desk.client.exports.prepare({ format: 'csv-utf8', filter: { query: 'нетакого' } }),
    ).rejects.toMatchObject({
      data: { reason: 'nothing-to-export' },
    });
  });
});

describe.each([
  ['one-roster', 'users.csv'],
  ['sds', 'users.csv'],
] as const)('%s', (format, users) => {
  test('holds everybody of the classes and comes back into an empty registry', async () => {
    const school = makeSchool({ seed: 11, pupils: 25 });
    await importFile(desk, toMesCsv(school));
    const { bytes, rows, suggestedName } = await exported({ format });
    expect(rows).toBe(25);
    expect(suggestedName).toMatch(/\.zip$/);
    expect(Object.keys(unzipSync(bytes))).toContain(users);
    const copy = Uint8Array.from(bytes);
    desk.close();
    desk = await makeImportDesk();
    const { preview } = await importFile(desk, copy);
    expect(preview.counts).toMatchObject({ new: 25, refused: 0 });
  });
});
