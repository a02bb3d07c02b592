import { type Expression, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { ApplicationFilter, ApplicationRow } from '../../../shared/contract/applications.ts';
import { type ApplicationKind, standingOf } from '../../../shared/domain/application.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { idSet } from './dialect/id-set.ts';
import type { ClassReach } from './findings.ts';
import type { Schema } from './schema.ts';
import type { ApplicationTable } from './schema-office.ts';
import { searchCondition } from './search.ts';

/** Which applications, seen on which day by whom. */
export interface ApplicationWish {
  readonly filter: ApplicationFilter;
  readonly today: string;
  readonly reach: ClassReach;
}

type Stored = Selectable<ApplicationTable>;

/** What a person typed of an application, with the last day for an answer. */
export type ApplicationValues = Pick<
  Stored,
  'number' | 'registeredOn' | 'kind' | 'applicant' | 'applicantId' | 'applicantName' | 'forWhom' | 'documents' | 'note'
> & { readonly dueOn: string };

function pupilsIn(classIds: readonly number[]): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from application_pupil as link join enrolment on enrolment.pupil_id = link.pupil_id
    where link.application_id = application.id and enrolment.valid_to is null
      and enrolment.class_id in ${idSet(classIds)})`;
}

function standingCondition(show: ApplicationFilter['show'], today: string): Expression<SqlBool> | undefined {
  switch (show) {
    case 'open':
      return sql<SqlBool>`application.closed_on is null`;
    case 'today':
      return sql<SqlBool>`application.closed_on is null and due_on = ${today}`;
    case 'overdue':
      return sql<SqlBool>`application.closed_on is null and due_on < ${today}`;
    case 'closed':
      return sql<SqlBool>`application.closed_on is not null`;
    case 'all':
      return undefined;
  }
}

/** A number, a typed applicant, or anything by which a pupil or the pupil's guardians are found. */
function queryCondition(query: string | undefined): Expression<SqlBool> | undefined {
  const found = searchCondition(query, 'pupilId');
  if (query === undefined || found === undefined) return undefined;
  const text = query.trim();
  return sql<SqlBool>`(application.number = ${text} or instr(applicant_name, ${text}) > 0
    or application.id in (select application_id from application_pupil where ${found}))`;
}

function conditionsOf({ filter, today, reach }: ApplicationWish): readonly Expression<SqlBool>[] {
  const { show, kind, classId, query, from, to } = filter;
  const all = [
    standingCondition(show, today),
    kind === undefined ? undefined : sql<SqlBool>`application.kind = ${kind}`,
    classId === undefined ? undefined : pupilsIn([classId]),
    reach === undefined ? undefined : pupilsIn(reach),
    from === undefined ? undefined : sql<SqlBool>`registered_on >= ${from}`,
    to === undefined ? undefined : sql<SqlBool>`registered_on <= ${to}`,
    queryCondition(query),
  ];
  return all.filter((condition) => condition !== undefined);
}

/** How many pass the filter, and how many there are in each of its piles. */
export async function countApplications(db: Kysely<Schema>, { filter, today, reach }: ApplicationWish) {
  const piled = (show: ApplicationFilter['show']) =>
    sql<number>`coalesce(sum(${standingCondition(show, today) ?? sql`1`}), 0)`;
  const query = db
    .selectFrom('application')
    .select([
      piled('today').as('today'),
      piled('overdue').as('overdue'),
      piled('open').as('open'),
      piled('closed').as('closed'),
      piled('all').as('all'),
    ]);
  const conditions = conditionsOf({ filter: { ...filter, show: 'all' }, today, reach });
  const { all, ...piles } = await query.where((eb) => eb.and([...conditions])).executeTakeFirstOrThrow();
  return { total: { ...piles, all }[filter.show], ...piles };
}

/** A window of the register: open ones by their last day, the rest by registration, the latest first. */
export async function listApplications(
  db: Kysely<Schema>,
  wish: ApplicationWish,
  page: { readonly offset: number; readonly limit: number },
): Promise<ApplicationRow[]> {
  const rows = await selectRows(db)
    .where((eb) => eb.and([...conditionsOf(wish)]))
    .orderBy(sql`application.closed_on is not null`)
    .orderBy(sql`iif(application.closed_on is null, due_on, null)`)
    .orderBy('registeredOn', 'desc')
    .orderBy('application.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => rowOf(row, wish.today));
}

/** The application, if it is within reach. */
export async function findApplication(
  db: Kysely<Schema>,
  id: number,
  today: string,
  reach: ClassReach,
): Promise<ApplicationRow | undefined> {
  const query = selectRows(db).where('application.id', '=', id);
  const row = await (reach === undefined ? query : query.where(pupilsIn(reach))).executeTakeFirst();
  return row === undefined ? undefined : rowOf(row, today);
}

function selectRows(db: Kysely<Schema>) {
  return db
    .selectFrom('application')
    .leftJoin('person', 'person.id', 'application.applicantId')
    .leftJoin('appUser', 'appUser.id', 'application.closedBy')
    .selectAll('application')
    .select(['person.surname', 'person.firstName', 'person.patronymic', 'appUser.name as closedByName'])
    .select(
      sql<string>`(select json_group_array(json_object('id', pupil.id, 'surname', pupil.surname,
          'firstName', pupil.first_name, 'patronymic', pupil.patronymic, 'className', coalesce(title, '')) order by pupil.id)
        from application_pupil join person as pupil on pupil.id = application_pupil.pupil_id
        left join enrolment on enrolment.pupil_id = pupil.id and enrolment.valid_to is null
        left join school_class on school_class.id = enrolment.class_id
        where application_pupil.application_id = application.id)`.as('pupils'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number];

interface PupilOfRow {
  readonly id: number;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly className: string;
}

function rowOf(row: Row, today: string): ApplicationRow {
  const { surname, firstName, patronymic } = row;
  const person = surname === null ? undefined : { surname, firstName: firstName ?? '', patronymic: patronymic ?? '' };
  const pupils: readonly PupilOfRow[] = JSON.parse(row.pupils);
  return {
    id: row.id,
    number: row.number,
    registeredOn: row.registeredOn,
    kind: row.kind,
    applicant: row.applicant,
    applicantId: row.applicantId,
    applicantName: person === undefined ? row.applicantName : formatFullName(person),
    forWhom: row.forWhom,
    pupils: pupils.map(({ id, className, ...name }) => ({ id, name: formatFullName(name), className })),
    documents: JSON.parse(row.documents),
    note: row.note,
    dueOn: row.dueOn,
    standing: standingOf(row, today),
    closedOn: row.closedOn,
    outcome: row.outcome,
    closingNote: row.closingNote,
    closedBy: row.closedByName ?? '',
    endedOn: row.endedOn,
  };
}

/** Numbers given in a calendar year. */
export async function numbersOfYear(db: Kysely<Schema>, year: string): Promise<{ id: number; number: string }[]> {
  return db
    .selectFrom('application')
    .select(['id', 'number'])
    .where(sql<string>`substr(registered_on, 1, 4)`, '=', year)
    .execute();
}

/** Writes a new application and answers its id. */
export async function insertApplication(
  db: Kysely<Schema>,
  values: ApplicationValues,
  by: { readonly at: string; readonly userId: number },
): Promise<number> {
  const row = { ...values, createdAt: by.at, userId: by.userId };
  return (await db.insertInto('application').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

export async function updateApplication(
  db: Kysely<Schema>,
  id: number,
  values: Partial<Omit<Stored, 'id'>>,
): Promise<void> {
  await db.updateTable('application').set(values).where('id', '=', id).execute();
}

/** Sets the pupils whom an application is about; those who stay are not touched. */
export async function setPupils(db: Kysely<Schema>, applicationId: number, pupilIds: readonly number[]): Promise<void> {
  const own = db.deleteFrom('applicationPupil').where('applicationId', '=', applicationId);
  await own.where('pupilId', 'not in', idSet(pupilIds)).execute();
  await db
    .insertInto('applicationPupil')
    .values(pupilIds.map((pupilId) => ({ applicationId, pupilId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those of the pupils about whom an application of this kind was registered and neither refused nor recalled. */
export async function pupilsWhoApplied(
  db: Kysely<Schema>,
  kind: ApplicationKind,
  pupilIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('applicationPupil')
    .innerJoin('application', 'application.id', 'applicationPupil.applicationId')
    .select('pupilId')
    .where('kind', '=', kind)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'done')]))
    .where('pupilId', 'in', idSet(pupilIds))
    .execute();
  return new Set(rows.map(({ pupilId }) => pupilId));
}

/** Open applications of a kind about this pupil. */
export async function openAbout(db: Kysely<Schema>, kind: ApplicationKind, pupilId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('applicationPupil')
    .innerJoin('application', 'application.id', 'applicationPupil.applicationId')
    .select('application.id')
    .where('kind', '=', kind)
    .where('closedOn', 'is', null)
    .where('pupilId', '=', pupilId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Opens again what an issue of logins had closed. */
export async function reopenByIssue(db: Kysely<Schema>, issueId: number): Promise<void> {
  const open = { closedOn: null, outcome: null, closedBy: null, issueId: null };
  await db.updateTable('application').set(open).where('issueId', '=', issueId).execute();
}
