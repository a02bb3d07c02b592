import { type Kysely, sql, type Transaction } from 'kysely';
import { canMove, credentialStates } from '../../../shared/domain/credential-state.ts';
import { type Act, recordEvents } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { CredentialTable, Schema } from './schema.ts';

type State = CredentialTable['state'];

/** Those of the credentials that may go to a state go there; a password still kept is purged. Returns their ids. */
export async function moveTo(
  transaction: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
  state: Exclude<State, 'generated' | 'printed'>,
  reason: string,
): Promise<readonly number[]> {
  const from = credentialStates.filter((one) => canMove(one, state));
  const rows = await transaction
    .updateTable('credential')
    .set({ state, initialPassword: null })
    .where('id', 'in', idSet(credentialIds))
    .where('state', 'in', from)
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  await recordEvents(transaction, act, ids, { state, reason });
  return ids;
}

/** Live credentials whose last day was before this date (ISO 8601). */
export async function overdueCredentials(db: Kysely<Schema>, today: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('credential')
    .select('id')
    .where('expiresOn', '<', today)
    .where('state', 'not in', ['expired', 'revoked'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Purges the initial passwords of credentials made before a moment; their states stay. Returns how many. */
export async function purgeOldPasswords(transaction: Transaction<Schema>, madeBefore: string): Promise<number> {
  const rows = await transaction
    .updateTable('credential')
    .set({ initialPassword: null })
    .where('initialPassword', 'is not', null)
    .where('issuedAt', '<', madeBefore)
    .returning('id')
    .execute();
  return rows.length;
}

/** The initial password of one credential, for the one who asked again with the passphrase; undefined: no such one. */
export async function secretOf(db: Kysely<Schema>, credentialId: number) {
  return db
    .selectFrom('credential')
    .select(['login', 'initialPassword'])
    .where('id', '=', credentialId)
    .executeTakeFirst();
}

/** Classes of the persons, for the journal: the class's title when all are of one, else ''. */
export async function commonClass(db: Kysely<Schema>, credentialIds: readonly number[]): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select distinct school_class.title as title from credential
    join enrolment on enrolment.pupil_id = credential.person_id and enrolment.valid_to is null
    join school_class on school_class.id = enrolment.class_id
    where credential.id in ${idSet(credentialIds)} limit 2`.execute(db);
  return rows.length === 1 ? (rows[0]?.title ?? '') : '';
}
