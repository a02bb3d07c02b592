import { randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { createInputSchema, User } from '../../shared/contract/registry.ts';
import { codeOf } from '../error-code.ts';
import type { Desk, OpenRegistry, Surroundings } from './context.ts';
import { beginAcademicYear } from './db/academic-years.ts';
import { appendAudit, deriveAuditKey } from './db/audit.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase, type RegistryDatabase } from './db/open.ts';
import { firstSettings, writeSettings } from './db/settings.ts';
import { write } from './db/transaction.ts';
import { findUser, insertUser } from './db/users.ts';
import { openRegistry } from './open-registry.ts';
import { asRefusal, refuse, refusing } from './refuse.ts';
import { assertSafeFolder } from './safe-folder.ts';
import { lockForRecovery, lockForUser, newFileKey } from './vault/keyring.ts';
import { keyringFileOf, writeKeyring } from './vault/keyring-file.ts';
import { recoveryCode, recoveryRandomBytes } from './vault/recovery-code.ts';

/** What a person answered to make a registry. */
export type RegistryAnswers = z.infer<typeof createInputSchema>;

/**
 * Makes the file, its keyring and the first administrator under other names, then puts them in place: an interrupted or
 * refused creation (`exists-already`, `folder-missing`, `read-only`, `disk-full`) leaves nothing behind. Opens the new
 * registry, with its recovery code.
 */
export async function createRegistry(
  desk: Desk,
  answers: RegistryAnswers,
  surroundings: Surroundings,
): Promise<OpenRegistry & { readonly recoveryCode: string }> {
  await assertSafeFolder(desk.file);
  await refusing(() => assertPlaceIsFree(desk.file));
  const key = newFileKey(surroundings.randomBytes);
  const code = recoveryCode(surroundings.randomBytes(recoveryRandomBytes));
  const unfinished = `${desk.file}.unfinished-${randomUUID()}`;
  try {
    const user = await fillFile(unfinished, key, answers, surroundings.now());
    await writeFirstKeyring(desk, { key, code, user, passphrase: answers.passphrase }, surroundings);
    await rename(unfinished, desk.file);
    const registry = await openRegistry(desk, key, surroundings.now(), (db) => findUser(db, user.id));
    return { ...registry, recoveryCode: code };
  } catch (error) {
    await clearAway(desk.file, unfinished);
    throw asRefusal(error);
  } finally {
    key.fill(0);
  }
}

async function assertPlaceIsFree(file: string): Promise<void> {
  if (!(await exists(dirname(file)))) throw refuse('folder-missing');
  if (await exists(file)) throw refuse('exists-already');
  for (const orphan of [keyringFileOf(file), `${file}-wal`, `${file}-journal`]) await keepOrphan(orphan);
}

/**
 * What lies here without its registry may belong to a file that was only moved away: it is never overwritten, and its log
 * must not be taken for the new file's.
 */
async function keepOrphan(orphan: string): Promise<void> {
  for (let number = 1; await exists(orphan); number += 1) {
    const aside = `${orphan}.before-create-${number}`;
    if (!(await exists(aside))) await rename(orphan, aside);
  }
}

async function fillFile(file: string, key: Uint8Array, answers: RegistryAnswers, now: Date): Promise<User> {
  const outcome = openDatabase(file, key, { create: true });
  if (outcome.kind !== 'opened') throw refuse('exists-already');
  try {
    migrate(outcome.database);
    return await writeFirstRows(outcome.database, deriveAuditKey(key), answers, now);
  } finally {
    outcome.database.close();
  }
}

function writeFirstRows(
  { db }: RegistryDatabase,
  auditKey: Uint8Array,
  answers: RegistryAnswers,
  now: Date,
): Promise<User> {
  const { schoolName, diarySystemId, diaryAddress, language } = answers;
  return write({ db }, async (trx) => {
    const user = await insertUser(trx, { name: answers.userName, role: 'administrator', now });
    const chosen = { schoolName, diarySystemId, diaryAddress, language, slipLanguage: language };
    await writeSettings(trx, { ...firstSettings, ...chosen });
    await beginAcademicYear(trx, now.toISOString().slice(0, 10));
    await appendAudit(trx, { auditKey, user }, { now, action: 'registry-created' });
    return user;
  });
}

interface FirstSecrets {
  readonly key: Uint8Array;
  readonly code: string;
  readonly user: User;
  readonly passphrase: string;
}

async function writeFirstKeyring(desk: Desk, secrets: FirstSecrets, surroundings: Surroundings): Promise<void> {
  const { key, code, user, passphrase } = secrets;
  const { randomBytes } = surroundings;
  const owner = { id: user.id, name: user.name, passphrase, cost: desk.argonCost };
  await writeKeyring(desk.file, {
    format: 1,
    users: [await lockForUser(key, owner, randomBytes)],
    recovery: lockForRecovery(key, code, randomBytes),
  });
}

async function clearAway(file: string, unfinished: string): Promise<void> {
  for (const part of ['', '-wal', '-journal']) await rm(`${unfinished}${part}`, { force: true });
  if (!(await exists(file))) await rm(keyringFileOf(file), { force: true });
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}
