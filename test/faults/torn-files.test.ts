import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyringFileOf } from '../../main/registry/vault/keyring-file.ts';
import { makeDesk, makeOpenDesk, openedAt, schoolAnswers, testSurroundings } from '../support/desk.ts';
import { everybody, importSchool } from './support/actions.ts';
import { digestOf } from './support/digest.ts';
import { countOutcomes, report, times } from './support/profile.ts';
import { fileKeyOf, soundDigest } from './support/registry-check.ts';

const { passphrase } = schoolAnswers;
let place: string;
let base: string;
let key: Uint8Array;
/** What the registry said after each piece of work, the last one last. */
const committed: string[] = [];
let names: readonly string[] = [];

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'diary-desk-torn-'));
  base = join(place, 'base');
  await makeBase();
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A registry whose last pieces of work are still in its log only, as a power cut leaves it. */
async function makeBase(): Promise<void> {
  const made = await makeOpenDesk();
  await importSchool(made, made.folder, 20);
  await made.client.registry.lock();
  made.setNow('2026-09-01T08:00:00.000Z');
  await made.client.registry.unlock({ passphrase });
  const { db } = openedAt(made.desk);
  const note = async () => void committed.push((await digestOf(db)).content);
  await note();
  for (const responsibleRoom of ['1', '2', '3']) {
    await made.client.settings.save({ responsibleRoom });
    await note();
  }
  await made.client.credentials.issue(everybody);
  await note();
  const { batchId } = await made.client.slips.prepare({ selection: { scope: everybody.scope } });
  await note();
  await made.client.slips.confirmPrinted({ batchId });
  await note();
  cpSync(made.folder, base, { recursive: true });
  key = await fileKeyOf(made.desk.file);
  names = (await made.client.registry.status()).users.map(({ name }) => name);
  made.close();
}

/** A damage: which file, and what becomes of its bytes. */
interface Damage {
  readonly file: string;
  readonly change: (bytes: Buffer, randomInt: (below: number) => number) => Buffer;
}

const cut: Damage['change'] = (bytes, randomInt) => bytes.subarray(0, randomInt(bytes.length));
const flip: Damage['change'] = (bytes, randomInt) => {
  const at = randomInt(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
  return bytes;
};
const zeros: Damage['change'] = (bytes, randomInt) => {
  const at = randomInt(bytes.length);
  return bytes.fill(0, at, Math.min(at + 512, bytes.length));
};

/**
 * `mended`: a name was shown with a wrong letter at the door, and put right by the sign-in. `told`: back at a committed
 * state, and the person is told that changes are missing. `untold`: more than the last piece of work is missing, unsaid.
 */
type Outcome = 'refused' | 'recovered' | 'told' | 'untold' | 'harmless' | 'mended' | 'wrong';

/** Damages a copy and signs in: what the registry says then must be something that it once said as a whole. */
async function outcomeOf({ file, change }: Damage, seed: number): Promise<Outcome> {
  const folder = mkdtempSync(join(place, 'trial-'));
  cpSync(base, folder, { recursive: true });
  const { randomInt } = testSurroundings(seed, () => new Date(0));
  const target = join(folder, file);
  writeFileSync(target, change(readFileSync(target), randomInt));
  cpSync(target, `${target}.as-damaged`);
  const again = makeDesk({ file: join(folder, 'school.desk'), now: '2026-09-02T08:00:00.000Z' });
  try {
    const shown = await again.client.registry.status().catch(() => undefined);
    await again.client.registry.unlock({ passphrase });
    const { content } = await soundDigest(openedAt(again.desk).database, key);
    const place = committed.lastIndexOf(content);
    const { users, damagedLog } = await again.client.registry.status();
    if (place < 0 || !areTrue(users)) return 'wrong';
    if (shown && !areTrue(shown.users)) return 'mended';
    if (damagedLog !== undefined) return isKept(folder, file, damagedLog.keptAs) ? 'told' : 'wrong';
    if (place === committed.length - 1) return 'harmless';
    return place === committed.length - 2 || change === cut ? 'recovered' : 'untold';
  } catch (error) {
    if (isTold(error)) return 'refused';
    throw error;
  } finally {
    again.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const areTrue = (users: readonly { readonly name: string }[]) => users.every(({ name }) => names.includes(name));

/** The copy holds what the damaged log held before the sign-in wrote over it. */
const isKept = (folder: string, log: string, copy: string) => {
  const [damaged, kept] = [join(folder, `${log}.as-damaged`), join(folder, copy)].map((file) => readFileSync(file));
  return damaged !== undefined && kept !== undefined && damaged.equals(kept);
};

/** A refusal with its reason, which has words for a person; any other error would be a crash. */
const isTold = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'REFUSED';

const main = 'school.desk';
const log = `${main}-wal`;
const keyring = keyringFileOf(main);

describe('a damaged file is refused, brought back to a committed state, or harmless', () => {
  test('the log of the base holds several pieces of work', () => {
    expect(statSync(join(base, log)).size).toBeGreaterThan(100_000);
    expect(new Set(committed).size).toBeGreaterThan(4);
  });

  test.each([
    { what: 'log cut off', damage: { file: log, change: cut }, often: times(60, 350) },
    { what: 'bit flipped in the log', damage: { file: log, change: flip }, often: times(60, 350) },
    { what: 'sector of zeros in the log', damage: { file: log, change: zeros }, often: times(20, 100) },
    { what: 'registry cut off', damage: { file: main, change: cut }, often: times(20, 100) },
    { what: 'bit flipped in the registry', damage: { file: main, change: flip }, often: times(60, 350) },
    { what: 'sector of zeros in the registry', damage: { file: main, change: zeros }, often: times(20, 100) },
    { what: 'keyring cut off', damage: { file: keyring, change: cut }, often: times(20, 100) },
    { what: 'bit flipped in the keyring', damage: { file: keyring, change: flip }, often: times(60, 350) },
  ])('$what', { timeout: 900_000 }, async ({ what, damage, often }) => {
    const outcomes: Outcome[] = [];
    const wrong: number[] = [];
    for (let seed = 1; seed <= often; seed += 1) {
      const outcome = await outcomeOf(damage, seed);
      outcomes.push(outcome);
      if (outcome === 'wrong' || outcome === 'untold') wrong.push(seed);
    }
    report({ what, tried: often, outcomes: countOutcomes(outcomes) });
    expect({ what, wrong }).toEqual({ what, wrong: [] });
    if (damage.file !== log || damage.change === cut) expect(outcomes).not.toContain('told');
    else expect(outcomes).toContain('told');
  });
});

describe('a log whose changes cannot be read', () => {
  test('is kept and told of once: on the screen, in the journal', async () => {
    const folder = mkdtempSync(join(place, 'told-'));
    cpSync(base, folder, { recursive: true });
    const bytes = readFileSync(join(folder, log));
    const halfWay = Math.floor(bytes.length / 2);
    writeFileSync(join(folder, log), bytes.fill(0, halfWay, halfWay + 512));
    const again = makeDesk({ file: join(folder, 'school.desk'), now: '2026-09-02T08:00:00.000Z' });
    const { client } = again;
    await client.registry.unlock({ passphrase });
    const { damagedLog } = await client.registry.status();
    expect(damagedLog).toMatchObject({ certain: true, keptAs: 'school.damaged-log-1.desk-wal' });
    expect(damagedLog?.unread).toBeGreaterThan(0);
    expect(damagedLog?.lastLineAt).toBe('2026-09-01T08:00:00.000Z');
    expect(readFileSync(join(folder, 'school.damaged-log-1.desk-wal')).equals(bytes)).toBe(true);
    const { entries } = await client.journal.list({ filter: { kind: 'settings' } });
    expect(entries.find(({ action }) => action === 'log-damaged')).toMatchObject({
      subject: damagedLog?.keptAs,
      count: damagedLog?.unread,
    });
    await client.settings.save({ responsibleRoom: '4' });
    cpSync(folder, join(place, 'killed-again'), { recursive: true });
    again.close();
    const after = makeDesk({ file: join(place, 'killed-again', 'school.desk'), now: '2026-09-02T09:00:00.000Z' });
    await after.client.registry.unlock({ passphrase });
    expect((await after.client.registry.status()).damagedLog).toBeUndefined();
    expect((await after.client.settings.get()).responsibleRoom).toBe('4');
    after.close();
  });

  test('is kept before a copy is restored over the registry', async () => {
    const folder = mkdtempSync(join(place, 'restored-'));
    cpSync(base, folder, { recursive: true });
    const bytes = readFileSync(join(folder, log));
    writeFileSync(join(folder, log), bytes.fill(0, 32 + 512, 32 + 1024));
    const again = makeDesk({ file: join(folder, main), now: '2026-09-02T08:00:00.000Z' });
    const [newest] = (await again.client.registry.status()).snapshots;
    await again.client.registry.restoreSnapshot({ snapshotId: newest?.id ?? '', passphrase });
    expect(readFileSync(join(folder, 'school.damaged-log-1.desk-wal')).equals(bytes)).toBe(true);
    await again.client.registry.unlock({ passphrase });
    expect((await again.client.registry.status()).damagedLog).toBeUndefined();
    again.close();
  });

  test("is another registry's: refused, and the file stays as it was", async () => {
    const other = await makeOpenDesk({ seed: 9 });
    for (const responsibleRoom of ['1', '2']) await other.client.settings.save({ responsibleRoom });
    const folder = mkdtempSync(join(place, 'foreign-'));
    cpSync(base, folder, { recursive: true });
    cpSync(`${other.desk.file}-wal`, join(folder, log));
    const before = readFileSync(join(folder, main));
    const again = makeDesk({ file: join(folder, main), now: '2026-09-02T08:00:00.000Z' });
    await expect(again.client.registry.unlock({ passphrase })).rejects.toMatchObject({ data: { reason: 'damaged' } });
    expect(readFileSync(join(folder, main)).equals(before)).toBe(true);
    again.close();
    other.close();
  });

  test('is not judged while somebody works with the registry', async () => {
    const folder = mkdtempSync(join(place, 'busy-'));
    cpSync(base, folder, { recursive: true });
    const file = join(folder, 'school.desk');
    const first = makeDesk({ file, now: '2026-09-02T08:00:00.000Z' });
    await first.client.registry.unlock({ passphrase });
    await first.client.settings.save({ responsibleRoom: '4' });
    const bytes = readFileSync(join(folder, log));
    writeFileSync(join(folder, log), Buffer.from(bytes).fill(0, 16, 24));
    const second = makeDesk({ file, now: '2026-09-02T08:00:00.000Z' });
    await expect(second.client.registry.unlock({ passphrase })).rejects.toMatchObject({ data: { reason: 'in-use' } });
    expect(readdirSync(folder).filter((name) => name.includes('damaged-log'))).toEqual([]);
    writeFileSync(join(folder, log), bytes);
    second.close();
    first.close();
  });
});
