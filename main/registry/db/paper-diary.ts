import { type Kysely, sql } from 'kysely';
import type { PaperPupil } from '../../../shared/contract/paper-diary.ts';
import { compareClasses } from '../../../shared/domain/class-name.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { ClassReach } from './findings.ts';
import type { Schema } from './schema.ts';

interface Row {
  readonly applicationId: number;
  readonly number: string;
  readonly since: string;
  readonly applicant: string;
  readonly pupilId: number;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly classId: number | null;
  readonly className: string | null;
  readonly teacher: string;
}

const collator = new Intl.Collator('ru');

/** Pupils present whose paper diary was allowed and not ended, in school order; each once, by the latest application. */
export async function paperPupils(
  db: Kysely<Schema>,
  { classId, reach }: { readonly classId?: number | undefined; readonly reach: ClassReach },
): Promise<PaperPupil[]> {
  const { rows } = await sql<Row>`
    select max(application.id) as application_id, application.number, application.closed_on as since,
      coalesce(trim(applicant.surname || ' ' || applicant.first_name || ' ' || applicant.patronymic),
        application.applicant_name) as applicant,
      pupil.id as pupil_id, pupil.surname, pupil.first_name, pupil.patronymic,
      school_class.id as class_id, school_class.title as class_name,
      coalesce(trim(teacher.surname || ' ' || teacher.first_name || ' ' || teacher.patronymic), '') as teacher
    from application
    join application_pupil as link on link.application_id = application.id
    join person as pupil on pupil.id = link.pupil_id and pupil.status != 'left' and pupil.merged_into is null
    left join person as applicant on applicant.id = application.applicant_id
    left join enrolment on enrolment.pupil_id = pupil.id and enrolment.valid_to is null
    left join school_class on school_class.id = enrolment.class_id
    left join person as teacher on teacher.id = school_class.teacher_id
    where application.kind = 'paper-diary' and application.outcome = 'done' and application.ended_on is null
    group by pupil.id`.execute(db);
  const wanted = rows.filter(
    (row) => (classId === undefined || row.classId === classId) && (reach === undefined || isReached(row, reach)),
  );
  return wanted.map(pupilOf).sort(inSchoolOrder);
}

const isReached = ({ classId }: Row, reach: readonly number[]) => classId !== null && reach.includes(classId);

function pupilOf({ surname, firstName, patronymic, className, applicant, teacher, ...row }: Row): PaperPupil {
  const name = formatFullName({ surname, firstName, patronymic });
  return { ...row, name, className: className ?? '', applicantName: applicant, teacherName: teacher };
}

function inSchoolOrder(a: PaperPupil, b: PaperPupil): number {
  return compareClasses(a.className, b.className) || collator.compare(a.name, b.name);
}
