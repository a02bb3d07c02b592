import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../main/registry/db/migrate.ts';
import { listSnapshots } from '../../main/registry/db/snapshots.ts';
import { makeDesk, makeOpenDesk, openedAt, schoolAnswers, type TestDesk, testSurroundings } from '../support/desk.ts';
import { type Action, type ActionName, actions } from './support/actions.ts';
import { bundleWorker } from './support/bundle.ts';
import { type Course, type Moment, runKilled } from './support/kill.ts';
import { makeOlderRegistry } from './support/older-registry.ts';
import { countOutcomes, report, times } from './support/profile.ts';
import { digestOnDisk, fileKeyOf, inFile, soundDigest } from './support/registry-check.ts';

const { passphrase } = schoolAnswers;
const killsOfEach = times(4, 52);
/** Kept for the next sign-in after a kill: the waits after attempts cut off count from the moment of the work. */
const nextDay = '2026-09-02T08:00:00.000Z';
let program: string;
let place: string;

beforeAll(async () => {
  program = await bundleWorker();
  place = mkdtempSync(join(tmpdir(), 'diary-desk-killed-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The registry before the action, and what it says before and after it. */
interface Scene {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly course: Course;
  readonly onDisk: ReadonlySet<string>;
  readonly before: string;
  readonly after: string;
}

async function makeScene(name: ActionName): Promise<Scene> {
  const action: Action = actions[name];
  const folder = join(place, name);
  const file = join(folder, 'school.desk');
  const made = await firstDesk(action, folder);
  await made?.client.registry.lock();
  const key = await fileKeyOf(file);
  const untouched = await digestOnDisk(file, key);
  const begun = await inCopy(folder, async (copy) => {
    await runKilled(program, { file: copy.file, action: name, temporary: copy.folder }, { kind: 'step', step: 1 });
    return digestOnDisk(copy.file, key);
  });
  const { course, ended } = await inCopy(folder, async (copy) => {
    const job = { file: copy.file, action: name, temporary: copy.folder };
    const whole = await runKilled(program, job, { kind: 'end' });
    if (!whole) throw new Error('the action did not come to its end');
    return { course: whole, ended: await digestOnDisk(copy.file, key) };
  });
  return {
    ...{ folder, key, course, after: ended.content },
    // A file that was not brought up to date before the kill is by the next sign-in.
    before: action.withSignIn ? ended.content : begun.content,
    onDisk: new Set([untouched.whole, begun.whole, ended.whole]),
  };
}

async function firstDesk(action: Action, folder: string): Promise<TestDesk | undefined> {
  const made = makeDesk();
  cpSync(made.folder, folder, { recursive: true });
  made.close();
  const file = join(folder, 'school.desk');
  if (action.withSignIn) {
    await makeOlderRegistry(file, migrations.slice(0, 4));
    return undefined;
  }
  const desk = await makeOpenDesk({ file });
  await action.prepare(desk, folder);
  return desk;
}

async function inCopy<Result>(
  folder: string,
  work: (copy: { readonly folder: string; readonly file: string }) => Promise<Result>,
): Promise<Result> {
  const copy = mkdtempSync(join(place, 'trial-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await work({ folder: copy, file: join(copy, 'school.desk') });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A place among so many, every second time among the last quarter, where work is written down. */
const placeIn = (all: number, trial: number, randomInt: (below: number) => number) =>
  trial % 4 < 2 ? randomInt(all) : all - 1 - randomInt(Math.ceil(all / 4));

/** Half of the kills at a step of the program, half at any moment, also in the middle of SQLite's own work. */
function momentsOf({ steps, ms }: Course, seed: number): Moment[] {
  const { randomInt } = testSurroundings(seed, () => new Date(0));
  return Array.from({ length: killsOfEach }, (_, trial) =>
    trial % 2 === 0
      ? { kind: 'step', step: 1 + placeIn(steps, trial, randomInt) }
      : { kind: 'time', ms: placeIn(Math.ceil(ms * 1000), trial, randomInt) / 1000 },
  );
}

/** `whole`: before and after are the same people and logins, as with a copy. */
type Outcome = 'before' | 'after' | 'whole' | 'half-done' | 'corrupt' | 'false-alarm';

/** Kills, and looks at what is left: as it lies on the disk, and as the next sign-in finds it. */
function trialOf(name: ActionName, scene: Scene, moment: Moment): Promise<Outcome> {
  return inCopy(scene.folder, async ({ file, folder }) => {
    await runKilled(program, { file, action: name, temporary: folder }, moment);
    const swapsFiles = name === 'restore' || name === 'migration';
    if (!swapsFiles && !scene.onDisk.has((await digestOnDisk(file, scene.key)).whole)) return 'half-done';
    const { content, damagedLog } = await afterSignIn(file, scene.key);
    if (damagedLog !== undefined) return 'false-alarm';
    if (content === scene.after) return scene.after === scene.before ? 'whole' : 'after';
    return content === scene.before ? 'before' : 'half-done';
  });
}

async function afterSignIn(file: string, key: Uint8Array) {
  const again = makeDesk({ file, now: nextDay });
  try {
    await again.client.registry.unlock({ passphrase });
    const { database } = openedAt(again.desk);
    const { content } = await soundDigest(database, key);
    for (const snapshot of await listSnapshots(file)) {
      expect(existsSync(snapshot.file)).toBe(true);
      await inFile(snapshot.file, key, (copy) => soundDigest(copy, key));
    }
    return { content, damagedLog: (await again.client.registry.status()).damagedLog };
  } finally {
    again.close();
  }
}

describe.each(Object.keys(actions) as ActionName[])('killed during: %s', (name) => {
  test('the registry is as before it or as after it', { timeout: 900_000 }, async () => {
    const scene = await makeScene(name);
    expect(scene.after === scene.before).toBe(name === 'backup' || name === 'migration');
    const moments = momentsOf(scene.course, name.length);
    const troubles: unknown[] = [];
    const outcomes: Outcome[] = [];
    for (const moment of moments) {
      const outcome = await trialOf(name, scene, moment).catch((error: unknown) => {
        troubles.push({ moment, error: String(error) });
        return 'corrupt' as const;
      });
      outcomes.push(outcome);
      if (outcome === 'half-done' || outcome === 'false-alarm') troubles.push({ moment, outcome });
    }
    report({ what: `kill -9 during ${name}`, tried: moments.length, outcomes: countOutcomes(outcomes) });
    expect(troubles).toEqual([]);
  });
});
