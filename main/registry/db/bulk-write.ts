import type { Transaction } from 'kysely';
import type { OpenRegistry } from '../context.ts';
import { asRefusal } from '../refuse.ts';
import type { Schema } from './schema.ts';

/**
 * All changes of `work` or none, as `write` does it, for work that touches pages all over the file. New pages then go into
 * the file itself, with a rollback journal for the old ones: by the write-ahead log each would be encrypted twice. A crash
 * is as harmless as ever: the next opening rolls back and returns to the log.
 */
export async function writeMuch<Result>(
  { db, database }: Pick<OpenRegistry, 'db' | 'database'>,
  work: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  // On one connection from first to last, so that nobody else's transaction comes between.
  return db.connection().execute(async (connection) => {
    try {
      database.pragma('journal_mode = delete');
      return await connection.transaction().execute(work);
    } catch (error) {
      throw asRefusal(error);
    } finally {
      returnToLog(database);
    }
  });
}

/** A full disk may refuse even this. Nothing is lost by it: the next opening returns to the log. */
function returnToLog(database: OpenRegistry['database']): void {
  try {
    database.pragma('journal_mode = wal');
  } catch {}
}
