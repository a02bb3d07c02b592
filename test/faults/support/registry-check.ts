import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deriveAuditKey, verifyAudit } from '../../../main/registry/db/audit.ts';
import { openDatabase, type RegistryDatabase } from '../../../main/registry/db/open.ts';
import { isSound } from '../../../main/registry/db/self-test.ts';
import { type Keyring, unlockByPassphrase } from '../../../main/registry/vault/keyring.ts';
import { keyringFileOf } from '../../../main/registry/vault/keyring-file.ts';
import { schoolAnswers } from '../../support/desk.ts';
import { type Digest, digestOf } from './digest.ts';

/** The key of a registry file by its first user's passphrase. */
export async function fileKeyOf(registryFile: string): Promise<Uint8Array> {
  const { users } = JSON.parse(readFileSync(keyringFileOf(registryFile), 'utf8')) as Keyring;
  const key = users[0] && (await unlockByPassphrase(users[0], schoolAnswers.passphrase));
  if (!key) throw new Error('the passphrase does not open the keyring');
  return key;
}

/** Does something with a file opened by its key; throws when it does not open. */
export async function inFile<Result>(
  file: string,
  key: Uint8Array,
  work: (database: RegistryDatabase) => Promise<Result>,
): Promise<Result> {
  const outcome = openDatabase(file, key);
  if (outcome.kind !== 'opened') throw new Error(`${basename(file)}: ${outcome.kind}`);
  try {
    return await work(outcome.database);
  } finally {
    outcome.database.close();
  }
}

/** Pages, references and the journal's chain are whole; answers what the file says. Throws with what is not. */
export async function soundDigest(database: RegistryDatabase, key: Uint8Array): Promise<Digest> {
  if (!isSound(database)) throw new Error('a page or a reference is damaged');
  const chain = await verifyAudit(database.db, deriveAuditKey(key));
  if (chain.kind !== 'intact') throw new Error(`the journal is broken at ${chain.at}`);
  return digestOf(database.db);
}

/** What a file says, read from a copy with its log or journal, so that the file itself stays as it was found. */
export async function digestOnDisk(file: string, key: Uint8Array): Promise<Digest> {
  const folder = mkdtempSync(join(dirname(file), 'look-'));
  const copy = join(folder, basename(file));
  // A file closed in order has neither log nor journal.
  for (const part of ['', '-wal', '-journal'].filter((ending) => existsSync(`${file}${ending}`)))
    cpSync(`${file}${part}`, `${copy}${part}`);
  const digest = await inFile(copy, key, (database) => soundDigest(database, key));
  rmSync(folder, { recursive: true });
  return digest;
}
