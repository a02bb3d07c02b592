import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { exists, freeNameBeside, nameAlso, renameDurably, syncFile, syncFolder } from '../../durable-files.ts';
import { removeDatabase } from '../db/snapshots.ts';
import { keyringFileOf } from '../vault/keyring-file.ts';

/** Where the registry that comes in is made ready, with its keyring beside it. */
export const incomingOf = (registryFile: string): string => `${registryFile}.unfinished-restore`;

/** While this file is there the incoming registry is complete and has to take its place, come what may. */
const markerOf = (registryFile: string) => `${registryFile}.restoring`;

/**
 * Puts the incoming registry and keyring, which must be complete, in the place of the present ones; these keep a second
 * name, which is answered. A crash at any moment leaves either the former registry or, after `finishReplacing`, the new one.
 */
export async function replaceRegistry(registryFile: string): Promise<string> {
  const aside = await keepAside(registryFile);
  await writeFile(markerOf(registryFile), `${basename(aside)}\n`, { mode: 0o600 });
  await syncFile(markerOf(registryFile));
  await syncFolder(dirname(registryFile));
  await finishReplacing(registryFile);
  return basename(aside);
}

/** Was a replacement cut off after it had been decided? */
export const isReplacing = (registryFile: string): Promise<boolean> => exists(markerOf(registryFile));

/**
 * Ends a replacement that was cut off; nothing happens when there was none. The former log goes before the file whose it
 * is: SQLite would write the former pages into the new file.
 */
export async function finishReplacing(registryFile: string): Promise<void> {
  if (!(await isReplacing(registryFile))) return;
  const incoming = incomingOf(registryFile);
  if (await exists(keyringFileOf(incoming))) await renameDurably(keyringFileOf(incoming), keyringFileOf(registryFile));
  if (await exists(incoming)) {
    for (const log of ['-wal', '-shm', '-journal']) await rm(`${registryFile}${log}`, { force: true });
    await rename(incoming, registryFile);
    await syncFolder(dirname(registryFile));
  }
  await rm(markerOf(registryFile), { force: true });
  await syncFolder(dirname(registryFile));
}

/** Takes away what was made ready; not when it has already been decided to use it. */
export async function forgetIncoming(registryFile: string): Promise<void> {
  if (await isReplacing(registryFile)) return;
  await removeDatabase(incomingOf(registryFile));
  await rm(keyringFileOf(incomingOf(registryFile)), { force: true });
}

/** Second names for the present files; their first names stay until the new ones come. */
async function keepAside(registryFile: string): Promise<string> {
  const aside = await freeNameBeside(registryFile, 'before-restore', (name) => [name, keyringFileOf(name)]);
  for (const [from, to] of [
    [`${registryFile}-wal`, `${aside}-wal`],
    [keyringFileOf(registryFile), keyringFileOf(aside)],
    [registryFile, aside],
  ] as const)
    if (await exists(from)) await nameAlso(from, to);
  return aside;
}
