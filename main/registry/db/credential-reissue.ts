import type { Kysely, Transaction } from 'kysely';
import type { CredentialTarget } from '../../../shared/contract/credentials.ts';
import type { LoginHolder } from '../../../shared/domain/login.ts';
import { holdersOf } from './credential-holders.ts';
import { type Act, liveCredentials, recordEvents } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { CredentialTable, Schema } from './schema.ts';

/** A live credential and whom it belongs to, as much as a new login and password need. */
export interface LiveLogin extends LoginHolder {
  readonly credentialId: number;
  readonly personId: number;
  readonly diarySystem: string;
  readonly login: string;
  readonly state: CredentialTable['state'];
  readonly copyNumber: number;
}

/** The ids of the live credentials that a target names; a scope's are of one diary system. */
export async function targetIds(
  db: Kysely<Schema>,
  target: CredentialTarget,
  diarySystem: string,
  withoutClasses: readonly number[],
): Promise<readonly number[]> {
  if (target.kind === 'credentials') return target.credentialIds;
  const holders = await holdersOf(db, target.scope, target.for, withoutClasses);
  const people = holders.map(({ personId }) => personId);
  return [...(await liveCredentials(db, diarySystem, people)).values()].map(({ id }) => id);
}

/** The live ones of these credentials with their holders, in the order of their making. */
export async function liveLogins(db: Kysely<Schema>, credentialIds: readonly number[]): Promise<LiveLogin[]> {
  const rows = await db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.personId')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.pupilId', '=', 'person.id').on('enrolment.validTo', 'is', null),
    )
    .leftJoin('schoolClass', 'schoolClass.id', 'enrolment.classId')
    .select(['credential.id as credentialId', 'personId', 'diarySystem', 'login', 'state', 'copyNumber'])
    .select(['person.kind', 'surname', 'firstName', 'patronymic', 'birthDate', 'title'])
    .where('credential.id', 'in', idSet(credentialIds))
    .where('state', 'not in', ['expired', 'revoked'])
    .orderBy('credential.id')
    .execute();
  return rows.map(({ kind, surname, firstName, patronymic, title, ...row }) => ({
    ...row,
    role: kind === 'pupil' ? 'pupil' : 'guardian',
    name: { surname, firstName, patronymic },
    className: title ?? '',
  }));
}

/** Voids credentials: their slips and passwords are good for nothing any more, their logins stay theirs. */
export async function revoke(
  transaction: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
  reason: string,
): Promise<void> {
  await transaction
    .updateTable('credential')
    .set({ state: 'revoked', initialPassword: null })
    .where('id', 'in', idSet(credentialIds))
    .execute();
  await recordEvents(transaction, act, credentialIds, { state: 'revoked', reason });
}

/** Points each voided credential at the live one of the same person and diary. */
export async function pointAtSuccessors(
  transaction: Transaction<Schema>,
  credentialIds: readonly number[],
): Promise<void> {
  await transaction
    .updateTable('credential as old')
    .set((eb) => ({
      replacedBy: eb
        .selectFrom('credential as fresh')
        .select('fresh.id')
        .whereRef('fresh.personId', '=', 'old.personId')
        .whereRef('fresh.diarySystem', '=', 'old.diarySystem')
        .where('fresh.state', 'not in', ['expired', 'revoked']),
    }))
    .where('old.id', 'in', idSet(credentialIds))
    .execute();
}
