import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The project folder. */
export const projectRoot = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

const choiceSchema = z.object({ electronExecutable: z.string(), nativeBinding: z.string().nullable() });

/** The Electron and the SQLite binding that set-up chose for this machine; `npm test` names them in the environment. */
export function runtimeChoice(): z.infer<typeof choiceSchema> {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (named) return { electronExecutable: named, nativeBinding: process.env.DIARY_DESK_SQLITE_BINDING ?? null };
  const file = join(projectRoot, 'node_modules', '.diary-desk-runtime.json');
  return choiceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Chromium's sandbox refuses root; the suite itself runs as an ordinary user, a developer in a container may not. */
export const sandboxed = process.platform !== 'linux' || process.getuid?.() !== 0;

interface StartCommand {
  readonly executable: string;
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** How to start the app: the packed one when `packed`, else the built project folder. */
export function startCommand(packed = false): StartCommand {
  const { electronExecutable, nativeBinding } = runtimeChoice();
  const switches = sandboxed ? [] : ['--no-sandbox'];
  const executable = packed ? process.env.DIARY_DESK_PACKAGED_APP : electronExecutable;
  if (!executable) throw new Error('DIARY_DESK_PACKAGED_APP names no packed app');
  const binding = nativeBinding !== null && !packed ? { DIARY_DESK_SQLITE_BINDING: nativeBinding } : {};
  return { executable, words: packed ? switches : [...switches, projectRoot], env: { ...process.env, ...binding } };
}
