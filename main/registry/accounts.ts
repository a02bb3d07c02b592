import type { Transaction } from 'kysely';
import type { Role } from '../../shared/contract/registry.ts';
import type { Account, FirstPassphrase } from '../../shared/contract/users.ts';
import { type AccountBrief, refusalOfAccount } from '../../shared/domain/accounts.ts';
import { daysAfter } from '../../shared/domain/expiry.ts';
import { firstPassphraseDays, newFirstPassphrase } from '../../shared/domain/first-passphrase.ts';
import { isConfined } from '../../shared/domain/permissions.ts';
import { type KeyringChange, newLock, writeWithKeyring } from './change-keyring.ts';
import type { DeskContext, OpenRegistry } from './context.ts';
import { type AuditEvent, appendAudit } from './db/audit.ts';
import { putClassesOfUser } from './db/reach.ts';
import type { Schema } from './db/schema.ts';
import { insertUser, listUsers, setUserState, type UserRow, updateUser } from './db/users.ts';
import { keyringOf } from './keyring-of.ts';
import { drawFirstPassphraseSheet } from './paper/first-passphrase-sheet.ts';
import { refuse } from './refuse.ts';
import { forgetAttempts } from './vault/attempts.ts';
import { type Keyring, type KeyringUser, withoutUser, withUser } from './vault/keyring.ts';

/** What an administrator enters about a user. */
export interface AccountFields {
  readonly name: string;
  readonly role: Role;
  readonly classIds: readonly number[];
}

/** Every user, with the state of their passphrase. */
export async function listAccounts({ desk, surroundings }: DeskContext, registry: OpenRegistry): Promise<Account[]> {
  const { users: locks } = await keyringOf(desk.file);
  const rows = await listUsers(registry.db);
  return rows.map((row) => ({
    ...row,
    classes: [...row.classes],
    passphrase: passphraseState(
      locks.find(({ id }) => id === row.id),
      surroundings.now(),
    ),
  }));
}

function passphraseState(lock: KeyringUser | undefined, now: Date): Account['passphrase'] {
  if (lock === undefined) return 'none';
  if (lock.firstUntil === undefined) return 'own';
  return now.toISOString() > lock.firstUntil ? 'first-expired' : 'first';
}

/** Adds a user and hands out a first passphrase. */
export function addAccount(context: DeskContext, registry: OpenRegistry, fields: AccountFields) {
  return handOut(context, registry, async (trx, keyring) => {
    const { name, role } = fields;
    assertAllowed(await listUsers(trx), keyring, registry, { id: 0, name, role, active: true, ownPassphrase: false });
    const user = await insertUser(trx, { name, role, now: context.surroundings.now() });
    await putClassesOfUser(trx, user.id, classesFor(fields));
    return { user: await userRow(trx, user.id), action: 'user-added' };
  });
}

/** Gives a user another name, role or classes. */
export function changeAccount(
  context: DeskContext,
  registry: OpenRegistry,
  userId: number,
  fields: AccountFields,
): Promise<void> {
  const { name, role } = fields;
  return writeWithKeyring(context, registry, async (trx, keyring) => {
    const before = await userRow(trx, userId);
    assertAllowed(await listUsers(trx), keyring, registry, { ...briefOf(before, keyring), name, role });
    await updateUser(trx, { id: userId, name, role });
    await putClassesOfUser(trx, userId, classesFor(fields));
    const after = await userRow(trx, userId);
    const detail = { before: toldOf(before), after: toldOf(after) };
    await appendAudit(trx, registry, { ...aboutUser(context, after), action: 'user-changed', detail });
    return { keyring: renamed(keyring, userId, name), result: undefined };
  });
}

/** Takes a user's lock away: for a while, or for good and off the list. */
export function closeAccount(
  context: DeskContext,
  registry: OpenRegistry,
  userId: number,
  how: 'user-disabled' | 'user-removed',
): Promise<void> {
  const at = context.surroundings.now().toISOString();
  return writeWithKeyring(context, registry, async (trx, keyring) => {
    const user = await userRow(trx, userId);
    assertAllowed(await listUsers(trx), keyring, registry, { ...briefOf(user, keyring), active: false });
    await setUserState(trx, userId, { disabledAt: at, ...(how === 'user-removed' && { removedAt: at }) });
    await appendAudit(trx, registry, { ...aboutUser(context, user), action: how });
    return { keyring: withoutUser(keyring, userId), result: undefined };
  });
}

/** Lets a blocked user in again under a first passphrase. */
export function reopenAccount(context: DeskContext, registry: OpenRegistry, userId: number) {
  return handOut(context, registry, async (trx, keyring) => {
    const user = await userRow(trx, userId);
    assertAllowed(await listUsers(trx), keyring, registry, { ...briefOf(user, keyring), active: true });
    await setUserState(trx, userId, { disabledAt: null });
    return { user, action: 'user-enabled' };
  });
}

/** Replaces a user's passphrase by a first one. One's own is changed by oneself, the former one asked. */
export function resetPassphrase(context: DeskContext, registry: OpenRegistry, userId: number) {
  return handOut(context, registry, async (trx) => {
    if (userId === registry.user.id) throw refuse('own-account');
    const user = await userRow(trx, userId);
    if (user.state !== 'active') throw refuse('not-found');
    return { user, action: 'first-passphrase-made' };
  });
}

type ToHandOut = { readonly user: UserRow; readonly action: AuditEvent['action'] };

async function handOut(
  context: DeskContext,
  registry: OpenRegistry,
  work: (trx: Transaction<Schema>, keyring: Keyring) => Promise<ToHandOut>,
): Promise<FirstPassphrase> {
  const { desk, surroundings, documents } = context;
  const passphrase = newFirstPassphrase(surroundings.randomInt);
  const validUntil = `${daysAfter(surroundings.now().toISOString(), firstPassphraseDays)}T23:59:59.000Z`;
  const user = await writeWithKeyring(context, registry, async (trx, keyring): Promise<KeyringChange<UserRow>> => {
    const given = await work(trx, keyring);
    const detail = toldOf(given.user);
    await appendAudit(trx, registry, { ...aboutUser(context, given.user), action: given.action, detail });
    const lock = await newLock(context, registry, given.user, passphrase, validUntil);
    return { keyring: withUser(keyring, lock), result: given.user };
  });
  await forgetAttempts(desk.file, user.id);
  const sheet = { name: user.name, role: user.role, passphrase, validUntil };
  const bytes = await drawFirstPassphraseSheet(registry, sheet, surroundings.now());
  const suggestedName = `first-passphrase-${user.id}.pdf`;
  const documentToken = documents.keep({ bytes, suggestedName, secret: true });
  return { userId: user.id, passphrase, validUntil, documentToken, pages: 1, suggestedName };
}

function assertAllowed(
  users: readonly UserRow[],
  keyring: Keyring,
  registry: OpenRegistry,
  changed: AccountBrief,
): void {
  const accounts = users.map((user) => briefOf(user, keyring));
  const reason = refusalOfAccount(accounts, registry.user.id, changed);
  if (reason) throw refuse(reason);
}

function briefOf({ id, name, role, state }: UserRow, { users }: Keyring): AccountBrief {
  const ownPassphrase = users.some((lock) => lock.id === id && lock.firstUntil === undefined);
  return { id, name, role, active: state === 'active', ownPassphrase };
}

async function userRow(trx: Transaction<Schema>, userId: number): Promise<UserRow> {
  const user = (await listUsers(trx)).find(({ id }) => id === userId);
  if (user === undefined || user.state === 'removed') throw refuse('not-found');
  return user;
}

const classesFor = ({ role, classIds }: AccountFields) => (isConfined(role) ? classIds : []);

const renamed = (keyring: Keyring, userId: number, name: string): Keyring => ({
  ...keyring,
  users: keyring.users.map((lock) => (lock.id === userId ? { ...lock, name } : lock)),
});

const aboutUser = ({ surroundings }: DeskContext, { name }: UserRow) => ({ now: surroundings.now(), subject: name });

const toldOf = ({ name, role, classes }: UserRow) => ({ name, role, classes: classes.map((own) => own.name) });
