import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { openInProcess } from '../../main/registry/in-process.ts';
import { realSurroundings } from '../../main/registry/surroundings.ts';
import { leastCost } from '../../main/registry/vault/keyring.ts';
import { startCommand } from './support/runtime.ts';
import { makeSchoolProfile, type SchoolProfile } from './support/school-profile.ts';

test.skip(() => !existsSync(process.env.DIARY_DESK_PACKAGED_APP ?? ''), 'no packed app to test');

const kills = 20;
/** Some runs end before they are killed; so many are begun at the most. */
const mostRuns = 60;
const pupils = 600;

test('the packed app, killed while it imports, leaves the whole list or nothing of it', async () => {
  test.setTimeout(300_000);
  const profile = await makeSchoolProfile({ seed: 11, pupils, classes: ['5А', '5Б', '6А'], empty: true });
  const whole = await inCopy(profile, (registry) => importAndKill(profile, registry));
  expect(whole).toMatchObject({ signal: null, people: pupils });
  const outcomes = { killed: 0, nothing: 0, whole: 0, runs: 0 };
  while (outcomes.killed < kills && outcomes.runs < mostRuns) {
    // Every run is killed a little later than the one before, from its first quarter to its end.
    const afterMs = whole.milliseconds * (0.25 + (0.7 * (outcomes.runs % kills)) / kills);
    const { signal, people } = await inCopy(profile, (registry) => importAndKill(profile, registry, afterMs));
    outcomes.runs += 1;
    expect([0, pupils]).toContain(people);
    if (signal !== 'SIGKILL') continue;
    outcomes.killed += 1;
    outcomes[people === 0 ? 'nothing' : 'whole'] += 1;
  }
  console.log(`kills of the packed app while it imports: ${JSON.stringify(outcomes)}`);
  expect(outcomes.killed).toBe(kills);
  rmSync(profile.userData, { recursive: true, force: true });
});

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
  /** Pupils in the registry when it is opened again. */
  readonly people: number;
}

/** Imports by the packed command line; kills it with all its processes after so many milliseconds. */
async function importAndKill({ csv, passphrase }: SchoolProfile, registry: string, afterMs?: number): Promise<Ended> {
  const { executable, words, env } = startCommand(true);
  const { DIARY_DESK_SQLITE_BINDING: _binding, ...bare } = env;
  const given = [...words, 'import', csv, '--registry', registry, '--json'];
  const begun = performance.now();
  const child = spawn(executable, given, {
    env: { ...bare, DIARY_DESK_PASSPHRASE: passphrase },
    detached: true,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  if (afterMs !== undefined) {
    const first = await Promise.race([ended, wait(afterMs).then(() => undefined)]);
    if (first === undefined && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }
  const [, signal] = await ended;
  const milliseconds = performance.now() - begun;
  return { signal, milliseconds, people: await countPupils(registry, passphrase) };
}

/** Opened a day later: an attempt that was cut off delays the next one. */
async function countPupils(file: string, passphrase: string): Promise<number> {
  const now = () => new Date(Date.now() + 86_400_000);
  const { client, close } = openInProcess({ file, argonCost: leastCost, surroundings: { ...realSurroundings, now } });
  try {
    await client.registry.unlock({ passphrase });
    return (await client.pupils.list({})).total;
  } finally {
    close();
  }
}

async function inCopy<Result>(
  { userData, registry }: SchoolProfile,
  work: (registry: string) => Promise<Result>,
): Promise<Result> {
  const copy = mkdtempSync(join(tmpdir(), 'diary-desk-killed-'));
  try {
    cpSync(userData, copy, { recursive: true });
    return await work(join(copy, relative(userData, registry)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
