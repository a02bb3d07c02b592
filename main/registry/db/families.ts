import type { Kysely } from 'kysely';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** Those of the ids who are pupils, and everybody who is a guardian of one of them. */
export async function familyOf(
  db: Kysely<Schema>,
  pupilIds: readonly number[],
): Promise<{ readonly pupils: ReadonlySet<number>; readonly guardians: ReadonlySet<number> }> {
  const pupils = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', idSet(pupilIds))
    .where('kind', '=', 'pupil')
    .where('mergedInto', 'is', null)
    .execute();
  const guardians = await db
    .selectFrom('guardianship')
    .select('guardianId as id')
    .where('pupilId', 'in', idSet(pupilIds))
    .execute();
  return { pupils: new Set(pupils.map(({ id }) => id)), guardians: new Set(guardians.map(({ id }) => id)) };
}
