import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { makeDesk, makeOpenDesk, openedAt, schoolAnswers, secondDesk, type TestDesk } from '../support/desk.ts';
import { canMount } from '../support/mounts.ts';
import { everybody, importSchool } from './support/actions.ts';
import { digestOf } from './support/digest.ts';
import { report, times } from './support/profile.ts';
import { fileKeyOf, soundDigest } from './support/registry-check.ts';

const { passphrase } = schoolAnswers;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

const contentOf = async ({ desk }: TestDesk) => (await digestOf(openedAt(desk).db)).content;
const isTold = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'REFUSED';

describe.runIf(canMount())('a disk that fills up', () => {
  test.each(Array.from({ length: times(4, 24) }, (_, at) => Math.round((at * 700) / times(4, 24))))(
    'with %s KiB left takes an import and its logins whole or not at all',
    async (kib) => {
      const folder = mkdtempSync(join(tmpdir(), 'diary-desk-disk-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
      const made = makeDesk({ file: join(folder, 'school.desk') });
      closing.push(() => {
        made.close();
        execFileSync('umount', [folder]);
        rmSync(folder, { recursive: true });
      });
      await made.client.registry.create(schoolAnswers);
      leaveFree(folder, kib);
      const steps = [() => importSchool(made, made.folder, 60), () => made.client.credentials.issue(everybody)];
      let outcome = 'done';
      for (const step of steps) {
        const before = await contentOf(made);
        const error = await step().then(
          () => undefined,
          (refused: unknown) => refused,
        );
        if (error === undefined) continue;
        if (!isTold(error)) throw error;
        outcome = 'refused';
        expect(await contentOf(made)).toBe(before);
      }
      await soundDigest(openedAt(made.desk).database, await fileKeyOf(made.desk.file));
      report({ what: `disk with ${kib} KiB left`, tried: 1, outcomes: { [outcome]: 1, wrong: 0 } });
    },
  );
});

/** Fills the disk but for so many KiB. */
function leaveFree(folder: string, kib: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - kib * 1024)));
}

test('a folder that goes away in the middle of the work is told, and nothing is lost when it is back', async () => {
  const made = await makeOpenDesk();
  closing.push(made.close);
  await importSchool(made, made.folder, 12);
  await made.client.registry.lock();
  const elsewhere = `${made.folder}-away`;
  renameSync(made.folder, elsewhere);
  made.setNow('2026-09-01T08:00:00.000Z');
  const refused = await made.client.registry.unlock({ passphrase }).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(isTold(refused)).toBe(true);
  renameSync(elsewhere, made.folder);
  made.setNow('2026-09-01T09:00:00.000Z');
  await made.client.registry.unlock({ passphrase });
  expect((await made.client.pupils.list({})).total).toBe(12);
});

test('a folder renamed under an open registry loses no committed work', async () => {
  const made = await makeOpenDesk();
  closing.push(made.close);
  await importSchool(made, made.folder, 12);
  const elsewhere = `${made.folder}-away`;
  renameSync(made.folder, elsewhere);
  const saved = await made.client.settings.save({ responsibleRoom: '214' }).then(
    () => true,
    (error: unknown) => {
      if (!isTold(error)) throw error;
      return false;
    },
  );
  renameSync(elsewhere, made.folder);
  await made.client.registry.lock();
  made.setNow('2026-09-01T09:00:00.000Z');
  await made.client.registry.unlock({ passphrase });
  expect((await made.client.settings.get()).responsibleRoom).toBe(saved ? '214' : '');
  expect((await made.client.pupils.list({})).total).toBe(12);
});

test('a clock set back by a year keeps the journal whole, its order, and the copies', async () => {
  const made = await makeOpenDesk();
  closing.push(made.close);
  await importSchool(made, made.folder, 12);
  await made.client.registry.lock();
  made.setNow('2025-09-01T09:00:00.000Z');
  await made.client.registry.unlock({ passphrase });
  await made.client.credentials.issue(everybody);
  const copies = readdirSync(join(made.folder, 'snapshots')).length;
  await soundDigest(openedAt(made.desk).database, await fileKeyOf(made.desk.file));
  const { entries } = await made.client.journal.list({});
  expect(entries.map(({ seq }) => seq)).toEqual([...entries.map(({ seq }) => seq)].sort((a, b) => b - a));
  await made.client.registry.lock();
  made.setNow('2026-09-02T09:00:00.000Z');
  await made.client.registry.unlock({ passphrase });
  expect(readdirSync(join(made.folder, 'snapshots')).length).toBeGreaterThanOrEqual(copies);
});

test('of two instances on one file the second is told that it is in use, and changes nothing', async () => {
  const first = await makeOpenDesk();
  closing.push(first.close);
  await importSchool(first, first.folder, 12);
  const before = await contentOf(first);
  const second = secondDesk(first, { now: '2026-09-01T10:00:00.000Z' });
  for (let attempt = 0; attempt < times(3, 20); attempt += 1) {
    await expect(second.client.registry.unlock({ passphrase })).rejects.toMatchObject({ data: { reason: 'in-use' } });
    second.setNow(new Date(Date.UTC(2026, 8, 2 + attempt)).toISOString());
  }
  expect(await contentOf(first)).toBe(before);
});

test('a long day of work grows neither the file nor the memory beyond what it writes', {
  timeout: 900_000,
}, async () => {
  const made = await makeOpenDesk();
  closing.push(made.close);
  await importSchool(made, made.folder, 60);
  await made.client.credentials.issue(everybody);
  const rounds = times(40, 600);
  const round = async (turn: number) => {
    const rows = await made.client.handover.list({ scope: everybody.scope });
    await made.client.settings.save({ responsibleRoom: String(turn % 100) });
    await made.client.pupils.list({ filter: { query: String(turn % 7) } });
    await made.client.slips.preview({ selection: { scope: everybody.scope } });
    return rows.length;
  };
  for (let turn = 0; turn < rounds / 4; turn += 1) await round(turn);
  const start = { bytes: sizeOf(made), heap: heapMib() };
  for (let turn = 0; turn < rounds; turn += 1) await round(turn);
  const grown = { kib: Math.round((sizeOf(made) - start.bytes) / 1024), mib: Math.round(heapMib() - start.heap) };
  report({ what: 'rounds of work: KiB of file, MiB of memory', tried: rounds, outcomes: grown });
  // One line of the journal a round: about 400 bytes with its indexes; the log is bounded by its checkpoints.
  expect(grown.kib).toBeLessThan(4096 + rounds * 0.6);
  expect(grown.mib).toBeLessThan(48);
});

function sizeOf({ desk }: TestDesk): number {
  return [desk.file, `${desk.file}-wal`].reduce((all, file) => all + statSync(file).size, 0);
}

/** Garbage would look like growth, so the collector is made callable. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is really in use. */
function heapMib(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
