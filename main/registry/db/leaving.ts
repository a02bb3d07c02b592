import { type Kysely, sql, type Transaction } from 'kysely';
import type { LeaversSetting } from '../../../shared/contract/settings.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { revoke } from './credential-reissue.ts';
import { type Act, personsOf, pupilsShowing } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

/** How pupils leave. */
export interface Leaving {
  readonly leftOn: string;
  readonly reason: string;
  /** From when they are in the archive: at once for graduates. */
  readonly archiveOn: string;
  readonly terms: LeaversSetting;
}

/**
 * Marks pupils as left in the given transaction: their place in a class ends, and their logins, with those of guardians who
 * have nobody left in the school, do what the school's terms say.
 */
export async function leaveSchool(
  trx: Transaction<Schema>,
  act: Act,
  pupilIds: readonly number[],
  { leftOn, reason, archiveOn, terms }: Leaving,
): Promise<void> {
  const dates = { leftOn, archiveOn, purgeOn: daysAfter(leftOn, terms.purgeDays) };
  await trx
    .updateTable('person')
    .set({ status: 'left', leftReason: reason, ...dates, updatedAt: act.at })
    .where('id', 'in', idSet(pupilIds))
    .execute();
  await trx
    .updateTable('enrolment')
    .set({ validTo: leftOn })
    .where('pupilId', 'in', idSet(pupilIds))
    .where('validTo', 'is', null)
    .execute();
  await endLogins(trx, act, await loginsThatGo(trx, pupilIds), leftOn, terms);
}

/** Live credentials of pupils who left and of their guardians without another child in the school, in any diary. */
export async function loginsThatGo(db: Kysely<Schema>, pupilIds: readonly number[]): Promise<number[]> {
  const leaving = idSet(pupilIds);
  const { rows } = await sql<{ id: number }>`
    select id from credential where state not in ('expired', 'revoked') and person_id in (
      select value from json_each(${JSON.stringify(pupilIds)})
      union
      select guardian_id from guardianship where pupil_id in ${leaving} and not exists (
        select 1 from guardianship as other join person as child on child.id = other.pupil_id
        where other.guardian_id = guardianship.guardian_id and child.status <> 'left' and child.merged_into is null
          and child.id not in ${leaving}))`.execute(db.withoutPlugins());
  return rows.map(({ id }) => id);
}

async function endLogins(
  trx: Transaction<Schema>,
  act: Act,
  credentialIds: readonly number[],
  leftOn: string,
  { logins, graceDays }: LeaversSetting,
): Promise<void> {
  if (logins === 'keep' || credentialIds.length === 0) return;
  if (logins === 'grace') {
    const lastDay = daysAfter(leftOn, graceDays);
    await sql`update credential set expires_on = ${lastDay}
      where id in ${idSet(credentialIds)} and (expires_on is null or expires_on > ${lastDay})`.execute(trx);
    return;
  }
  await revoke(trx, act, credentialIds, 'left');
  await refreshSearch(trx, await pupilsShowing(trx, await personsOf(trx, credentialIds)));
}
