import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { csv, type ImportDesk, importFile, makeImportDesk, previewOf } from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
  onTestFinished(() => desk.close());
});

const header = ['Фамилия', 'Имя', 'Дата рождения', 'Класс'];
const withCode = [...header, 'Код для портала'];
const anna = ['Котова', 'Анна', '01.02.2015', '5А'];
const petr = ['Белов', 'Пётр', '03.04.2015', '5А'];
const code = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';

/** What is said of the codes and logins of a file, by row. */
async function remarks(content: Uint8Array | string) {
  const preview = await previewOf(desk, desk.file(content));
  const said = await Promise.all(
    (['new', 'same', 'changed'] as const).map((pile) =>
      desk.client.imports.entries({ previewId: preview.previewId, pile }),
    ),
  );
  return said
    .flatMap(({ entries }) => entries.flatMap(({ problems }) => problems))
    .filter((problem) => /-taken$/.test(problem.code))
    .map(({ rowNumber, code: kind, value, hint }) => [rowNumber, kind, value, hint]);
}

describe('one code for two pupils in an import is an error that names both', () => {
  test('two in the file', async () => {
    expect(await remarks(csv(withCode, [...anna, code], [...petr, `{${code.toLowerCase()}}`]))).toEqual([
      [3, 'code-taken', code, 'Котова Анна, Белов Пётр'],
    ]);
  });

  test('one of the registry and one of the file; the registry’s keeps it', async () => {
    await importFile(desk, csv(withCode, [...anna, code], [...petr, '']));
    expect(await remarks(csv(withCode, [...petr, code]))).toEqual([
      [2, 'code-taken', code, 'Котова Анна (5А), Белов Пётр'],
    ]);
    await importFile(desk, csv(withCode, [...petr, code]));
    const { rows } = await desk.client.pupils.list({ filter: { query: code.slice(0, 8) } });
    expect(rows.map(({ name }) => name.surname)).toEqual(['Котова']);
  });
});

test('one login for two people names both as well', async () => {
  await importFile(desk, csv(header, anna, petr));
  const titles = ['Фамилия', 'Имя', 'Дата рождения', 'Логин', 'Пароль'];
  await importFile(desk, csv(titles, [...anna.slice(0, 3), 'kotova1', 'pw-one']));
  expect(await remarks(csv(titles, [...petr.slice(0, 3), 'KOTOVA1', 'pw-two']))).toEqual([
    [2, 'login-taken', 'KOTOVA1', 'Котова Анна (5А), Белов Пётр'],
  ]);
});
