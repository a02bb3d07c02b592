import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writePrivately } from '../../write-privately.ts';
import { refuse } from '../refuse.ts';

/** Who is guessed at: a user's id, or the recovery code. */
export type Guessed = number | 'recovery';

/**
 * `made`: attempts since the last right one. `untold`: wrong ones that the journal, closed while they were made, does not
 * have yet. Kept on disk, so that a restart does not help to guess.
 */
const attemptsSchema = z.strictObject({
  made: z.int().nonnegative(),
  untold: z.int().nonnegative(),
  lastAt: z.iso.datetime(),
});
const fileSchema = z.record(z.string().regex(/^(?:\d+|recovery)$/), attemptsSchema);
type Attempts = z.infer<typeof attemptsSchema>;
type AttemptsFile = Readonly<Record<string, Attempts>>;

const longestDelay = 300;

/** Seconds that must pass after so many wrong attempts: 1, 2, 4 and so on up to 300. */
export function delayAfter(attempts: number): number {
  return attempts === 0 ? 0 : Math.min(2 ** (attempts - 1), longestDelay);
}

/**
 * Whole seconds until the next attempt at this one is accepted; others need not wait. A clock that was set back starts the
 * delay anew.
 */
export async function secondsToWait(registryFile: string, whom: Guessed, now: Date): Promise<number> {
  const all = await readAttempts(registryFile);
  const attempts = all[whom];
  if (!attempts) return 0;
  const passed = (now.getTime() - Date.parse(attempts.lastAt)) / 1000;
  if (passed >= 0) return Math.max(0, Math.ceil(delayAfter(attempts.made) - passed));
  const anew = { ...all, [whom]: { ...attempts, lastAt: now.toISOString() } };
  // A read-only folder is told by the next attempt, which has to be written down.
  await writeAttempts(registryFile, anew).catch(() => undefined);
  return delayAfter(attempts.made);
}

/**
 * Counts an attempt before it is made, so that ending the program in between does not help either. Refuses with
 * `too-many-attempts` while the delay lasts.
 */
export async function beginAttempt(registryFile: string, whom: Guessed, now: Date): Promise<void> {
  const seconds = await secondsToWait(registryFile, whom, now);
  if (seconds > 0) throw refuse('too-many-attempts', { seconds });
  const all = await readAttempts(registryFile);
  const { made, untold } = all[whom] ?? { made: 0, untold: 0 };
  const counted = { made: made + 1, untold: untold + 1, lastAt: now.toISOString() };
  await writeAttempts(registryFile, { ...all, [whom]: counted });
}

/** The attempt was right: the next one need not wait. */
export async function attemptWasRight(registryFile: string, whom: Guessed): Promise<void> {
  const all = await readAttempts(registryFile);
  const { untold = 1, lastAt = new Date(0).toISOString() } = all[whom] ?? {};
  await writeAttempts(registryFile, { ...all, [whom]: { made: 0, untold: Math.max(0, untold - 1), lastAt } });
}

/** A passphrase was handed out anew: former attempts at this one do not delay it. */
export async function forgetAttempts(registryFile: string, whom: Guessed): Promise<void> {
  const { [String(whom)]: _forgotten, ...others } = await readAttempts(registryFile);
  await writeAttempts(registryFile, others);
}

/** Wrong attempts at one user or the recovery code, for the journal; `delay` in seconds was the longest wait they brought. */
export interface UntoldAttempts {
  readonly whom: Guessed;
  readonly count: number;
  readonly delay: number;
  readonly lastAt: string;
}

/** What the journal has not been told; call `allTold` once it was. */
export async function untoldAttempts(registryFile: string): Promise<UntoldAttempts[]> {
  const all = Object.entries(await readAttempts(registryFile));
  return all.flatMap(([whom, { untold, lastAt }]) =>
    untold === 0
      ? []
      : [{ whom: whom === 'recovery' ? whom : Number(whom), count: untold, delay: delayAfter(untold), lastAt }],
  );
}

/** The journal has them all; what still delays stays. */
export async function allTold(registryFile: string): Promise<void> {
  const all = Object.entries(await readAttempts(registryFile));
  if (all.length === 0) return;
  const left = all.filter(([, { made }]) => made > 0).map(([whom, attempts]) => [whom, { ...attempts, untold: 0 }]);
  await writeAttempts(registryFile, Object.fromEntries(left));
}

const fileOf = (registryFile: string) => `${registryFile}.attempts.json`;

async function readAttempts(registryFile: string): Promise<AttemptsFile> {
  const text = await readFile(fileOf(registryFile), 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  return fileSchema.safeParse(parsedOrNull(text)).data ?? {};
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function writeAttempts(registryFile: string, attempts: AttemptsFile): Promise<void> {
  await writePrivately(fileOf(registryFile), Buffer.from(JSON.stringify(attempts)));
}
