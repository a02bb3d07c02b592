import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** A picture of the school's. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

const logo = 'logo';

/** The school's logo; undefined when there is none. */
export function readLogo(db: Kysely<Schema>): Promise<Picture | undefined> {
  return db.selectFrom('picture').select(['mediaType', 'bytes']).where('name', '=', logo).executeTakeFirst();
}

/** Puts a logo in place of the former one, or only takes that away. */
export async function putLogo(db: Kysely<Schema>, picture: Picture | undefined): Promise<void> {
  await db.deleteFrom('picture').where('name', '=', logo).execute();
  if (picture)
    await db
      .insertInto('picture')
      .values({ name: logo, ...picture })
      .execute();
}
