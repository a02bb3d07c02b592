import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registryHandlers } from '../../main/registry/handlers/registry.ts';
import { makeDesk, makeOpenDesk, openedAt, schoolAnswers, secondDesk } from '../support/desk.ts';

let made: Awaited<ReturnType<typeof makeOpenDesk>>;
const { passphrase } = schoolAnswers;
const wrong = { passphrase: 'эта фраза не подходит' };
const keyringFile = () => `${made.desk.file}.keyring.json`;
const unlock = (given: { passphrase: string } = { passphrase }) => made.client.registry.unlock(given);
const reason = (why: string, params?: object) => ({
  code: 'REFUSED',
  data: { reason: why, ...(params && { params }) },
});

beforeEach(async () => {
  made = await makeOpenDesk();
  await made.client.registry.lock();
});
afterEach(() => made.close());

describe('a wrong passphrase', () => {
  test('is refused and damages nothing', async () => {
    const before = readFileSync(made.desk.file);
    await expect(unlock(wrong)).rejects.toMatchObject(reason('wrong-passphrase'));
    expect(readFileSync(made.desk.file).equals(before)).toBe(true);
    made.setNow('2026-09-01T07:00:01.000Z');
    expect(await unlock()).toMatchObject({ schoolName: schoolAnswers.schoolName });
  });

  test('of an unknown user is refused alike', async () => {
    await expect(made.client.registry.unlock({ userId: 99, passphrase })).rejects.toMatchObject(
      reason('wrong-passphrase'),
    );
  });

  test('delays the next attempt, longer each time, and even the right one waits', async () => {
    const delays = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300];
    let now = Date.parse('2026-09-01T07:00:00.000Z');
    for (const seconds of delays) {
      await expect(unlock(wrong)).rejects.toMatchObject(reason('wrong-passphrase'));
      expect((await made.client.registry.status()).users[0]?.retryInSeconds).toBe(seconds);
      await expect(unlock()).rejects.toMatchObject(reason('too-many-attempts', { seconds }));
      now += seconds * 1000;
      made.setNow(new Date(now).toISOString());
    }
    expect(await unlock()).toBeDefined();
    expect((await made.client.registry.status()).users[0]?.retryInSeconds).toBe(0);
  });

  test('delays after a restart too', async () => {
    await expect(unlock(wrong)).rejects.toThrow();
    const restarted = secondDesk(made);
    await expect(restarted.client.registry.unlock({ passphrase })).rejects.toMatchObject(
      reason('too-many-attempts', { seconds: 1 }),
    );
  });

  test.each(['2026-09-01T06:00:00.000Z', '2026-08-31T07:00:00.000Z', '2016-09-01T07:00:00.000Z'])(
    'delays in full after the clock was set back to %s, but not for ever',
    async (moment) => {
      for (const second of ['00', '01', '03']) {
        made.setNow(`2026-09-01T07:00:${second}.000Z`);
        await expect(unlock(wrong)).rejects.toMatchObject(reason('wrong-passphrase'));
      }
      made.setNow(moment);
      await expect(unlock()).rejects.toMatchObject(reason('too-many-attempts', { seconds: 4 }));
      made.setNow(new Date(Date.parse(moment) + 4000).toISOString());
      expect(await unlock()).toBeDefined();
    },
  );

  test('guessed many times at once is tried once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => unlock(wrong)));
    const reasons = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.data.reason);
    expect(reasons.sort()).toEqual([...Array(4).fill('too-many-attempts'), 'wrong-passphrase']);
  });
});

describe('the recovery code', () => {
  const newPassphrase = 'новая длинная фраза про осень';
  const recover = (recoveryCode: string) => made.client.registry.recover({ recoveryCode, newPassphrase });

  test('lets the administrator in under a new passphrase; the old phrase and code are dead', async () => {
    const { recoveryCode } = await recover(made.recoveryCode);
    expect(await made.client.registry.status()).toMatchObject({ state: 'open', user: { role: 'administrator' } });
    expect(recoveryCode).not.toBe(made.recoveryCode);
    await made.client.registry.lock();
    await expect(unlock()).rejects.toMatchObject(reason('wrong-passphrase'));
    made.setNow('2026-09-01T07:00:10.000Z');
    await expect(recover(made.recoveryCode)).rejects.toMatchObject(reason('wrong-recovery-code'));
    made.setNow('2026-09-01T07:00:20.000Z');
    expect(await unlock({ passphrase: newPassphrase })).toBeDefined();
    await made.client.registry.lock();
    expect(await recover(recoveryCode)).toBeDefined();
  });

  test('may be typed carelessly', async () => {
    const typed = made.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await recover(typed)).toBeDefined();
  });

  test('is refused when mistyped, and slows guessing down', async () => {
    const last = made.recoveryCode.endsWith('A') ? 'B' : 'A';
    await expect(recover(made.recoveryCode.slice(0, -1) + last)).rejects.toMatchObject(reason('wrong-recovery-code'));
    await expect(recover(made.recoveryCode)).rejects.toMatchObject(reason('too-many-attempts', { seconds: 1 }));
  });

  test('does not accept a weak new passphrase', async () => {
    const weak = made.client.registry.recover({ recoveryCode: made.recoveryCode, newPassphrase: 'коротко' });
    await expect(weak).rejects.toMatchObject(reason('passphrase-too-short'));
    expect(await unlock()).toBeDefined();
  });
});

describe('the keyring file', () => {
  test('holds neither key nor passphrase nor code', () => {
    const text = readFileSync(keyringFile(), 'utf8');
    expect(text).not.toContain(passphrase);
    expect(text).not.toContain(made.recoveryCode);
    expect(text).not.toContain(made.recoveryCode.replaceAll('-', ''));
  });

  test('when missing is asked for', async () => {
    rmSync(keyringFile());
    await expect(made.client.registry.status()).rejects.toMatchObject(reason('keyring-missing'));
    await expect(unlock()).rejects.toMatchObject(reason('keyring-missing'));
  });

  test('when missing comes back from the newest copy', async () => {
    await unlock(); // makes the copy of the day
    await made.client.registry.lock();
    rmSync(keyringFile());
    expect(await made.client.registry.status()).toMatchObject({ state: 'locked' });
    expect(await unlock()).toBeDefined();
  });

  test.each([
    ['cheaper than the floor', (text: string) => text.replace('"passes": 2', '"passes": 1')],
    ['cut short', (text: string) => text.slice(0, 100)],
  ])('%s is not trusted', async (_what, change) => {
    writeFileSync(keyringFile(), change(readFileSync(keyringFile(), 'utf8')));
    await expect(unlock()).rejects.toMatchObject(reason('damaged'));
  });

  test('does not accept the lock of another user', async () => {
    const keyring = JSON.parse(readFileSync(keyringFile(), 'utf8'));
    writeFileSync(keyringFile(), JSON.stringify({ ...keyring, users: [{ ...keyring.users[0], id: 2 }] }));
    await expect(made.client.registry.unlock({ userId: 2, passphrase })).rejects.toMatchObject(
      reason('wrong-passphrase'),
    );
  });
});

describe('a file of another program', () => {
  const replace = (bytes: Uint8Array) => writeFileSync(made.desk.file, bytes);

  test('a plain SQLite database is refused untouched', async () => {
    const plain = Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), randomBytes(8176)]);
    replace(plain);
    await expect(unlock()).rejects.toMatchObject(reason('not-a-registry'));
    expect(readFileSync(made.desk.file).equals(plain)).toBe(true);
    rmSync(keyringFile());
    await expect(made.client.registry.status()).rejects.toMatchObject(reason('not-a-registry'));
  });

  test.each([0, 100, 4096, 100_000])('%s random bytes are refused untouched', async (size) => {
    const bytes = randomBytes(size);
    replace(bytes);
    await expect(unlock()).rejects.toMatchObject({ code: 'REFUSED' });
    expect(readFileSync(made.desk.file).equals(bytes)).toBe(true);
  });

  test('never becomes a new registry', async () => {
    replace(randomBytes(100));
    const creating = makeDesk({ file: made.desk.file });
    await expect(creating.client.registry.create(schoolAnswers)).rejects.toMatchObject(reason('exists-already'));
    rmSync(creating.folder, { recursive: true });
  });
});

test('a registry of a newer version is refused untouched', async () => {
  await unlock();
  openedAt(made.desk).database.runScript('pragma user_version = 1000');
  await made.client.registry.lock();
  const before = readFileSync(made.desk.file);
  await expect(unlock()).rejects.toMatchObject(reason('newer-registry'));
  expect(readFileSync(made.desk.file).equals(before)).toBe(true);
});

test('a second opener is refused while the registry is open', async () => {
  await unlock();
  const second = secondDesk(made);
  await expect(second.client.registry.unlock({ passphrase })).rejects.toMatchObject(reason('in-use'));
  await made.client.registry.lock();
  expect(await second.client.registry.unlock({ passphrase })).toBeDefined();
  second.desk.lock('asked');
});

test('no name, passphrase or canary is readable in any file', async () => {
  await unlock();
  await made.client.settings.save({ responsiblePerson: 'Канарейкина Жёлтая', responsibleRoom: 'CANARY-7731' });
  const secrets = [schoolAnswers.schoolName, schoolAnswers.userName, passphrase, 'Канарейкина', 'CANARY-7731'];
  const search = () => {
    const files = readdirSync(made.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`));
    expect(files.some(({ name }) => name.endsWith('.desk'))).toBe(true);
    return secrets.filter((secret) => texts.some((text) => text.includes(secret)));
  };
  // The keyring names its users for the lock screen; nothing else may be legible.
  expect(search()).toEqual([schoolAnswers.userName]);
  await made.client.registry.lock();
  expect(search()).toEqual([schoolAnswers.userName]);
  expect(readFileSync(made.desk.file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
});

test('nothing half-made stays after a creation that failed', async () => {
  const { context } = makeDesk({ file: `${made.folder}/second.desk` });
  const lengths: number[] = [];
  const randomBytes = (length: number) => {
    if (lengths.push(length) === 3) throw new Error('no randomness for the keyring');
    return context.surroundings.randomBytes(length);
  };
  const surroundings = { ...context.surroundings, randomBytes };
  const client = createRouterClient({ registry: registryHandlers }, { context: { ...context, surroundings } });
  await expect(client.registry.create({ ...schoolAnswers, language: 'ru' })).rejects.toThrow('no randomness');
  expect(existsSync(`${made.folder}/second.desk`)).toBe(false);
  expect(readdirSync(made.folder).filter((name) => name.startsWith('second'))).toEqual([]);
});
