import { type Kysely, sql, type Transaction } from 'kysely';
import { refuse } from '../refuse.ts';
import { type UndoneChanges, undoChanges } from './change-undo.ts';
import { pupilsShowing } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

type By = { readonly undoneAt: string; readonly undoneBy: number };

/** The run that began the newest year, unless it was taken back; undefined when the year was not begun by the assistant. */
export async function runOfYear(db: Kysely<Schema>) {
  return db
    .selectFrom('changeRun')
    .leftJoin('appUser', 'appUser.id', 'changeRun.userId')
    .select(['changeRun.id', 'changeRun.at', 'appUser.name as who'])
    .where('action', '=', 'year-begun')
    .where('undoneAt', 'is', null)
    .orderBy('changeRun.id', 'desc')
    .executeTakeFirst();
}

/**
 * Takes the beginning of a year back, pupils put back since included. Refuses `year-in-use` when the year would stay because
 * somebody was moved or added in it since: then nobody would stand in a class of the current year.
 */
export async function undoYear(trx: Transaction<Schema>, runId: number, by: By): Promise<UndoneChanges> {
  const later = await trx
    .selectFrom('changeRun')
    .select('id')
    .where('action', '=', 'year-put-back')
    .where('id', '>', runId)
    .where('undoneAt', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  for (const { id } of later) await undoChanges(trx, id, by);
  const done = await undoChanges(trx, runId, by);
  if (await yearStays(trx, runId)) throw refuse('year-in-use', { count: done.kept.length });
  return done;
}

async function yearStays(trx: Kysely<Schema>, runId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from academic_year where json_array(id) = (
    select row_key from row_change where run_id = ${runId} and entity = 'academic_year' and before is null)`.execute(
    trx,
  );
  return rows.length > 0;
}

/** Where pupils are put whom the new year moved wrongly. */
export interface PuttingBack {
  readonly runId: number;
  readonly pupilIds: readonly number[];
  readonly classId: number;
  /** First day of the year, ISO 8601. */
  readonly startsOn: string;
}

/**
 * Puts pupils whom the run moved into another class of the new year, as if they had gone there at its beginning; graduates
 * come back with the logins that they had, as far as nobody changed them since. Returns how many were put back.
 */
export async function putBack(trx: Transaction<Schema>, wish: PuttingBack): Promise<number> {
  const moved = await moveAgain(trx, wish);
  const graduates = await graduatesOf(trx, wish);
  await bringBack(trx, wish, graduates);
  return moved + graduates.length;
}

async function moveAgain(trx: Transaction<Schema>, { runId, pupilIds, classId }: PuttingBack): Promise<number> {
  const { rows } = await sql`
    update enrolment set class_id = ${classId}
    where valid_to is null and pupil_id in ${idSet(pupilIds)} and class_id <> ${classId} and exists (
      select 1 from row_change where run_id = ${runId} and entity = 'enrolment' and before is null
        and row_key = json_array(enrolment.id))
    returning id`.execute(trx);
  return rows.length;
}

/** Those of the pupils whom the run made leave and who are still as it left them. */
async function graduatesOf(trx: Kysely<Schema>, { runId, pupilIds }: PuttingBack): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select person.id as id from row_change as change
    join person on person.id = change.row_key ->> 0 and person.status = 'left'
    where run_id = ${runId} and entity = 'person' and change.before ->> 'status' <> 'left'
      and person.id in ${idSet(pupilIds)}`.execute(trx.withoutPlugins());
  return rows.map(({ id }) => id);
}

async function bringBack(
  trx: Transaction<Schema>,
  { runId, classId, startsOn }: PuttingBack,
  pupilIds: readonly number[],
): Promise<void> {
  if (pupilIds.length === 0) return;
  const ids = idSet(pupilIds);
  await sql`update person set status = change.before ->> 'status', left_on = change.before ->> 'left_on',
      left_reason = change.before ->> 'left_reason', archive_on = change.before ->> 'archive_on',
      purge_on = change.before ->> 'purge_on'
    from row_change as change
    where change.run_id = ${runId} and change.entity = 'person' and change.row_key = json_array(person.id)
      and person.id in ${ids}`.execute(trx);
  await sql`insert into enrolment (pupil_id, class_id, valid_from)
    select value, ${classId}, ${startsOn} from json_each(${JSON.stringify(pupilIds)})`.execute(trx);
  await sql`update credential set state = change.before ->> 'state', expires_on = change.before ->> 'expires_on'
    from row_change as change
    where change.run_id = ${runId} and change.entity = 'credential' and change.row_key = json_array(credential.id)
      and credential.state = change.after ->> 'state'
      and (credential.person_id in ${ids}
        or credential.person_id in (select guardian_id from guardianship where pupil_id in ${ids}))
      and not exists (select 1 from credential as other where other.person_id = credential.person_id
        and other.diary_system = credential.diary_system and other.id <> credential.id
        and other.state not in ('expired', 'revoked'))`.execute(trx);
  await refreshSearch(trx, await pupilsShowing(trx, pupilIds));
}
