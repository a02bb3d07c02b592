import type { Kysely } from 'kysely';
import type { User } from '../../shared/contract/registry.ts';
import type { Desk, OpenRegistry } from './context.ts';
import { deriveAuditKey, lastLineAt } from './db/audit.ts';
import { migrate, migrations, schemaState } from './db/migrate.ts';
import { openDatabase, type RegistryDatabase } from './db/open.ts';
import type { Schema } from './db/schema.ts';
import { brokenPromises, isSound } from './db/self-test.ts';
import { takeSnapshot } from './db/snapshots.ts';
import { forgetKeptLog, type KeptLog, keepDamagedLog } from './keep-damaged-log.ts';
import { asRefusal, isRefusedFor, refuse } from './refuse.ts';

/** Who signs in, looked up once the registry can be read; undefined when nobody may. */
export type WhoSignsIn = (db: Kysely<Schema>) => Promise<User | undefined>;

/**
 * Opens the desk's file with its key, checks the engine and every page, brings an older schema up to date (a copy is kept
 * first), and wipes the key. A damaged log is copied aside first, and told of in the answer. Refuses with `in-use`, `damaged` (then the desk is marked), `not-a-registry`,
 * `newer-registry`, `self-test-failed`, or `wrong-passphrase` when the user may not sign in any more.
 */
export async function openRegistry(desk: Desk, key: Uint8Array, now: Date, who: WhoSignsIn): Promise<OpenRegistry> {
  const auditKey = deriveAuditKey(key);
  try {
    const keptLog = await keepDamagedLog(desk.file);
    const database = await openFile(desk.file, key, keptLog);
    const found = await checked(database, { now, who, keptLog }).catch((error: unknown) => {
      database.close();
      throw error;
    });
    const fileKey = Uint8Array.from(key);
    return { file: desk.file, db: database.db, database, auditKey, fileKey, ...found, recoveryCode: undefined };
  } catch (error) {
    const refusal = asRefusal(error);
    if (isRefusedFor(refusal, 'damaged')) desk.markDamaged(true);
    throw refusal;
  } finally {
    key.fill(0);
  }
}

async function openFile(file: string, key: Uint8Array, keptLog: KeptLog | undefined): Promise<RegistryDatabase> {
  const outcome = await orForget(file, keptLog, () => openDatabase(file, key));
  switch (outcome.kind) {
    case 'opened':
      return outcome.database;
    case 'wrong-key':
      // The keyring vouches for the key, so it is the file that is not what it was.
      throw refuse('damaged');
    case 'not-a-registry':
      throw refuse('not-a-registry');
  }
}

async function orForget<Result>(file: string, keptLog: KeptLog | undefined, work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    if (keptLog !== undefined && isRefusedFor(asRefusal(error), 'in-use')) await forgetKeptLog(file, keptLog);
    throw error;
  }
}

interface Opening {
  readonly now: Date;
  readonly who: WhoSignsIn;
  readonly keptLog: KeptLog | undefined;
}

async function checked(
  database: RegistryDatabase,
  { now, who, keptLog }: Opening,
): Promise<Pick<OpenRegistry, 'user' | 'damagedLog'>> {
  if (brokenPromises(database).length > 0) throw refuse('self-test-failed');
  if (!isSound(database)) throw refuse('damaged');
  // What could not be read must not stay behind new changes: the next opening would find it again.
  if (keptLog !== undefined) database.pragma('wal_checkpoint(TRUNCATE)');
  await bringUpToDate(database, now);
  const user = await who(database.db);
  if (!user) throw refuse('wrong-passphrase');
  return { user, damagedLog: keptLog && { ...keptLog, lastLineAt: await lastLineAt(database.db) } };
}

/** Runs pending migrations after keeping a copy; refuses with `newer-registry` or `not-a-registry`. */
export async function bringUpToDate(database: RegistryDatabase, now: Date, steps = migrations): Promise<void> {
  switch (schemaState(database, steps)) {
    case 'current':
      return;
    case 'behind':
      await takeSnapshot(database, 'migration', now);
      migrate(database, steps);
      return;
    case 'newer':
      throw refuse('newer-registry');
    case 'empty':
    case 'foreign':
      throw refuse('not-a-registry');
  }
}
