import { type Kysely, sql } from 'kysely';
import type { SharedFacts } from './import-tables.ts';
import type { Schema } from './schema.ts';

/** The first line in the history of every login that an import brought with its password. */
export async function noteImportedCredentials(
  trx: Kysely<Schema>,
  { importId, at, userId }: Pick<SharedFacts, 'importId' | 'at' | 'userId'>,
): Promise<void> {
  await sql`
    insert into credential_event (credential_id, at, user_id, state, reason)
    select id, ${at}, ${userId}, 'generated', 'imported' from credential where import_id = ${importId}`.execute(trx);
}

/** Takes back the logins that an import brought and that no slip was made for; the others stay with their people. */
export async function removeImportedCredentials(trx: Kysely<Schema>, importId: number): Promise<void> {
  const untouched = sql`
    select id from credential where import_id = ${importId} and state = 'generated'
      and id not in (select credential_id from slip)`;
  await sql`delete from credential_event where credential_id in (${untouched})`.execute(trx);
  await sql`delete from credential where id in (${untouched})`.execute(trx);
}
