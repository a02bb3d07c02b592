import { type Kysely, sql, type Transaction } from 'kysely';
import { type ChangeTable, changeTables, isRowOf, keyOf } from './change-tables.ts';
import { pupilsOfGuardians } from './guardians.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

/** What taking an action back did: how many people got their former values, and who stays as later work left them. */
export interface UndoneChanges {
  readonly restored: number;
  readonly kept: readonly string[];
}

/** The run of an action, if there is one. */
export function findChangeRun(db: Kysely<Schema>, runId: number) {
  return db.selectFrom('changeRun').select(['action', 'userId', 'undoneAt']).where('id', '=', runId).executeTakeFirst();
}

/**
 * Takes a recorded action back in the given transaction. Rows that were changed again since, or that later rows point at,
 * stay, together with the other rows of the same kind of that person; of a person's own values the ones changed since
 * stay, and somebody whom the action made stays whole. A unique or foreign key that no longer fits is thrown as SQLite's error.
 */
export async function undoChanges(
  trx: Transaction<Schema>,
  runId: number,
  by: { readonly undoneAt: string; readonly undoneBy: number },
): Promise<UndoneChanges> {
  const tables = await changeTables(trx);
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  await markKept(trx, runId, tables);
  const kept = await keptNames(trx, tables, runId);
  const touched = await peopleOf(trx, tables, runId);
  for (const table of tables) await takeBack(trx, runId, table);
  await sql`drop table temp.kept_change`.execute(trx);
  await refreshSearch(trx, await pupilsAround(trx, touched));
  await trx.updateTable('changeRun').set(by).where('id', '=', runId).execute();
  return { restored: touched.length, kept };
}

/** Fills `kept_change` with the changes that must stay, until no further one follows from them. */
async function markKept(trx: Kysely<Schema>, runId: number, tables: readonly ChangeTable[]): Promise<void> {
  await sql`create temp table kept_change (id integer primary key)`.execute(trx);
  for (const table of tables) await keep(trx, changedSince(table, runId));
  let grown = true;
  while (grown) {
    grown = false;
    for (const table of tables) {
      const rules = [besideKept(table, runId), ...ofKeptNewcomers(table, runId), ...pointedAt(table, runId, tables)];
      for (const rule of rules) grown = (await keep(trx, rule)) || grown;
    }
  }
}

async function keep(trx: Kysely<Schema>, select: string): Promise<boolean> {
  const { numAffectedRows } = await sql.raw(`insert or ignore into temp.kept_change (id) ${select}`).execute(trx);
  return Number(numAffectedRows ?? 0) > 0;
}

const selectChanges = (table: ChangeTable, runId: number) =>
  `select change.id from row_change as change left join ${table.name} as now on ${isRowOf(table, 'now')}
   where change.run_id = ${runId} and change.entity = '${table.name}'`;

const changedByRun = (column: string) => `change.before ->> '${column}' is not change.after ->> '${column}'`;
const changedAgain = (column: string) => `now.${column} is not change.after ->> '${column}'`;

/** Rows that no longer are as the action left them. A person's values stand each for itself, see `personSets`. */
function changedSince(table: ChangeTable, runId: number): string {
  const any = (test: (column: string) => string) => `(${table.telling.map(test).join(' or ') || 'false'})`;
  const isNew = `change.before is null and (now.${table.key[0]} is null or ${any(changedAgain)})`;
  const isGone = `change.after is null and now.${table.key[0]} is not null`;
  const isOther =
    table.name === 'person'
      ? `now.${table.key[0]} is null`
      : `now.${table.key[0]} is null or ${any((column) => `(${changedByRun(column)} and ${changedAgain(column)})`)}`;
  return `${selectChanges(table, runId)} and ((${isNew}) or (${isGone})
    or (change.before is not null and change.after is not null and (${isOther})))`;
}

/** Rows of the same kind and person as a kept one: a place in a class, say, goes back as a whole or not at all. */
function besideKept({ name, owner }: ChangeTable, runId: number): string {
  const whose = (change: string) =>
    owner === undefined ? `${change}.row_key` : `coalesce(${change}.after, ${change}.before) ->> '${owner}'`;
  return `select change.id from row_change as change
    where change.run_id = ${runId} and change.entity = '${name}' and ${whose('change')} in (
      select ${whose('other')} from temp.kept_change join row_change as other on other.id = kept_change.id
      where other.entity = '${name}')`;
}

/** New rows about somebody whom the action made and who stays: a newcomer stays with class, contacts and family. */
function ofKeptNewcomers({ name, references }: ChangeTable, runId: number): readonly string[] {
  return references
    .filter(({ target }) => target === 'person')
    .map(
      ({ column }) => `select change.id from row_change as change
        where change.run_id = ${runId} and change.entity = '${name}' and change.before is null
          and json_array(change.after ->> '${column}') in (
            select own.row_key from temp.kept_change join row_change as own on own.id = kept_change.id
            where own.entity = 'person' and own.before is null)`,
    );
}

/** New rows that a row points at which is not itself one that goes. */
function pointedAt(table: ChangeTable, runId: number, tables: readonly ChangeTable[]): readonly string[] {
  return tables.flatMap((other) =>
    other.references
      .filter(({ target }) => target === table.name)
      .map(
        ({ column }) => `select change.id from row_change as change
          join ${other.name} as pointing on pointing.${column} = change.row_key ->> 0
          where change.run_id = ${runId} and change.entity = '${table.name}' and change.before is null
            and not exists (select 1 from row_change as own where own.run_id = ${runId}
              and own.entity = '${other.name}' and own.row_key = ${keyOf(other, 'pointing')}
              and own.before ->> '${column}' is not own.after ->> '${column}'
              and own.id not in (select id from temp.kept_change))`,
      ),
  );
}

const free = 'change.id not in (select id from temp.kept_change)';

async function takeBack(trx: Kysely<Schema>, runId: number, table: ChangeTable): Promise<void> {
  const { name, columns, telling } = table;
  const changes = `row_change as change where change.run_id = ${runId} and change.entity = '${name}' and ${free}`;
  const values = columns.map((column) => `change.before ->> '${column}'`).join(', ');
  const statements = [
    `delete from ${name} where exists (select 1 from ${changes} and change.before is null and ${isRowOf(table, name)})`,
    `insert into ${name} (${columns.join(', ')}) select ${values} from ${changes} and change.after is null`,
    ...(telling.length === 0
      ? []
      : [
          `update ${name} set ${setsOf(table)} from ${changes} and ${isRowOf(table, name)}
           and change.before is not null and change.after is not null`,
        ]),
  ];
  for (const statement of statements) await sql.raw(statement).execute(trx);
}

/** The parts of a name go back together or not at all. */
const nameColumns: ReadonlySet<string> = new Set(['surname', 'first_name', 'patronymic', 'name_key']);

function setsOf({ name, telling }: ChangeTable): string {
  const asLeft = (column: string) => `${name}.${column} is change.after ->> '${column}'`;
  const nameAsLeft = [...nameColumns].map(asLeft).join(' and ');
  const mayGo = (column: string) =>
    name !== 'person' ? 'true' : nameColumns.has(column) ? nameAsLeft : asLeft(column);
  return telling
    .map(
      (column) => `${column} = case when ${changedByRun(column)} and ${mayGo(column)}
        then change.before ->> '${column}' else ${name}.${column} end`,
    )
    .join(', ');
}

/** Ids of all people whom the action touched. */
async function peopleOf(trx: Kysely<Schema>, tables: readonly ChangeTable[], runId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`${sql.raw(selectPeople(tables, runId, 'true'))}`.execute(
    trx.withoutPlugins(),
  );
  return rows.map(({ id }) => id);
}

function selectPeople(tables: readonly ChangeTable[], runId: number, condition: string): string {
  const ownerOf = tables
    .filter(({ owner }) => owner !== undefined)
    .map(({ name, owner }) => `when '${name}' then coalesce(change.after, change.before) ->> '${owner}'`);
  return `select distinct case change.entity ${ownerOf.join(' ')} end as id from row_change as change
    where change.run_id = ${runId} and ${condition} and case change.entity ${ownerOf.join(' ')} end is not null`;
}

/** Names of those who keep something: a row that stays, or a value of their own that was changed since. */
async function keptNames(trx: Kysely<Schema>, tables: readonly ChangeTable[], runId: number): Promise<string[]> {
  const person = tables.find(({ name }) => name === 'person');
  const differs = (person?.telling ?? []).map((column) => `(${changedByRun(column)} and ${changedAgain(column)})`);
  const { rows } = await sql<{ name: string }>`
    select trim(surname || ' ' || first_name || ' ' || patronymic) as name from person
    where id in (${sql.raw(selectPeople(tables, runId, 'change.id in (select id from temp.kept_change)'))})
      or id in (select now.id from row_change as change join person as now on now.id = change.after ->> 'id'
        where change.run_id = ${runId} and change.entity = 'person' and change.before is not null
          and ${sql.raw(`(${differs.join(' or ') || 'false'})`)})
    order by name_key, id`.execute(trx);
  return rows.map(({ name }) => name);
}

/** These people, who may be gone by now, and the pupils of the guardians among them. */
async function pupilsAround(trx: Kysely<Schema>, ids: readonly number[]): Promise<number[]> {
  return [...new Set([...ids, ...(await pupilsOfGuardians(trx, ids))])];
}
