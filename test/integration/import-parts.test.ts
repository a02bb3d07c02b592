import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeText } from '../../shared/tables/encoding.ts';
import {
  applyOf,
  countRows,
  csv,
  documentOf,
  dump,
  type ImportDesk,
  importFile,
  makeImportDesk,
  previewOf,
} from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
});
afterEach(() => desk.close());

const header = ['Фамилия', 'Имя', 'Дата рождения', 'Класс'];
const anna = ['Котова', 'Анна', '01.02.2015', '5А'];
const petr = ['Белов', 'Пётр', '03.04.2015', '5А'];

async function cardOf(query: string) {
  const { rows } = await desk.client.pupils.list({ filter: { query } });
  return desk.client.pupils.card({ pupilId: rows[0]?.id ?? 0 });
}

describe('what a file may hold besides a class list', () => {
  test('contacts alone, without a class', async () => {
    await importFile(desk, csv(header, anna, petr));
    const { preview } = await importFile(
      desk,
      csv(['ФИО', 'Телефон', 'Почта'], ['Котова Анна', '8 926 123-45-67', 'k@mail.ru']),
    );
    expect(preview).toMatchObject({ contents: ['contacts'], missingFields: [], counts: { ambiguous: 1 } });
    const titles = ['ФИО', 'Дата рождения', 'Телефон', 'Телефон на портале'];
    const known = await importFile(
      desk,
      csv(titles, ['Котова Анна', '01.02.2015', '8 926 123-45-67', '8 926 000-00-01']),
    );
    expect(known.preview).toMatchObject({ contents: ['contacts'], counts: { changed: 1 } });
    const { contacts } = (await cardOf('котова')).person;
    expect(contacts.map(({ source, value }) => [source, value])).toEqual([
      ['school', '+7 926 123-45-67'],
      ['portal', '+7 926 000-00-01'],
    ]);
  });

  test('logins with passwords can be printed, are made once, and go with undo', async () => {
    await importFile(desk, csv(header, anna, petr));
    const before = await dump(desk.registry);
    const titles = ['Фамилия', 'Имя', 'Дата рождения', 'Логин', 'Пароль'];
    const content = csv(titles, [...anna.slice(0, 3), 'kotova1', 'pw-one'], [...petr.slice(0, 3), 'belov1', 'pw-two']);
    const { preview, result } = await importFile(desk, content);
    expect(preview).toMatchObject({ contents: ['logins', 'passwords'], counts: { changed: 2 } });
    expect(result.credentialsCreated).toBe(2);
    expect((await cardOf('kotova1')).person.credentials).toMatchObject([
      { login: 'kotova1', state: 'generated', printable: true },
    ]);
    const again = await importFile(desk, content);
    expect(again.preview.counts).toMatchObject({ same: 2, changed: 0 });
    expect(await countRows(desk.registry, 'credential')).toBe(2);
    await desk.client.imports.undo({ importId: result.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('a login of somebody else, and a second one, are left out with a remark', async () => {
    await importFile(desk, csv(header, anna, petr));
    const titles = ['Фамилия', 'Имя', 'Дата рождения', 'Логин', 'Пароль'];
    await importFile(desk, csv(titles, [...anna.slice(0, 3), 'kotova1', 'pw-one']));
    const rows = [
      [...petr.slice(0, 3), 'KOTOVA1', 'pw'],
      [...anna.slice(0, 3), 'other', 'pw'],
    ];
    const preview = await previewOf(desk, desk.file(csv(titles, ...rows)));
    expect(preview.problemGroups.map(({ code, rows: at }) => [code, at])).toEqual([
      ['login-taken', [2]],
      ['login-differs', [3]],
    ]);
    expect(preview.counts).toMatchObject({ same: 2 });
  });

  test('no password stays in preview, report, journal or search', async () => {
    await importFile(desk, csv(header, anna));
    const titles = ['Фамилия', 'Имя', 'Дата рождения', 'Логин', 'Пароль'];
    const preview = await previewOf(desk, desk.file(csv(titles, [...anna.slice(0, 3), 'kotova1', 'sEcret-pass'])));
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'changed' });
    const { importId } = await applyOf(desk, preview);
    const report = await desk.client.imports.report({ importId });
    const { credential: _, ...tables } = await dump(desk.registry);
    expect(JSON.stringify([entries, report, tables])).not.toContain('sEcret-pass');
  });

  test('portal codes and file numbers', async () => {
    await importFile(desk, csv(header, anna));
    const code = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';
    const titles = [...header.slice(0, 3), 'Код для портала', 'Номер личного дела'];
    const { preview } = await importFile(desk, csv(titles, [...anna.slice(0, 3), code, 'К-528']));
    expect(preview.contents).toEqual(['portal-codes']);
    const renamed = await previewOf(
      desk,
      desk.file(csv([...header, 'Номер личного дела'], ['Зимина', 'Анна', '', '6Б', 'К 528'])),
    );
    expect(renamed.counts).toMatchObject({ ambiguous: 0 });
    expect((await cardOf('котова')).codes.map(({ value }) => value)).toEqual([code, 'К-528']);
  });

  test('staff with their classes', async () => {
    await importFile(desk, csv(header, anna));
    const before = await dump(desk.registry);
    const titles = ['Учитель', 'Класс', 'Телефон учителя'];
    const fields = ['staff.fullName', 'staff.className', 'staff.phone'];
    const content = csv(titles, ['Серова Ольга Петровна', '5А', '8 926 123-45-67'], ['Лосев Иван Ильич', '', '']);
    const { preview, result } = await importFile(desk, content, { fields });
    expect(preview).toMatchObject({ contents: ['contacts', 'staff'], counts: { new: 2 } });
    expect(result).toMatchObject({ staff: 2, pupilsCreated: 0, pupilsChanged: 0 });
    expect(await desk.client.imports.list({})).toMatchObject([{ staff: 2 }, { staff: 0 }]);
    expect((await cardOf('котова')).teacherName).toBe('Серова Ольга Петровна');
    expect((await previewOf(desk, desk.file(content), { fields })).counts).toMatchObject({ same: 2, new: 0 });
    expect(await desk.client.imports.undo({ importId: result.importId })).toMatchObject({ removed: 2 });
    expect(await dump(desk.registry)).toEqual(before);
  });
});

describe('rows that were not imported', () => {
  test('come back in their own encoding and dialect with reasons, and import when corrected', async () => {
    const text = `${header.join('|')}\r\n${anna.join('|')}\r\n|Пётр|03.04.2015|5А\r\nСеров|Олег|31.02.2015|5А\r\n`;
    const file = desk.file(encodeText(text, 'windows-1251').bytes);
    const preview = await previewOf(desk, file);
    expect(preview.reading).toMatchObject({ encoding: 'windows-1251', delimiter: '|' });
    await applyOf(desk, preview);
    const failed = await desk.client.imports.failedRows({ previewId: preview.previewId });
    expect(failed).toMatchObject({ rows: 2, lost: [], suggestedName: 'list-1 — не загружено.csv' });
    const { bytes } = documentOf(desk, failed.documentToken);
    const written = new TextDecoder('windows-1251').decode(bytes);
    expect(written.split('\r\n')[0]).toBe('Фамилия|Имя|Дата рождения|Класс|# Почему не загружено');
    expect(written).toContain('Такой даты нет');
    const corrected = written.replace('31.02.2015', '28.02.2015').replace('\r\n|Пётр', '\r\nБелов|Пётр');
    const second = await previewOf(desk, desk.file(encodeText(corrected, 'windows-1251').bytes));
    expect(second).toMatchObject({
      reading: { encoding: 'windows-1251', delimiter: '|' },
      counts: { new: 2, refused: 0 },
    });
  });

  test('keep their class where no column tells it', async () => {
    const text =
      'ФИО;Дата рождения\r\n5А класс;\r\nКотова Анна;01.02.2015\r\nСеров Олег;31.02.2015\r\n6Б;\r\nБелов Пётр;32.01.2014\r\n';
    const preview = await previewOf(desk, desk.file(text));
    expect(preview).toMatchObject({ className: '', classLines: true, counts: { new: 1, refused: 2 } });
    const failed = await desk.client.imports.failedRows({ previewId: preview.previewId });
    expect(failed.rows).toBe(2);
    const written = new TextDecoder().decode(documentOf(desk, failed.documentToken).bytes);
    const corrected = written.replace('31.02.2015', '28.02.2015').replace('32.01.2014', '31.01.2014');
    const { preview: second } = await importFile(desk, corrected);
    expect(second).toMatchObject({ classLines: true, counts: { new: 2, refused: 0 }, classesNew: ['5А', '6Б'] });
  });

  test('are refused when the file is another one now, or there are none', async () => {
    const file = desk.file(csv(header, anna), 'a.csv');
    const preview = await previewOf(desk, file);
    const { previewId } = preview;
    await expect(desk.client.imports.failedRows({ previewId })).rejects.toMatchObject({
      data: { reason: 'nothing-to-export' },
    });
    desk.file(csv(header, petr), 'a.csv');
    await expect(desk.client.imports.failedRows({ previewId })).rejects.toMatchObject({
      data: { reason: 'file-changed' },
    });
  });
});

describe('a list without a column for the class', () => {
  const rows = 'ФИО;Дата рождения\r\nКотова Анна;01.02.2015\r\nСеров Олег;28.02.2015\r\n';

  test.each([
    ['its title', `Список учеников 5 «А» класса;\r\n${rows}`, 'list.csv', '5А'],
    ['the name of the file', rows, '5А.csv', '5А'],
    ['its title before the name of the file', `Список 7В класса;\r\n${rows}`, '5А.csv', '7В'],
  ])('has the class that %s says', async (_, text, name, className) => {
    const preview = await previewOf(desk, desk.file(text, name));
    expect(preview).toMatchObject({ className, missingFields: [], classesNew: [className], counts: { new: 2 } });
  });

  test('has the class that a person says, and none when a person says none', async () => {
    const file = desk.file(rows, '5А.csv');
    expect(await previewOf(desk, file, { className: '8г' })).toMatchObject({ className: '8г', classesNew: ['8Г'] });
    expect(await previewOf(desk, file, { className: '' })).toMatchObject({ missingFields: ['pupil.className'] });
  });

  test('has the classes of the lines between its rows, unless a person says one', async () => {
    const file = desk.file('5А класс;\r\nКотова Анна;01.02.2015\r\n5Б класс;\r\nСеров Олег;28.02.2015\r\n');
    expect(await previewOf(desk, file)).toMatchObject({ classesNew: ['5А', '5Б'], counts: { new: 2 } });
    expect(await previewOf(desk, file, { className: '6А' })).toMatchObject({ classesNew: ['6А'], counts: { new: 2 } });
  });

  test('is asked for when nothing says it, and a column has the last word', async () => {
    expect(await previewOf(desk, desk.file(rows))).toMatchObject({ className: '', missingFields: ['pupil.className'] });
    const column = 'ФИО;Класс\r\nКотова Анна;6Б\r\n';
    expect(await previewOf(desk, desk.file(column, '5А.csv'))).toMatchObject({ className: '', classesNew: ['6Б'] });
  });
});

describe('other ways in', () => {
  test('pasted cells are a file', async () => {
    const text = [header, anna, petr].map((cells) => cells.join('\t')).join('\n');
    const { fileToken, name } = await desk.client.imports.paste({ text });
    const preview = await previewOf(desk, fileToken);
    expect(preview).toMatchObject({ fileName: name, reading: { delimiter: '\t' }, counts: { new: 2 } });
    expect(await applyOf(desk, preview)).toMatchObject({ pupilsCreated: 2 });
  });

  test('a saved layout comes back with the same titles, can be renamed, replaced and forgotten', async () => {
    const content = csv(['a1', 'b2', 'c3'], ['Котова', 'Анна', '5А'], ['Белов', 'Пётр', '5А']);
    const fields = ['pupil.surname', 'pupil.firstName', 'pupil.className'];
    const reading = { headerRow: 1 };
    const preview = await previewOf(desk, desk.file(content), { reading, fields });
    const { previewId } = preview;
    const { presetId } = await desk.client.imports.savePreset({ previewId, name: 'Наш дневник' });
    await expect(desk.client.imports.savePreset({ previewId, name: 'Наш дневник' })).rejects.toMatchObject({
      data: { reason: 'preset-exists' },
    });
    const recalled = await previewOf(desk, desk.file(content), { reading });
    expect(recalled).toMatchObject({ presetId, presetName: 'Наш дневник', fields });
    const other = await previewOf(desk, desk.file(content.replace('a1', 'zz')), { presetId });
    expect(other).toMatchObject({ presetId, fields });
    await desk.client.imports.renamePreset({ presetId, name: 'Прежний дневник' });
    const { own, builtIn } = await desk.client.imports.presets();
    expect(own).toMatchObject([{ presetId, name: 'Прежний дневник', columns: 3, read: 3 }]);
    expect(builtIn).toContain('mes-contingent');
    await desk.client.imports.deletePreset({ presetId });
    expect((await desk.client.imports.presets()).own).toEqual([]);
    await expect(previewOf(desk, desk.file(content), { presetId })).rejects.toMatchObject({
      data: { reason: 'not-found' },
    });
  });

  test('a copy of the registry is kept before an import that writes, and not otherwise', async () => {
    const content = csv(header, anna);
    await importFile(desk, content);
    await importFile(desk, content);
    const { snapshots } = await desk.client.registry.status();
    expect(snapshots.filter(({ reason }) => reason === 'import')).toHaveLength(1);
  });
});
