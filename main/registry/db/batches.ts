import { type Kysely, sql } from 'kysely';
import type { PrintBatch } from '../../../shared/contract/slips.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { Schema } from './schema.ts';

const mostListed = 50;

interface BatchRow extends Omit<PrintBatch, 'spoiled'> {
  /** JSON. */
  readonly spoiled: string;
}

/** The last print batches, newest first, or the one with this id. */
export async function printBatches(db: Kysely<Schema>, batchId?: number): Promise<PrintBatch[]> {
  const { rows } = await sql<BatchRow>`
    select print_batch.id as batch_id, at, app_user.name as who, state,
      (select count(*) from slip where batch_id = print_batch.id) as slips,
      (select json_group_array(position) from (select position from slip
         where batch_id = print_batch.id and spoiled_at is not null order by position)) as spoiled
    from print_batch join app_user on app_user.id = print_batch.user_id
    where ${batchId === undefined ? sql`1` : sql`print_batch.id = ${batchId}`}
    order by print_batch.id desc limit ${mostListed}`.execute(db);
  return rows.map((row) => ({ ...row, spoiled: JSON.parse(row.spoiled) as number[] }));
}

/** Notes down that the printer spoiled slips of a batch; returns how many were not noted before. */
export async function spoilSlips(
  db: Kysely<Schema>,
  batchId: number,
  positions: readonly number[],
  at: string,
): Promise<number> {
  const rows = await db
    .updateTable('slip')
    .set({ spoiledAt: at })
    .where('batchId', '=', batchId)
    .where('position', 'in', sql<number>`(select value from json_each(${JSON.stringify(positions)}))`)
    .where('spoiledAt', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

/** The spoiled slips of a batch, as the list to destroy names them. */
export async function spoiledSlips(db: Kysely<Schema>, batchId: number) {
  const rows = await db
    .selectFrom('slip')
    .innerJoin('credential', 'credential.id', 'slip.credentialId')
    .innerJoin('person', 'person.id', 'credential.personId')
    .select(['position', 'login', 'surname', 'firstName', 'patronymic'])
    .where('batchId', '=', batchId)
    .where('spoiledAt', 'is not', null)
    .orderBy('position')
    .execute();
  return rows.map(({ position, login, ...name }) => ({ position, login, name: formatFullName(name) }));
}
