import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** `mended`: a name was shown with a wrong letter at the door, and put right by the sign-in. */
type Outcome = 'refused' | 'recovered' | 'harmless' | 'mended' | 'wrong';

/** Damages a copy and signs in: what the registry says then must be something that it once said as a whole. */
async function outcomeOf({ file, change }: Damage, seed: number): Promise<Outcome> {
  const folder = mkdtempSync(join(place, 'trial-'));
  cpSync(base, folder, { recursive: true });
  const { randomInt } = testSurroundings(seed, () => new Date(0));
  const target = join(folder, file);
  writeFileSync(target, change(readFileSync(target), randomInt));
  const again = makeDesk({ file: join(folder, 'school.desk'), now: '2026-09-02T08:00:00.000Z' });
  try {
    const shown = await again.client.registry.status().catch(() => undefined);
    await again.client.registry.unlock({ passphrase });
    const { content } = await soundDigest(openedAt(again.desk).database, key);
    const place = committed.lastIndexOf(content);
    if (place < 0 || !areTrue((await again.client.registry.status()).users)) return 'wrong';
    if (shown && !areTrue(shown.users)) return 'mended';
    return place === committed.length - 1 ? 'harmless' : 'recovered';
  } catch (error) {
    if (isTold(error)) return 'refused';
    throw error;
  } finally {
    again.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const areTrue = (users: readonly { readonly name: string }[]) => users.every(({ name }) => names.includes(name));

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
      if (outcome === 'wrong') wrong.push(seed);
    }
    report({ what, tried: often, outcomes: countOutcomes(outcomes) });
    expect({ what, wrong }).toEqual({ what, wrong: [] });
  });
});
