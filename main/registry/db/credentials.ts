import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { isLive } from '../../../shared/domain/credential-state.ts';
import { idSet } from './dialect/id-set.ts';
import type { CredentialTable, Schema } from './schema.ts';

/** A live credential as lists show it: its password is not even read. */
export type LiveCredential = Pick<
  Selectable<CredentialTable>,
  | 'personId'
  | 'login'
  | 'state'
  | 'copyNumber'
  | 'printedAt'
  | 'handedOverAt'
  | 'expiresOn'
  | 'receivedBy'
  | 'receiverName'
  | 'receivedOn'
  | 'refusedOn'
> & { readonly id: number; readonly handedOverBy: string; readonly purged: boolean };

/** Who did something, and when. */
export interface Act {
  readonly at: string;
  readonly userId: number;
}

/** What is known of a new credential before it is written. */
export type NewCredential = Pick<
  Insertable<CredentialTable>,
  'personId' | 'login' | 'initialPassword' | 'copyNumber' | 'loginChanged'
>;

/** The credentials with which people can sign in, or will be able to, by person. */
export async function liveCredentials(
  db: Kysely<Schema>,
  diarySystem: string,
  personIds: Iterable<number>,
): Promise<ReadonlyMap<number, LiveCredential>> {
  const rows = await db
    .selectFrom('credential')
    .leftJoin('appUser', 'appUser.id', 'credential.handedOverBy')
    .select(['credential.id', 'personId', 'login', 'state', 'printedAt', 'handedOverAt', 'expiresOn'])
    .select(['copyNumber', 'receivedBy', 'receiverName', 'receivedOn', 'refusedOn'])
    .select(['appUser.name as userName', sql<number>`initial_password is null`.as('purged')])
    .where('diarySystem', '=', diarySystem)
    .where('personId', 'in', idSet(personIds))
    .execute();
  const live = rows.filter(({ state }) => isLive(state));
  return new Map(
    live.map(({ userName, purged, ...row }) => [
      row.personId,
      { ...row, handedOverBy: userName ?? '', purged: purged === 1 },
    ]),
  );
}

/** The form in which logins are compared. */
export function loginKey(login: string): string {
  return login.toLowerCase();
}

/** Every login that was ever given out or imported for this system, with whose it is; leavers' and revoked ones too. */
export async function loginOwners(db: Kysely<Schema>, diarySystem: string): Promise<ReadonlyMap<string, number>> {
  const imported = await db
    .selectFrom('externalCode')
    .select(['value', 'personId'])
    .where('diarySystem', '=', diarySystem)
    .where('kind', '=', 'account')
    .execute();
  const given = await db
    .selectFrom('credential')
    .select(['loginKey', 'personId'])
    .where('diarySystem', '=', diarySystem)
    .execute();
  return new Map([
    ...imported.map((row) => [loginKey(row.value), row.personId] as const),
    ...given.map((row) => [row.loginKey, row.personId] as const),
  ]);
}

/** The logins of people whose last credential expired: they are given the same ones again. Revoked ones are not. */
export async function expiredLogins(
  db: Kysely<Schema>,
  diarySystem: string,
  personIds: Iterable<number>,
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('credential')
    .select(['personId', 'login', 'state'])
    .where('diarySystem', '=', diarySystem)
    .where('personId', 'in', idSet(personIds))
    .orderBy('id')
    .execute();
  const last = new Map(rows.map((row) => [row.personId, row]));
  const expired = [...last.values()].filter(({ state }) => state === 'expired');
  return new Map(expired.map(({ personId, login }) => [personId, login]));
}

/** The logins that nobody can be given any more. */
export async function takenLogins(db: Kysely<Schema>, diarySystem: string): Promise<Set<string>> {
  return new Set((await loginOwners(db, diarySystem)).keys());
}

const rowsPerStatement = 200;

function chunks<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}

/** Writes the credentials of one issue with their first events; returns the issue's id. */
export async function insertIssue(
  transaction: Transaction<Schema>,
  act: Act,
  common: Pick<CredentialTable, 'diarySystem' | 'expiresOn'>,
  credentials: readonly NewCredential[],
  reason = '',
): Promise<number> {
  const run = { at: act.at, userId: act.userId, undoneAt: null };
  const { id } = await transaction.insertInto('issueRun').values(run).returning('id').executeTakeFirstOrThrow();
  const whole = { ...common, state: 'generated', issueId: id, issuedAt: act.at } as const;
  for (const rows of chunks(credentials)) {
    const values = rows.map((row) => ({
      copyNumber: 1,
      loginChanged: 0 as const,
      ...row,
      ...whole,
      loginKey: loginKey(row.login),
    }));
    await transaction.insertInto('credential').values(values).execute();
  }
  await recordEvents(transaction, act, await idsOfIssue(transaction, id), { state: 'generated', reason });
  return id;
}

async function idsOfIssue(db: Kysely<Schema>, issueId: number): Promise<readonly number[]> {
  const rows = await db.selectFrom('credential').select('id').where('issueId', '=', issueId).execute();
  return rows.map(({ id }) => id);
}

/** Adds the same line to the history of each credential. */
export async function recordEvents(
  transaction: Transaction<Schema>,
  act: Act,
  credentialIds: Iterable<number>,
  event: { readonly state: CredentialTable['state']; readonly reason: string },
): Promise<void> {
  await transaction
    .insertInto('credentialEvent')
    .columns(['credentialId', 'at', 'userId', 'state', 'reason'])
    .expression((eb) =>
      eb
        .selectFrom('credential')
        .select((select) => [
          'id',
          select.val(act.at).as('at'),
          select.val(act.userId).as('userId'),
          select.val(event.state).as('state'),
          select.val(event.reason).as('reason'),
        ])
        .where('id', 'in', idSet(credentialIds)),
    )
    .execute();
}

/** An issue and how far its credentials have come. */
export interface IssueState {
  readonly undone: boolean;
  readonly generated: readonly number[];
  /** Credentials that are on paper already, or further. */
  readonly beyond: number;
}

/** The issue with this id; undefined when there is none. */
export async function issueState(db: Kysely<Schema>, issueId: number): Promise<IssueState | undefined> {
  const run = await db.selectFrom('issueRun').select('undoneAt').where('id', '=', issueId).executeTakeFirst();
  if (!run) return undefined;
  const rows = await db.selectFrom('credential').select(['id', 'state']).where('issueId', '=', issueId).execute();
  const generated = rows.filter(({ state }) => state === 'generated').map(({ id }) => id);
  return { undone: run.undoneAt !== null, generated, beyond: rows.length - generated.length };
}

/** Revokes the credentials of an issue and purges their passwords. The rows stay, so that the logins stay taken. */
export async function revokeIssue(
  transaction: Transaction<Schema>,
  act: Act,
  issueId: number,
  credentialIds: readonly number[],
): Promise<void> {
  await transaction
    .updateTable('credential')
    .set({ state: 'revoked', initialPassword: null })
    .where('id', 'in', idSet(credentialIds))
    .execute();
  await recordEvents(transaction, act, credentialIds, { state: 'revoked', reason: 'undo' });
  await transaction.updateTable('issueRun').set({ undoneAt: act.at }).where('id', '=', issueId).execute();
}

/** The pupils whose search line shows these people: themselves, or the children of guardians. */
export async function pupilsShowing(db: Kysely<Schema>, personIds: readonly number[]): Promise<readonly number[]> {
  const own = db
    .selectFrom('person')
    .select('id as pupilId')
    .where('kind', '=', 'pupil')
    .where('id', 'in', idSet(personIds));
  const children = db.selectFrom('guardianship').select('pupilId').where('guardianId', 'in', idSet(personIds));
  const rows = await own.union(children).execute();
  return rows.map(({ pupilId }) => pupilId);
}

/** Whom the credentials belong to. */
export async function personsOf(db: Kysely<Schema>, credentialIds: readonly number[]): Promise<readonly number[]> {
  const rows = await db.selectFrom('credential').select('personId').where('id', 'in', idSet(credentialIds)).execute();
  return rows.map(({ personId }) => personId);
}
