import { readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertUser } from '../../main/registry/db/users.ts';
import type { Role } from '../../shared/contract/registry.ts';
import { makeOpenDesk, openedAt, schoolAnswers } from '../support/desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: Awaited<ReturnType<typeof makeOpenDesk>>;
const administrator = { userId: 1, passphrase: schoolAnswers.passphrase };
const own = 'три тихие лодки у берега';
const keyringFile = () => `${made.desk.file}.keyring.json`;
const keyring = (): { users: { id: number; name: string; firstUntil?: string }[] } =>
  JSON.parse(readFileSync(keyringFile(), 'utf8'));
const reason = (why: string) => ({ code: 'REFUSED', data: { reason: why } });
const unlock = (given: { userId?: number; passphrase: string; newPassphrase?: string }) =>
  made.client.registry.unlock(given);
const lock = () => made.client.registry.lock();
const add = (name: string, role: Role = 'viewer') => made.client.users.add({ name, role });
const stateOf = async (id: number) => (await made.client.users.list()).find((user) => user.id === id);
const actions = async () => {
  const { entries } = await made.client.journal.list({ page: { offset: 0, limit: 50 } });
  return entries.map(({ action, subject, count }) => [action, subject, count]);
};

/** Adds somebody who has signed in and chosen a passphrase; the administrator is signed in again afterwards. */
async function addWithOwnPassphrase(name: string, role: Role): Promise<number> {
  const { userId, passphrase } = await add(name, role);
  await lock();
  await unlock({ userId, passphrase, newPassphrase: own });
  await lock();
  await unlock(administrator);
  return userId;
}

beforeEach(async () => {
  made = await makeOpenDesk();
});
afterEach(() => made.close());

describe('a new user', () => {
  test('comes in with the first passphrase once, and only with a passphrase of their own in its place', async () => {
    const { userId, passphrase } = await add('Павлова Нина');
    expect(passphrase).toMatch(/^([346789bcdfghjkmnpqrtvwx]{5}-?){3}$/);
    expect(await stateOf(userId)).toMatchObject({ state: 'active', passphrase: 'first', lastSignIn: null });
    await lock();
    await expect(unlock({ userId, passphrase })).rejects.toMatchObject(reason('own-passphrase-needed'));
    expect((await made.client.registry.status()).state).toBe('locked');
    await expect(unlock({ userId, passphrase, newPassphrase: 'коротко' })).rejects.toMatchObject(
      reason('passphrase-too-short'),
    );
    await expect(unlock({ userId, passphrase, newPassphrase: passphrase })).rejects.toMatchObject(
      reason('passphrase-too-common'),
    );
    expect(await unlock({ userId, passphrase, newPassphrase: own })).toMatchObject({ user: { name: 'Павлова Нина' } });
    await lock();
    await expect(unlock({ userId, passphrase })).rejects.toMatchObject(reason('wrong-passphrase'));
    made.setNow('2026-09-01T07:01:00.000Z');
    expect(await unlock({ userId, passphrase: own })).toMatchObject({ user: { role: 'viewer' } });
    await lock();
    await unlock(administrator);
    expect(await stateOf(userId)).toMatchObject({ passphrase: 'own', lastSignIn: '2026-09-01T07:01:00.000Z' });
  });

  test('may type the first passphrase carelessly', async () => {
    const { userId, passphrase } = await add('Павлова Нина');
    await lock();
    const typed = ` ${passphrase.replaceAll('-', ' ').toUpperCase()} `;
    expect(await unlock({ userId, passphrase: typed, newPassphrase: own })).toBeDefined();
  });

  test('is refused a first passphrase that is too old', async () => {
    const { userId, passphrase } = await add('Павлова Нина');
    await lock();
    made.setNow('2026-09-09T00:00:00.000Z');
    const late = unlock({ userId, passphrase, newPassphrase: own });
    await expect(late).rejects.toMatchObject(reason('first-passphrase-expired'));
    await unlock(administrator);
    expect(await stateOf(userId)).toMatchObject({ passphrase: 'first-expired' });
  });

  test('gets a sheet with the passphrase, and nothing else holds it', async () => {
    const { passphrase, documentToken, validUntil } = await add('Павлова Нина', 'class-teacher');
    expect(validUntil).toBe('2026-09-08T23:59:59.000Z');
    const sheet = made.documents.find(documentToken);
    expect(sheet?.secret).toBe(true);
    const text = poppler('pdftotext', sheet?.bytes ?? new Uint8Array()).replace(/\s/g, '');
    expect(text).toContain(passphrase);
    expect(text).toContain('ПавловаНина');
    expect(readFileSync(keyringFile(), 'utf8')).not.toContain(passphrase);
    const rows = await made.registry.db.selectFrom('auditEntry').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(passphrase);
    await lock();
    expect(made.documents.find(documentToken)).toBeUndefined();
  });

  test('has a name of their own', async () => {
    await add('Павлова Нина');
    await expect(add('павлова  НИНА')).rejects.toMatchObject(reason('user-exists'));
    expect(await made.client.users.list()).toHaveLength(2);
  });
});

describe('a blocked user', () => {
  test('loses the lock at once, stays in the list, and comes back with a first passphrase', async () => {
    const userId = await addWithOwnPassphrase('Павлова Нина', 'diary-administrator');
    await made.client.users.block({ userId });
    expect(keyring().users.map(({ id }) => id)).toEqual([1]);
    expect(await stateOf(userId)).toMatchObject({ state: 'blocked', passphrase: 'none' });
    await lock();
    await expect(unlock({ userId, passphrase: own })).rejects.toMatchObject(reason('wrong-passphrase'));
    await unlock(administrator);
    const again = await made.client.users.unblock({ userId });
    await lock();
    await unlock({ userId, passphrase: again.passphrase, newPassphrase: 'четыре синих чайника' });
    expect(openedAt(made.desk).user.id).toBe(userId);
  });

  test('removed for good is named in the journal only', async () => {
    const userId = await addWithOwnPassphrase('Павлова Нина', 'viewer');
    await made.client.users.remove({ userId });
    expect(await stateOf(userId)).toMatchObject({ state: 'removed', passphrase: 'none' });
    await expect(made.client.users.unblock({ userId })).rejects.toMatchObject(reason('not-found'));
    await expect(made.client.users.resetPassphrase({ userId })).rejects.toMatchObject(reason('not-found'));
    const { entries } = await made.client.journal.list({ page: { offset: 0, limit: 50 } });
    expect(entries.some(({ who }) => who === 'Павлова Нина')).toBe(true);
    expect(await add('Павлова Нина')).toBeDefined();
  });
});

test('a reset kills the former passphrase and forgives wrong attempts', async () => {
  const userId = await addWithOwnPassphrase('Павлова Нина', 'viewer');
  await lock();
  for (const second of ['01', '02', '04']) {
    made.setNow(`2026-09-01T07:00:${second}.000Z`);
    await expect(unlock({ userId, passphrase: 'не та фраза' })).rejects.toMatchObject(reason('wrong-passphrase'));
  }
  await unlock(administrator);
  const { passphrase } = await made.client.users.resetPassphrase({ userId });
  await lock();
  await expect(unlock({ userId, passphrase: own })).rejects.toMatchObject(reason('wrong-passphrase'));
  made.setNow('2026-09-01T07:00:06.000Z');
  expect(await unlock({ userId, passphrase, newPassphrase: own })).toBeDefined();
});

describe('one’s own passphrase', () => {
  const newPassphrase = 'пять жёлтых зонтов в тумане';

  test('is changed after the former one, and the former one is dead', async () => {
    const wrong = made.client.users.changePassphrase({ passphrase: 'не та фраза', newPassphrase });
    await expect(wrong).rejects.toMatchObject(reason('wrong-passphrase'));
    made.setNow('2026-09-01T07:00:05.000Z');
    await made.client.users.changePassphrase({ passphrase: schoolAnswers.passphrase, newPassphrase });
    await lock();
    await expect(unlock(administrator)).rejects.toMatchObject(reason('wrong-passphrase'));
    made.setNow('2026-09-01T07:00:10.000Z');
    expect(await unlock({ passphrase: newPassphrase })).toBeDefined();
    expect(await actions()).toContainEqual(['passphrase-changed', 'Администратор', 0]);
  });

  test.each([
    ['коротко', 'passphrase-too-short'],
    ['пароль пароль пароль', 'passphrase-too-common'],
    ['qwertyuiopqwertyuiop', 'passphrase-too-common'],
    ['йцукенгшщзхъйцукен', 'passphrase-too-common'],
    ['Администратор Администратор', 'passphrase-too-common'],
    [schoolAnswers.passphrase, 'passphrase-too-common'],
  ])('%s is refused', async (weak, why) => {
    const change = made.client.users.changePassphrase({ passphrase: schoolAnswers.passphrase, newPassphrase: weak });
    await expect(change).rejects.toMatchObject(reason(why));
  });

  test('may be long and of any characters', async () => {
    const long = '😀 Ё-ё  "кавычки" и слова, '.repeat(9).slice(0, 256);
    await made.client.users.changePassphrase({ passphrase: schoolAnswers.passphrase, newPassphrase: long });
    await lock();
    expect(await unlock({ passphrase: long })).toBeDefined();
  });
});

describe('nobody can lock everybody out', () => {
  const change = (userId: number, role: Role) => made.client.users.change({ userId, name: 'Администратор', role });

  test('the only administrator is neither blocked nor demoted nor removed', async () => {
    await expect(change(1, 'viewer')).rejects.toMatchObject(reason('last-administrator'));
    await expect(made.client.users.block({ userId: 1 })).rejects.toMatchObject(reason('last-administrator'));
    await expect(made.client.users.remove({ userId: 1 })).rejects.toMatchObject(reason('last-administrator'));
  });

  test('an administrator who never signed in does not count', async () => {
    await add('Второй', 'administrator');
    await expect(change(1, 'viewer')).rejects.toMatchObject(reason('last-administrator'));
  });

  test('nobody takes their own rights; another administrator may', async () => {
    const userId = await addWithOwnPassphrase('Второй', 'administrator');
    await expect(change(1, 'viewer')).rejects.toMatchObject(reason('own-account'));
    await expect(made.client.users.block({ userId: 1 })).rejects.toMatchObject(reason('own-account'));
    await expect(made.client.users.resetPassphrase({ userId: 1 })).rejects.toMatchObject(reason('own-account'));
    await lock();
    await unlock({ userId, passphrase: own });
    await change(1, 'viewer');
    await expect(made.client.users.block({ userId })).rejects.toMatchObject(reason('last-administrator'));
  });
});

describe('killed between the registry and the keyring', () => {
  /** Does something, then puts the former keyring back: what a kill before the rename would have left. */
  async function killedBefore(work: () => Promise<unknown>): Promise<void> {
    const former = readFileSync(keyringFile());
    await work();
    await lock();
    writeFileSync(keyringFile(), former);
  }

  test('a blocked user does not come in, and the next sign-in takes the lock away', async () => {
    const userId = await addWithOwnPassphrase('Павлова Нина', 'viewer');
    await killedBefore(() => made.client.users.block({ userId }));
    expect(keyring().users.map(({ id }) => id)).toEqual([1, userId]);
    await expect(unlock({ userId, passphrase: own })).rejects.toMatchObject(reason('wrong-passphrase'));
    await unlock(administrator);
    expect(keyring().users.map(({ id }) => id)).toEqual([1]);
  });

  test('a new user without a lock is given a passphrase again', async () => {
    await killedBefore(() => add('Павлова Нина'));
    await unlock(administrator);
    expect(await stateOf(2)).toMatchObject({ state: 'active', passphrase: 'none' });
    const { passphrase } = await made.client.users.resetPassphrase({ userId: 2 });
    await lock();
    expect(await unlock({ userId: 2, passphrase, newPassphrase: own })).toBeDefined();
  });

  test('one’s own passphrase is still the former one', async () => {
    const { passphrase } = schoolAnswers;
    await killedBefore(() => made.client.users.changePassphrase({ passphrase, newPassphrase: own }));
    expect(await unlock(administrator)).toBeDefined();
  });

  test('a lock of somebody whom the registry does not know opens nothing and goes', async () => {
    const { userId, passphrase } = await add('Павлова Нина');
    const withLock = readFileSync(keyringFile());
    const { db } = openedAt(made.desk);
    await db.deleteFrom('appUser').where('id', '=', userId).execute();
    await lock();
    writeFileSync(keyringFile(), withLock);
    const enter = unlock({ userId, passphrase, newPassphrase: own });
    await expect(enter).rejects.toMatchObject(reason('wrong-passphrase'));
    await unlock(administrator);
    expect(keyring().users).toHaveLength(1);
  });
});

test('a refused change leaves neither a row nor a lock nor a file behind', async () => {
  const full = sql`create trigger full before insert on audit_entry begin select raise(abort, 'full'); end`;
  await full.execute(made.registry.db);
  const before = readFileSync(keyringFile(), 'utf8');
  await expect(add('Павлова Нина')).rejects.toThrow();
  expect(readFileSync(keyringFile(), 'utf8')).toBe(before);
  expect(await made.client.users.list()).toHaveLength(1);
});

describe('wrong passphrases', () => {
  test('at one user do not keep another out, and are told in the journal by name', async () => {
    const userId = await addWithOwnPassphrase('Павлова Нина', 'viewer');
    await lock();
    let now = Date.parse('2026-09-01T07:00:00.000Z');
    for (const seconds of [1, 2, 4, 8, 16]) {
      await expect(unlock({ userId, passphrase: 'не та фраза' })).rejects.toMatchObject(reason('wrong-passphrase'));
      const { users } = await made.client.registry.status();
      expect(users.map(({ retryInSeconds }) => retryInSeconds)).toEqual([0, seconds]);
      now += seconds * 1000;
      made.setNow(new Date(now).toISOString());
    }
    await unlock(administrator);
    expect(await actions()).toEqual(
      expect.arrayContaining([
        ['sign-in-refused', 'Павлова Нина', 5],
        ['locked-out', 'Павлова Нина', 16],
      ]),
    );
    await lock();
    await unlock(administrator);
    expect((await actions()).filter(([action]) => action === 'locked-out')).toHaveLength(1);
    await lock();
    await expect(unlock({ userId, passphrase: 'не та фраза' })).rejects.toMatchObject(reason('wrong-passphrase'));
    expect((await made.client.registry.status()).users[1]?.retryInSeconds).toBe(32);
  });

  test('of the recovery code are told, too', async () => {
    await lock();
    const recover = made.client.registry.recover({ recoveryCode: 'AAAA', newPassphrase: own });
    await expect(recover).rejects.toMatchObject(reason('wrong-recovery-code'));
    await unlock(administrator);
    expect(await actions()).toContainEqual(['sign-in-refused', 'recovery', 1]);
  });
});

test('what was before and after a change of rights is in the journal', async () => {
  const { userId } = await add('Павлова Нина', 'viewer');
  await made.client.users.change({ userId, name: 'Павлова Нина Олеговна', role: 'diary-administrator' });
  expect(keyring().users[1]?.name).toBe('Павлова Нина Олеговна');
  const row = await made.registry.db
    .selectFrom('auditEntry')
    .select(['detail', 'subject'])
    .where('action', '=', 'user-changed')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(row.detail ?? '')).toEqual({
    before: { name: 'Павлова Нина', role: 'viewer', classes: [] },
    after: { name: 'Павлова Нина Олеговна', role: 'diary-administrator', classes: [] },
  });
});

test('a user from before without a lock can be given one', async () => {
  const { id } = await insertUser(made.registry.db, { name: 'Из файла', role: 'viewer', now: new Date(0) });
  expect(await stateOf(id)).toMatchObject({ passphrase: 'none' });
});
