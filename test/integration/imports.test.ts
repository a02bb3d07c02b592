import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenPromises, isSound } from '../../main/registry/db/self-test.ts';
import { makeSchool, toBelgorodCsv, toMesCsv, toOezhdCsv } from '../../shared/demo/rosters.ts';
import {
  applyOf,
  countRows,
  csv,
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

const school = makeSchool({ seed: 7, pupils: 60 });
const layouts = [
  {
    preset: 'mes-contingent',
    bytes: toMesCsv(school),
    guardians: new Set(school.pupils.flatMap((it) => it.guardians)).size,
    staff: school.classes.length,
  },
  { preset: 'belgorod', bytes: toBelgorodCsv(school), guardians: 0, staff: 0 },
  { preset: 'oezhd', bytes: toOezhdCsv(school), guardians: 0, staff: school.classes.length },
];

describe.each(layouts)('$preset', ({ preset, bytes, guardians, staff }) => {
  test('is recognised and imported whole', async () => {
    const { preview, result } = await importFile(desk, bytes);
    expect(preview.presetId).toBe(preset);
    expect(preview.counts).toEqual({ new: 60, changed: 0, same: 0, ambiguous: 0, missing: 0, refused: 0 });
    expect(result).toMatchObject({ pupilsCreated: 60, guardiansCreated: guardians, staff, skipped: 0 });
    expect((await desk.client.pupils.list({ page: { limit: 500 } })).total).toBe(60);
    const classes = (await desk.client.classes.list()).classes;
    expect(classes.map(({ title }) => title).sort()).toEqual(school.classes.map(({ name }) => name).sort());
    expect(classes.reduce((sum, { pupils }) => sum + pupils.none, 0)).toBe(60);
  });

  test('changes nothing when it is imported again', async () => {
    await importFile(desk, bytes);
    const before = await dump(desk.registry);
    const journal = await countRows(desk.registry, 'import_change');
    const { preview } = await importFile(desk, bytes);
    expect(preview.counts).toEqual({ new: 0, changed: 0, same: 60, ambiguous: 0, missing: 0, refused: 0 });
    expect(preview.guardiansNew).toBe(0);
    expect(await countRows(desk.registry, 'import_change')).toBe(journal);
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('is undone without a trace', async () => {
    const before = await dump(desk.registry);
    const { result } = await importFile(desk, bytes);
    const undone = await desk.client.imports.undo({ importId: result.importId });
    expect(undone).toEqual({ removed: 60 + guardians + staff, restored: 0, kept: [] });
    expect(await dump(desk.registry)).toEqual(before);
    await expect(desk.client.imports.undo({ importId: result.importId })).rejects.toMatchObject({
      data: { reason: 'already-undone' },
    });
  });
});

const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс', 'Телефон ученика', 'Email ученика'];
const first = ['Котова', 'Алёна', 'Ильинична', '01.02.2015', '5А', '8 926 123-45-67', 'kotova@mail.ru'];
const second = ['Белов', 'Пётр', '', '03.04.2015', '5А', '', ''];

describe('changes', () => {
  test('a changed phone closes the old one, a changed class moves the pupil, and undo returns both', async () => {
    await importFile(desk, csv(header, first, second));
    const before = await dump(desk.registry);
    desk.setNow('2026-10-05T07:00:00.000Z');
    const moved = [...first.slice(0, 4), '5 «Б»', '+7 926 765-43-21', ''];
    const { preview, result } = await importFile(desk, csv(header, moved, second));
    expect(preview.counts).toMatchObject({ changed: 1, same: 1 });
    expect(preview.classesNew).toEqual(['5Б']);
    const { rows } = await desk.client.pupils.list({ filter: { query: 'котова' } });
    const card = await desk.client.pupils.card({ pupilId: rows[0]?.id ?? 0 });
    expect(card.className).toBe('5Б');
    expect(card.enrolments).toEqual([
      { className: '5Б', from: '2026-10-05', to: null },
      { className: '5А', from: '2026-09-01', to: '2026-10-05' },
    ]);
    const contacts = card.person.contacts.map(({ kind, value, validTo }) => [kind, value, validTo]);
    expect(contacts).toEqual([
      ['email', 'kotova@mail.ru', null],
      ['phone', '+7 926 765-43-21', null],
      ['phone', '+7 926 123-45-67', '2026-10-05'],
    ]);
    const undone = await desk.client.imports.undo({ importId: result.importId });
    expect(undone).toEqual({ removed: 0, restored: 1, kept: [] });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('a changed surname keeps the former one, and both find the pupil', async () => {
    await importFile(desk, csv(header, first));
    const before = await dump(desk.registry);
    const preview = await previewOf(desk, desk.file(csv(header, ['Зимина', ...first.slice(1)])));
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'changed' });
    expect(entries[0]).toMatchObject({ reason: 'surname-differs', rowNumber: 2 });
    expect(entries[0]?.changes).toMatchObject([{ key: 'pupil.surname', who: '', before: 'Котова', after: 'Зимина' }]);
    const result = await applyOf(desk, preview);
    for (const query of ['зимина', 'котова', 'алена', 'АЛЁНА', 'Kotova@mail', '926 123-45']) {
      expect((await desk.client.pupils.list({ filter: { query } })).total, query).toBe(1);
    }
    const id = (await desk.client.pupils.ids({ filter: {} }))[0] ?? 0;
    const card = await desk.client.pupils.card({ pupilId: id });
    expect(card.formerNames).toEqual([{ name: 'Котова Алёна Ильинична', until: '2026-09-01' }]);
    expect(card.history.map(({ what }) => what)).toContain('renamed');
    await desk.client.imports.undo({ importId: result.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('a blank cell and an absent column erase nothing', async () => {
    await importFile(desk, csv(header, first));
    const before = await dump(desk.registry);
    const blank = await previewOf(desk, desk.file(csv(header, [...first.slice(0, 2), '', '', '5А', '', ''])));
    expect(blank.counts).toMatchObject({ same: 1 });
    const absent = await previewOf(desk, desk.file(csv(header.slice(0, 5), first.slice(0, 5))));
    expect(absent.counts).toMatchObject({ same: 1 });
    await applyOf(desk, absent);
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('undo of an earlier import keeps what a later one touched, and names it', async () => {
    const one = await importFile(desk, csv(header, first, second));
    const changed = [...first.slice(0, 5), '+7 926 000-00-01', ''];
    const two = await importFile(desk, csv(header, changed));
    const undone = await desk.client.imports.undo({ importId: one.result.importId });
    expect(undone).toEqual({ removed: 1, restored: 0, kept: ['Котова Алёна Ильинична'] });
    expect(await desk.client.imports.undo({ importId: two.result.importId })).toMatchObject({ restored: 1, kept: [] });
  });

  test('undo keeps a pupil who has a login, with the family', async () => {
    const mes = await importFile(desk, toMesCsv(school));
    const pupil = school.pupils[0];
    const found = await desk.client.pupils.list({ filter: { query: `${pupil?.surname} ${pupil?.firstName}` } });
    const id = found.rows[0]?.id ?? 0;
    const issued = {
      personId: id,
      diarySystem: 'regional',
      login: 'kotova1',
      loginKey: 'kotova1',
      state: 'generated',
    } as const;
    const blanks = { initialPassword: 'x', issueId: null, printedAt: null, handedOverAt: null, handedOverBy: null };
    await desk.registry.db
      .insertInto('credential')
      .values({ ...issued, ...blanks, issuedAt: '2026-09-01T07:00:00.000Z', expiresOn: null, replacedBy: null })
      .execute();
    const undone = await desk.client.imports.undo({ importId: mes.result.importId });
    expect(undone.kept).toContain(`${pupil?.surname} ${pupil?.firstName} ${pupil?.patronymic}`.trim());
    const card = await desk.client.pupils.card({ pupilId: id });
    expect(card.guardians).toHaveLength(pupil?.guardians.length ?? -1);
    expect(card.person.credentials).toHaveLength(1);
  });
});

describe('guardians', () => {
  const titles = [
    'Фамилия',
    'Имя',
    'Дата рождения',
    'Класс',
    'Представитель 1 — тип',
    'Представитель 1 — ФИО',
    'Представитель 1 — телефон',
    'Представитель 1 — email',
    'Представитель 2 — тип',
    'Представитель 2 — ФИО',
    'Представитель 2 — email',
  ];
  const mother = ['мать', 'Орлова Мария Ивановна', '89261112233', 'orlova@mail.ru'];

  test('siblings under one e-mail have one guardian; parents who share it are two', async () => {
    const father = ['отец', 'Орлов Пётр Ильич', 'orlova@mail.ru'];
    const rows = [
      ['Орлов', 'Иван', '01.02.2015', '5А', ...mother, ...father],
      ['Орлова', 'Анна', '01.02.2017', '3Б', ...mother.slice(0, 2), '', 'Orlova@mail.ru', '', '', ''],
    ];
    const { result } = await importFile(desk, csv(titles, ...rows));
    expect(result.guardiansCreated).toBe(2);
    const { rows: guardians } = await desk.client.guardians.list({});
    expect(guardians.map(({ name, children }) => [name.firstName, children.length])).toEqual([
      ['Пётр', 1],
      ['Мария', 2],
    ]);
    expect((await previewOf(desk, desk.file(csv(titles, ...rows)))).counts).toMatchObject({ same: 2 });
  });

  test('a phone alone joins nobody across children, but does within one child', async () => {
    const blank = ['', '', ''];
    const anna = ['Орлова', 'Анна', '01.02.2017', '3Б', 'мать', 'Орлова Мария Ивановна', '89261112233', '', ...blank];
    const ivan = ['Орлов', 'Иван', '01.02.2015', '5А', 'мать', 'Орлова Мария Ивановна', '89261112233', '', ...blank];
    const { result } = await importFile(desk, csv(titles, anna, ivan));
    expect(result.guardiansCreated).toBe(2);
    const renamed = [...anna.slice(0, 5), 'Петрова Мария', '89261112233', '', ...blank];
    const { preview } = await importFile(desk, csv(titles, renamed));
    expect(preview.guardiansNew).toBe(0);
    expect(preview.counts).toMatchObject({ changed: 1 });
  });

  test('undo of siblings added to a known guardian takes the link away again', async () => {
    await importFile(desk, csv(titles, ['Орлов', 'Иван', '01.02.2015', '5А', ...mother, '', '', '']));
    const before = await dump(desk.registry);
    const { result } = await importFile(
      desk,
      csv(titles, ['Орлова', 'Анна', '01.02.2017', '3Б', ...mother, '', '', '']),
    );
    expect(result).toMatchObject({ pupilsCreated: 1, guardiansCreated: 0 });
    await desk.client.imports.undo({ importId: result.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });
});

describe('problems', () => {
  test('refused rows are listed with row, column, value and hint; doubtful values are kept as typed', async () => {
    const titles = [...header, 'СНИЛС ученика'];
    const content = csv(
      titles,
      [...first, '123-456-789 12'],
      ['', 'Пётр', '', '03.04.2015', '5А', '', '', ''],
      ['Серов', 'Олег', '', '31.02.2015', '5А', '', '', ''],
      [...first, '123-456-789 12'],
      ['Лис', 'Яна', '', '05.06.2015', '', '', '', ''],
    );
    const preview = await previewOf(desk, desk.file(content));
    expect(preview.counts).toMatchObject({ new: 1, refused: 4 });
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'problems' });
    const listed = entries.flatMap(({ problems }) =>
      problems.map(({ rowNumber, columnNumber, value, code, severity, hint }) => [
        rowNumber,
        columnNumber,
        value,
        code,
        severity,
        hint,
      ]),
    );
    expect(listed).toEqual([
      [2, 8, '123-456-789 12', 'snils-checksum', 'warning', '64'],
      [3, 1, '', 'name-missing', 'refused', ''],
      [4, 4, '31.02.2015', 'birth-date-invalid', 'refused', 'real-date'],
      [5, 8, '123-456-789 12', 'snils-checksum', 'warning', '64'],
      [5, 0, 'Котова Алёна Ильинична', 'duplicate-row', 'refused', '2'],
      [6, 0, '', 'class-missing', 'refused', ''],
    ]);
    const result = await applyOf(desk, preview);
    expect(result).toMatchObject({ pupilsCreated: 1, skipped: 4 });
    const [id = 0] = await desk.client.pupils.ids({ filter: {} });
    const card = await desk.client.pupils.card({ pupilId: id });
    expect(card.person.contacts.find(({ kind }) => kind === 'snils')).toMatchObject({
      value: '123-456-789 12',
      check: 'warning',
    });
  });

  test.each([
    ['', 'table-empty'],
    ['PK\u0003\u0004 and so on', 'table-archive-damaged'],
    ['просто слова без столбцов', 'table-not-a-table'],
    ['Фамилия;Имя;Класс\n"Котова;Алёна;5А\nБелов;Пётр;5А\n', 'table-unterminated-quote'],
  ])('a file that is no list is refused with its reason: %j', async (content, reason) => {
    await expect(previewOf(desk, desk.file(content))).rejects.toMatchObject({ code: 'REFUSED', data: { reason } });
  });

  test('a file that has gone is refused', async () => {
    await expect(previewOf(desk, '/nowhere/list.csv')).rejects.toMatchObject({ data: { reason: 'file-gone' } });
  });
});

describe('plan and writing', () => {
  test('a registry that changed meanwhile makes the plan stale, and nothing is written', async () => {
    const content = csv(header, first, second);
    const preview = await previewOf(desk, desk.file(content));
    await importFile(desk, csv(header, first));
    const before = await dump(desk.registry);
    await expect(applyOf(desk, preview)).rejects.toMatchObject({ code: 'STALE_PLAN' });
    expect(await dump(desk.registry)).toEqual(before);
    expect(await countRows(desk.registry, 'import_run')).toBe(1);
  });

  test('the same file, reading and registry give the same hash', async () => {
    const token = desk.file(csv(header, first, second));
    const [one, two] = [await previewOf(desk, token), await previewOf(desk, token)];
    expect(one.planHash).toBe(two.planHash);
    const other = await previewOf(desk, desk.file(csv(header, first)));
    expect(other.planHash).not.toBe(one.planHash);
  });

  test('a full disk leaves nothing', async () => {
    const before = await dump(desk.registry);
    const preview = await previewOf(desk, desk.file(toMesCsv(makeSchool({ seed: 3, pupils: 400 }))));
    const { database } = desk.registry;
    database.pragma(`max_page_count=${Number(database.pragma('page_count')) + 20}`);
    await expect(applyOf(desk, preview)).rejects.toMatchObject({ data: { reason: 'disk-full' } });
    expect(await dump(desk.registry)).toEqual(before);
    expect(await countRows(desk.registry, 'import_run')).toBe(0);
    expect(brokenPromises(desk.registry.database)).toEqual([]);
  });

  test('a long preview tells how far it is, and leaves nothing when its listener goes away', async () => {
    const before = await dump(desk.registry);
    const fileToken = desk.file(toMesCsv(makeSchool({ seed: 4, pupils: 6000 })));
    const stages = new Set<string>();
    for await (const event of await desk.client.imports.preview({ fileToken })) {
      if (event.kind !== 'progress') continue;
      stages.add(event.stage);
      if (event.stage === 'reading' && event.done > 0) break;
    }
    expect(stages).toEqual(new Set(['reading']));
    expect(await dump(desk.registry)).toEqual(before);
    expect(await previewOf(desk, fileToken)).toMatchObject({ rows: 6000, counts: { new: 6000 } });
  });

  test('a long import keeps the promises of the file for the work after it', async () => {
    await importFile(desk, toMesCsv(makeSchool({ seed: 4, pupils: 2500 })));
    expect(brokenPromises(desk.registry.database)).toEqual([]);
    expect(isSound(desk.registry.database)).toBe(true);
  });

  test('a listener that goes away while writing leaves nothing', async () => {
    const before = await dump(desk.registry);
    const { previewId, planHash } = await previewOf(desk, desk.file(toMesCsv(makeSchool({ seed: 4, pupils: 3000 }))));
    for await (const event of await desk.client.imports.apply({ previewId, planHash, piles: ['new'] })) {
      expect(event.kind).toBe('progress');
      if (event.kind === 'progress' && event.stage === 'writing') break;
    }
    expect(await dump(desk.registry)).toEqual(before);
    expect(await countRows(desk.registry, 'import_run')).toBe(0);
  });

  test('rows left out stay out, and a preview is used once', async () => {
    const preview = await previewOf(desk, desk.file(csv(header, first, second)));
    const result = await applyOf(desk, preview, { leaveRows: [3] });
    expect(result).toMatchObject({ pupilsCreated: 1, skipped: 1 });
    await expect(applyOf(desk, preview)).rejects.toMatchObject({ data: { reason: 'preview-gone' } });
    const [run] = await desk.client.imports.list({});
    expect(run).toMatchObject({ who: 'Администратор', counts: { new: 1 }, undoneAt: null });
  });

  test('a mapping made by hand is remembered after the import', async () => {
    const content = csv(['a1', 'b2', 'c3', 'd4'], ['x', 'Котова', 'Алёна', '5А'], ['y', 'Белов', 'Пётр', '5А']);
    const reading = { headerRow: 1 };
    const guessed = await previewOf(desk, desk.file(content), { reading });
    expect(guessed.missingFields.length).toBeGreaterThan(0);
    await expect(applyOf(desk, guessed)).rejects.toMatchObject({ data: { reason: 'mapping-incomplete' } });
    const fields = ['skip', 'pupil.surname', 'pupil.firstName', 'pupil.className'];
    await importFile(desk, content, { reading, fields });
    const again = await previewOf(desk, desk.file(`${content}\r\n"z";"Лис";"Яна";"5А"`), { reading });
    expect(again.fields).toEqual(fields);
    expect(again.counts).toMatchObject({ same: 2, new: 1 });
  });

  test('a class given for a file without a class column is used', async () => {
    const titles = header.slice(0, 4);
    const without = await previewOf(desk, desk.file(csv(titles, first.slice(0, 4))));
    expect(without.missingFields).toEqual(['pupil.className']);
    const { result } = await importFile(desk, csv(titles, first.slice(0, 4)), { className: '7-в' });
    expect(result.classesCreated).toBe(1);
    expect((await desk.client.classes.list()).classes[0]?.title).toBe('7В');
  });

  test('names that break programs come back as they were', async () => {
    const naughty = [
      "O'Нил-Шмидт",
      '<b>Яна</b>',
      "'; drop table person;--",
      'Ә́лия',
      '{{7*7}}',
      '🦊 Ли',
      'null',
      '%s%n',
      '=1+1',
    ];
    const rows = naughty.map((surname, index) => [surname, 'Имя', '', `0${index + 1}.02.2015`, '5А', '', '']);
    const { result } = await importFile(desk, csv(header, ...rows));
    expect(result.pupilsCreated).toBe(naughty.length);
    const { rows: listed } = await desk.client.pupils.list({});
    const shown = listed.map(({ name }) => name.surname.normalize('NFC').toLowerCase());
    for (const name of [
      "o'нил-шмидт",
      '<b>яна</b>',
      "'; drop table person",
      'ә́лия',
      '{{7*7}}',
      '🦊 ли',
      'null',
      '%s%n',
      '=1+1',
    ])
      expect(shown).toContain(name.normalize('NFC'));
    expect((await previewOf(desk, desk.file(csv(header, ...rows)))).counts).toMatchObject({ same: naughty.length });
  });
});
