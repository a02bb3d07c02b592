import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewcomerAsks, TypedGuardian, TypedPupil } from '../../shared/contract/newcomers.ts';
import { csv, dump, type ImportDesk, importFile, makeImportDesk } from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk('2026-10-12T08:00:00.000Z');
});
afterEach(() => desk.close());

const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс', 'ФИО матери', 'Телефон матери', 'Email матери'];
const sister = ['Котова', 'Алёна', 'Ильинична', '01.02.2015', '5А', 'Котова Анна Сергеевна', '8 926 123-45-67', ''];

const brother = {
  name: { surname: 'Котов', firstName: 'Илья', patronymic: 'Ильич' },
  className: '3 «б»',
  birthDate: '03.04.2017',
  sex: 'male',
} as const;

const mother = (given: Partial<TypedGuardian> = {}): TypedGuardian => ({
  name: { surname: 'Котова', firstName: 'Анна', patronymic: 'Сергеевна' },
  relation: 'mother',
  phone: '',
  email: '',
  ...given,
});

type Wish = Partial<TypedPupil>;

async function added(wish: Wish = {}) {
  const answer = await desk.client.pupils.add({ ...brother, ...wish });
  if (answer.kind !== 'added') throw new Error('somebody alike is there');
  return answer;
}

async function asked(wish: Wish = {}): Promise<NewcomerAsks> {
  const answer = await desk.client.pupils.add({ ...brother, ...wish });
  if (answer.kind !== 'asks') throw new Error('nobody alike is there');
  return answer;
}

const cardOf = (pupilId: number) => desk.client.pupils.card({ pupilId });
const idsOf = (query: string) => desk.client.pupils.ids({ filter: { query } });
const undo = (runId: number | null) => desk.client.journal.undo({ runId: runId ?? 0 });

describe('a pupil added by hand', () => {
  test('stands in the class from today on, with guardians in their order, each value marked as typed', async () => {
    const father = { ...mother(), name: { surname: 'КОТОВ', firstName: 'илья', patronymic: '' } };
    const guardians = [
      mother({ phone: '8 926 123-45-67 мама, 8 (903) 000-00-01 работа', email: 'A.Kotova@post.example.com' }),
      { ...father, relation: 'father' as const, phone: '', email: '' },
    ];
    const { pupilId } = await added({ guardians });
    const card = await cardOf(pupilId);
    expect(card).toMatchObject({
      className: '3Б',
      status: 'active',
      person: { ...{ name: brother.name, birthDate: '2017-04-03', sex: 'male' }, contacts: [] },
      enrolments: [{ className: '3Б', from: '2026-10-12', to: null }],
      history: [{ what: 'added', who: 'Администратор', details: '' }],
    });
    const fields = ['surname', 'firstName', 'patronymic', 'sex', 'birthDate', 'class'];
    expect(card.person.origins.map(({ field }) => field)).toEqual(fields);
    expect(card.person.origins.every(({ origin }) => origin.kind === 'hand')).toBe(true);
    expect(card.guardians.map(({ relation, isLegal, person }) => [relation, isLegal, person.name.surname])).toEqual([
      ['mother', true, 'Котова'],
      ['father', true, 'Котов'],
    ]);
    expect(card.guardians[0]?.person.contacts.map(({ value, label }) => [value, label])).toEqual([
      ['+7 926 123-45-67', 'мама'],
      ['+7 903 000-00-01', 'работа'],
      ['A.Kotova@post.example.com', ''],
    ]);
    expect(card.guardians[1]?.person.origins.map(({ field }) => field)).toEqual(['surname', 'firstName']);
  });

  test('is found at once by name and by the phone of a guardian, and gets a login as anybody', async () => {
    const { pupilId } = await added({ guardians: [mother({ phone: '89261234567' })] });
    expect(await idsOf('котов илья')).toEqual([pupilId]);
    expect(await idsOf('9261234567')).toEqual([pupilId]);
    await desk.client.credentials.issue({ scope: { kind: 'pupils', pupilIds: [pupilId] }, for: ['pupil'] });
    expect((await cardOf(pupilId)).person.credentials).toHaveLength(1);
  });

  test('joins the class that is there however it is written, and its teacher is told', async () => {
    await importFile(desk, csv(header, sister));
    const before = await desk.client.classes.list();
    const { pupilId } = await added({ className: ' 5-a ' });
    const after = await desk.client.classes.list();
    expect(after.classes.map(({ title }) => title)).toEqual(before.classes.map(({ title }) => title));
    expect((await cardOf(pupilId)).className).toBe('5А');
    const { rows } = await sql`select kind, other_class_id from class_notice where pupil_id = ${pupilId}`.execute(
      desk.registry.db,
    );
    expect(rows).toEqual([{ kind: 'came', otherClassId: null }]);
  });

  test('is one line in the journal, without a name', async () => {
    const { pupilId, undoRunId } = await added({ guardians: [mother()] });
    const [line] = (await desk.client.journal.list({ filter: { personIds: [pupilId] } })).entries;
    expect(line).toMatchObject({ action: 'pupil-added', count: 2, subject: '3Б', runId: undoRunId });
    expect(JSON.stringify(line)).not.toContain('Котов');
  });

  test.each<[Wish, object]>([
    [{ name: { surname: ' ', firstName: 'Илья', patronymic: '' } }, { field: 'surname' }],
    [{ name: { surname: 'Котов', firstName: '', patronymic: '' } }, { field: 'firstName' }],
    [{ className: ' ' }, { field: 'class' }],
    [{ birthDate: '31.02.2017' }, { field: 'birthDate' }],
    [{ guardians: [mother(), mother({ phone: '12' })] }, { field: 'phone', guardian: 2 }],
    [{ guardians: [mother({ email: 'kotova' })] }, { field: 'email', guardian: 1 }],
  ])('is refused when something cannot be read, and nothing is written: %j', async (wish, params) => {
    const before = await dump(desk.registry);
    await expect(added(wish)).rejects.toMatchObject({ data: { reason: 'invalid-input', params } });
    expect(await dump(desk.registry)).toEqual(before);
  });
});

describe('taken back', () => {
  test('a pupil with a new class, a new guardian and a linked one is as if never there', async () => {
    await importFile(desk, csv(header, sister));
    const [guardian] = (await cardOf((await idsOf('котова'))[0] ?? 0)).guardians;
    const before = await dump(desk.registry);
    const linked = { guardianId: guardian?.person.id ?? 0, relation: 'mother' as const };
    const { pupilId, undoRunId } = await added({ guardians: [linked, mother({ email: 'other@post.example.com' })] });
    expect(await idsOf('котов илья')).toEqual([pupilId]);
    expect((await undo(undoRunId)).kept).toEqual([]);
    expect(await dump(desk.registry)).toEqual(before);
    expect(await idsOf('котов илья')).toEqual([]);
  });

  test.each<[string, (pupilId: number, motherId: number) => Promise<unknown>]>([
    [
      'got a login',
      (pupilId) => desk.client.credentials.issue({ scope: { kind: 'pupils', pupilIds: [pupilId] }, for: ['pupil'] }),
    ],
    [
      'has a mother who got one',
      (pupilId) => desk.client.credentials.issue({ scope: { kind: 'pupils', pupilIds: [pupilId] }, for: ['guardian'] }),
    ],
    ['has another birth date', (personId) => desk.client.pupils.correct({ personId, birthDate: '2017-04-04' })],
    [
      'has a mother with another name',
      (_, personId) => desk.client.pupils.correct({ personId, name: { ...mother().name, surname: 'Зимина' } }),
    ],
  ])('one who since %s stays with class and family', async (_, change) => {
    const { pupilId, undoRunId } = await added({ guardians: [mother({ phone: '89261234567' })] });
    await change(pupilId, (await cardOf(pupilId)).guardians[0]?.person.id ?? 0);
    const before = await dump(desk.registry);
    expect((await undo(undoRunId)).kept).toContain('Котов Илья Ильич');
    expect(await dump(desk.registry)).toEqual(before);
  });
});

describe('somebody alike', () => {
  test.each<[string, Wish]>([
    ['the same', {}],
    ['the same in other letters', { name: { ...brother.name, surname: 'котов' }, className: '3Б' }],
    ['the same without a birth date', { birthDate: '' }],
    ['one of another birth date', { birthDate: '03.04.2016', className: '4А' }],
    ['one with another surname', { name: { ...brother.name, surname: 'Зимин' } }],
    ['one with a typing mistake', { name: { ...brother.name, firstName: 'Илия' } }],
    ['one with a mistake in another class', { name: { ...brother.name, surname: 'Катов' }, className: '4А' }],
  ])('is shown before anything is written, and added on request: %s', async (_, wish) => {
    const { pupilId } = await added();
    const before = await dump(desk.registry);
    const { pupils, guardians } = await asked(wish);
    expect(pupils).toEqual([
      { id: pupilId, name: brother.name, className: '3Б', birthDate: '2017-04-03', status: 'active' },
    ]);
    expect(guardians).toEqual([]);
    expect(await dump(desk.registry)).toEqual(before);
    const second = await added({ ...wish, despite: [pupilId] });
    expect(second.pupilId).not.toBe(pupilId);
  });

  test('who left is shown as well, so that he comes back with his history', async () => {
    const { pupilId } = await added();
    await desk.client.pupils.leave({ pupilIds: [pupilId], leftOn: '2026-10-12', reason: 'moved-away' });
    expect((await asked()).pupils).toMatchObject([{ id: pupilId, status: 'left', className: '' }]);
  });

  test('under a former surname is shown', async () => {
    const { pupilId } = await added();
    await desk.client.pupils.correct({ personId: pupilId, name: { ...brother.name, surname: 'Зимин' } });
    expect((await asked({ className: '4А' })).pupils.map(({ id }) => id)).toEqual([pupilId]);
  });

  test('is nobody among brothers, classmates and namesakes without a patronymic', async () => {
    await importFile(desk, csv(header, sister));
    await added();
    await added({ name: { ...brother.name, firstName: 'Марк' }, birthDate: '05.06.2019', className: '1А' });
    await added({ name: { ...brother.name, patronymic: 'Олегович' }, birthDate: '07.08.2011', className: '9А' });
  });
});

describe('a guardian who is there', () => {
  const phone = '+7 926 123 45 67';
  beforeEach(() => importFile(desk, csv(header, [...sister.slice(0, 7), 'kotova@post.example.com'])));

  test.each<[string, Partial<TypedGuardian>]>([
    ['phone and name', { phone }],
    ['e-mail', { email: 'KOTOVA@post.example.com' }],
    ['e-mail under another name', { email: 'kotova@post.example.com', name: { ...mother().name, firstName: 'Аня' } }],
    ['phone and first name', { phone, name: { ...mother().name, surname: 'Зимина' } }],
  ])('of a sister is offered by %s, and linked instead of made twice', async (_, given) => {
    const { guardians, pupils } = await asked({ guardians: [mother(given)] });
    expect(pupils).toEqual([]);
    expect(guardians).toMatchObject([
      {
        place: 0,
        found: [
          {
            name: mother().name,
            phone: '+7 926 123-45-67',
            email: 'kotova@post.example.com',
            children: [{ name: 'Котова Алёна Ильинична', className: '5А' }],
            ofPupil: false,
          },
        ],
      },
    ]);
    const guardianId = guardians[0]?.found[0]?.id ?? 0;
    const { pupilId } = await added({ guardians: [{ guardianId, relation: 'mother' }] });
    const card = await cardOf(pupilId);
    expect(card.guardians).toMatchObject([{ person: { id: guardianId }, otherChildren: [{ className: '5А' }] }]);
    expect((await desk.client.guardians.list({})).total).toBe(1);
    expect(await idsOf('9261234567')).toHaveLength(2);
  });

  test.each<[string, Partial<TypedGuardian>]>([
    ['the name alone', {}],
    ['the phone under another name', { phone, name: { surname: 'Котов', firstName: 'Илья', patronymic: '' } }],
  ])('is not offered by %s', async (_, given) => {
    await added({ guardians: [mother(given)] });
    expect((await desk.client.guardians.list({})).total).toBe(2);
  });

  test('is made anew when a person says that it is somebody else', async () => {
    const guardians = [mother({ phone })];
    const found = (await asked({ guardians })).guardians[0]?.found[0]?.id ?? 0;
    await added({ guardians, despite: [found] });
    expect((await desk.client.guardians.list({})).total).toBe(2);
  });
});

describe('a guardian added to a pupil', () => {
  test('stands after those who are there, is found, and is taken back', async () => {
    const { pupilId } = await added({ guardians: [mother()] });
    const before = await dump(desk.registry);
    desk.setNow('2026-10-13T08:00:00.000Z');
    const name = { surname: 'Котов', firstName: 'Илья', patronymic: '' };
    const guardian = mother({ name, relation: 'father', phone: '8 903 555-01-02' });
    const answer = await desk.client.pupils.addGuardian({ pupilId, guardian });
    const card = await cardOf(pupilId);
    expect(card.guardians.map(({ relation }) => relation)).toEqual(['mother', 'father']);
    expect(card.history[0]).toMatchObject({ what: 'corrected', details: 'guardian' });
    expect(await idsOf('9035550102')).toEqual([pupilId]);
    const [line] = (await desk.client.journal.list({})).entries;
    expect(line).toMatchObject({ action: 'guardian-added', count: 2 });
    await undo(answer.kind === 'added' ? answer.undoRunId : null);
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('is asked about when the card has nearly the same, and refused when it is the very same record', async () => {
    const { pupilId } = await added({ guardians: [mother()] });
    const name = { ...mother().name, patronymic: '' };
    const answer = await desk.client.pupils.addGuardian({ pupilId, guardian: mother({ name }) });
    expect(answer).toMatchObject({ kind: 'asks', pupils: [], guardians: [{ place: 0, found: [{ ofPupil: true }] }] });
    const guardianId = answer.kind === 'asks' ? (answer.guardians[0]?.found[0]?.id ?? 0) : 0;
    const again = desk.client.pupils.addGuardian({ pupilId, guardian: { guardianId, relation: 'mother' } });
    await expect(again).rejects.toMatchObject({ data: { reason: 'invalid-input', params: { field: 'guardian' } } });
  });

  test.each(['pupil', 'guardian'] as const)('is refused for a %s who is not there', async (missing) => {
    const { pupilId } = await added({ guardians: [mother()] });
    const guardianId = missing === 'guardian' ? pupilId : ((await cardOf(pupilId)).guardians[0]?.person.id ?? 0);
    const wish = { pupilId: missing === 'pupil' ? 999 : pupilId, guardian: { guardianId, relation: 'other' as const } };
    await expect(desk.client.pupils.addGuardian(wish)).rejects.toMatchObject({ data: { reason: 'not-found' } });
  });
});

describe('who a guardian is to the pupil', () => {
  test('is said anew, stands in the history, and is taken back', async () => {
    const { pupilId } = await added({ guardians: [mother()] });
    const guardianId = (await cardOf(pupilId)).guardians[0]?.person.id ?? 0;
    const before = await dump(desk.registry);
    desk.setNow('2026-10-13T08:00:00.000Z');
    const wish = { pupilId, guardianId, relation: 'other' as const, isLegal: true };
    const { undoRunId } = await desk.client.pupils.correctLink(wish);
    const card = await cardOf(pupilId);
    expect(card.guardians).toMatchObject([{ relation: 'other', isLegal: true }]);
    expect(card.history[0]).toMatchObject({ what: 'corrected', details: 'relation' });
    expect(await desk.client.pupils.correctLink(wish)).toEqual({ undoRunId: null });
    await undo(undoRunId);
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('is refused for somebody who is not', async () => {
    const { pupilId } = await added();
    const wish = { pupilId, guardianId: pupilId, relation: 'other' as const, isLegal: false };
    await expect(desk.client.pupils.correctLink(wish)).rejects.toMatchObject({ data: { reason: 'not-found' } });
  });
});

describe('a later import', () => {
  const row = ['Котов', 'Илья', 'Ильич', '03.04.2017', '3Б', 'Котова Анна Сергеевна', '8 926 123-45-67', ''];

  test.each<[string, Wish]>([
    ['everything', {}],
    ['no birth date', { birthDate: '' }],
    ['no patronymic', { name: { ...brother.name, patronymic: '' } }],
    ['no sex', { sex: null }],
  ])('recognises pupil and guardian who were typed with %s, and doubles nobody', async (_, wish) => {
    const { pupilId } = await added({ ...wish, guardians: [mother({ phone: '89261234567' })] });
    const guardianId = (await cardOf(pupilId)).guardians[0]?.person.id;
    const { preview } = await importFile(desk, csv(header, row, sister));
    expect(preview.counts).toMatchObject({ new: 1, ambiguous: 0, missing: 0 });
    expect(await idsOf('котов илья')).toEqual([pupilId]);
    const card = await cardOf(pupilId);
    expect(card.guardians.map(({ person }) => person.id)).toEqual([guardianId]);
    expect([card.person.name.patronymic, card.person.birthDate]).toEqual(['Ильич', '2017-04-03']);
  });

  test('keeps what was typed and fills what was left blank', async () => {
    const { pupilId } = await added({ birthDate: '', guardians: [mother({ phone: '8 903 555-01-02' })] });
    const { preview } = await importFile(desk, csv(header, row));
    expect(preview.keptByHand).toBe(1);
    const card = await cardOf(pupilId);
    expect(card.person.birthDate).toBe('2017-04-03');
    const phones = card.guardians[0]?.person.contacts.filter(({ validTo }) => validTo === null);
    expect(phones?.map(({ value }) => value)).toEqual(['+7 903 555-01-02']);
  });
});
