import type { Kysely, Transaction } from 'kysely';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { type Holder, holdersOf } from './credential-holders.ts';
import { type Act, type LiveCredential, liveCredentials, recordEvents } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

function rowOf(holder: Holder, credential: LiveCredential): HandoverRow {
  const { id, login, state, printedAt, handedOverAt, handedOverBy } = credential;
  return {
    credentialId: id,
    personId: holder.personId,
    role: holder.role,
    title: formatFullName(holder.name),
    children: holder.children.map(({ name }) => formatFullName(name)),
    className: holder.className,
    login,
    state,
    printedAt,
    handedOverAt,
    handedOverBy,
  };
}

/** Who of a scope holds which login, in the order of paper; people without a login are left out. */
export async function handoverRows(
  db: Kysely<Schema>,
  diarySystem: string,
  scope: Scope,
  roles: readonly HolderRole[],
): Promise<HandoverRow[]> {
  const holders = await holdersOf(db, scope, roles);
  const personIds = holders.map(({ personId }) => personId);
  const credentials = await liveCredentials(db, diarySystem, personIds);
  return holders.flatMap((holder) => {
    const credential = credentials.get(holder.personId);
    return credential ? [rowOf(holder, credential)] : [];
  });
}

/** Of these credentials, those whose slip is printed and not handed over; `purged` ones have no password any more. */
export async function waitingForHandover(db: Kysely<Schema>, credentialIds: readonly number[]) {
  const rows = await db
    .selectFrom('credential')
    .select((eb) => ['id', eb('initialPassword', 'is', null).as('purged')])
    .where('id', 'in', idSet(credentialIds))
    .where('state', '=', 'printed')
    .execute();
  return rows.map(({ id, purged }) => ({ id, purged: Boolean(purged) }));
}

/** Marks slips as received and purges their initial passwords. A checkpoint must follow the transaction. */
export async function markHandedOver(
  transaction: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
): Promise<void> {
  await transaction
    .updateTable('credential')
    .set({ state: 'handed-over', initialPassword: null, handedOverAt: act.at, handedOverBy: act.userId })
    .where('id', 'in', idSet(credentialIds))
    .execute();
  await recordEvents(transaction, act, credentialIds, { state: 'handed-over', reason: '' });
}

/** Takes mistaken ticks back: printed again, without a password. Returns how many there were. */
export async function takeBack(
  transaction: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
): Promise<number> {
  const rows = await transaction
    .updateTable('credential')
    .set({ state: 'printed', handedOverAt: null, handedOverBy: null })
    .where('id', 'in', idSet(credentialIds))
    .where('state', '=', 'handed-over')
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  await recordEvents(transaction, act, ids, { state: 'printed', reason: 'taken-back' });
  return ids.length;
}
