import type { Transaction } from 'kysely';
import type { PreparedFile } from '../write-privately.ts';
import type { DeskContext, OpenRegistry } from './context.ts';
import { appendAudit } from './db/audit.ts';
import type { Schema } from './db/schema.ts';
import { write } from './db/transaction.ts';
import { activeUsers } from './db/users.ts';
import { keyringOf } from './keyring-of.ts';
import { refusing } from './refuse.ts';
import { type Keyring, lockForUser, settledKeyring, withUser } from './vault/keyring.ts';
import { prepareKeyring, writeKeyring } from './vault/keyring-file.ts';

/** What a change makes of the keyring, and what it answers. */
export interface KeyringChange<Result> {
  readonly keyring: Keyring;
  readonly result: Result;
}

/**
 * Changes the registry and its keyring together. The new keyring is on the disk before the registry commits and only
 * renamed afterwards, so a refusal changes neither. Killed between the two, the registry is ahead: it decides who may
 * sign in, and the next sign-in settles the keyring after it.
 */
export function writeWithKeyring<Result>(
  { desk }: DeskContext,
  registry: OpenRegistry,
  work: (transaction: Transaction<Schema>, keyring: Keyring) => Promise<KeyringChange<Result>>,
): Promise<Result> {
  return refusing(async () => {
    const former = await keyringOf(desk.file);
    let prepared: PreparedFile | undefined;
    try {
      const result = await write(registry, async (transaction) => {
        const change = await work(transaction, former);
        prepared = await prepareKeyring(desk.file, change.keyring);
        return change.result;
      });
      await prepared?.put();
      return result;
    } catch (error) {
      await prepared?.drop();
      throw error;
    }
  });
}

/** A user's lock under a new passphrase; `firstUntil` when somebody else hands it out. */
export function newLock(
  { desk, surroundings }: DeskContext,
  { fileKey }: OpenRegistry,
  user: { readonly id: number; readonly name: string },
  passphrase: string,
  firstUntil?: string,
) {
  const { id, name } = user;
  return lockForUser(fileKey, { id, name, passphrase, cost: desk.argonCost, firstUntil }, surroundings.randomBytes);
}

/** Gives the signed-in person the passphrase that they chose. */
export async function setOwnPassphrase(
  context: DeskContext,
  registry: OpenRegistry,
  passphrase: string,
): Promise<void> {
  const lock = await newLock(context, registry, registry.user, passphrase);
  const event = { now: context.surroundings.now(), action: 'passphrase-changed', subject: registry.user.name } as const;
  await writeWithKeyring(context, registry, async (transaction, keyring) => {
    await appendAudit(transaction, registry, event);
    return { keyring: withUser(keyring, lock), result: undefined };
  });
}

/** Takes locks of people who may not sign in any more out of the keyring, whatever interrupted that before. */
export async function settleKeyring({ desk }: DeskContext, registry: OpenRegistry, keyring: Keyring): Promise<void> {
  const settled = settledKeyring(keyring, await activeUsers(registry.db).execute());
  if (JSON.stringify(settled) !== JSON.stringify(keyring)) await refusing(() => writeKeyring(desk.file, settled));
}
