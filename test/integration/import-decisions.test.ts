import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  applyOf,
  csv,
  decideIn,
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

const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс', 'Телефон ученика'];
const anna = ['Котова', 'Анна', 'Ильинична', '01.02.2015', '5А', ''];
const inna = ['Котова', 'Инна', 'Ильинична', '01.02.2015', '5А', ''];

async function pupilsNow(): Promise<string[]> {
  const { rows } = await desk.client.pupils.list({ sort: 'name', page: { limit: 500 } });
  return rows.map(({ name, className }) => `${className} ${name.surname} ${name.firstName}`);
}

async function counts(...rows: readonly string[][]) {
  return (await previewOf(desk, desk.file(csv(header, ...rows)))).counts;
}

describe('people who are easily taken for each other', () => {
  test('twins of one class stay two, however the rows stand', async () => {
    await importFile(desk, csv(header, anna, inna));
    expect(await counts(inna, anna)).toMatchObject({ same: 2, ambiguous: 0 });
    expect(await counts(inna)).toMatchObject({ same: 1 });
  });

  test('a twin who comes later is asked about, and «new» makes her', async () => {
    await importFile(desk, csv(header, anna));
    const preview = await previewOf(desk, desk.file(csv(header, inna)));
    expect(preview.counts).toMatchObject({ ambiguous: 1 });
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'ambiguous' });
    expect(entries[0]).toMatchObject({
      reason: 'first-name-differs',
      candidates: [{ title: 'Котова Анна Ильинична', differs: ['firstName'] }],
    });
    const decided = await decideIn(desk, preview.previewId, [{ rowNumber: 2, pupilId: 'new' }]);
    expect(decided).toMatchObject({ previewId: preview.previewId, decided: 1, counts: { ambiguous: 0, new: 1 } });
    expect(decided.planHash).not.toBe(preview.planHash);
    await expect(applyOf(desk, preview)).rejects.toMatchObject({ code: 'STALE_PLAN' });
    await applyOf(desk, decided);
    expect(await pupilsNow()).toEqual(['5А Котова Анна', '5А Котова Инна']);
  });

  test('a typing mistake is asked about, and a decision makes it a change', async () => {
    await importFile(desk, csv(header, ['Котова', 'Анна', '', '', '5А', '']));
    const preview = await previewOf(desk, desk.file(csv(header, ['Котвоа', 'Анна', '', '', '5А', '8 926 123-45-67'])));
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'ambiguous' });
    expect(entries[0]).toMatchObject({ reason: 'similar-name' });
    const pupilId = entries[0]?.candidates[0]?.id ?? 0;
    const decided = await decideIn(desk, preview.previewId, [{ rowNumber: 2, pupilId }]);
    expect(decided.counts).toMatchObject({ changed: 1, ambiguous: 0 });
    const leaveFields = [{ rowNumber: 2, key: 'pupil.surname' }];
    await applyOf(desk, decided, { leaveFields });
    const card = await desk.client.pupils.card({ pupilId });
    expect(card.person.name.surname).toBe('Котова');
    expect(card.person.contacts.map(({ value }) => value)).toEqual(['+7 926 123-45-67']);
  });

  test('namesakes of one class differ by birth date', async () => {
    const other = [...anna.slice(0, 3), '30.09.2015', '5А', ''];
    await importFile(desk, csv(header, anna, other));
    expect(await pupilsNow()).toHaveLength(2);
    expect(await counts(other, anna)).toMatchObject({ same: 2 });
  });

  test('namesakes of two classes without birth dates are asked about when one moves', async () => {
    const inA = ['Котова', 'Анна', '', '', '5А', ''];
    const inB = ['Котова', 'Анна', '', '', '5Б', ''];
    await importFile(desk, csv(header, inA, inB));
    expect(await counts(inA, inB)).toMatchObject({ same: 2 });
    expect(await counts(['Котова', 'Анна', '', '', '6А', ''])).toMatchObject({ ambiguous: 1 });
  });

  test('father and son of one name are two people, and so are their phones', async () => {
    const titles = [
      'Фамилия',
      'Имя',
      'Отчество',
      'Дата рождения',
      'Класс',
      'Телефон ученика',
      'Представитель 1 — ФИО',
      'Представитель 1 — тип',
      'Представитель 1 — телефон',
    ];
    const row = [
      'Котов',
      'Пётр',
      'Петрович',
      '01.02.2015',
      '5А',
      '+7 926 000-00-01',
      'Котов Пётр Петрович',
      'отец',
      '+7 926 000-00-02',
    ];
    await importFile(desk, csv(titles, row));
    const changed = row.with(8, '+7 926 000-00-03');
    const preview = await previewOf(desk, desk.file(csv(titles, changed)));
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'changed' });
    expect(entries[0]?.changes).toMatchObject([
      { key: 'guardian.1.phone', who: 'Котов Пётр Петрович', before: '+7 926 000-00-02' },
    ]);
    await applyOf(desk, preview);
    const [pupilId = 0] = await desk.client.pupils.ids({ filter: {} });
    const card = await desk.client.pupils.card({ pupilId });
    expect(card.person.contacts.map(({ value }) => value)).toEqual(['+7 926 000-00-01']);
    expect(
      card.guardians[0]?.person.contacts.filter(({ validTo }) => validTo === null).map(({ value }) => value),
    ).toEqual(['+7 926 000-00-03']);
  });
});

describe('parts of a plan', () => {
  test('a field that is left out stays, the rest of its row is taken, and undo returns only that', async () => {
    await importFile(desk, csv(header, anna));
    const before = await dump(desk.registry);
    const preview = await previewOf(
      desk,
      desk.file(csv(header, ['Зимина', 'Анна', 'Ильинична', '01.02.2015', '5А', '8 926 123-45-67'])),
    );
    const result = await applyOf(desk, preview, { leaveFields: [{ rowNumber: 2, key: 'pupil.surname' }] });
    const [pupilId = 0] = await desk.client.pupils.ids({ filter: {} });
    const card = await desk.client.pupils.card({ pupilId });
    expect([card.person.name.surname, card.formerNames]).toEqual(['Котова', []]);
    expect(card.person.contacts).toMatchObject([{ kind: 'phone', validTo: null }]);
    await desk.client.imports.undo({ importId: result.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('a decision about a pupil who has a row of his own counts for the first row only', async () => {
    await importFile(desk, csv(header, anna));
    const preview = await previewOf(
      desk,
      desk.file(csv(header, inna, ['Котова', 'Яна', 'Ильинична', '01.02.2015', '5А', ''])),
    );
    const [pupilId = 0] = await desk.client.pupils.ids({ filter: {} });
    const decided = await decideIn(desk, preview.previewId, [
      { rowNumber: 2, pupilId },
      { rowNumber: 3, pupilId },
    ]);
    expect(decided.counts).toMatchObject({ changed: 1 });
    await applyOf(desk, decided, { piles: ['changed'] });
    expect(await pupilsNow()).toEqual(['5А Котова Инна']);
  });
});
