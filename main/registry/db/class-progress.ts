import { type Kysely, sql } from 'kysely';
import type { ClassProgress } from '../../../shared/contract/overview.ts';
import type { ClassReach } from './findings.ts';
import { classWithin } from './reach.ts';
import type { Schema } from './schema.ts';

const wholeSchool = 0;

type Counted = Omit<ClassProgress, 'classId' | 'matched'> & { readonly classId: number };

/** How far the people of each class of a year have come in a diary system, and of all reached classes together (null). */
export async function classProgress(
  db: Kysely<Schema>,
  yearId: number,
  diarySystem: string,
  reach: ClassReach,
): Promise<(Omit<ClassProgress, 'matched'> & { readonly codes: number })[]> {
  const { rows } = await sql<Counted>`
    with place (class_id, pupil_id) as (
      select class_id, pupil_id from enrolment
      join school_class on school_class.id = class_id and academic_year_id = ${yearId}
      where valid_to is null and ${classWithin(reach, 'class_id')}),
    in_class (class_id, is_pupil, person_id) as (
      select class_id, 1, pupil_id from place
      union
      select class_id, 0, guardian_id from place join guardianship on guardianship.pupil_id = place.pupil_id),
    member (class_id, is_pupil, person_id) as (
      select class_id, is_pupil, person_id from in_class
      union select ${wholeSchool}, is_pupil, person_id from in_class)
    select class_id as "classId", count(*) as people, sum(is_pupil) as pupils,
      sum(state is not null) as issued,
      coalesce(sum(state in ('handed-over', 'activated', 'changed')), 0) as "handedOver",
      coalesce(sum(state in ('activated', 'changed')), 0) as activated,
      sum(is_pupil and member.person_id in (
        select person_id from external_code where kind = 'portal-code' and diary_system = ${diarySystem})) as codes
    from member left join credential on credential.person_id = member.person_id
      and credential.diary_system = ${diarySystem} and credential.state not in ('expired', 'revoked')
    group by class_id`.execute(db.withoutPlugins());
  return rows.map(({ classId, codes, ...row }) => ({
    ...row,
    classId: classId === wholeSchool ? null : classId,
    codes: codes ?? 0,
  }));
}
