import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Rows that this connection has written since the registry was opened. Nobody else can write while it is open, so two equal
 * counts mean that nothing has changed between them.
 */
export async function countWrittenRows(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db.withoutPlugins());
  return rows[0]?.n ?? 0;
}
