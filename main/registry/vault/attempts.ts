import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writePrivately } from '../../write-privately.ts';
import { refuse } from '../refuse.ts';

/** Attempts since the last right passphrase. Kept on disk, so that a restart does not help to guess. */
const attemptsSchema = z.strictObject({ made: z.int().nonnegative(), lastAt: z.iso.datetime() });
type Attempts = z.infer<typeof attemptsSchema>;

const longestDelay = 300;

/** Seconds that must pass after so many wrong attempts: 1, 2, 4 and so on up to 300. */
export function delayAfter(attempts: number): number {
  return attempts === 0 ? 0 : Math.min(2 ** (attempts - 1), longestDelay);
}

/** Whole seconds until the next attempt is accepted. A clock that was set back starts the delay anew. */
export async function secondsToWait(registryFile: string, now: Date): Promise<number> {
  const attempts = await readAttempts(registryFile);
  if (!attempts) return 0;
  const passed = (now.getTime() - Date.parse(attempts.lastAt)) / 1000;
  if (passed >= 0) return Math.max(0, Math.ceil(delayAfter(attempts.made) - passed));
  // A read-only folder is told by the next attempt, which has to be written down.
  await writeAttempts(registryFile, { made: attempts.made, lastAt: now.toISOString() }).catch(() => undefined);
  return delayAfter(attempts.made);
}

/**
 * Counts an attempt before it is made, so that ending the program in between does not help either. Refuses with
 * `too-many-attempts` while the delay lasts.
 */
export async function beginAttempt(registryFile: string, now: Date): Promise<void> {
  const seconds = await secondsToWait(registryFile, now);
  if (seconds > 0) throw refuse('too-many-attempts', { seconds });
  const made = (await readAttempts(registryFile))?.made ?? 0;
  await writeAttempts(registryFile, { made: made + 1, lastAt: now.toISOString() });
}

/** The passphrase was right: forgets the attempts and answers how many wrong ones there were before this one. */
export async function forgetAttempts(registryFile: string): Promise<number> {
  const attempts = await readAttempts(registryFile);
  await rm(fileOf(registryFile), { force: true });
  return Math.max(0, (attempts?.made ?? 0) - 1);
}

const fileOf = (registryFile: string) => `${registryFile}.attempts.json`;

async function readAttempts(registryFile: string): Promise<Attempts | undefined> {
  const text = await readFile(fileOf(registryFile), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return attemptsSchema.safeParse(parsedOrNull(text)).data;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function writeAttempts(registryFile: string, attempts: Attempts): Promise<void> {
  await writePrivately(fileOf(registryFile), Buffer.from(JSON.stringify(attempts)));
}
