import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The second folder for copies and the moment of the newest copy that got there. */
export interface AwayFolder {
  readonly path: string;
  readonly lastCopyAt: string | null;
}

const key = 'awayFolder';

/** The second folder; undefined when there is none. */
export async function readAwayFolder(db: Kysely<Schema>): Promise<AwayFolder | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  // Only `writeAwayFolder` writes this row.
  return row && (JSON.parse(row.value) as AwayFolder);
}

/** Remembers the second folder; undefined forgets it. */
export async function writeAwayFolder(db: Kysely<Schema>, away: AwayFolder | undefined): Promise<void> {
  await db.deleteFrom('setting').where('key', '=', key).execute();
  if (away)
    await db
      .insertInto('setting')
      .values({ key, value: JSON.stringify(away) })
      .execute();
}
