import type { RestoreInput, User } from '../../../shared/contract/registry.ts';
import { mayCall } from '../../../shared/domain/permissions.ts';
import { copyDurably } from '../../durable-files.ts';
import type { DeskContext } from '../context.ts';
import { auditAnchor } from '../db/audit.ts';
import { openDatabase, type RegistryDatabase } from '../db/open.ts';
import { isSound } from '../db/self-test.ts';
import { findSnapshot, type SnapshotFile } from '../db/snapshots.ts';
import { findUser, firstAdministrator } from '../db/users.ts';
import { asRefusal, refuse, refusing } from '../refuse.ts';
import { attemptWasRight, beginAttempt } from '../vault/attempts.ts';
import { type Keyring, unlockByPassphrase, unlockByRecovery } from '../vault/keyring.ts';
import { readKeyring, writeKeyring } from '../vault/keyring-file.ts';
import { readRecoveryCode } from '../vault/recovery-code.ts';
import { forgetIncoming, incomingOf, replaceRegistry } from './replace-registry.ts';

/** The administrator who made the registry. */
const firstUserId = 1;

/**
 * Makes a copy ready to take the place of the registry: asks for an administrator's passphrase (or the recovery code), and
 * opens and checks the copy with it. Refuses with `not-found`, `wrong-passphrase`, `too-many-attempts`, `damaged`.
 */
export async function prepareRestore(
  { desk, surroundings }: DeskContext,
  { snapshotId, userId, passphrase }: RestoreInput,
): Promise<void> {
  const snapshot = await findSnapshot(desk.file, snapshotId);
  const whom = readRecoveryCode(passphrase) === undefined ? (userId ?? firstUserId) : 'recovery';
  await refusing(() => beginAttempt(desk.file, whom, surroundings.now()));
  const opener = await openerOf([desk.file, snapshot.file], userId, passphrase);
  if (opener === undefined) throw refuse('wrong-passphrase');
  await refusing(() => attemptWasRight(desk.file, whom));
  const incoming = incomingOf(desk.file);
  try {
    await forgetIncoming(desk.file);
    await copyDurably(snapshot.file, incoming);
    await assertFit(incoming, snapshot, opener);
    // The journal of the restored file tells of it at the next sign-in.
    await writeKeyring(incoming, { ...opener.keyring, restoredFrom: snapshotId });
  } catch (error) {
    await forgetIncoming(desk.file);
    throw asRefusal(error);
  } finally {
    opener.key.fill(0);
  }
}

/** Lets the prepared copy into the place of the registry, which must be closed; the former files keep the name answered. */
export async function bringIn(registryFile: string): Promise<string> {
  try {
    return await replaceRegistry(registryFile);
  } catch (error) {
    await forgetIncoming(registryFile);
    throw asRefusal(error);
  }
}

/** Who opens the copy and with which keyring: the present one where it still fits, so that a changed passphrase stays changed. */
interface Opener {
  readonly keyring: Keyring;
  readonly key: Uint8Array;
  /** Undefined for the recovery code, which is the first administrator's. */
  readonly userId: number | undefined;
}

async function openerOf(
  files: readonly string[],
  userId: number | undefined,
  secret: string,
): Promise<Opener | undefined> {
  for (const file of files) {
    const found = await refusing(() => readKeyring(file));
    const opener = found.kind === 'found' ? await openerIn(found.keyring, userId, secret) : undefined;
    if (opener !== undefined) return opener;
  }
  return undefined;
}

async function openerIn(keyring: Keyring, userId: number | undefined, secret: string): Promise<Opener | undefined> {
  const user = userId === undefined ? keyring.users[0] : keyring.users.find(({ id }) => id === userId);
  const key = user && (await unlockByPassphrase(user, secret));
  if (key) return { keyring, key, userId: user.id };
  const code = readRecoveryCode(secret);
  const recovered = code === undefined ? undefined : unlockByRecovery(keyring.recovery, code);
  return recovered && { keyring, key: recovered, userId: undefined };
}

/** The copy opens, is sound, ends as its name says, and knows the person as one who may restore. */
async function assertFit(file: string, { anchor }: SnapshotFile, { key, userId }: Opener): Promise<void> {
  const outcome = openDatabase(file, key);
  if (outcome.kind !== 'opened') throw refuse('damaged');
  try {
    if (!isSound(outcome.database)) throw refuse('damaged');
    if (anchor !== '' && anchor !== (await auditAnchor(outcome.database.db))) throw refuse('damaged');
    const user = await whoRestores(outcome.database, userId);
    if (!mayCall('backups.take', user?.role)) throw refuse('wrong-passphrase');
  } finally {
    outcome.database.close();
  }
}

function whoRestores({ db }: RegistryDatabase, userId: number | undefined): Promise<User | undefined> {
  return userId === undefined ? firstAdministrator(db) : findUser(db, userId);
}
