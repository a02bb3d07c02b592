import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { keepCopy } from './backups/keep-copy.ts';
import { finishReplacing } from './backups/replace-registry.ts';
import { newLock, setOwnPassphrase, settleKeyring, writeWithKeyring } from './change-keyring.ts';
import type { Desk, DeskContext, LockReason, OpenRegistry } from './context.ts';
import { appendAudit } from './db/audit.ts';
import { isInUse } from './db/open.ts';
import type { Schema } from './db/schema.ts';
import { readSettings } from './db/settings.ts';
import { hasSnapshotOfDay } from './db/snapshots.ts';
import { write } from './db/transaction.ts';
import { findUser, firstAdministrator, nameOfUser } from './db/users.ts';
import { closeRegistry } from './desk.ts';
import { forgetKeptLog, keepDamagedLog } from './keep-damaged-log.ts';
import { keepHouse } from './keep-house.ts';
import { keyringOf } from './keyring-of.ts';
import { openRegistry, type WhoSignsIn } from './open-registry.ts';
import { refuse, refusing } from './refuse.ts';
import { assertSafeFolder } from './safe-folder.ts';
import { allTold, attemptWasRight, beginAttempt, type UntoldAttempts, untoldAttempts } from './vault/attempts.ts';
import {
  type Keyring,
  type KeyringUser,
  lockForRecovery,
  unlockByPassphrase,
  unlockByRecovery,
  withUser,
} from './vault/keyring.ts';
import { assertGoodPassphrase } from './vault/passphrase-rules.ts';
import { readRecoveryCode, recoveryCode, recoveryRandomBytes } from './vault/recovery-code.ts';

/** Who signs in and how; `newPassphrase` replaces a first one. */
export interface SignIn {
  readonly userId?: number | undefined;
  readonly passphrase: string;
  readonly newPassphrase?: string | undefined;
}

/**
 * Signs a user in, the first one when none is named. Refuses with `wrong-passphrase`, `too-many-attempts`, and a first
 * passphrase with `own-passphrase-needed` or `first-passphrase-expired`.
 */
export async function signIn(context: DeskContext, given: SignIn): Promise<OpenRegistry> {
  const { desk, surroundings } = context;
  await assertSafeFolder(desk.file);
  await refusing(() => finishReplacing(desk.file));
  const keyring = await keyringOf(desk.file);
  const { users } = keyring;
  const user = given.userId === undefined ? users[0] : users.find(({ id }) => id === given.userId);
  if (!user) throw refuse('wrong-passphrase');
  await refusing(() => beginAttempt(desk.file, user.id, surroundings.now()));
  const key = await unlockByPassphrase(user, given.passphrase);
  if (!key) throw refuse('wrong-passphrase');
  await refusing(() => attemptWasRight(desk.file, user.id));
  const own = orWipe(key, () => ownPassphrase(user, given, surroundings.now()));
  const registry = await enter(context, { keyring, key, who: (db) => findUser(db, user.id) });
  if (own !== undefined) await orClose(registry, () => setOwnPassphrase(context, registry, own));
  await keepDailyCopy(context, registry);
  await orClose(registry, () => keepHouse(registry, surroundings.now()));
  return registry;
}

function orWipe<Result>(key: Uint8Array, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

/** The passphrase that replaces a first one; undefined when the user has an own one already. */
function ownPassphrase({ firstUntil, name }: KeyringUser, given: SignIn, now: Date): string | undefined {
  if (firstUntil === undefined) return undefined;
  if (now.toISOString() > firstUntil) throw refuse('first-passphrase-expired');
  if (given.newPassphrase === undefined) throw refuse('own-passphrase-needed');
  assertGoodPassphrase(given.newPassphrase, [name, given.passphrase]);
  return given.newPassphrase;
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
  await assertSafeFolder(desk.file);
  await refusing(() => finishReplacing(desk.file));
  const keyring = await keyringOf(desk.file);
  await refusing(() => beginAttempt(desk.file, 'recovery', surroundings.now()));
  const code = readRecoveryCode(typed);
  const key = code === undefined ? undefined : unlockByRecovery(keyring.recovery, code);
  if (!key) throw refuse('wrong-recovery-code');
  await refusing(() => attemptWasRight(desk.file, 'recovery'));
  const registry = await enter(context, { keyring, key, who: firstAdministrator });
  return orClose(registry, () => renewLocks(context, registry, newPassphrase));
}

/** Refuses with `in-use` when another process works with the registry. Asking empties its log, so a damaged one is kept. */
export async function assertNotInUse(desk: Desk): Promise<void> {
  if (!(await stat(desk.file).catch(() => undefined))) return;
  const keptLog = await refusing(() => keepDamagedLog(desk.file));
  if (!(await refusing(async () => isInUse(desk.file)))) return;
  if (keptLog !== undefined) await forgetKeptLog(desk.file, keptLog);
  throw refuse('in-use');
}

async function renewLocks(
  context: DeskContext,
  registry: OpenRegistry,
  newPassphrase: string,
): Promise<RecoveredRegistry> {
  const { now, randomBytes } = context.surroundings;
  const code = recoveryCode(randomBytes(recoveryRandomBytes));
  const user = await newLock(context, registry, registry.user, newPassphrase);
  const recovery = lockForRecovery(registry.fileKey, code, randomBytes);
  await writeWithKeyring(context, registry, async (trx, keyring) => {
    await appendAudit(trx, registry, { now: now(), action: 'recovered' });
    return { keyring: { ...withUser(keyring, user), recovery }, result: undefined };
  });
  return { ...registry, recoveryCode: code };
}

interface AtTheDoor {
  readonly keyring: Keyring;
  readonly key: Uint8Array;
  readonly who: WhoSignsIn;
}

/** Opens the file, records what happened at its door (refused attempts, a restored copy, this sign-in), settles the keyring. */
async function enter(context: DeskContext, { keyring, key, who }: AtTheDoor): Promise<OpenRegistry> {
  const { desk, surroundings } = context;
  desk.lock('asked');
  const now = surroundings.now();
  const registry = await openRegistry(desk, key, now, who);
  return orClose(registry, async () => {
    const attempts = await untoldAttempts(desk.file);
    const { restoredFrom: subject } = keyring;
    await write(registry, async (trx) => {
      if (subject !== undefined) await appendAudit(trx, registry, { now, action: 'restored', subject });
      if (registry.damagedLog !== undefined) await tellDamagedLog(trx, registry, now, registry.damagedLog);
      for (const refused of attempts) await tellAttempts(trx, registry, now, refused);
      await appendAudit(trx, registry, { now, action: 'signed-in' });
    });
    await refusing(() => allTold(desk.file));
    await settleKeyring(context, registry, keyring);
    return registry;
  });
}

function tellDamagedLog(
  trx: Transaction<Schema>,
  registry: OpenRegistry,
  now: Date,
  { keptAs: subject, unread: count, certain }: NonNullable<OpenRegistry['damagedLog']>,
): Promise<void> {
  return appendAudit(trx, registry, { now, action: 'log-damaged', subject, count, detail: { certain } });
}

/** From this wait on, somebody was locked out and did not just mistype. */
const lockOutSeconds = 16;

async function tellAttempts(
  trx: Transaction<Schema>,
  registry: OpenRegistry,
  now: Date,
  { whom, count, delay, lastAt }: UntoldAttempts,
): Promise<void> {
  const user = whom === 'recovery' ? undefined : await nameOfUser(trx, whom);
  const told = { now, subject: user ?? String(whom), detail: { lastAt } };
  await appendAudit(trx, registry, { ...told, action: 'sign-in-refused', count });
  if (delay >= lockOutSeconds) await appendAudit(trx, registry, { ...told, action: 'locked-out', count: delay });
}

/** What failed after opening leaves nothing open. */
async function orClose<Result>(registry: OpenRegistry, work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    closeRegistry(registry);
    throw error;
  });
}

/** A copy a day. It must not keep anybody from work: a full disk is told by the next write. */
async function keepDailyCopy({ surroundings }: DeskContext, registry: OpenRegistry): Promise<void> {
  const now = surroundings.now();
  if (await hasSnapshotOfDay(registry.file, now)) return;
  await keepCopy(registry, 'daily', now).catch(() => undefined);
}

/**
 * Seats the registry at the desk of somebody who has just entered a passphrase, and answers the school's name; the shell
 * hears after how many idle minutes to lock.
 */
export async function seat({ desk, surroundings }: DeskContext, registry: OpenRegistry): Promise<string> {
  const { schoolName, autoLockMinutes } = await orClose(registry, () => readSettings(registry.db));
  desk.open(registry, autoLockMinutes);
  desk.confirm({ signedInAt: surroundings.now() });
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
