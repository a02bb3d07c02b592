import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { readFirstPassphrase } from '../../../shared/domain/first-passphrase.ts';
import { recoveryBytes } from './recovery-code.ts';

/** Cost of Argon2id: memory in KiB, passes over it, lanes. */
export interface ArgonCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** About half a second on an office computer. */
export const usualCost: ArgonCost = { memoryKib: 64 * 1024, passes: 3, lanes: 4 };

/** The least that is accepted, also on reading: somebody could write a cheaper one into the file (OWASP's minimum). */
export const leastCost: ArgonCost = { memoryKib: 19 * 1024, passes: 2, lanes: 1 };

const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

/** A damaged letter may change the length, which the cipher would answer with an error instead of a refusal. */
const bytes = (length: number) => z.base64().refine((text) => decode(text).length === length);
const lockedKeySchema = z.strictObject({ nonce: bytes(nonceBytes), key: bytes(keyBytes), tag: bytes(tagBytes) });
const costSchema = z.strictObject({
  memoryKib: z
    .int()
    .min(leastCost.memoryKib)
    .max(1024 * 1024),
  passes: z.int().min(leastCost.passes).max(64),
  lanes: z.int().min(leastCost.lanes).max(64),
});

/** The keyring file: the registry's key, locked once for each user and once for the recovery code. Not secret. */
export const keyringSchema = z.strictObject({
  format: z.literal(1),
  users: z
    .array(
      z.strictObject({
        id: z.int().positive(),
        name: z.string(),
        salt: bytes(saltBytes),
        cost: costSchema,
        locked: lockedKeySchema,
        /** Set on a passphrase that somebody else handed out: until when it is accepted, and only to choose an own one. */
        firstUntil: z.iso.datetime().optional(),
      }),
    )
    .min(1),
  recovery: z.strictObject({ salt: bytes(saltBytes), locked: lockedKeySchema }),
  /** The copy that the registry was restored from, until the next sign-in writes it into the journal. */
  restoredFrom: z.string().optional(),
});
export type Keyring = z.infer<typeof keyringSchema>;
type LockedKey = z.infer<typeof lockedKeySchema>;
export type KeyringUser = Keyring['users'][number];

export type RandomBytes = (length: number) => Uint8Array;

/** Who opens with which passphrase. */
export interface UserSecret {
  readonly id: number;
  readonly name: string;
  readonly passphrase: string;
  readonly cost: ArgonCost;
  /** Until when the passphrase is accepted, if it is a first one. */
  readonly firstUntil?: string | undefined;
}

/** A new key for a new registry file. */
export function newFileKey(randomBytes: RandomBytes): Uint8Array {
  return randomBytes(keyBytes);
}

/** Locks the file's key for a user. */
export async function lockForUser(
  fileKey: Uint8Array,
  user: UserSecret,
  randomBytes: RandomBytes,
): Promise<KeyringUser> {
  const salt = randomBytes(saltBytes);
  const key = await passphraseKey(user.passphrase, salt, user.cost);
  const locked = lockKey(fileKey, key, labelOfUser(user.id), randomBytes);
  const { id, name, cost, firstUntil } = user;
  return { id, name, salt: encode(salt), cost: { ...cost }, locked, ...(firstUntil !== undefined && { firstUntil }) };
}

/** Locks the file's key for a recovery code; 160 random bits need no slow derivation. */
export function lockForRecovery(fileKey: Uint8Array, code: string, randomBytes: RandomBytes): Keyring['recovery'] {
  const salt = randomBytes(saltBytes);
  return { salt: encode(salt), locked: lockKey(fileKey, recoveryKey(code, salt), recoveryLabel, randomBytes) };
}

/** The file's key by a user's passphrase; undefined when the passphrase is wrong. */
export async function unlockByPassphrase(user: KeyringUser, passphrase: string): Promise<Uint8Array | undefined> {
  const meant = user.firstUntil === undefined ? passphrase : readFirstPassphrase(passphrase);
  const key = await passphraseKey(meant, decode(user.salt), user.cost);
  return unlockKey(user.locked, key, labelOfUser(user.id));
}

/** The file's key by the recovery code as typed; undefined when it is wrong. */
export function unlockByRecovery(recovery: Keyring['recovery'], code: string): Uint8Array | undefined {
  return unlockKey(recovery.locked, recoveryKey(code, decode(recovery.salt)), recoveryLabel);
}

/** The keyring with this user's lock in place of the former one, or added. */
export function withUser(keyring: Keyring, user: KeyringUser): Keyring {
  const others = keyring.users.filter(({ id }) => id !== user.id);
  return { ...keyring, users: [...others, user].sort((a, b) => a.id - b.id) };
}

/** The keyring without this user's lock. */
export function withoutUser(keyring: Keyring, id: number): Keyring {
  return { ...keyring, users: keyring.users.filter((user) => user.id !== id) };
}

/** The keyring as the registry says it should be: locks only of those who may sign in, under their present names. */
export function settledKeyring(
  keyring: Keyring,
  active: readonly { readonly id: number; readonly name: string }[],
): Keyring {
  const { restoredFrom: _recorded, ...kept } = keyring;
  const names = new Map(active.map(({ id, name }) => [id, name]));
  const users = keyring.users.flatMap((user) => {
    const name = names.get(user.id);
    return name === undefined ? [] : [{ ...user, name }];
  });
  return { ...kept, users };
}

const recoveryLabel = 'diary-desk 1 recovery';
const labelOfUser = (id: number) => `diary-desk 1 user ${id}`;

/** Passphrases typed on different keyboards may differ in composition only, so they are compared in NFKC. */
function passphraseKey(passphrase: string, salt: Uint8Array, cost: ArgonCost): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memoryKib,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: keyBytes,
    outputType: 'binary',
  });
}

function recoveryKey(code: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', recoveryBytes(code), salt, recoveryLabel, keyBytes));
}

/** AES-256-GCM; the label ties the lock to its owner, so that locks cannot be exchanged. Wipes the locking key. */
function lockKey(fileKey: Uint8Array, key: Uint8Array, label: string, randomBytes: RandomBytes): LockedKey {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  const locked = Buffer.concat([cipher.update(fileKey), cipher.final()]);
  key.fill(0);
  return { nonce: encode(nonce), key: encode(locked), tag: encode(cipher.getAuthTag()) };
}

function unlockKey(locked: LockedKey, key: Uint8Array, label: string): Uint8Array | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, decode(locked.nonce), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(label)).setAuthTag(decode(locked.tag));
  const start = decipher.update(decode(locked.key));
  try {
    decipher.final();
    return Uint8Array.from(start);
  } catch {
    return undefined;
  } finally {
    start.fill(0);
    key.fill(0);
  }
}

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
function decode(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
