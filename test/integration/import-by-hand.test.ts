import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyOf, csv, dump, type ImportDesk, importFile, makeImportDesk, previewOf } from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
});
afterEach(() => desk.close());

const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс', 'Телефон ученика'];
const first = ['Котова', 'Алёна', 'Ильинична', '01.02.2015', '5А', '8 926 123-45-67'];
const renamed = ['Зимина', ...first.slice(1)];

async function onlyPupil() {
  const [pupilId = 0] = await desk.client.pupils.ids({ filter: {} });
  return desk.client.pupils.card({ pupilId });
}

describe('values typed by hand', () => {
  test('are kept by imports, shown as kept, and taken only on request', async () => {
    await importFile(desk, csv(header, first));
    const { person } = await onlyPupil();
    desk.setNow('2026-09-02T08:00:00.000Z');
    const name = { ...person.name, surname: 'Летова' };
    expect(await desk.client.pupils.correct({ personId: person.id, name })).toEqual({ changed: ['surname'] });
    desk.setNow('2026-09-03T08:00:00.000Z');
    const file = desk.file(csv(header, [...first.slice(0, 5), '8 926 765-43-21']));
    const preview = await previewOf(desk, file);
    expect(preview).toMatchObject({ keptByHand: 1, counts: { changed: 1 } });
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'kept' });
    expect(entries[0]?.changes[0]).toMatchObject({
      key: 'pupil.surname',
      before: 'Летова',
      after: 'Котова',
      kept: true,
      origin: { kind: 'hand', at: '2026-09-02T08:00:00.000Z', who: 'Администратор' },
    });
    await applyOf(desk, preview);
    expect((await onlyPupil()).person.name.surname).toBe('Летова');
    const again = await previewOf(desk, file);
    expect(again.counts).toMatchObject({ same: 1 });
    const before = await dump(desk.registry);
    const taken = await applyOf(desk, again, { takeFields: [{ rowNumber: 2, key: 'pupil.surname' }] });
    expect((await onlyPupil()).person.name.surname).toBe('Котова');
    expect((await previewOf(desk, file)).keptByHand).toBe(0);
    await desk.client.imports.undo({ importId: taken.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('of a link: who a guardian is to the pupil stays as it was said by hand', async () => {
    const titles = [...header.slice(0, 5), 'Представитель 1 — тип', 'Представитель 1 — ФИО'];
    const content = csv(titles, [...first.slice(0, 5), 'Мать', 'Котова Ольга Петровна']);
    await importFile(desk, content);
    const { person, guardians } = await onlyPupil();
    expect(guardians).toMatchObject([{ relation: 'mother' }]);
    const link = {
      pupilId: person.id,
      guardianId: guardians[0]?.person.id ?? 0,
      relation: 'guardian',
      isLegal: true,
    } as const;
    desk.setNow('2026-09-02T08:00:00.000Z');
    await desk.client.pupils.correctLink(link);
    const file = desk.file(content);
    const preview = await previewOf(desk, file);
    expect(preview).toMatchObject({ keptByHand: 1, counts: { same: 1, changed: 0 } });
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'kept' });
    const said = { before: 'guardian', after: 'mother', kept: true, origin: { kind: 'hand' } };
    expect(entries[0]?.changes).toMatchObject([{ key: 'guardian.1.relation', ...said }]);
    const before = await dump(desk.registry);
    const taken = await applyOf(desk, preview, { takeFields: [{ rowNumber: 2, key: 'guardian.1.relation' }] });
    expect((await onlyPupil()).guardians).toMatchObject([{ relation: 'mother' }]);
    expect((await previewOf(desk, file)).keptByHand).toBe(0);
    await desk.client.imports.undo({ importId: taken.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('stay when an earlier import is undone weeks later, and are named; the rest returns', async () => {
    await importFile(desk, csv(header, first));
    desk.setNow('2026-10-01T07:00:00.000Z');
    const { result } = await importFile(desk, csv(header, [...renamed.slice(0, 5), '8 926 765-43-21']));
    desk.setNow('2026-11-01T07:00:00.000Z');
    const { person } = await onlyPupil();
    const phone = person.contacts.find(({ validTo }) => validTo === null)?.id ?? 0;
    const addContacts = [{ kind: 'phone' as const, value: '8 (926) 000-00-09' }];
    await desk.client.pupils.correct({ personId: person.id, closeContacts: [phone], addContacts });
    const undone = await desk.client.imports.undo({ importId: result.importId });
    expect(undone).toEqual({ removed: 0, restored: 1, kept: ['Котова Алёна Ильинична'] });
    const card = await onlyPupil();
    expect([card.person.name.surname, card.className]).toEqual(['Котова', '5А']);
    expect(card.person.contacts.filter(({ validTo }) => validTo === null).map(({ value }) => value)).toEqual([
      '+7 926 000-00-09',
    ]);
  });

  test('of somebody whom the undone import made keep the person', async () => {
    const { result } = await importFile(desk, csv(header, first));
    const { person } = await onlyPupil();
    await desk.client.pupils.correct({ personId: person.id, sex: 'female' });
    expect(await desk.client.imports.undo({ importId: result.importId })).toMatchObject({
      removed: 0,
      kept: ['Котова Алёна Ильинична'],
    });
  });

  test('a pupil found to be here is not marked again', async () => {
    const rows = ['Белов', 'Волков', 'Громов', 'Дроздов', 'Ершов', 'Жуков'].map((surname, day) => [
      surname,
      'Пётр',
      '',
      `0${day + 1}.02.2015`,
      '5А',
      '',
    ]);
    await importFile(desk, csv(header, ...rows));
    const list = desk.file(csv(header, ...rows.slice(1)));
    expect((await previewOf(desk, list)).counts.missing).toBe(1);
    const found = await desk.client.pupils.list({ filter: { query: 'белов' } });
    await desk.client.pupils.correct({ personId: found.rows[0]?.id ?? 0, status: 'active' });
    expect((await previewOf(desk, list)).counts.missing).toBe(0);
  });
});

describe('correcting', () => {
  test('keeps the former name, moves, finds under the new name, and says where every value comes from', async () => {
    await importFile(desk, csv(header, first, ['Белов', 'Пётр', '', '03.04.2015', '6Б', '']));
    const before = await desk.client.pupils.list({ filter: { query: 'котова' } });
    const personId = before.rows[0]?.id ?? 0;
    const sixthB = (await desk.client.classes.list()).classes.find(({ title }) => title === '6Б')?.id ?? 0;
    desk.setNow('2026-09-02T08:00:00.000Z');
    const name = { surname: ' зимина ', firstName: 'Алёна', patronymic: 'Ильинична' };
    const { changed } = await desk.client.pupils.correct({ personId, name, classId: sixthB, birthDate: '2015-02-03' });
    expect(changed).toEqual(['surname', 'birthDate', 'class']);
    const card = await desk.client.pupils.card({ pupilId: personId });
    expect(card).toMatchObject({
      className: '6Б',
      formerNames: [{ name: 'Котова Алёна Ильинична' }],
      person: { name: { surname: 'Зимина' }, birthDate: '2015-02-03' },
    });
    expect(card.history[0]).toMatchObject({ what: 'corrected', details: 'surname, birthDate, class' });
    const origins = new Map(card.person.origins.map(({ field, origin }) => [field, origin.kind]));
    expect([origins.get('surname'), origins.get('')]).toEqual(['hand', 'import']);
    expect((await desk.client.pupils.list({ filter: { query: 'зимина' } })).total).toBe(1);
  });

  test.each([
    ['name', { name: { surname: ' ', firstName: 'Анна', patronymic: '' } }],
    ['birthDate', { birthDate: '2015-02-31' }],
    ['phone', { addContacts: [{ kind: 'phone' as const, value: '12' }] }],
    ['email', { addContacts: [{ kind: 'email' as const, value: 'kotova' }] }],
    ['snils', { addContacts: [{ kind: 'snils' as const, value: '123' }] }],
  ])('refuses %s that cannot be one and changes nothing', async (field, correction) => {
    await importFile(desk, csv(header, first));
    const { person } = await onlyPupil();
    const before = await dump(desk.registry);
    const wish = { personId: person.id, sex: 'male' as const, ...correction };
    await expect(desk.client.pupils.correct(wish)).rejects.toMatchObject({
      data: { reason: 'invalid-input', params: { field } },
    });
    expect(await dump(desk.registry)).toEqual(before);
  });
});
