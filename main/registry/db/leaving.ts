import { type Kysely, sql, type Transaction } from 'kysely';
import type { LeaversSetting } from '../../../shared/contract/settings.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { addNotices, type NewNotice } from './class-notices.ts';
import { revoke } from './credential-reissue.ts';
import { type Act, personsOf, pupilsShowing } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import { placesOf } from './moving.ts';
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
  const places = await placesOf(trx, pupilIds);
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
  await addNotices(
    trx,
    act,
    places.map((place): NewNotice => ({ ...place, kind: 'left', otherClassId: null })),
  );
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

/** The last class of each of these pupils that is of the current year, for those who come back. */
export async function lastClasses(
  db: Kysely<Schema>,
  pupilIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ pupilId: number; classId: number }>`
    select pupil_id as "pupilId", class_id as "classId" from enrolment
    join school_class on school_class.id = class_id
      and academic_year_id = (select id from academic_year order by start_year desc limit 1)
    where pupil_id in ${idSet(pupilIds)} order by enrolment.id`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.pupilId, row.classId]));
}

/**
 * Pupils who left are here again, with everything that is known of them. Logins that were to end with their grace get the
 * last day that new ones would get; those that expired or were revoked are issued anew.
 */
export async function comeBack(
  trx: Transaction<Schema>,
  act: Act,
  pupilIds: readonly number[],
  expiresOn: string | null,
): Promise<void> {
  const here = { leftOn: null, leftReason: null, archiveOn: null, purgeOn: null, updatedAt: act.at };
  const going = await loginsThatGo(trx, pupilIds);
  await trx
    .updateTable('person')
    .set({ status: 'active', ...here })
    .where('id', 'in', idSet(pupilIds))
    .execute();
  await trx.updateTable('credential').set({ expiresOn }).where('id', 'in', idSet(going)).execute();
}
