import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '../../main/registry/db/transaction.ts';
import { makeDesk, makeOpenDesk, openedAt, schoolAnswers, secondDesk, type TestDesk } from '../support/desk.ts';

let made: Awaited<ReturnType<typeof makeOpenDesk>>;
const passphrase = schoolAnswers.passphrase;

beforeEach(async () => {
  made = await makeOpenDesk();
});
afterEach(() => made.close());

test('a new registry is open for its administrator', async () => {
  expect(await made.client.registry.status()).toMatchObject({
    state: 'open',
    fileName: 'school.desk',
    schoolName: schoolAnswers.schoolName,
    user: { name: schoolAnswers.userName, role: 'administrator' },
  });
});

test('a new registry where a lost one left its log does not take it for its own, and the log stays', async () => {
  await made.client.settings.save({ responsibleRoom: 'каб. 12' });
  const log = readFileSync(`${made.desk.file}-wal`);
  const fresh = makeDesk({ seed: 2 });
  writeFileSync(`${fresh.desk.file}-wal`, log);
  await fresh.client.registry.create(schoolAnswers);
  expect(await fresh.client.settings.get()).toMatchObject({ responsibleRoom: '' });
  expect(readFileSync(`${fresh.desk.file}-wal.before-create-1`).equals(log)).toBe(true);
  fresh.close();
});

test('what was saved is there the next day, in another process', async () => {
  await made.client.settings.save({ responsibleRoom: 'каб. 12' });
  await made.client.registry.lock();
  const nextDay = secondDesk(made, { now: '2026-09-02T07:00:00.000Z' });
  expect(await nextDay.client.registry.status()).toMatchObject({ state: 'locked', users: [{ id: 1 }] });
  const { user, schoolName } = await nextDay.client.registry.unlock({ passphrase });
  expect([user.name, schoolName]).toEqual([schoolAnswers.userName, schoolAnswers.schoolName]);
  expect(await nextDay.client.settings.get()).toMatchObject({ responsibleRoom: 'каб. 12' });
  nextDay.desk.lock('asked');
});

describe('a locked desk', () => {
  beforeEach(() => made.client.registry.lock());

  test('answers LOCKED to everything that needs the registry', async () => {
    await expect(made.client.settings.get()).rejects.toMatchObject({ code: 'LOCKED' });
    await expect(made.client.registry.recoverySheet()).rejects.toMatchObject({ code: 'LOCKED' });
  });

  test('shows no name of the school', async () => {
    const status = await made.client.registry.status();
    expect(JSON.stringify(status)).not.toContain(schoolAnswers.schoolName);
  });

  test('can be locked again without harm', async () => {
    expect(await made.client.registry.lock()).toEqual({});
  });
});

test('what was under way when the desk was locked is taken back and answers LOCKED', async () => {
  const { db } = made.registry;
  let reached = () => {};
  const halfDone = new Promise<void>((resolve) => (reached = resolve));
  const half = write(made.registry, async (trx) => {
    await trx.insertInto('setting').values({ key: 'half', value: '1' }).execute();
    reached();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await trx.insertInto('setting').values({ key: 'whole', value: '1' }).execute();
  });
  await halfDone;
  const waiting = made.client.settings.save({ responsibleRoom: 'поздно' });
  made.desk.lock('screen');
  const outcomes = await Promise.allSettled([half, waiting]);
  expect(outcomes).toMatchObject([
    { reason: { message: expect.stringContaining('not open') } },
    { reason: { code: 'LOCKED' } },
  ]);
  await made.client.registry.unlock({ passphrase });
  expect(openedAt(made.desk).db).not.toBe(db);
  expect((await made.client.settings.get()).responsibleRoom).toBe('');
});

test('locking forgets documents that were waiting', async () => {
  const { documentToken } = await made.client.registry.recoverySheet();
  const bytes = made.documents.find(documentToken)?.bytes ?? new Uint8Array();
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  await made.client.registry.lock();
  expect(made.documents.find(documentToken)).toBeUndefined();
  expect(bytes.every((byte) => byte === 0)).toBe(true);
});

test('the recovery sheet can be made only until the first lock', async () => {
  await made.client.registry.lock();
  await made.client.registry.unlock({ passphrase });
  await expect(made.client.registry.recoverySheet()).rejects.toMatchObject({ data: { reason: 'document-gone' } });
});

test('listeners hear of changes and of the lock', async () => {
  const listening = new AbortController();
  const events = await made.client.registry.events(undefined, { signal: listening.signal });
  const heard = [(await events.next()).value];
  await made.client.settings.save({ responsibleRoom: '1' });
  heard.push((await events.next()).value);
  made.desk.lock('idle');
  heard.push((await events.next()).value);
  listening.abort();
  expect(heard).toEqual([{ kind: 'alive' }, { kind: 'changed' }, { kind: 'locked', why: 'idle' }]);
  expect((await events.next()).done).toBe(true);
});

test('the journal tells of signing in, refused attempts and locking', async () => {
  await made.client.registry.lock();
  await expect(made.client.registry.unlock({ passphrase: 'совсем не та фраза' })).rejects.toThrow();
  made.setNow('2026-09-01T07:01:00.000Z');
  await made.client.registry.unlock({ passphrase });
  const { entries } = await made.client.journal.list({});
  expect(entries.map(({ action, count }) => [action, count])).toEqual([
    ['signed-in', 0],
    ['sign-in-refused', 1],
    ['locked', 0],
    ['registry-created', 0],
  ]);
});

describe('a new registry is refused', () => {
  const refused = (desk: TestDesk, change: Partial<Parameters<TestDesk['client']['registry']['create']>[0]> = {}) =>
    expect(desk.client.registry.create({ ...schoolAnswers, ...change })).rejects;

  test('where there is one', async () => {
    const second = secondDesk(made);
    await refused(second).toMatchObject({ data: { reason: 'exists-already' } });
    await refused(made).toMatchObject({ data: { reason: 'exists-already' } });
    expect(await made.client.settings.get()).toMatchObject({ schoolName: schoolAnswers.schoolName });
  });

  test('in a folder that is not there', async () => {
    const elsewhere = makeDesk({ file: `${made.folder}/нет такой/school.desk` });
    await refused(elsewhere).toMatchObject({ data: { reason: 'folder-missing' } });
    elsewhere.close();
  });

  test.each([
    ['a short passphrase', { passphrase: 'короткая фраза' }, 'passphrase-too-short'],
    ['one character many times', { passphrase: 'ааааааааааааааааааа' }, 'passphrase-too-common'],
    ['one word many times', { passphrase: 'парольпарольпароль' }, 'passphrase-too-common'],
    ['keys in a row', { passphrase: 'qwertyuiopasdfghjkl' }, 'passphrase-too-common'],
    ['the name of the school', { passphrase: 'Школа № 1 Школа № 1' }, 'passphrase-too-common'],
    ['an unknown diary system', { diarySystemId: 'no-such' }, 'invalid-input'],
  ])('with %s', async (_what, change, reason) => {
    const fresh = makeDesk();
    await refused(fresh, change).toMatchObject({ code: 'REFUSED', data: { reason } });
    expect(await fresh.client.registry.status()).toMatchObject({ state: 'none' });
    fresh.close();
  });
});
