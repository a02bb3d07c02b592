import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { appDataFolder, registryFileIn } from '../cli/default-registry.ts';

/** Which registry this start of the app serves. */
export interface Place {
  readonly file: string;
  readonly demo: boolean;
}

/**
 * Decides where everything of this start lies, from the words given to the app: `--registry FILE`, `--user-data-dir DIR`,
 * `--demo` (a registry made anew in a folder that is removed at the end, and a profile of its own, so that the practice
 * school can stand beside the real one). Must be called before the single instance lock, which lies in the profile.
 */
export function choosePlace(words: readonly string[]): Place {
  const { values } = parseArgs({ args: [...words], options: placeOptions, strict: false });
  const demo = values.demo === true;
  app.setPath('userData', profileFolder(textOf(values['user-data-dir']), demo));
  const registry = demo ? join(demoFolder(), 'school.desk') : textOf(values.registry);
  return { file: registry ? resolve(registry) : usualFile(), demo };
}

function profileFolder(named: string | undefined, demo: boolean): string {
  const folder = resolve(named ?? appDataFolder(process.env, process.platform, homedir()));
  return demo && named === undefined ? join(folder, 'demo') : folder;
}

/** The folder of the usual file is made by the app; a folder that a person named is not. */
function usualFile(): string {
  const file = registryFileIn(app.getPath('userData'), process.platform);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

const placeOptions = {
  registry: { type: 'string' },
  demo: { type: 'boolean' },
  'user-data-dir': { type: 'string' },
} as const;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function demoFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
