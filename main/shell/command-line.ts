import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createWords } from '../../shared/i18n/index.ts';
import { systemLanguage } from '../cli/language.ts';
import { areForCommandLine } from '../cli/verb-names.ts';
import { built } from './built.ts';
import { withoutSwitches } from './given-words.ts';

const startLimitMs = 30_000;

/** The words of the command line when the app was started with one of its verbs; otherwise undefined: open the window. */
export function commandLineWords(words: readonly string[]): readonly string[] | undefined {
  const own = withoutSwitches(words);
  return areForCommandLine(own) ? own : undefined;
}

/**
 * Does what the words say and ends the process with the command's exit code. This thread waits meanwhile, so that
 * Chromium is never started: a nightly job needs no display. See `main/cli/worker.ts` for the cells.
 */
export function runCommandLine(words: readonly string[]): never {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  new Worker(built('main', 'command-line.cjs'), {
    workerData: { words: [...words], cells },
    env: environment(),
  });
  if (Atomics.wait(cells, 0, 0, startLimitMs) === 'timed-out') failToStart();
  Atomics.wait(cells, 0, 1);
  process.exit(Atomics.load(cells, 1));
}

/** A thread does not know where the packed app's resources lie, so it is told where the SQLite binding is. */
function environment(): NodeJS.ProcessEnv {
  const packed = join(process.resourcesPath, 'native', 'better_sqlite3.node');
  const named = process.env.DIARY_DESK_SQLITE_BINDING || !existsSync(packed);
  return named ? process.env : { ...process.env, DIARY_DESK_SQLITE_BINDING: packed };
}

/** Not one line of the command ran: said plainly instead of waiting for ever. */
function failToStart(): never {
  const words = createWords(systemLanguage(process.env));
  writeSync(2, `${words('errors.unexpected.title')}. ${words('errors.unexpected.kept')}\n`);
  process.exit(1);
}
