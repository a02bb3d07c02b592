import { type Kysely, sql } from 'kysely';
import { idSet } from './dialect/id-set.ts';
import type { ClassReach } from './findings.ts';
import type { Schema } from './schema.ts';

/** Those of the people who are pupils of these classes or their guardians. */
export async function peopleWithin(
  db: Kysely<Schema>,
  reach: ClassReach,
  personIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (reach === undefined) return new Set(personIds);
  const { rows } = await sql<{ id: number }>`
    select wanted.value as id from json_each(${JSON.stringify(personIds)}) as wanted
    where exists (
      select 1 from enrolment left join guardianship on guardianship.pupil_id = enrolment.pupil_id
      where valid_to is null and class_id in ${idSet(reach)}
        and wanted.value in (enrolment.pupil_id, guardian_id))`.execute(db.withoutPlugins());
  return new Set(rows.map(({ id }) => id));
}
