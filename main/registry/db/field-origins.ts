import { type Kysely, sql } from 'kysely';
import type { Origin } from '../../../shared/contract/import-plan.ts';
import type { Schema } from './schema.ts';

/** Fields whose present value was typed by hand, by person. */
export async function handFields(db: Kysely<Schema>): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const { rows } = await sql<{ owner: number; field: string }>`
    select person_id as owner, field from field_origin as origin
    where source = 'hand' and not exists (
      select 1 from field_origin as later
      where later.person_id = origin.person_id and later.field = origin.field and later.id > origin.id)`.execute(
    db.withoutPlugins(),
  );
  const fields = new Map<number, Set<string>>();
  for (const { owner, field } of rows) fields.set(owner, (fields.get(owner) ?? new Set()).add(field));
  return fields;
}

/** Where the values of a person come from: of every field that has changed since the person was made, and `''` for the rest. */
export type PersonOrigins = ReadonlyMap<string, Origin>;

interface OriginRow {
  readonly owner: number;
  readonly field: string;
  readonly source: 'import' | 'hand';
  readonly at: string;
  readonly who: string;
  readonly importId: number | null;
  readonly fileName: string | null;
}

/** Origins of the values of some people. */
export async function originsOf(
  db: Kysely<Schema>,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, PersonOrigins>> {
  const ids = JSON.stringify(personIds);
  const { rows } = await sql<OriginRow>`
    select person.id as owner, '' as field, 'import' as source, run.at as at, coalesce(app_user.name, '') as who,
      run.id as import_id, run.file_name as file_name, 0 as place
    from json_each(${ids}) as wanted cross join person on person.id = wanted.value
    join import_run as run on run.id = person.import_id
    left join app_user on app_user.id = run.user_id
    union all
    select origin.person_id, origin.field, origin.source, origin.at, coalesce(app_user.name, ''),
      run.id, run.file_name, origin.id
    from json_each(${ids}) as wanted cross join field_origin as origin on origin.person_id = wanted.value
    left join import_run as run on run.id = origin.import_id
    left join app_user on app_user.id = origin.user_id
    order by place`.execute(db);
  const origins = new Map<number, Map<string, Origin>>();
  for (const row of rows) origins.set(row.owner, (origins.get(row.owner) ?? new Map()).set(row.field, originOf(row)));
  return origins;
}

function originOf({ source, at, who, importId, fileName }: OriginRow): Origin {
  if (source === 'hand' || importId === null) return { kind: 'hand', at, who };
  return { kind: 'import', at, who, importId, fileName: fileName ?? '' };
}

/** Notes that a person typed the values of these fields. */
export async function noteHandFields(
  trx: Kysely<Schema>,
  personId: number,
  fields: readonly string[],
  by: { readonly at: string; readonly userId: number },
): Promise<void> {
  if (fields.length === 0) return;
  const values = fields.map((field) => ({ personId, field, source: 'hand' as const, importId: null, ...by }));
  await trx.insertInto('fieldOrigin').values(values).execute();
}
