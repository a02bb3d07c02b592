import { sql, type Transaction } from 'kysely';
import type { OpenRegistry } from '../context.ts';
import { asRefusal } from '../refuse.ts';
import type { Schema } from './schema.ts';

/**
 * All changes of `work` or none. A full disk, a read-only folder or a busy file is thrown as a refusal. Inside use only
 * the given transaction: a query on `registry.db` would wait for its end for ever.
 */
export async function write<Result>(
  registry: Pick<OpenRegistry, 'db'>,
  work: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  try {
    return await registry.db.transaction().execute(work);
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * Moves the write-ahead log into the file and empties it. Call it after purging secrets: `secure_delete` wipes the page,
 * but its old text stays in the log until then.
 */
export async function checkpoint(registry: Pick<OpenRegistry, 'db'>): Promise<void> {
  await sql`pragma wal_checkpoint(TRUNCATE)`.execute(registry.db);
}
