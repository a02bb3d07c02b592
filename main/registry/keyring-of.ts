import { stat } from 'node:fs/promises';
import { isPlainDatabase } from './db/open.ts';
import { restoreKeyring } from './db/snapshots.ts';
import { refuse, refusing } from './refuse.ts';
import type { Keyring } from './vault/keyring.ts';
import { readKeyring } from './vault/keyring-file.ts';

/** The keyring, taken back from the newest copy when it is gone. Refuses with `keyring-missing`, `not-a-registry`. */
export async function keyringOf(file: string): Promise<Keyring> {
  const found = await refusing(() => readKeyring(file));
  if (found.kind === 'found') return found.keyring;
  if ((await stat(file).catch(() => undefined)) && isPlainDatabase(file)) throw refuse('not-a-registry');
  const again =
    found.kind === 'missing' && (await refusing(() => restoreKeyring(file))) ? await readKeyring(file) : found;
  if (again.kind === 'found') return again.keyring;
  throw refuse(again.kind === 'missing' ? 'keyring-missing' : 'damaged');
}
