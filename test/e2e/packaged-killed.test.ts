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

const kills = 24;
const pupils = 600;

test('the packed app, killed while it imports, leaves the whole list or nothing of it', async () => {
  test.setTimeout(240_000);
  const profile = await makeSchoolProfile({ seed: 11, pupils, classes: ['5А', '5Б', '6А'], empty: true });
  const begun = performance.now();
  expect(await inCopy(profile, (registry) => importAndKill(profile, registry))).toEqual({
    signal: null,
    people: pupils,
  });
  const wholeMs = performance.now() - begun;
  const outcomes = { whole: 0, nothing: 0, killed: 0 };
  for (let kill = 1; kill <= kills; kill += 1) {
    const afterMs = wholeMs * (0.25 + (0.75 * kill) / kills);
    const { signal, people } = await inCopy(profile, (registry) => importAndKill(profile, registry, afterMs));
    expect([0, pupils]).toContain(people);
    outcomes[people === 0 ? 'nothing' : 'whole'] += 1;
    if (signal === 'SIGKILL') outcomes.killed += 1;
  }
  console.log(`kills of the packed app while it imports: ${JSON.stringify(outcomes)}`);
  expect(outcomes.killed).toBeGreaterThanOrEqual(20);
  rmSync(profile.userData, { recursive: true, force: true });
});

interface Ended {
  readonly signal: NodeJS.Signals | null;
  /** Pupils in the registry when it is opened again. */
  readonly people: number;
}

/** Imports by the packed command line; kills it with all its processes after so many milliseconds. */
async function importAndKill({ csv, passphrase }: SchoolProfile, registry: string, afterMs?: number): Promise<Ended> {
  const { executable, words, env } = startCommand(true);
  const { DIARY_DESK_SQLITE_BINDING: _binding, ...bare } = env;
  const given = [...words, 'import', csv, '--registry', registry, '--json'];
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
  return { signal, people: await countPupils(registry, passphrase) };
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
