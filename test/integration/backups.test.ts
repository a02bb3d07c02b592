import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepHourlyCopy } from '../../main/registry/backups/keep-copy.ts';
import { incomingOf } from '../../main/registry/backups/replace-registry.ts';
import { makeDesk, makeOpenDesk, schoolAnswers } from '../support/desk.ts';
import { reasonOf } from '../support/refusals.ts';

const { passphrase } = schoolAnswers;
let made: Awaited<ReturnType<typeof makeOpenDesk>>;

beforeEach(async () => {
  made = await makeOpenDesk();
});
afterEach(() => made.close());

const list = async () => (await made.client.backups.list()).backups;
const setRoom = (responsibleRoom: string) => made.client.settings.save({ responsibleRoom });
const room = async () => (await made.client.settings.get()).responsibleRoom;
const pathOf = (id: string) => join(made.folder, 'snapshots', id);
const flip = (file: string, offset: number) => {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 4;
  writeFileSync(file, bytes);
};

describe('copies', () => {
  test('carry the end of the journal in their names', async () => {
    const { id, anchor, reason, isAway } = await made.client.backups.take();
    expect(id).toMatch(new RegExp(`-manual-${anchor}\\.desk$`));
    expect(anchor).toMatch(/^\d+-[\da-f]{8}$/);
    expect([reason, isAway]).toEqual(['manual', false]);
  });

  test('are made each hour in which something was done', async () => {
    const at = async (moment: string) => {
      made.setNow(moment);
      await keepHourlyCopy(made.context);
      return (await list()).length;
    };
    expect(await at('2026-09-01T07:05:00.000Z')).toBe(1);
    expect(await at('2026-09-01T09:00:00.000Z')).toBe(1);
    await setRoom('12');
    expect(await at('2026-09-01T08:00:00.000Z')).toBe(1);
    expect(await at('2026-09-01T08:05:00.000Z')).toBe(2);
    expect((await list()).map(({ reason }) => reason)).toEqual(['hourly', 'hourly']);
  });

  test('show what a restore would change', async () => {
    const { id } = await made.client.backups.take();
    await setRoom('12');
    await setRoom('13');
    const preview = await made.client.backups.preview({ snapshotId: id });
    expect(preview.lostActions).toBe(2);
    expect(preview.copy).toMatchObject({ pupils: 0, lastWho: schoolAnswers.userName });
    expect(readdirSync(join(made.folder, 'snapshots'))).toHaveLength(2);
  });

  test('pass the drill, and fail it with one bit changed or another journal in them', async () => {
    const first = await made.client.backups.take();
    const second = await made.client.backups.take();
    const drill = (snapshotId: string) => made.client.backups.drill({ snapshotId });
    expect(await drill(first.id)).toMatchObject({ isSound: true, facts: { pupils: 0 } });
    copyFileSync(pathOf(first.id), pathOf(second.id));
    expect(await drill(second.id)).toMatchObject({ isSound: false, facts: null });
    flip(pathOf(first.id), 30_000);
    expect(await drill(first.id)).toMatchObject({ isSound: false, facts: null });
    expect(readdirSync(join(made.folder, 'snapshots'))).toHaveLength(4);
  });
});

describe('the second folder', () => {
  const stick = () => `${made.folder}-stick`;
  const away = async () => (await made.client.backups.list()).away;

  test('gets every copy with its keyring, and does without while the stick is out', async () => {
    await made.client.backups.take();
    mkdirSync(stick());
    await made.client.backups.chooseAway({ folderToken: stick() });
    const [own] = readdirSync(stick());
    const names = () => readdirSync(join(stick(), own ?? '')).sort();
    expect(names()).toHaveLength(2);
    expect((await made.client.backups.take()).isAway).toBe(true);
    expect(names()).toHaveLength(4);
    expect((await list()).map(({ isAway }) => isAway)).toEqual([true, true]);
    renameSync(stick(), `${stick()}-out`);
    expect((await made.client.backups.take()).isAway).toBe(false);
    expect(await away()).toMatchObject({ isThere: false, lastCopyAt: '2026-09-01T07:00:00.000Z' });
    renameSync(`${stick()}-out`, stick());
    expect((await made.client.backups.take()).isAway).toBe(true);
    await made.client.backups.chooseAway({ folderToken: null });
    expect(await away()).toBeNull();
    expect(names()).toHaveLength(6);
  });

  test('is another folder than the registry’s own, and one that is there', async () => {
    const choose = (folderToken: string) => made.client.backups.chooseAway({ folderToken });
    expect(await reasonOf(choose(join(made.folder, 'nowhere')))).toBe('folder-missing');
    expect(await reasonOf(choose(made.folder))).toBe('invalid-input');
  });
});

describe('restoring', () => {
  test('asks for the passphrase of an administrator, or the recovery code', async () => {
    const { id } = await made.client.backups.take();
    const restore = (secret: string) => made.client.registry.restoreSnapshot({ snapshotId: id, passphrase: secret });
    expect(await reasonOf(restore('not the passphrase'))).toBe('wrong-passphrase');
    made.setNow('2026-09-01T08:00:00.000Z');
    expect(await restore(made.recoveryCode)).toMatchObject({ keptAside: 'school.before-restore-1.desk' });
  });

  test('refuses a damaged copy before anything has changed', async () => {
    await setRoom('до копии');
    const { id } = await made.client.backups.take();
    await setRoom('после копии');
    flip(pathOf(id), 30_000);
    const restore = made.client.registry.restoreSnapshot({ snapshotId: id, passphrase });
    expect(await reasonOf(restore)).toBe('damaged');
    expect(existsSync(incomingOf(made.desk.file))).toBe(false);
    await made.client.registry.unlock({ passphrase });
    expect(await room()).toBe('после копии');
  });

  test('can itself be taken back: the former file is whole', async () => {
    await setRoom('до копии');
    const { id } = await made.client.backups.take();
    await setRoom('после копии');
    const { keptAside } = await made.client.registry.restoreSnapshot({ snapshotId: id, passphrase });
    const former = makeDesk({ file: join(made.folder, keptAside) });
    await former.client.registry.unlock({ passphrase });
    expect((await former.client.settings.get()).responsibleRoom).toBe('после копии');
    former.close();
  });

  /** How far a restore had come when the power went. */
  const moments = [
    ['before it was decided', 'после копии', 0],
    ['when it was decided', 'до копии', 1],
    ['when the keyring had come', 'до копии', 2],
    ['when the former log had gone', 'до копии', 3],
    ['when the file had come', 'до копии', 4],
  ] as const;

  test.each(moments)('cut off %s leaves one whole registry', async (_moment, expected, steps) => {
    await setRoom('до копии');
    const { id } = await made.client.backups.take();
    await setRoom('после копии');
    const { file } = made.desk;
    const log = readFileSync(`${file}-wal`);
    await made.client.registry.lock();
    const incoming = incomingOf(file);
    const keyring = (registry: string) => `${registry}.keyring.json`;
    copyFileSync(pathOf(id), incoming);
    copyFileSync(keyring(pathOf(id)), keyring(incoming));
    writeFileSync(`${file}-wal`, log);
    if (steps > 0) writeFileSync(`${file}.restoring`, 'school.before-restore-1.desk\n');
    if (steps > 1) renameSync(keyring(incoming), keyring(file));
    if (steps > 2) rmSync(`${file}-wal`);
    if (steps > 3) renameSync(incoming, file);
    expect((await made.client.registry.status()).state).toBe('locked');
    await made.client.registry.unlock({ passphrase });
    expect(await room()).toBe(expected);
    expect(existsSync(`${file}.restoring`)).toBe(false);
  });
});
