import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendAudit, verifyAudit } from '../../main/registry/db/audit.ts';
import { brokenPromises, isSound } from '../../main/registry/db/self-test.ts';
import { takeSnapshot } from '../../main/registry/db/snapshots.ts';
import { write } from '../../main/registry/db/transaction.ts';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { makeDesk, makeOpenDesk, openedAt, schoolAnswers, type TestDesk } from '../support/desk.ts';
import { applyOf, dump, previewOf } from '../support/imports.ts';
import { canMount } from '../support/mounts.ts';

const { passphrase } = schoolAnswers;
const now = new Date('2026-09-01T07:00:00.000Z');
const isRoot = process.getuid?.() === 0;
const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } });

/** Writes lines of about a kilobyte in one transaction each, until the disk refuses. */
async function fill({ desk }: TestDesk): Promise<number> {
  const registry = openedAt(desk);
  for (let written = 0; ; written += 1) {
    const event = { now, action: 'slips-printed', count: written, subject: 'x'.repeat(50_000) } as const;
    try {
      await write(registry, (trx) => appendAudit(trx, registry, event));
    } catch (error) {
      expect(error).toMatchObject(refused('disk-full'));
      return written;
    }
  }
}

describe.runIf(canMount())('a full disk', () => {
  let folder: string;
  let made: TestDesk;
  const mount = (size: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diary-desk-disk-'));
    made = makeDesk({ file: join(folder, 'school.desk') });
  });
  afterEach(() => {
    made.close();
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  test.each([16, 64, 128, 256, 272, 288, 304])('of %s KiB gets no half-made registry', async (kib) => {
    mount(`${kib}k`);
    await expect(made.client.registry.create(schoolAnswers)).rejects.toMatchObject(refused('disk-full'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses a write as a whole and keeps everything before it', async () => {
    mount('3m');
    await made.client.registry.create(schoolAnswers);
    const written = await fill(made);
    expect(written).toBeGreaterThan(3);
    const { db, auditKey, database } = openedAt(made.desk);
    expect(await verifyAudit(db, auditKey)).toMatchObject({ kind: 'intact', end: { seq: written + 1 } });
    expect(isSound(database)).toBe(true);
    await expect(takeSnapshot(database, 'manual', now)).rejects.toMatchObject(refused('disk-full'));
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([]);
  });

  test('takes nothing of a long import, and everything when there is room', async () => {
    mount('6m');
    await made.client.registry.create(schoolAnswers);
    const { database, db } = openedAt(made.desk);
    const before = await dump({ db });
    const list = join(made.folder, 'list.csv');
    writeFileSync(list, toMesCsv(makeSchool({ seed: 7, pupils: 3000 })));
    await expect(applyOf(made, await previewOf(made, list))).rejects.toMatchObject(refused('disk-full'));
    expect(await dump({ db })).toEqual(before);
    expect(isSound(database)).toBe(true);
    execFileSync('mount', ['-o', 'remount,size=60m', folder]);
    expect(await applyOf(made, await previewOf(made, list))).toMatchObject({ pupilsCreated: 3000 });
    expect(brokenPromises(database)).toEqual([]);
  });
});

describe('a read-only folder', () => {
  let made: Awaited<ReturnType<typeof makeOpenDesk>>;
  beforeEach(async () => {
    made = await makeOpenDesk();
    await made.client.registry.lock();
  });
  afterEach(() => made.close());

  test.runIf(canMount())('mounted so is refused, and opens again when it can be written', async () => {
    execFileSync('mount', ['--bind', made.folder, made.folder]);
    execFileSync('mount', ['-o', 'remount,bind,ro', made.folder]);
    try {
      const elsewhere = makeDesk({ file: join(made.folder, 'second.desk') });
      await expect(elsewhere.client.registry.create(schoolAnswers)).rejects.toMatchObject(refused('read-only'));
      await expect(made.client.registry.unlock({ passphrase })).rejects.toMatchObject(refused('read-only'));
      expect(await made.client.registry.status()).toMatchObject({ state: 'locked' });
      rmSync(elsewhere.folder, { recursive: true });
    } finally {
      execFileSync('umount', [made.folder]);
    }
    expect(await made.client.registry.unlock({ passphrase })).toBeDefined();
  });

  test.skipIf(isRoot)('by its permissions is refused', async () => {
    chmodSync(made.folder, 0o555);
    const elsewhere = makeDesk({ file: join(made.folder, 'second.desk') });
    await expect(elsewhere.client.registry.create(schoolAnswers)).rejects.toMatchObject(refused('read-only'));
    await expect(made.client.registry.unlock({ passphrase })).rejects.toMatchObject(refused('read-only'));
    chmodSync(made.folder, 0o755);
  });
});

describe('a folder of a sync program', () => {
  test('is refused for a new registry, and for one that was moved there', async () => {
    const made = await makeOpenDesk();
    await made.client.registry.lock();
    const cloud = join(made.folder, 'Яндекс.Диск');
    mkdirSync(cloud);
    const moved = makeDesk({ file: join(cloud, 'school.desk') });
    await expect(moved.client.registry.create(schoolAnswers)).rejects.toMatchObject(refused('folder-synced'));
    expect(readdirSync(cloud)).toEqual([]);
    for (const name of ['school.desk', 'school.desk.keyring.json'])
      copyFileSync(join(made.folder, name), join(cloud, name));
    await expect(moved.client.registry.unlock({ passphrase })).rejects.toMatchObject(refused('folder-synced'));
    moved.close();
    made.close();
  });
});

describe('a process that is killed while it writes', () => {
  test('leaves whole transactions, its lock ends with it, and nobody else gets in before', async () => {
    const made = await makeOpenDesk();
    await made.client.registry.lock();
    const writer = startWriter(made.desk.file);
    await writer.working;
    await expect(made.client.registry.unlock({ passphrase })).rejects.toMatchObject(refused('in-use'));
    const restore = made.client.registry.restoreSnapshot({ snapshotId: 'any', passphrase });
    await expect(restore).rejects.toMatchObject(refused('in-use'));
    await writer.kill();
    made.setNow('2026-09-01T07:00:10.000Z');
    await made.client.registry.unlock({ passphrase });
    const { db, auditKey } = openedAt(made.desk);
    expect(await verifyAudit(db, auditKey)).toMatchObject({ kind: 'intact' });
    const { entries } = await made.client.journal.list({});
    expect(entries.filter(({ action }) => action === 'settings-changed').length).toBeGreaterThan(2);
    made.close();
  });
});

/** Another process that opens the registry and saves settings without end. */
function startWriter(file: string): { working: Promise<void>; kill: () => Promise<void> } {
  const program = `
    import { makeDesk } from ${JSON.stringify(resolve('test/support/desk.ts'))};
    const { client } = makeDesk({ file: ${JSON.stringify(file)} });
    await client.registry.unlock({ passphrase: ${JSON.stringify(passphrase)} });
    for (let room = 0; ; room += 1) {
      await client.settings.save({ responsibleRoom: String(room) });
      if (room === 5) process.stdout.write('working');
    }`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    working: new Promise((done, fail) => {
      child.stdout.once('data', () => done());
      child.once('exit', () => fail(new Error('the writer ended too early')));
    }),
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
