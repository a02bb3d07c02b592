import { expect, test } from 'vitest';
import { schoolDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';
import { fieldOf } from '../support/refusals.ts';

test('a class is entered in its order; a typed value takes the place of the former one, with history and undo', async () => {
  const { client, anna, mother, classId } = await schoolDesk();
  const entry = () => client.contacts.entry({ classId: classId('5А') });
  expect((await entry()).map(({ name, missing }) => [name, missing])).toEqual([
    ['Иванова Анна Петровна', []],
    ['Иванова Мария Сергеевна', ['phone', 'email']],
    ['Иванов Пётр Ильич', ['phone', 'email']],
    ['Яковлева Вера Олеговна', []],
    ['Яковлев Олег Юрьевич', ['phone', 'email']],
  ]);
  await client.contacts.save({
    personId: mother,
    phone: '8 926 123-45-67',
    email: 'ivanova.m@yandex.ru',
    entryWay: 'portal',
  });
  const rowOf = async () => (await entry()).find(({ personId }) => personId === mother);
  expect(await rowOf()).toMatchObject({ phone: '+7 926 123-45-67', entryWay: 'portal', missing: [] });
  const { changed, undoRunId } = await client.contacts.save({ personId: mother, phone: '9261112233', email: '' });
  expect([...changed].sort()).toEqual(['email', 'phone']);
  expect(await rowOf()).toMatchObject({ phone: '+7 926 111-22-33', email: '', missing: ['email'] });
  const card = await client.pupils.card({ pupilId: anna });
  const former = card.guardians[0]?.person.contacts.filter(({ validTo }) => validTo !== null);
  expect(former?.map(({ value }) => value).sort()).toEqual(['+7 926 123-45-67', 'ivanova.m@yandex.ru']);
  await client.journal.undo({ runId: undoRunId ?? 0 });
  expect(await rowOf()).toMatchObject({ phone: '+7 926 123-45-67', email: 'ivanova.m@yandex.ru' });
  expect(await client.contacts.save({ personId: mother, phone: '+7 926 123-45-67' })).toEqual({
    ...{ changed: [], undoRunId: null },
  });
  expect(await fieldOf(client.contacts.save({ personId: mother, phone: '12' }))).toBe('phone');
  expect(await fieldOf(client.contacts.save({ personId: 999, phone: '' }))).toBe('not-found');
  expect(await fieldOf(client.contacts.entry({ classId: 999 }))).toBe('class-not-found');
});

test('required contacts are a setting; the list of gaps and its numbers follow it', async () => {
  const { client, anna, mother, father, classId } = await schoolDesk();
  const counts = async () =>
    (await client.contacts.gapCounts()).map(({ className, people, lacking }) => [className, people, lacking]);
  expect(await counts()).toEqual([
    ['5А', 5, 3],
    ['10А', 3, 2],
  ]);
  await client.contacts.save({ personId: mother, phone: '8 926 123-45-67', email: 'ivanova.m@yandex.ru' });
  const { rows, total } = await client.contacts.gaps({ classId: classId('5А') });
  expect(total).toBe(2);
  expect(rows[0]).toMatchObject({
    name: 'Иванов Пётр Ильич',
    pupil: 'Иванова Анна Петровна',
    missing: ['phone', 'email'],
  });
  await client.settings.save({ requiredContacts: { pupil: ['snils'], guardian: [] } });
  expect(await counts()).toEqual([
    ['5А', 5, 2],
    ['10А', 3, 1],
  ]);
  await client.contacts.save({ personId: anna, snils: '112-233-445 95' });
  expect((await client.contacts.gaps({})).rows.map(({ name }) => name)).toEqual([
    'Яковлева Вера Олеговна',
    'Иванов Максим Петрович',
  ]);
  await client.settings.save({ requiredContacts: { pupil: [], guardian: [] } });
  expect((await client.contacts.gaps({})).total).toBe(0);
  expect(father).toBeGreaterThan(0);
});

test('from 14 a pupil is told of Gosuslugi', async () => {
  const { client, registry, anna, vera, classId } = await schoolDesk();
  const born = (id: number, birthDate: string) =>
    registry.db.updateTable('person').set({ birthDate }).where('id', '=', id).execute();
  await born(anna, '2012-09-01');
  await born(vera, '2012-09-02');
  const rows = await client.contacts.entry({ classId: classId('5А') });
  expect(rows.filter(({ mayUseEsia }) => mayUseEsia).map(({ personId }) => personId)).toEqual([anna]);
});

test('sheets show what the school has, hide most of a SNILS, and keep a limited guardian apart', async () => {
  const desk = await schoolDesk();
  const { client, registry, mother, father, anna, classId } = desk;
  await client.contacts.save({ personId: mother, phone: '8 926 123-45-67', snils: '112-233-445 95' });
  await client.contacts.save({ personId: father, phone: '8 926 765-43-21' });
  const limit = registry.db.updateTable('guardianship').set({ restrictions: 'по решению суда' });
  await limit.where('guardianId', '=', father).where('pupilId', '=', anna).execute();
  const made = await client.contacts.sheets({ classId: classId('5А') });
  expect(made).toMatchObject({ families: 3, pages: 3 });
  const bytes = desk.documents.find(made.documentToken)?.bytes ?? new Uint8Array();
  const pages = poppler('pdftotext', bytes).split('\f');
  expect(pages[0]).toContain('+7 926 123-45-67');
  expect(pages[0]).toContain('445 95');
  expect(pages[0]).not.toContain('112-233');
  expect(pages[0]).not.toContain('765-43-21');
  expect(pages[1]).toContain('765-43-21');
  expect(pages[1]).not.toContain('123-45-67');
});
