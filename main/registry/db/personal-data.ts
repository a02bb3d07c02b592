import { type Kysely, sql } from 'kysely';
import type { ProcessingRow } from '../../../shared/contract/personal-data.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { type ProcessingRecord, type ProcessingStanding, standingOf } from '../../../shared/domain/personal-data.ts';
import type { Act } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** Which people: by where they stand on a day, by words of the name, or named. */
export interface ProcessingWish {
  readonly today: string;
  readonly standing?: ProcessingStanding | undefined;
  readonly query?: string;
  readonly personIds?: readonly number[];
}

/** The same as `standingOf`, in SQL. */
const standingIn = (today: string) => sql<ProcessingStanding>`case
  when record.person_id is null then 'none'
  when record.withdrawn_on <= ${today} then 'withdrawn'
  when record.keep_until < ${today} then 'expired' else 'good' end`;

const isHeld = sql`person.kind in ('pupil', 'guardian') and person.merged_into is null`;

function wished({ today, standing, query = '', personIds }: ProcessingWish) {
  const name = `%${query.trim().toLocaleLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, '|')}%`;
  return sql`from person left join processing_record as record on record.person_id = person.id
    where ${isHeld}
      and ${standing === undefined ? sql`1` : sql`${standingIn(today)} = ${standing}`}
      and ${query.trim() === '' ? sql`1` : sql`person.name_key like ${name}`}
      and ${personIds === undefined ? sql`1` : sql`person.id in ${idSet(personIds)}`}`;
}

interface Stored {
  readonly personId: number;
  readonly role: 'pupil' | 'guardian';
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly className: string | null;
  readonly pupilId: number | null;
  readonly purpose: string | null;
  readonly basis: ProcessingRecord['basis'] | null;
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly withdrawnOn: string | null;
  readonly keepUntil: string | null;
}

/** People with the grounds on which their data is kept, by name. */
export async function listProcessing(
  db: Kysely<Schema>,
  wish: ProcessingWish,
  page: { readonly offset: number; readonly limit: number },
): Promise<ProcessingRow[]> {
  const { rows } = await sql<Stored>`
    select person.id as person_id, person.kind as role, surname, first_name, patronymic,
      (select replace(group_concat(distinct title), ',', ', ') from enrolment join school_class on school_class.id = class_id
       where valid_to is null and (pupil_id = person.id or pupil_id in (
         select pupil_id from guardianship where guardian_id = person.id))) as class_name,
      iif(person.kind = 'pupil', person.id, (
        select min(pupil_id) from guardianship where guardian_id = person.id)) as pupil_id,
      record.purpose, record.basis, record.document, record.document_on, record.withdrawn_on, record.keep_until
    ${wished(wish)}
    order by person.name_key, person.id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows.map((row) => rowOf(row, wish.today));
}

function rowOf(row: Stored, today: string): ProcessingRow {
  const { personId, role, className, pupilId, surname, firstName, patronymic } = row;
  const record = recordOf(row);
  const name = formatFullName({ surname, firstName, patronymic });
  const standing = standingOf(record, today);
  return { personId, role, name, className: className ?? '', pupilId, record: record ?? null, standing };
}

function recordOf({ purpose, basis, document, documentOn, withdrawnOn, keepUntil }: Stored) {
  if (purpose === null || basis === null) return undefined;
  return { purpose, basis, document: document ?? '', documentOn, withdrawnOn, keepUntil };
}

/** Ids of everybody wished for. */
export async function processingIds(db: Kysely<Schema>, wish: ProcessingWish): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select person.id as id ${wished(wish)} order by person.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many people stand where. */
export async function countStandings(db: Kysely<Schema>, today: string): Promise<Record<ProcessingStanding, number>> {
  const { rows } = await sql<{ standing: ProcessingStanding; people: number }>`
    select ${standingIn(today)} as standing, count(*) as people ${wished({ today })} group by 1`.execute(db);
  const counts = Object.fromEntries(rows.map(({ standing, people }) => [standing, people]));
  return { good: 0, none: 0, withdrawn: 0, expired: 0, ...counts };
}

/** Puts one record for all of these people. */
export async function putProcessing(
  trx: Kysely<Schema>,
  { at, userId }: Act,
  personIds: readonly number[],
  record: ProcessingRecord,
): Promise<void> {
  const { purpose, basis, document, documentOn, withdrawnOn, keepUntil } = record;
  await sql`insert into processing_record
      (person_id, purpose, basis, document, document_on, withdrawn_on, keep_until, at, user_id)
    select value, ${purpose}, ${basis}, ${document}, ${documentOn}, ${withdrawnOn}, ${keepUntil}, ${at}, ${userId}
    from json_each(${JSON.stringify(personIds)}) where true
    on conflict (person_id) do update set purpose = excluded.purpose, basis = excluded.basis,
      document = excluded.document, document_on = excluded.document_on, withdrawn_on = excluded.withdrawn_on,
      keep_until = excluded.keep_until, at = excluded.at, user_id = excluded.user_id`.execute(trx);
}
