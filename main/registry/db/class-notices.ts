import { type Kysely, sql } from 'kysely';
import type { ClassNotice } from '../../../shared/contract/overview.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { Act } from './credentials.ts';
import { type BulkRow, bulkInsert } from './dialect/bulk-insert.ts';
import type { ClassReach } from './findings.ts';
import { classWithin } from './reach.ts';
import type { Schema } from './schema.ts';

/** Something that those who answer for a class should know of one pupil. */
export interface NewNotice {
  readonly classId: number;
  readonly pupilId: number;
  readonly kind: ClassNotice['kind'];
  /** Where the pupil came from or went to. */
  readonly otherClassId: number | null;
}

/** Tells those who answer for the classes; each person sees it until it is put away. */
export async function addNotices(trx: Kysely<Schema>, act: Act, notices: readonly NewNotice[]): Promise<void> {
  const rows: BulkRow[] = notices.map((one) => [one.classId, one.pupilId, one.kind, one.otherClassId]);
  const columns = ['class_id', 'pupil_id', 'kind', 'other_class_id'];
  await bulkInsert<Schema>(trx, 'class_notice', columns, rows, { at: act.at, user_id: act.userId });
}

interface NoticeRow extends Omit<ClassNotice, 'name'> {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
}

const mostShown = 100;

/** The latest notices of the reached classes that others made and this user has not put away, newest first. */
export async function unseenNotices(db: Kysely<Schema>, userId: number, reach: ClassReach): Promise<ClassNotice[]> {
  const { rows } = await sql<NoticeRow>`
    select notice.id, notice.kind, notice.at, notice.pupil_id, school_class.id as class_id,
      school_class.title as class_name, coalesce(other.title, '') as other_class,
      person.surname, person.first_name, person.patronymic
    from class_notice as notice
    join school_class on school_class.id = notice.class_id
    join person on person.id = notice.pupil_id
    left join school_class as other on other.id = notice.other_class_id
    where notice.user_id <> ${userId} and ${classWithin(reach, 'notice.class_id')} and not exists (
      select 1 from class_notice_seen where notice_id = notice.id and class_notice_seen.user_id = ${userId})
    order by notice.id desc limit ${mostShown}`.execute(db);
  return rows.map(({ surname, firstName, patronymic, ...row }) => ({
    ...row,
    name: formatFullName({ surname, firstName, patronymic }),
  }));
}

/** Puts notices of the reached classes away for this user. */
export async function putNoticesAway(
  trx: Kysely<Schema>,
  userId: number,
  noticeIds: readonly number[],
  reach: ClassReach,
): Promise<void> {
  await sql`insert or ignore into class_notice_seen (notice_id, user_id)
    select id, ${userId} from class_notice
    where id in (select value from json_each(${JSON.stringify(noticeIds)})) and ${classWithin(reach, 'class_notice.class_id')}`.execute(
    trx,
  );
}
