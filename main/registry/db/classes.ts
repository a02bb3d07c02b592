import { type Kysely, sql } from 'kysely';
import type { Coverage, SchoolClass, SchoolCoverage } from '../../../shared/contract/classes.ts';
import { diaryOfClass } from './class-diary.ts';
import type { ClassReach } from './findings.ts';
import { classWithin } from './reach.ts';
import type { Schema } from './schema.ts';

type CountColumns = 'persons' | 'none' | 'generated' | 'printed' | 'handedOver';

interface CountedRow {
  readonly classId: number;
  readonly role: 'pupil' | 'guardian';
  readonly persons: number;
  readonly none: number;
  readonly generated: number;
  readonly printed: number;
  readonly handedOver: number;
}

const nobody: Coverage = { persons: 0, none: 0, generated: 0, printed: 0, handedOver: 0 };

/** Stands for all classes together; ids of classes begin with 1. */
const wholeSchool = 0;

/**
 * All reached classes of an academic year in school order, with how far their people have come in the class's diary; and
 * together those that use the school's, as actions for the whole school are about them.
 */
export async function listClasses(
  db: Kysely<Schema>,
  yearId: number,
  diarySystem: string,
  reach: ClassReach,
): Promise<{ school: SchoolCoverage; classes: SchoolClass[] }> {
  const counted = await countPeople(db, yearId, diarySystem, reach);
  const coverage = (classId: number, role: CountedRow['role']) => coverageOf(counted.get(`${classId} ${role}`));
  const { rows } = await sql<Pick<SchoolClass, 'id' | 'title' | 'grade' | 'teacherName'>>`
    select school_class.id, title, grade,
      coalesce(trim(surname || ' ' || first_name || ' ' || patronymic), '') as teacher_name
    from school_class left join person on person.id = teacher_id
    where academic_year_id = ${yearId} and ${classWithin(reach, 'school_class.id')}
    order by grade is null, grade, replace(letter, 'Ё', 'Ея'), title`.execute(db);
  const bothRoles = (id: number) => ({ pupils: coverage(id, 'pupil'), guardians: coverage(id, 'guardian') });
  return { school: bothRoles(wholeSchool), classes: rows.map((row) => ({ ...row, ...bothRoles(row.id) })) };
}

function coverageOf(counted: Pick<CountedRow, CountColumns> | undefined): Coverage {
  if (counted === undefined) return nobody;
  const { persons, none, generated, printed, handedOver } = counted;
  return { persons, none, generated, printed, handedOver };
}

/** A guardian of two children of one class counts once there, and once in the whole school. A login in use counts as handed over. */
async function countPeople(
  db: Kysely<Schema>,
  yearId: number,
  diarySystem: string,
  reach: ClassReach,
): Promise<Map<string, CountedRow>> {
  const diaryOf = await diaryOfClass(db, diarySystem);
  const { rows } = await sql<CountedRow>`
    with place (class_id, pupil_id, diary) as (
      select class_id, pupil_id, ${diaryOf('enrolment.class_id')} from enrolment
      join school_class on school_class.id = class_id and academic_year_id = ${yearId}
      where valid_to is null and ${classWithin(reach, 'class_id')}),
    in_class (class_id, role, person_id, diary) as (
      select class_id, 'pupil', pupil_id, diary from place
      union
      select class_id, 'guardian', guardian_id, diary from place
      join guardianship on guardianship.pupil_id = place.pupil_id),
    member (class_id, role, person_id, diary) as (
      select class_id, role, person_id, diary from in_class
      union
      select ${wholeSchool}, role, person_id, diary from in_class where diary = ${diarySystem})
    select class_id, role, count(*) as persons,
      sum(state is null) as none,
      sum(state is 'generated') as generated,
      sum(state is 'printed') as printed,
      sum(state in ('handed-over', 'activated', 'changed') and state is not null) as handed_over
    from member
    left join credential on credential.person_id = member.person_id and credential.diary_system = member.diary
      and credential.state not in ('expired', 'revoked')
    group by class_id, role`.execute(db);
  return new Map(rows.map((row) => [`${row.classId} ${row.role}`, row]));
}

/** The class with this id if it is of this year. */
export function findClassOfYear(db: Kysely<Schema>, yearId: number, classId: number) {
  return db
    .selectFrom('schoolClass')
    .select('title')
    .where('academicYearId', '=', yearId)
    .where('id', '=', classId)
    .executeTakeFirst();
}
