import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLog } from '../../main/registry/db/dialect/write-ahead-log.ts';
import { openDatabase, type RegistryDatabase } from '../../main/registry/db/open.ts';

const key = new Uint8Array(32).fill(7);
const pageBytes = 4096;
const frameBytes = pageBytes + 24;
let place: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'diary-desk-log-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What a registry may do to its log; sizes in pages. */
type Step =
  | { readonly kind: 'change'; readonly pages: number }
  /** Larger than the cache, so that its pages go into the log before it is given up. */
  | { readonly kind: 'take-back'; readonly pages: number }
  | { readonly kind: 'start-over' };

/** The file and its log as a killed process leaves them; `changes` counts those in the file and in the log. */
interface Left {
  readonly file: Buffer;
  readonly log: Buffer;
  readonly inFile: number;
  readonly inLog: number;
}

/** Works through the steps; every change leaves one line more, the first one stands in the file. */
function leftAfter(steps: readonly Step[]): Left {
  const folder = mkdtempSync(join(place, 'made-'));
  const path = join(folder, 'school.desk');
  const database = opened(path, true);
  database.runScript('create table change (n integer primary key, filler blob)');
  database.pragma('cache_size = 10');
  database.pragma('wal_checkpoint(TRUNCATE)');
  let [inFile, inLog] = [0, 0];
  const insert = (pages: number) => `begin; insert into change (filler) values (randomblob(${pages * pageBytes}));`;
  for (const step of steps) {
    if (step.kind === 'change') database.runScript(`${insert(step.pages)} commit`);
    if (step.kind === 'take-back') database.runScript(`${insert(step.pages)} rollback`);
    if (step.kind === 'start-over') database.pragma('wal_checkpoint(RESTART)');
    if (step.kind === 'start-over') [inFile, inLog] = [inFile + inLog, 0];
    if (step.kind === 'change') inLog += 1;
  }
  const left = { file: readFileSync(path), log: readFileSync(`${path}-wal`), inFile, inLog };
  database.close();
  rmSync(folder, { recursive: true });
  return left;
}

function opened(path: string, create = false): RegistryDatabase {
  const outcome = openDatabase(path, key, { create });
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  return outcome.database;
}

/** How many of the log's changes SQLite finds. */
async function foundBySqlite({ file, inFile }: Left, log: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(place, 'read-'));
  const path = join(folder, 'school.desk');
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, log);
  const database = opened(path);
  try {
    const { rows } = await sql<{ count: number }>`select count(*) as count from change`.execute(database.db);
    return (rows[0]?.count ?? 0) - inFile;
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

const pages = fc.integer({ min: 1, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('change' as const), pages }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('take-back' as const), pages: fc.integer({ min: 20, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'start-over' as const }) },
);
const steps = fc.array(step, { minLength: 1, maxLength: 12 });
const somewhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('a log that nobody damaged never warns', () => {
  test('whatever was written, taken back or begun anew before the process was killed', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        const left = leftAfter(done);
        expect(readLog(left.log)).toEqual({ kind: 'sound' });
        expect(await foundBySqlite(left, left.log)).toBe(left.inLog);
      }),
      { numRuns: 60 },
    );
  });

  test('and neither does one torn off anywhere', () => {
    fc.assert(
      fc.property(steps, somewhere, (done, at) => {
        const { log } = leftAfter(done);
        expect(readLog(log.subarray(0, Math.floor(at * log.length)))).toEqual({ kind: 'sound' });
      }),
      { numRuns: 60 },
    );
  });

  test('a last change of which only some pages came to the disk is no damage when its end is missing', () => {
    const { log } = leftAfter([1, 2, 3].map((size) => ({ kind: 'change', pages: size })));
    log.fill(0, log.length - 2 * frameBytes);
    expect(readLog(log)).toEqual({ kind: 'sound' });
  });

  test('nothing, a few bytes, and zeros where a log was begun', () => {
    for (const bytes of [0, 7, 32, 32 + frameBytes, 100_000])
      expect(readLog(new Uint8Array(bytes))).toEqual({ kind: 'sound' });
  });
});

describe('a damaged log', () => {
  test('warns whenever SQLite passes over more than the last change, and says how many it reads', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, somewhere, fc.integer({ min: 0, max: 7 }), async (done, at, bit) => {
        const left = leftAfter(done);
        fc.pre(left.inLog > 0 && left.log.length > 32);
        const log = Buffer.from(left.log);
        const byte = Math.floor(at * log.length);
        log[byte] = (log[byte] ?? 0) ^ (1 << bit);
        const state = readLog(log);
        const found = await foundBySqlite(left, log);
        const lost = left.inLog - found;
        kinds.add(`${state.kind} ${state.kind === 'damaged' && state.certain} ${Math.min(lost, 2)}`);
        if (state.kind === 'damaged') expect(state).toMatchObject({ read: found, unread: lost });
        else expect(lost).toBeLessThanOrEqual(1);
        if (lost > 1) expect(state).toMatchObject({ kind: 'damaged', certain: true });
        if (lost === 0) expect(state.kind).toBe('sound');
      }),
      { numRuns: 150 },
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['damaged true 2', 'sound false 1', 'sound false 0']));
  });

  test.each([
    ['a sector of zeros', (log: Buffer) => log.fill(0, 32 + 512, 32 + 1024)],
    ['a header of zeros', (log: Buffer) => log.fill(0, 0, 32)],
    ['a header with another magic number', (log: Buffer) => log.fill(1, 0, 4)],
    ['a header with another page size', (log: Buffer) => log.fill(1, 9, 10)],
    ['a header with other salts', (log: Buffer) => log.fill(1, 16, 24)],
  ] as const)('%s at its beginning loses all its changes and says so', async (_what, damage) => {
    const left = leftAfter([1, 2, 3].map((size) => ({ kind: 'change', pages: size })));
    const log = damage(Buffer.from(left.log));
    expect(await foundBySqlite(left, log)).toBe(0);
    expect(readLog(log)).toEqual({ kind: 'damaged', certain: true, read: 0, unread: 3 });
  });

  test('the page of a file that is no log', () => {
    expect(readLog(Buffer.alloc(50_000, 'Это не журнал. '))).toEqual({
      kind: 'damaged',
      certain: true,
      read: 0,
      unread: 0,
    });
  });

  test('trouble in the last change alone is not certain: a power cut leaves the same', () => {
    const { log } = leftAfter([1, 1, 4].map((size) => ({ kind: 'change', pages: size })));
    const last = log.length - frameBytes - 100;
    log[last] = (log[last] ?? 0) ^ 1;
    expect(readLog(log)).toEqual({ kind: 'damaged', certain: false, read: 2, unread: 1 });
  });
});
