import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** A correction of the school's data that a finding led to. */
export interface CorrectedPerson {
  readonly findingId: number;
  readonly externalId: string;
  readonly birthDate: string;
  readonly decidedAt: string;
}

/** What a table of corrections needs beside the findings, by finding. */
export async function correctedPeople(
  db: Kysely<Schema>,
  findingIds: readonly number[],
  diarySystem: string,
): Promise<ReadonlyMap<number, CorrectedPerson>> {
  const { rows } = await sql<CorrectedPerson>`
    select finding.id as findingId, coalesce(decided_at, '') as decidedAt, coalesce(person.birth_date, '') as birthDate,
      coalesce((select value from external_code where external_code.person_id = person.id
        and diary_system = ${diarySystem} and kind = 'external-id' limit 1), '') as externalId
    from json_each(${JSON.stringify(findingIds)}) as wanted join finding on finding.id = wanted.value
    left join person on person.id = finding.person_id`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.findingId, row]));
}
