import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desk, DeskContext, LockReason, OpenRegistry } from './context.ts';
import { appendAudit } from './db/audit.ts';
import { isInUse, isPlainDatabase } from './db/open.ts';
import { readSettings } from './db/settings.ts';
import { hasSnapshotOfDay, restoreKeyring, takeSnapshot } from './db/snapshots.ts';
import { write } from './db/transaction.ts';
import { findUser, firstAdministrator } from './db/users.ts';
import { keepHouse } from './keep-house.ts';
import { openRegistry, type WhoSignsIn } from './open-registry.ts';
import { refuse, refusing } from './refuse.ts';
import { beginAttempt, forgetAttempts } from './vault/attempts.ts';
import {
  type Keyring,
  lockForRecovery,
  lockForUser,
  unlockByPassphrase,
  unlockByRecovery,
  withUser,
} from './vault/keyring.ts';
import { readKeyring, writeKeyring } from './vault/keyring-file.ts';
import { readRecoveryCode, recoveryCode, recoveryRandomBytes } from './vault/recovery-code.ts';

/** Signs a user in, the first one when none is named. Refuses with `wrong-passphrase` or `too-many-attempts`. */
export async function signIn(
  context: DeskContext,
  { userId, passphrase }: { readonly userId?: number | undefined; readonly passphrase: string },
): Promise<OpenRegistry> {
  const { desk } = context;
  const keyring = await keyringOf(desk.file);
  const user = userId === undefined ? keyring.users[0] : keyring.users.find(({ id }) => id === userId);
  if (!user) throw refuse('wrong-passphrase');
  await refusing(() => beginAttempt(desk.file, context.surroundings.now()));
  const key = await unlockByPassphrase(user, passphrase);
  if (!key) throw refuse('wrong-passphrase');
  const wrongBefore = await refusing(() => forgetAttempts(desk.file));
  const registry = await enter(context, { keyring, key, wrongBefore, who: (db) => findUser(db, user.id) });
  await keepDailyCopy(context, registry);
  await orClose(registry, () => keepHouse(registry, context.surroundings.now()));
  return registry;
}

/** An open registry whose recovery code has just been made. */
export type RecoveredRegistry = OpenRegistry & { readonly recoveryCode: string };

/**
 * Lets the first administrator back in with the recovery code under a new passphrase. The used code is dead from then on;
 * the new one is answered with the open registry.
 */
export async function signInByRecovery(
  context: DeskContext,
  typed: string,
  newPassphrase: string,
): Promise<RecoveredRegistry> {
  const { desk, surroundings } = context;
  const keyring = await keyringOf(desk.file);
  await refusing(() => beginAttempt(desk.file, surroundings.now()));
  const code = readRecoveryCode(typed);
  const key = code === undefined ? undefined : unlockByRecovery(keyring.recovery, code);
  if (!key) throw refuse('wrong-recovery-code');
  const kept = Uint8Array.from(key);
  try {
    const wrongBefore = await refusing(() => forgetAttempts(desk.file));
    const registry = await enter(context, { keyring, key, wrongBefore, who: firstAdministrator });
    return await orClose(registry, () => renewLocks(context, { keyring, key: kept, registry, newPassphrase }));
  } finally {
    kept.fill(0);
  }
}

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

/** Refuses with `in-use` when another process works with the registry. */
export async function assertNotInUse(desk: Desk): Promise<void> {
  if (!(await stat(desk.file).catch(() => undefined))) return;
  if (await refusing(async () => isInUse(desk.file))) throw refuse('in-use');
}

interface NewLocks {
  readonly keyring: Keyring;
  readonly key: Uint8Array;
  readonly registry: OpenRegistry;
  readonly newPassphrase: string;
}

async function renewLocks(context: DeskContext, locks: NewLocks): Promise<RecoveredRegistry> {
  const { keyring, key, registry, newPassphrase } = locks;
  const { desk, surroundings } = context;
  const { now, randomBytes } = surroundings;
  const code = recoveryCode(randomBytes(recoveryRandomBytes));
  const { id, name } = registry.user;
  const user = await lockForUser(key, { id, name, passphrase: newPassphrase, cost: desk.argonCost }, randomBytes);
  const { restoredFrom: _recorded, ...current } = withUser(keyring, user);
  const renewed = { ...current, recovery: lockForRecovery(key, code, randomBytes) };
  await refusing(() => writeKeyring(desk.file, renewed));
  await write(registry, (trx) => appendAudit(trx, registry, { now: now(), action: 'recovered' }));
  return { ...registry, recoveryCode: code };
}

interface AtTheDoor {
  readonly keyring: Keyring;
  readonly key: Uint8Array;
  /** Wrong attempts before the right one. */
  readonly wrongBefore: number;
  readonly who: WhoSignsIn;
}

/** Opens the file and records what happened at its door: refused attempts, a restored copy, this sign-in. */
async function enter(
  context: DeskContext,
  { keyring, key, wrongBefore: count, who }: AtTheDoor,
): Promise<OpenRegistry> {
  const { desk, surroundings } = context;
  desk.lock('asked');
  const now = surroundings.now();
  const registry = await openRegistry(desk, key, now, who);
  return orClose(registry, async () => {
    const { restoredFrom: subject, ...settled } = keyring;
    await write(registry, async (trx) => {
      if (subject !== undefined) await appendAudit(trx, registry, { now, action: 'restored', subject });
      if (count > 0) await appendAudit(trx, registry, { now, action: 'sign-in-refused', count });
      await appendAudit(trx, registry, { now, action: 'signed-in' });
    });
    if (subject !== undefined) await refusing(() => writeKeyring(desk.file, settled));
    return registry;
  });
}

/** What failed after opening leaves nothing open. */
async function orClose<Result>(registry: OpenRegistry, work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    registry.database.close();
    throw error;
  });
}

/** A copy a day. It must not keep anybody from work: a full disk is told by the next write. */
async function keepDailyCopy({ surroundings }: DeskContext, registry: OpenRegistry): Promise<void> {
  const now = surroundings.now();
  if (await hasSnapshotOfDay(registry.file, now)) return;
  await takeSnapshot(registry.database, 'daily', now).catch(() => undefined);
}

/** Seats the registry at the desk and answers the school's name; the shell hears after how many idle minutes to lock. */
export async function seat(desk: Desk, registry: OpenRegistry): Promise<string> {
  const { schoolName, autoLockMinutes } = await orClose(registry, () => readSettings(registry.db));
  desk.open(registry, autoLockMinutes);
  return schoolName;
}

const longestFarewellMs = 2000;

/** Locks the desk and records it; a long write under way does not hold the lock up, it is taken back as a whole. */
export async function signOut({ desk, surroundings }: DeskContext, why: LockReason): Promise<void> {
  const registry = desk.opened();
  if (!registry) return;
  const event = { now: surroundings.now(), action: 'locked', subject: why } as const;
  const recorded = write(registry, (trx) => appendAudit(trx, registry, event)).catch(() => undefined);
  await Promise.race([recorded, pause(longestFarewellMs, undefined, { ref: false })]);
  if (desk.opened() === registry) desk.lock(why);
}
