import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../../main/registry/db/schema.ts';

/** What a registry says, in two short marks. */
export interface Digest {
  /** Every row of every table. */
  readonly whole: string;
  /** Without the journal, which also tells of sign-ins. */
  readonly content: string;
}

/** Marks of everything that the registry says; two registries that differ in one cell differ in a mark. */
export async function digestOf(db: Kysely<Schema>): Promise<Digest> {
  const content = createHash('sha256');
  const whole = createHash('sha256');
  for (const table of await tablesOf(db)) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(db.withoutPlugins());
    const text = `${table}\n${rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n')}\n`;
    whole.update(text);
    if (table !== 'audit_entry') content.update(text);
  }
  return { whole: whole.digest('hex').slice(0, 16), content: content.digest('hex').slice(0, 16) };
}

/** The tables of people and work; the index of the search is read as the text that it indexes. */
async function tablesOf(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite%'
      and not exists (select 1 from sqlite_schema as host
        where host.sql like 'create virtual table%' and sqlite_schema.name like host.name || '_%')
    order by name`.execute(db);
  return rows.map(({ name }) => name);
}
