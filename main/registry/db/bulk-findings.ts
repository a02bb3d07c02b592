import { type Kysely, sql } from 'kysely';
import type { BulkRule } from '../../../shared/contract/reconciliation.ts';
import { type ClassReach, inClasses } from './findings.ts';
import type { Schema } from './schema.ts';

/** Open findings of a run that a rule is about, in the order of their ids. */
export async function findingsOfRule(
  db: Kysely<Schema>,
  runId: number,
  { code, field, equal, classId }: BulkRule,
  reach: ClassReach,
): Promise<number[]> {
  const parts = [
    sql`finding.run_id = ${runId} and finding.state = 'open'`,
    ...(code === undefined ? [] : [sql`finding.code = ${code}`]),
    ...(field === undefined ? [] : [sql`finding.field = ${field}`]),
    ...(classId === undefined ? [] : [inClasses([classId])]),
    ...(reach === undefined ? [] : [inClasses(reach)]),
    ...equal.map(isEqual),
  ];
  const { rows } = await sql<{ id: number }>`
    select finding.id from finding where ${sql.join(parts, sql` and `)} order by finding.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The person's present value and the portal's are the same, by their comparison keys. */
function isEqual(what: BulkRule['equal'][number]) {
  if (what === 'name')
    return sql`exists (select 1 from portal_person as portal join person on person.id = finding.person_id
      where portal.id = finding.portal_id and portal.facts ->> 'nameKey' = person.name_key)`;
  return sql`exists (select 1 from portal_person as portal, json_each(portal.facts, '$.contacts') as theirs
    join contact on contact.person_id = finding.person_id and contact.source = 'school' and contact.valid_to is null
      and contact.kind = ${what} and contact.value_key = theirs.value ->> 'key'
    where portal.id = finding.portal_id and theirs.value ->> 'kind' = ${what})`;
}
