import { type Kysely, sql, type Transaction } from 'kysely';
import type { AuditAction } from '../../../shared/contract/journal.ts';
import type { OpenRegistry } from '../context.ts';
import { type ChangeTable, changeTables, keyOf } from './change-tables.ts';
import type { Schema } from './schema.ts';

/** The action that is recorded: the same name that its line in the journal has. */
export interface RecordedAct {
  readonly now: Date;
  readonly action: AuditAction;
}

/** What the work answered, and the run to name in the journal (`appendAudit`); no run when no row changed. */
export interface Recorded<Result> {
  readonly result: Result;
  readonly runId: number | undefined;
}

/**
 * Does the work and records what it does to every row, so that `undoChanges` can take it back. Triggers do the recording
 * while the work lasts; initial passwords are not recorded. Call it inside `write`, once an action; it does not nest.
 */
export async function recordChanges<Result>(
  trx: Transaction<Schema>,
  registry: Pick<OpenRegistry, 'user' | 'database'>,
  { now, action }: RecordedAct,
  work: () => Promise<Result>,
): Promise<Recorded<Result>> {
  const { id } = await trx
    .insertInto('changeRun')
    .values({ action, at: now.toISOString(), userId: registry.user.id, undoneAt: null, undoneBy: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const tables = await changeTables(trx);
  // As scripts: prepared, every trigger of every action would stay a statement until memory is collected, and SQLite goes
  // through all statements that are left whenever a trigger is made or dropped.
  registry.database.runScript(recordingStarts(tables, id));
  const result = await work();
  registry.database.runScript(recordingStops(tables));
  await keepNetChanges(trx, id);
  return { result, runId: (await isEmpty(trx, id)) ? await dropRun(trx, id) : id };
}

function recordingStarts(tables: readonly ChangeTable[], runId: number): string {
  const ofTable = (table: ChangeTable) => [
    trigger(table, 'insert', runId, 'null', imageOf(table, 'new')),
    trigger(table, 'update', runId, imageOf(table, 'old'), imageOf(table, 'new')),
    trigger(table, 'delete', runId, imageOf(table, 'old'), 'null'),
  ];
  return tables.flatMap(ofTable).join('\n');
}

function trigger(table: ChangeTable, event: string, runId: number, before: string, after: string): string {
  const key = keyOf(table, event === 'delete' ? 'old' : 'new');
  return `create temp trigger recording_${table.name}_${event} after ${event} on main.${table.name} begin
    insert into row_change (run_id, entity, row_key, before, after)
    values (${runId}, '${table.name}', ${key}, ${before}, ${after}); end;`;
}

function imageOf({ columns }: ChangeTable, row: 'old' | 'new'): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}

function recordingStops(tables: readonly ChangeTable[]): string {
  const events = ['insert', 'update', 'delete'];
  return tables
    .flatMap(({ name }) => events.map((event) => `drop trigger temp.recording_${name}_${event};`))
    .join('\n');
}

/** A row changed several times is one change, from its first state to its last; a row back as it was is none. */
async function keepNetChanges(trx: Kysely<Schema>, runId: number): Promise<void> {
  await sql`
    update row_change set after = last.after
    from (select min(id) as first_id, max(id) as last_id from row_change where run_id = ${runId}
          group by entity, row_key having count(*) > 1) as twice
    join row_change as last on last.id = twice.last_id
    where row_change.id = twice.first_id`.execute(trx);
  await sql`
    delete from row_change where run_id = ${runId} and (before is after or id not in (
      select min(id) from row_change where run_id = ${runId} group by entity, row_key))`.execute(trx);
}

async function isEmpty(trx: Kysely<Schema>, runId: number): Promise<boolean> {
  const found = await trx.selectFrom('rowChange').select('id').where('runId', '=', runId).limit(1).executeTakeFirst();
  return found === undefined;
}

async function dropRun(trx: Kysely<Schema>, runId: number): Promise<undefined> {
  await trx.deleteFrom('changeRun').where('id', '=', runId).execute();
}
