import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listSnapshots, takeSnapshot } from '../../main/registry/db/snapshots.ts';
import { makeOpenDesk, openedAt, schoolAnswers, testSurroundings } from '../support/desk.ts';

let made: Awaited<ReturnType<typeof makeOpenDesk>>;
const { passphrase } = schoolAnswers;
const day = (number: number) => new Date(Date.UTC(2026, 8, number, 8));
const room = async () => (await made.client.settings.get()).responsibleRoom;
const take = (number = 1) => takeSnapshot(openedAt(made.desk).database, 'manual', day(number));
const snapshotsOf = async () => (await made.client.registry.status()).snapshots;
const damaged = { code: 'REFUSED', data: { reason: 'damaged' } };

beforeEach(async () => {
  made = await makeOpenDesk();
});
afterEach(() => made.close());

/** A pupil with a password that has not been handed over. */
async function issuePassword(initialPassword: string): Promise<void> {
  const { db } = openedAt(made.desk);
  const at = day(1).toISOString();
  const name = { surname: 'Синицын', firstName: 'Пётр', patronymic: '', nameKey: 'синицын петр' };
  const none = { sex: null, birthDate: null, leftOn: null, leftReason: null, entryWay: null, mergedInto: null };
  const stamps = { createdAt: at, updatedAt: at };
  await db
    .insertInto('person')
    .values({ id: 1, kind: 'pupil', ...name, ...none, ...stamps })
    .execute();
  const dates = { issuedAt: at, printedAt: null, handedOverAt: null, expiresOn: null };
  const links = { personId: 1, issueId: null, handedOverBy: null, replacedBy: null };
  await db
    .insertInto('credential')
    .values({
      ...links,
      ...dates,
      diarySystem: 'regional',
      login: 'sinitsyn.p',
      loginKey: 'sinitsyn.p',
      state: 'generated',
      initialPassword,
    })
    .execute();
}

describe('a snapshot', () => {
  test('is made at the first sign-in of a day, once', async () => {
    const signInAt = async (moment: string) => {
      await made.client.registry.lock();
      made.setNow(moment);
      await made.client.registry.unlock({ passphrase });
    };
    await signInAt('2026-09-02T07:00:00.000Z');
    await signInAt('2026-09-02T15:00:00.000Z');
    await signInAt('2026-09-03T07:00:00.000Z');
    expect((await snapshotsOf()).map(({ takenAt, reason }) => [takenAt.slice(0, 10), reason])).toEqual([
      ['2026-09-03', 'daily'],
      ['2026-09-02', 'daily'],
    ]);
  });

  test('carries no initial password, the registry keeps it', async () => {
    await issuePassword('xq7-canary-password');
    const { id } = await take();
    const { database } = openedAt(made.desk);
    const copy = database.openCopy(join(made.folder, 'snapshots', id));
    if (copy.kind !== 'opened') throw new Error(copy.kind);
    const query = { kept: database.db, copied: copy.database.db };
    const passwords = (db: typeof query.kept) =>
      db.selectFrom('credential').select(['initialPassword', 'state']).execute();
    expect(await passwords(query.copied)).toEqual([{ initialPassword: null, state: 'generated' }]);
    expect(await passwords(query.kept)).toEqual([{ initialPassword: 'xq7-canary-password', state: 'generated' }]);
    copy.database.close();
  });

  test('has no trace of a password even in its freed pages', async () => {
    await issuePassword('xq7-canary-password');
    const { id } = await take();
    const pages = join(made.folder, 'pages.copy');
    copyFileSync(join(made.folder, 'snapshots', id), pages);
    const copy = openedAt(made.desk).database.openCopy(pages);
    if (copy.kind !== 'opened') throw new Error(copy.kind);
    copy.database.pragma('journal_mode=delete');
    copy.database.pragma(`rekey=''`);
    copy.database.close();
    const bytes = readFileSync(pages);
    expect([bytes.includes('Синицын'), bytes.includes('xq7-canary')]).toEqual([true, false]);
  });

  test('shows nothing in its bytes', async () => {
    await issuePassword('xq7-canary-password');
    const { id } = await take();
    const bytes = readFileSync(join(made.folder, 'snapshots', id));
    expect(['xq7-canary', 'Синицын', 'sinitsyn', 'SQLite format'].filter((text) => bytes.includes(text))).toEqual([]);
  });

  test('leaves nothing unfinished, and what is unfinished is never offered', async () => {
    const { id } = await take();
    const folder = join(made.folder, 'snapshots');
    expect(readdirSync(folder).sort()).toEqual([id, `${id}.keyring.json`]);
    for (const name of [
      '.unfinished-2',
      `${id}.tmp`,
      id.replace('000001', '000002'),
      'other-000001-20260901T080000Z-daily.desk',
    ]) {
      writeFileSync(join(folder, name), 'half');
    }
    expect((await snapshotsOf()).map((snapshot) => snapshot.id)).toEqual([id]);
    expect((await take(2)).id).not.toBe(id);
  });

  test('is one of at most twenty, ordered by number even when the clock goes back', async () => {
    for (let number = 1; number <= 22; number += 1) await take(number === 22 ? 1 : number);
    const numbers = (await listSnapshots(made.desk.file)).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => 22 - index));
  });
});

describe('a damaged registry', () => {
  const flip = (offset: number) => {
    const bytes = readFileSync(made.desk.file);
    bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
    const file = openSync(made.desk.file, 'r+');
    writeSync(file, bytes, offset, 1, offset);
    closeSync(file);
  };

  beforeEach(async () => {
    await made.client.settings.save({ responsibleRoom: 'до копии' });
    await take();
    await made.client.settings.save({ responsibleRoom: 'после копии' });
    await made.client.registry.lock();
  });

  test('is refused wherever one bit of it changed', async () => {
    const size = statSync(made.desk.file).size;
    const { randomInt } = testSurroundings(7, () => day(1)); // repeatable places
    let refused = 0;
    for (let trial = 0; trial < 25; trial += 1) {
      const offset = trial === 0 ? 3 : randomInt(size);
      flip(offset);
      made.setNow(new Date(Date.UTC(2027, 0, 1 + trial)).toISOString());
      await expect(made.client.registry.unlock({ passphrase })).rejects.toMatchObject(damaged);
      refused += 1;
      flip(offset);
    }
    expect(refused).toBe(25);
    made.setNow('2028-01-01T00:00:00.000Z');
    expect(await made.client.registry.unlock({ passphrase })).toBeDefined();
  });

  test('is refused when its end is missing', async () => {
    truncateSync(made.desk.file, statSync(made.desk.file).size - 4096);
    await expect(made.client.registry.unlock({ passphrase })).rejects.toMatchObject(damaged);
  });

  test('offers its snapshots, and a restored one opens with the same passphrase', async () => {
    flip(20_000);
    const broken = readFileSync(made.desk.file);
    await expect(made.client.registry.unlock({ passphrase })).rejects.toMatchObject(damaged);
    const { state, snapshots } = await made.client.registry.status();
    expect([state, snapshots.length]).toEqual(['damaged', 1]);
    const { keptAside } = await made.client.registry.restoreSnapshot({
      snapshotId: snapshots[0]?.id ?? '',
      passphrase,
    });
    expect(readFileSync(join(made.folder, keptAside)).equals(broken)).toBe(true);
    expect((await made.client.registry.status()).state).toBe('locked');
    made.setNow('2026-09-01T07:00:05.000Z');
    await made.client.registry.unlock({ passphrase });
    expect(await room()).toBe('до копии');
    const { entries } = await made.client.journal.list({});
    expect(entries.map(({ action }) => action)).toContain('restored');
  });
});

describe('restoring', () => {
  test('a lost file is possible, and nothing is made anew meanwhile', async () => {
    const { id } = await take();
    await made.client.registry.lock();
    rmSync(made.desk.file);
    expect((await made.client.registry.status()).state).toBe('damaged');
    await made.client.registry.restoreSnapshot({ snapshotId: id, passphrase });
    expect(await made.client.registry.unlock({ passphrase })).toBeDefined();
  });

  test('twice keeps both former files', async () => {
    const { id } = await take();
    const first = await made.client.registry.restoreSnapshot({ snapshotId: id, passphrase });
    const second = await made.client.registry.restoreSnapshot({ snapshotId: id, passphrase });
    expect([first.keptAside, second.keptAside]).toEqual([
      'school.before-restore-1.desk',
      'school.before-restore-2.desk',
    ]);
    expect(readdirSync(made.folder)).toEqual(expect.arrayContaining([first.keptAside, second.keptAside]));
  });

  test('an unknown snapshot is refused', async () => {
    const outside = made.client.registry.restoreSnapshot({ snapshotId: '../../etc/passwd', passphrase });
    await expect(outside).rejects.toMatchObject({ data: { reason: 'not-found' } });
  });
});
