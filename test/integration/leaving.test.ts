import { createRouterClient } from '@orpc/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { putClassesOfUser } from '../../main/registry/db/reach.ts';
import { insertUser } from '../../main/registry/db/users.ts';
import { router } from '../../main/registry/router.ts';
import type { DeskClient } from '../../shared/contract/index.ts';
import { applyOf, csv, dump, importFile, makeImportDesk, previewOf } from '../support/imports.ts';
import { schoolDesk } from '../support/paper-desk.ts';
import { reasonOf } from '../support/refusals.ts';

const everybody = { scope: { kind: 'school' as const }, for: ['pupil' as const, 'guardian' as const] };
const leftOn = '2026-09-01';
type Desk = Awaited<ReturnType<typeof schoolDesk>>;
type AnyDesk = Pick<Desk, 'registry' | 'context' | 'desk'>;

/** Maxim in 10А; Vera and Anna in 5А; Maxim and Anna share their parents. Everybody has a login. */
async function issuedDesk() {
  const desk = await schoolDesk();
  await desk.client.credentials.issue(everybody);
  return desk;
}

async function loginsOf({ client }: Desk, pupilId: number) {
  const { person, guardians } = await client.pupils.card({ pupilId });
  return [person, ...guardians.map((one) => one.person)].map(({ credentials }) => credentials[0]);
}

/** The class teacher of these classes at the same registry. */
async function teacherOf({ registry, context, desk }: AnyDesk, ...classIds: number[]) {
  const now = context.surroundings.now();
  const user = await insertUser(registry.db, { name: `t${classIds.join()}`, role: 'class-teacher', now });
  await putClassesOfUser(registry.db, user.id, classIds);
  const own = { ...desk, opened: () => ({ ...registry, user }) };
  return createRouterClient(router, { context: { ...context, desk: own } }) as DeskClient;
}

describe('leaving', () => {
  test('the preview counts logins of pupils and of guardians without another child here, and says the dates', async () => {
    const { client, vera, anna } = await issuedDesk();
    const one = await client.pupils.leavePreview({ pupilIds: [anna], leftOn });
    expect(one).toMatchObject({ pupils: 1, logins: 1, graceUntil: '2026-10-01', archiveOn: '2026-11-30' });
    expect(await client.pupils.leavePreview({ pupilIds: [vera, anna], leftOn })).toMatchObject({
      pupils: 2,
      logins: 3,
    });
  });

  test('several at once: place, reason, dates and logins, and all of it taken back', async () => {
    const desk = await issuedDesk();
    const { client, registry, vera, anna, maxim } = desk;
    const before = atRest(await dump(registry));
    const { undoRunId, count } = await client.pupils.leave({ pupilIds: [vera, anna], leftOn, reason: 'other-school' });
    expect(count).toBe(2);
    const card = await client.pupils.card({ pupilId: vera });
    expect(card).toMatchObject({ status: 'left', className: '', enrolments: [{ className: '5А', to: leftOn }] });
    expect(card.left).toEqual({ on: leftOn, reason: 'other-school', archiveOn: '2026-11-30', purgeOn: '2029-08-31' });
    expect((await loginsOf(desk, vera)).map((one) => one?.expiresOn)).toEqual(['2026-10-01', '2026-10-01']);
    expect((await loginsOf(desk, maxim)).map((one) => one?.expiresOn)).toEqual(Array(3).fill('2027-08-31'));
    await client.journal.undo({ runId: undoRunId ?? 0 });
    expect(atRest(await dump(registry))).toEqual(before);
  });

  test.each([
    ['revoke', 'revoked', '2027-08-31'],
    ['keep', 'generated', '2027-08-31'],
  ] as const)('with logins by the setting «%s»', async (logins, state, expiresOn) => {
    const desk = await issuedDesk();
    await desk.client.settings.save({ leavers: { graceDays: 5, archiveDays: 10, purgeDays: 20, logins } });
    await desk.client.pupils.leave({ pupilIds: [desk.vera], leftOn, reason: 'уехали в другой город' });
    expect(await loginsOf(desk, desk.vera)).toMatchObject([
      { state, expiresOn },
      { state, expiresOn },
    ]);
  });

  test('one who left is not counted again, and a stranger is refused', async () => {
    const { client, vera, mother } = await issuedDesk();
    await client.pupils.leave({ pupilIds: [vera], leftOn, reason: '' });
    expect(await client.pupils.leave({ pupilIds: [vera], leftOn, reason: '' })).toEqual({ undoRunId: null, count: 0 });
    expect(await reasonOf(client.pupils.leave({ pupilIds: [mother], leftOn, reason: '' }))).toBe('not-found');
  });

  test('leavers are listed by their terms, and the archive is out of the usual list but found by words', async () => {
    const { client, setNow, vera } = await issuedDesk();
    await client.pupils.leave({ pupilIds: [vera], leftOn, reason: '' });
    const listed = async (filter: { group?: 'left' | 'grace' | 'archived' | 'to-purge'; query?: string } = {}) =>
      (await client.pupils.list({ filter })).rows.some(({ id }) => id === vera);
    const seen = async () => ({
      usual: await listed(),
      left: await listed({ group: 'left' }),
      grace: await listed({ group: 'grace' }),
      archived: await listed({ group: 'archived' }),
      purge: await listed({ group: 'to-purge' }),
    });
    expect(await seen()).toEqual({ usual: true, left: true, grace: true, archived: false, purge: false });
    setNow('2026-11-30T07:00:00.000Z');
    expect(await seen()).toEqual({ usual: false, left: true, grace: false, archived: true, purge: false });
    expect(await listed({ query: 'яковлева' })).toBe(true);
    setNow('2029-08-31T07:00:00.000Z');
    expect(await seen()).toEqual({ usual: false, left: true, grace: false, archived: false, purge: true });
  });

  test('by the card of one pupil it is the same', async () => {
    const desk = await issuedDesk();
    await desk.client.pupils.correct({ personId: desk.vera, status: 'left' });
    const card = await desk.client.pupils.card({ pupilId: desk.vera });
    expect(card).toMatchObject({ status: 'left', className: '', left: { on: leftOn, archiveOn: '2026-11-30' } });
    await desk.client.pupils.correct({ personId: desk.vera, status: 'active' });
    expect(await desk.client.pupils.card({ pupilId: desk.vera })).toMatchObject({ className: '5А', left: null });
  });
});

describe('coming back', () => {
  test('brings all history, and logins that had not ended yet', async () => {
    const desk = await issuedDesk();
    const { client, vera, classId } = desk;
    const [login] = await loginsOf(desk, vera);
    await client.pupils.leave({ pupilIds: [vera], leftOn, reason: 'moved-away' });
    await client.pupils.comeBack({ pupilIds: [vera], classId: classId('10А') });
    const card = await client.pupils.card({ pupilId: vera });
    expect(card).toMatchObject({ status: 'active', className: '10А', left: null });
    expect(card.enrolments.map(({ className }) => className)).toEqual(['10А', '5А']);
    const told = card.history.map(({ what, details }) => `${what} ${details}`);
    expect(told).toEqual(expect.arrayContaining(['left 5А', 'returned 10А']));
    expect((await loginsOf(desk, vera))[0]).toMatchObject({ login: login?.login, expiresOn: '2027-08-31' });
  });

  test('an unknown class is refused', async () => {
    const { client, vera } = await issuedDesk();
    expect(await reasonOf(client.pupils.comeBack({ pupilIds: [vera], classId: 999 }))).toBe('class-not-found');
  });
});

test('a list that names one who left finds the old record, says so before it writes, and brings it back', async () => {
  const desk = await makeImportDesk();
  onTestFinished(() => desk.close());
  const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс'];
  const [stays, goes] = [
    ['Зимин', 'Олег', 'Ильич', '03.02.2015', '5А'],
    ['Котова', 'Алёна', 'Ильинична', '01.02.2015', '5А'],
  ];
  await importFile(desk, csv(header, stays, goes));
  const [kotova] = (await desk.client.pupils.list({ filter: { query: 'котова' } })).rows;
  const pupilId = kotova?.id ?? 0;
  await desk.client.pupils.leave({ pupilIds: [pupilId], leftOn, reason: 'moved-away' });
  desk.setNow('2026-10-01T08:00:00.000Z');
  const preview = await previewOf(desk, desk.file(csv(header, stays, [...goes.slice(0, 4), '5Б'])));
  expect(preview.counts).toMatchObject({ new: 0, changed: 1 });
  const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'changed' });
  expect(entries[0]?.changes.map(({ key }) => key)).toEqual(expect.arrayContaining(['pupil.class', 'pupil.status']));
  await applyOf(desk, preview);
  const card = await desk.client.pupils.card({ pupilId });
  expect(card).toMatchObject({ status: 'active', className: '5Б', left: null });
  expect(card.enrolments.map(({ className }) => className)).toEqual(['5Б', '5А']);
});

test('a list that moves a pupil and one of leavers tell the classes, and tell them no more once taken back', async () => {
  const desk = await makeImportDesk('2026-10-16T08:00:00.000Z');
  onTestFinished(() => desk.close());
  const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс'];
  const zimin = ['Зимин', 'Олег', 'Ильич', '03.02.2015', '5А'];
  const others = ['5А', '5Б'].flatMap((title) =>
    ['Белов', 'Вишняков', 'Грачёв', 'Дроздов', 'Ежов', 'Жуков', 'Козлов', 'Лосев', 'Медведев', 'Орлов', 'Соколов'].map(
      (surname) => [
        surname,
        title === '5А' ? 'Пётр' : 'Иван',
        'Ильич',
        title === '5А' ? '01.02.2015' : '07.05.2015',
        title,
      ],
    ),
  );
  await importFile(desk, csv(header, zimin, ...others));
  const teacher = await teacherOf(desk, ...(await desk.client.classes.list()).classes.map(({ id }) => id));
  const told = async () =>
    (await teacher.overview.notices()).map(({ kind, className, otherClass }) => `${kind} ${className} ${otherClass}`);
  const moved = await importFile(desk, csv(header, [...zimin.slice(0, 4), '5Б']));
  expect(await told()).toEqual(['went 5А 5Б', 'came 5Б 5А']);
  const pupilId = (await desk.client.pupils.list({ filter: { query: 'зимин' } })).rows[0]?.id ?? 0;
  const left = await importFile(
    desk,
    csv(['Фамилия', 'Имя', 'Дата рождения', 'Дата выбытия'], ['Зимин', 'Олег', '03.02.2015', '15.10.2026']),
  );
  expect(await told()).toEqual(['left 5Б ', 'went 5А 5Б', 'came 5Б 5А']);
  const card = await desk.client.pupils.card({ pupilId });
  expect(card).toMatchObject({ className: '', left: { on: '2026-10-15', archiveOn: '2027-01-13' } });
  expect(card.left?.purgeOn).toBe('2029-10-14');
  expect(card.history.map(({ what, details }) => `${what} ${details}`)).toContain('left 5Б');
  await desk.client.imports.undo({ importId: left.result.importId });
  expect(await desk.client.pupils.card({ pupilId })).toMatchObject({ className: '5Б', left: null });
  await desk.client.imports.undo({ importId: moved.result.importId });
  expect(await told()).toEqual([]);
});

test('an import is not taken back from under a pupil who was moved since', async () => {
  const desk = await makeImportDesk();
  onTestFinished(() => desk.close());
  const header = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс'];
  const [oleg, anna] = [
    ['Зимин', 'Олег', 'Ильич', '03.02.2015', '5А'],
    ['Котова', 'Анна', 'Ильинична', '01.02.2015', '5Б'],
  ];
  const { result } = await importFile(desk, csv(header, oleg, anna));
  const [moved] = (await desk.client.pupils.list({ filter: { query: 'зимин' } })).rows;
  const fifthB = (await desk.client.classes.list()).classes.find(({ title }) => title === '5Б')?.id ?? 0;
  await desk.client.pupils.move({ pupilIds: [moved?.id ?? 0], classId: fifthB });
  await desk.client.imports.undo({ importId: result.importId });
  const { rows } = await desk.client.pupils.list({});
  expect(rows.map(({ id, className }) => [id, className])).toEqual([[moved?.id, '5Б']]);
});

describe('a move', () => {
  test('keeps the logins and tells both teachers until each has seen it', async () => {
    const desk = await issuedDesk();
    const { client, vera, classId } = desk;
    const [fifth, tenth] = [await teacherOf(desk, classId('5А')), await teacherOf(desk, classId('10А'))];
    const { undoRunId } = await client.pupils.move({ pupilIds: [vera], classId: classId('10А') });
    expect((await loginsOf(desk, vera)).map((one) => one?.state)).toEqual(['generated', 'generated']);
    const [went] = await fifth.overview.notices();
    expect(went).toMatchObject({ kind: 'went', className: '5А', otherClass: '10А', pupilId: vera });
    expect(await tenth.overview.notices()).toMatchObject([{ kind: 'came', className: '10А', otherClass: '5А' }]);
    expect(await client.overview.notices()).toEqual([]);
    await tenth.overview.seen({ noticeIds: [went?.id ?? 0] });
    expect(await fifth.overview.notices()).toHaveLength(1);
    await fifth.overview.seen({ noticeIds: [went?.id ?? 0] });
    expect(await fifth.overview.notices()).toEqual([]);
    expect(await client.journal.undo({ runId: undoRunId ?? 0 })).toMatchObject({ kept: [] });
    expect(await tenth.overview.notices()).toEqual([]);
    expect(await client.pupils.card({ pupilId: vera })).toMatchObject({ className: '5А' });
  });
});

/** The moment of the last change stays; nothing else may differ. */
function atRest<Dump>(value: Dump): Dump {
  return JSON.parse(JSON.stringify(value), (key, inner) => (key === 'updatedAt' ? null : inner)) as Dump;
}
