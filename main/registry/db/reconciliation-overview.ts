import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ClassStanding, ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import type { FindingState } from '../../../shared/contract/reconciliation-parts.ts';
import type { ClassReach } from './findings.ts';
import { classWithin } from './reach.ts';
import type { Schema } from './schema.ts';

/** Says only that the portal has nobody: the school has nothing to correct. */
const absentCode = 'only-in-school';

const wholeSchool = 0;

interface StandingRow {
  readonly classId: number;
  readonly className: string;
  readonly people: number;
  readonly matched: number;
  readonly school: number;
  readonly family: number;
}

/**
 * How the people of the run's classes stand, class by class in school order and all together: a guardian of two classes
 * counts in each, and once in the whole.
 */
export async function standings(
  db: Kysely<Schema>,
  runId: number,
  reach: ClassReach,
): Promise<{ school: ClassStanding; classes: ClassStanding[] }> {
  const within = classWithin(reach, 'enrolment.class_id');
  const { rows } = await sql<StandingRow>`
    with in_class (class_id, person_id) as (
      select class_id, pupil_id from enrolment where valid_to is null and ${within}
      union
      select class_id, guardian_id from enrolment join guardianship on guardianship.pupil_id = enrolment.pupil_id
      where valid_to is null and ${within}),
    member (class_id, person_id) as (
      select class_id, person_id from in_class
      union select ${wholeSchool}, person_id from in_class),
    -- Sets behind "in" are looked up, where a join of them would be gone through for every person.
    flagged (class_id, at_school, at_family, linked) as (
      select class_id,
        person_id in (select person_id from finding
          where run_id = ${runId} and state = 'open' and code <> ${absentCode} and person_id is not null),
        person_id in (select person_id from finding
          where run_id = ${runId} and state in ('kept', 'asked') and person_id is not null),
        person_id in (select person_id from portal_person
          where run_id = ${runId} and verdict = 'linked' and person_id is not null)
      from member)
    select flagged.class_id as classId, coalesce(school_class.title, '') as className, count(*) as people,
      sum(at_school) as school, sum(not at_school and at_family) as family,
      sum(not at_school and not at_family and linked) as matched
    from flagged left join school_class on school_class.id = flagged.class_id
    group by flagged.class_id
    order by grade is null, grade, replace(letter, 'Ё', 'Ея'), title`.execute(db.withoutPlugins());
  const all = rows.map(standingOf);
  const school = all.find(({ classId }) => classId === null) ?? nobody;
  return { school, classes: all.filter(({ classId }) => classId !== null) };
}

const nobody: ClassStanding = {
  ...{ classId: null, className: '', people: 0, matched: 0, school: 0, family: 0, absent: 0 },
};

function standingOf({ classId, ...row }: StandingRow): ClassStanding {
  const absent = row.people - row.matched - row.school - row.family;
  return { ...row, classId: classId === wholeSchool ? null : classId, absent };
}

/** How many findings of the run are in each state. */
export async function countStates(
  db: Kysely<Schema>,
  runId: number,
  within: RawBuilder<unknown>,
): Promise<Record<FindingState, number>> {
  const { rows } = await sql<{ state: FindingState; n: number }>`
    select state, count(*) as n from finding where run_id = ${runId} and ${within} group by state`.execute(db);
  const counts = { open: 0, taken: 0, kept: 0, asked: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** How many findings of the run have each reason, the most frequent first. */
export async function countCodes(
  db: Kysely<Schema>,
  runId: number,
  within: RawBuilder<unknown>,
): Promise<ReconciliationOverview['codes']> {
  const { rows } = await sql<{ code: string; count: number }>`
    select code, count(*) as count from finding where run_id = ${runId} and ${within}
    group by code order by count desc, code`.execute(db);
  return rows;
}

/** Asked findings whose day to ask again has come. */
export async function countAskAgain(db: Kysely<Schema>, runId: number, today: string, within: RawBuilder<unknown>) {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from finding
    where run_id = ${runId} and state = 'asked' and ask_on <= ${today} and ${within}`.execute(db);
  return rows[0]?.n ?? 0;
}

const mostClosed = 200;

/** Findings of the run before about people who are in this run again, without the finding. */
export async function closedSince(
  db: Kysely<Schema>,
  runId: number,
  before: number | undefined,
  within: RawBuilder<unknown>,
): Promise<ReconciliationOverview['closed']> {
  if (before === undefined) return [];
  const { rows } = await sql<ReconciliationOverview['closed'][number]>`
    select finding.code, trim(person.surname || ' ' || person.first_name || ' ' || person.patronymic) as who,
      coalesce((select school_class.title from enrolment join school_class on school_class.id = enrolment.class_id
        where enrolment.pupil_id = finding.pupil_id and valid_to is null), '') as className
    from finding join person on person.id = finding.person_id
    where finding.run_id = ${before} and ${within} and ${goneIn(runId)}
    order by className, who, code limit ${mostClosed}`.execute(db.withoutPlugins());
  return rows;
}

/** How many findings of the run before have gone. */
export async function countClosed(db: Kysely<Schema>, runId: number, before: number | undefined): Promise<number> {
  if (before === undefined) return 0;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from finding where run_id = ${before} and ${goneIn(runId)}`.execute(db);
  return rows[0]?.n ?? 0;
}

function goneIn(runId: number): RawBuilder<unknown> {
  return sql`finding.finding_key not in (select finding_key from finding where run_id = ${runId})
    and finding.person_id in (select person_id from portal_person where run_id = ${runId} and verdict = 'linked')`;
}
