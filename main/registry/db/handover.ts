import { type Kysely, sql, type Transaction } from 'kysely';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { HandoverRow, Receiver } from '../../../shared/contract/credentials.ts';
import { isLive } from '../../../shared/domain/credential-state.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { type Holder, holdersOf } from './credential-holders.ts';
import { type Act, type LiveCredential, liveCredentials, recordEvents } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

function rowOf(holder: Holder, credential: LiveCredential): HandoverRow {
  const { id, personId: _, purged: __, ...known } = credential;
  return {
    credentialId: id,
    personId: holder.personId,
    role: holder.role,
    title: formatFullName(holder.name),
    children: holder.children.map(({ name }) => formatFullName(name)),
    className: holder.className,
    ...known,
  };
}

/** Who of a scope holds which login, in the order of paper; people without a login are left out. */
export async function handoverRows(
  db: Kysely<Schema>,
  diarySystem: string,
  scope: Scope,
  roles: readonly HolderRole[],
  withoutClasses: readonly number[] = [],
): Promise<HandoverRow[]> {
  const holders = await holdersOf(db, scope, roles, withoutClasses);
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

/** Of these credentials, how many are voided: re-issued, revoked or expired. */
export async function voidedAmong(db: Kysely<Schema>, credentialIds: readonly number[]): Promise<number> {
  const { voided } = await db
    .selectFrom('credential')
    .select(({ fn }) => fn.countAll<number>().as('voided'))
    .where('id', 'in', idSet(credentialIds))
    .where('state', 'in', ['expired', 'revoked'])
    .executeTakeFirstOrThrow();
  return voided;
}

/** Who took a slip, and on which day (ISO 8601). `receivedBy` is undefined for the person the slip is for. */
export interface Reception {
  readonly receivedBy: Receiver | undefined;
  readonly receiverName: string;
  readonly receivedOn: string;
}

/** Marks slips as received and purges their initial passwords. A checkpoint must follow the transaction. */
export async function markHandedOver(
  transaction: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
  { receivedBy, receiverName, receivedOn }: Reception,
): Promise<void> {
  const holder = sql<Receiver>`(select kind from person where person.id = credential.person_id)`;
  await transaction
    .updateTable('credential')
    .set({ state: 'handed-over', initialPassword: null, handedOverAt: act.at, handedOverBy: act.userId })
    .set({ receivedBy: receivedBy ?? holder, receiverName, receivedOn, refusedOn: null })
    .where('id', 'in', idSet(credentialIds))
    .execute();
  await recordEvents(transaction, act, credentialIds, { state: 'handed-over', reason: '' });
}

/** Notes down on which day (ISO 8601) printed slips were refused; null takes the note back. Returns how many. */
export async function noteRefused(
  transaction: Transaction<Schema>,
  credentialIds: readonly number[],
  refusedOn: string | null,
): Promise<number> {
  const rows = await transaction
    .updateTable('credential')
    .set({ refusedOn })
    .where('id', 'in', idSet(credentialIds))
    .where('state', '=', 'printed')
    .returning('id')
    .execute();
  return rows.length;
}

/** A slip by the number printed on it; undefined when there is none. */
export async function slipByNumber(db: Kysely<Schema>, batchId: number, position: number) {
  const row = await db
    .selectFrom('slip')
    .innerJoin('credential', 'credential.id', 'slip.credentialId')
    .innerJoin('person', 'person.id', 'credential.personId')
    .select(['credential.id as credentialId', 'login', 'state', 'spoiledAt'])
    .select(['surname', 'firstName', 'patronymic'])
    .where('slip.batchId', '=', batchId)
    .where('position', '=', position)
    .executeTakeFirst();
  if (!row) return undefined;
  const { spoiledAt, surname, firstName, patronymic, ...slip } = row;
  const title = formatFullName({ surname, firstName, patronymic });
  return { ...slip, title, good: isLive(slip.state) && spoiledAt === null };
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
    .set({ receivedBy: null, receiverName: '', receivedOn: null })
    .where('id', 'in', idSet(credentialIds))
    .where('state', '=', 'handed-over')
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  await recordEvents(transaction, act, ids, { state: 'printed', reason: 'taken-back' });
  return ids.length;
}

/** Whom a letter about a credential goes to: the holder's own e-mail address, the school's before others; '' for none. */
export async function letterFacts(db: Kysely<Schema>, credentialId: number) {
  const row = await db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.personId')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.personId', '=', 'person.id')
        .on('contact.kind', '=', 'email')
        .on('contact.validTo', 'is', null),
    )
    .select(['login', 'diarySystem', 'surname', 'firstName', 'patronymic', 'contact.value as to'])
    .where('credential.id', '=', credentialId)
    .orderBy((eb) => eb('contact.source', '=', 'school'), 'desc')
    .executeTakeFirst();
  if (!row) return undefined;
  const { surname, firstName, patronymic, to, ...rest } = row;
  return { ...rest, title: formatFullName({ surname, firstName, patronymic }), to: to ?? '' };
}
