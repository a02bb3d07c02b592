import { type Kysely, sql } from 'kysely';
import type { ClassProgress } from '../../../shared/contract/overview.ts';
import { diaryOfClass } from './class-diary.ts';
import type { ClassReach } from './findings.ts';
import { classWithin } from './reach.ts';
import type { Schema } from './schema.ts';

const wholeSchool = 0;

type Counted = Omit<ClassProgress, 'classId' | 'matched'> & { readonly classId: number };

/**
 * How far the people of each class of a year have come in the class's diary, and of all reached classes together (null);
 * there a guardian of children in several diaries counts once, in the school's if it is among them.
 */
export async function classProgress(
  db: Kysely<Schema>,
  yearId: number,
  diarySystem: string,
  reach: ClassReach,
): Promise<(Omit<ClassProgress, 'matched'> & { readonly codes: number })[]> {
  const diaryOf = await diaryOfClass(db, diarySystem);
  const { rows } = await sql<Counted>`
    with place (class_id, pupil_id, diary) as (
      select class_id, pupil_id, ${diaryOf('enrolment.class_id')} from enrolment
      join school_class on school_class.id = class_id and academic_year_id = ${yearId}
      where valid_to is null and ${classWithin(reach, 'class_id')}),
    in_class (class_id, is_pupil, person_id, diary) as (
      select class_id, 1, pupil_id, diary from place
      union
      select class_id, 0, guardian_id, diary from place join guardianship on guardianship.pupil_id = place.pupil_id),
    member (class_id, is_pupil, person_id, diary) as (
      select class_id, is_pupil, person_id, diary from in_class
      union all
      select ${wholeSchool}, is_pupil, person_id, coalesce(max(iif(diary = ${diarySystem}, diary, null)), max(diary))
      from in_class group by is_pupil, person_id)
    select class_id as "classId", count(*) as people, sum(is_pupil) as pupils,
      sum(state is not null) as issued,
      coalesce(sum(state in ('handed-over', 'activated', 'changed')), 0) as "handedOver",
      coalesce(sum(state in ('activated', 'changed')), 0) as activated,
      sum(is_pupil and exists (select 1 from external_code where external_code.person_id = member.person_id
        and kind = 'portal-code' and diary_system = member.diary)) as codes
    from member left join credential on credential.person_id = member.person_id
      and credential.diary_system = member.diary and credential.state not in ('expired', 'revoked')
    group by class_id`.execute(db.withoutPlugins());
  return rows.map(({ classId, codes, ...row }) => ({
    ...row,
    classId: classId === wholeSchool ? null : classId,
    codes: codes ?? 0,
  }));
}
