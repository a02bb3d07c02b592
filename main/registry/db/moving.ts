import { type Kysely, sql } from 'kysely';
import { addNotices, type NewNotice } from './class-notices.ts';
import type { Act } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** Where a pupil is now. */
interface Place {
  readonly pupilId: number;
  readonly classId: number;
}

/** The classes that these pupils are in now; those without a class are left out. */
export function placesOf(db: Kysely<Schema>, pupilIds: readonly number[]): Promise<Place[]> {
  return db
    .selectFrom('enrolment')
    .select(['pupilId', 'classId'])
    .where('pupilId', 'in', idSet(pupilIds))
    .where('validTo', 'is', null)
    .execute();
}

/** Those of the ids that are pupils of the registry and were not merged away, with their status. */
export function pupilsAmong(db: Kysely<Schema>, ids: readonly number[]) {
  return db
    .selectFrom('person')
    .select(['id', 'status'])
    .where('id', 'in', idSet(ids))
    .where('kind', '=', 'pupil')
    .where('mergedInto', 'is', null)
    .execute();
}

/**
 * Puts pupils into a class from this day on; logins stay theirs. Both classes are told: `came` and `went`, or `returned`
 * for those who had left. Returns those who were not there already.
 */
export async function moveTo(
  trx: Kysely<Schema>,
  act: Act,
  pupilIds: readonly number[],
  classId: number,
  returned = false,
): Promise<readonly number[]> {
  const today = act.at.slice(0, 10);
  const places = new Map((await placesOf(trx, pupilIds)).map((place) => [place.pupilId, place.classId]));
  const moving = pupilIds.filter((id) => places.get(id) !== classId);
  await trx
    .updateTable('enrolment')
    .set({ validTo: today })
    .where('pupilId', 'in', idSet(moving))
    .where('validTo', 'is', null)
    .execute();
  await sql`insert into enrolment (pupil_id, class_id, valid_from)
    select value, ${classId}, ${today} from json_each(${JSON.stringify(moving)})`.execute(trx);
  await addNotices(
    trx,
    act,
    moving.flatMap((pupilId) => noticesOf(pupilId, places.get(pupilId), classId, returned)),
  );
  return moving;
}

function noticesOf(pupilId: number, from: number | undefined, to: number, returned: boolean): NewNotice[] {
  const came: NewNotice = {
    ...{ classId: to, pupilId, kind: returned ? 'returned' : 'came', otherClassId: from ?? null },
  };
  return from === undefined ? [came] : [came, { classId: from, pupilId, kind: 'went', otherClassId: to }];
}
