import { type Kysely, sql } from 'kysely';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import type { Schema } from './schema.ts';

type HistoryEntry = PupilCard['history'][number];

/** What happened to a pupil and to the logins of the pupil and the guardians, newest first. No secrets. */
export async function pupilHistory(db: Kysely<Schema>, pupilId: number): Promise<HistoryEntry[]> {
  const entries = [
    ...(await importsOf(db, pupilId)),
    ...(await movesOf(db, pupilId)),
    ...(await leavingOf(db, pupilId)),
    ...(await correctionsOf(db, pupilId)),
    ...(await loginsOf(db, pupilId)),
  ];
  return entries.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

/** The imports that made or changed the pupil, undone ones left out. */
async function importsOf(db: Kysely<Schema>, pupilId: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<{ at: string; who: string; details: string; isNew: 0 | 1; isRenamed: 0 | 1 }>`
    select run.at as at, app_user.name as who, run.file_name as details, 1 as is_new, 0 as is_renamed
    from person
    join import_run as run on run.id = person.import_id and run.undone_at is null
    join app_user on app_user.id = run.user_id
    where person.id = ${pupilId}
    union all
    select run.at, app_user.name, run.file_name, 0,
      max(coalesce(change.before ->> 'name_key' <> change.after ->> 'name_key', 0))
    from import_change as change
    join import_run as run on run.id = change.import_id and run.undone_at is null
    join app_user on app_user.id = run.user_id
    where change.entity = 'person' and change.entity_id = ${pupilId}
    group by run.id`.execute(db);
  return rows.map(({ isNew, isRenamed, ...entry }) => ({
    ...entry,
    what: isNew === 1 ? 'imported' : isRenamed === 1 ? 'renamed' : 'changed',
  }));
}

/**
 * Fields typed by hand at one moment are one entry; their names are catalogue keys `fields.change.<field>`. Those of the
 * moment in which a pupil was made say that it was done by hand.
 */
async function correctionsOf(db: Kysely<Schema>, pupilId: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<Omit<HistoryEntry, 'what'> & { isNew: 0 | 1 }>`
    select origin.at as at, coalesce(app_user.name, '') as who, group_concat(origin.field, ', ' order by origin.id) as details,
      origin.at = person.created_at and person.import_id is null as is_new
    from field_origin as origin join person on person.id = origin.person_id
    left join app_user on app_user.id = origin.user_id
    where origin.person_id = ${pupilId} and origin.source = 'hand'
    group by origin.at, origin.user_id`.execute(db);
  return rows.map(({ isNew, details, ...entry }) =>
    isNew === 1 ? { ...entry, what: 'added', details: '' } : { ...entry, what: 'corrected', details },
  );
}

async function movesOf(db: Kysely<Schema>, pupilId: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<Omit<HistoryEntry, 'what'>>`
    select coalesce(run.at, enrolment.valid_from || 'T00:00:00.000Z') as at, coalesce(app_user.name, '') as who,
      previous.title || ' → ' || school_class.title as details
    from enrolment
    join school_class on school_class.id = enrolment.class_id
    join enrolment as earlier on earlier.id = (
      select max(id) from enrolment as older where older.pupil_id = enrolment.pupil_id and older.id < enrolment.id)
    join school_class as previous on previous.id = earlier.class_id
    left join import_run as run on run.id = enrolment.import_id
    left join app_user on app_user.id = run.user_id
    where enrolment.pupil_id = ${pupilId}`.execute(db);
  return rows.map((entry) => ({ ...entry, what: 'moved' }));
}

/** Leaving and coming back, as the pupil's class was told of them; nobody is told of graduates. */
async function leavingOf(db: Kysely<Schema>, pupilId: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select notice.at as at, notice.kind as what, app_user.name as who, school_class.title as details
    from class_notice as notice
    join school_class on school_class.id = notice.class_id
    join app_user on app_user.id = notice.user_id
    where notice.pupil_id = ${pupilId} and notice.kind in ('left', 'returned')
    union all
    select left_on || 'T00:00:00.000Z', 'left', '', coalesce((
      select title from enrolment join school_class on school_class.id = class_id
      where pupil_id = person.id order by enrolment.id desc limit 1), '')
    from person where id = ${pupilId} and status = 'left' and not exists (
      select 1 from class_notice where pupil_id = person.id and kind = 'left')`.execute(db);
  return rows;
}

const whatOfState: Readonly<Record<string, HistoryEntry['what'] | undefined>> = {
  generated: 'issued',
  printed: 'printed',
  'handed-over': 'handed-over',
  revoked: 'revoked',
};

async function loginsOf(db: Kysely<Schema>, pupilId: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<{ at: string; who: string; details: string; state: string; reason: string }>`
    select event.at as at, app_user.name as who, credential.login as details, event.state as state, event.reason as reason
    from credential_event as event
    join credential on credential.id = event.credential_id
    join app_user on app_user.id = event.user_id
    where credential.person_id = ${pupilId}
      or credential.person_id in (select guardian_id from guardianship where pupil_id = ${pupilId})
    order by event.id desc`.execute(db);
  return rows.flatMap(({ state, reason, ...entry }) => {
    const what = reason === 'taken-back' ? 'taken-back' : whatOfState[state];
    return what === undefined ? [] : [{ ...entry, what }];
  });
}
