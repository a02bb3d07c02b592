import { readFile } from 'node:fs/promises';
import { codeOf } from '../../error-code.ts';
import { type PreparedFile, preparePrivately, writePrivately } from '../../write-privately.ts';
import { type Keyring, keyringSchema } from './keyring.ts';

/** What was found beside the registry. `unreadable`: not our format, or locks cheaper than we accept. */
export type KeyringFound =
  | { readonly kind: 'found'; readonly keyring: Keyring }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' };

/** Place of a registry's keyring. */
export function keyringFileOf(registryFile: string): string {
  return `${registryFile}.keyring.json`;
}

/** Reads the keyring beside a registry file. Errors of the file system other than "no such file" are thrown. */
export async function readKeyring(registryFile: string): Promise<KeyringFound> {
  try {
    return parseKeyring(await readFile(keyringFileOf(registryFile), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
}

/** Writes it, all or nothing: a crash leaves the former keyring or the new one. */
export async function writeKeyring(registryFile: string, keyring: Keyring): Promise<void> {
  await writePrivately(keyringFileOf(registryFile), bytesOf(keyring));
}

/** Has it on the disk beside its place, so that nothing but a rename is left to do once the registry has been written. */
export function prepareKeyring(registryFile: string, keyring: Keyring): Promise<PreparedFile> {
  return preparePrivately(keyringFileOf(registryFile), bytesOf(keyring));
}

const bytesOf = (keyring: Keyring) => Buffer.from(`${JSON.stringify(keyring, null, 2)}\n`);

function parseKeyring(text: string): KeyringFound {
  try {
    const parsed = keyringSchema.safeParse(JSON.parse(text));
    return parsed.success ? { kind: 'found', keyring: parsed.data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}
