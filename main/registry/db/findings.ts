import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import type { FindingField, FindingFilter, FindingState } from '../../../shared/contract/reconciliation-parts.ts';
import { mayDecide } from '../../../shared/domain/finding-decisions.ts';
import { foldName, formatFullName, type PersonName } from '../../../shared/domain/person-name.ts';
import { bulkInsert } from './dialect/bulk-insert.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** A finding as it is kept. */
export interface KeptFinding {
  readonly findingKey: string;
  readonly code: string;
  readonly field: FindingField;
  readonly personId: number | null;
  readonly portalId: number | null;
  readonly pupilId: number | null;
  readonly schoolValue: string;
  readonly portalValue: string;
  readonly params: string;
  readonly state: FindingState;
  readonly askOn: string | null;
  readonly isNew: 0 | 1;
}

const columns = [
  'finding_key',
  'code',
  'field',
  'person_id',
  'portal_id',
  'pupil_id',
  'school_value',
  'portal_value',
  'params',
  'state',
  'ask_on',
  'is_new',
];

export async function insertFindings(trx: Transaction<Schema>, runId: number, findings: readonly KeptFinding[]) {
  const rows = findings.map((one) => [
    one.findingKey,
    one.code,
    one.field,
    one.personId,
    one.portalId,
    one.pupilId,
    one.schoolValue,
    one.portalValue,
    one.params,
    one.state,
    one.askOn,
    one.isNew,
  ]);
  await bulkInsert<Schema>(trx, 'finding', columns, rows, { run_id: runId });
}

/** Removes the findings of a run that are about one of these people, on either side. */
export async function deleteFindingsAbout(
  trx: Transaction<Schema>,
  runId: number,
  about: { readonly personIds: Iterable<number>; readonly portalIds: Iterable<number> },
): Promise<void> {
  await sql`delete from finding where run_id = ${runId}
    and (person_id in ${idSet(about.personIds)} or portal_id in ${idSet(about.portalIds)})`.execute(trx);
}

/** What was decided about a finding, by its key. */
export interface FormerDecision {
  readonly state: FindingState;
  readonly askOn: string | null;
  readonly schoolValue: string;
  readonly portalValue: string;
}

export async function formerDecisions(
  db: Kysely<Schema>,
  runId: number | undefined,
): Promise<ReadonlyMap<string, FormerDecision>> {
  if (runId === undefined) return new Map();
  const rows = await db
    .selectFrom('finding')
    .select(['findingKey', 'state', 'askOn', 'schoolValue', 'portalValue'])
    .where('runId', '=', runId)
    .execute();
  return new Map(rows.map(({ findingKey, ...row }) => [findingKey, row]));
}

/** Classes a person may look into; undefined for all. */
export type ClassReach = readonly number[] | undefined;

const pupilsIn = (classIds: readonly number[]) =>
  sql`select pupil_id from enrolment where valid_to is null and class_id in ${idSet(classIds)}`;

/** Findings of people in these classes: pupils there and their guardians. */
export function inClasses(classIds: readonly number[]): RawBuilder<unknown> {
  const pupils = pupilsIn(classIds);
  return sql`(finding.pupil_id in (${pupils}) or finding.person_id in (
    select guardian_id from guardianship where pupil_id in (${pupils})))`;
}

/** The child a finding is shown under: of a guardian with children in several classes one of the reached classes. */
function shownPupil(reach: ClassReach): RawBuilder<unknown> {
  if (reach === undefined) return sql`finding.pupil_id`;
  const pupils = pupilsIn(reach);
  return sql`case when finding.pupil_id in (${pupils}) then finding.pupil_id else (
    select min(pupil_id) from guardianship where guardian_id = finding.person_id and pupil_id in (${pupils})) end`;
}

export interface FindingsWish {
  readonly runId: number;
  readonly filter: FindingFilter;
  readonly reach: ClassReach;
  /** ISO 8601: which "ask again" has come. */
  readonly today: string;
}

function wanted({ runId, filter, reach, today }: FindingsWish): RawBuilder<unknown> {
  const { code, classId, state, fresh, askAgain, query } = filter;
  const words = query === undefined || query.trim() === '' ? [] : foldName(query).split(/[\s|]+/);
  const parts = [
    sql`finding.run_id = ${runId}`,
    ...(code === undefined ? [] : [sql`finding.code = ${code}`]),
    ...(classId === undefined ? [] : [inClasses([classId])]),
    ...(reach === undefined ? [] : [inClasses(reach)]),
    ...(state === undefined ? [] : [sql`finding.state = ${state}`]),
    ...(fresh === true ? [sql`finding.is_new = 1`] : []),
    ...(askAgain === true ? [sql`finding.state = 'asked' and finding.ask_on <= ${today}`] : []),
    ...words.map((word) => sql`instr(${searched}, ${word}) > 0`),
  ];
  return sql.join(parts, sql` and `);
}

const searched = sql.raw(`(coalesce(person.name_key, '') || ' ' || coalesce(child.name_key, '') || ' ' ||
  coalesce(portal.facts ->> 'nameKey', ''))`);

const tables = (reach: ClassReach) => sql`finding
  left join person on person.id = finding.person_id
  left join portal_person as portal on portal.id = finding.portal_id
  left join person as child on child.id = ${shownPupil(reach)}
  left join enrolment as place on place.pupil_id = child.id and place.valid_to is null
  left join school_class as class on class.id = place.class_id`;

export async function countFindings(db: Kysely<Schema>, wish: FindingsWish): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${tables(wish.reach)}
    where ${wanted(wish)}`.execute(db);
  return rows[0]?.n ?? 0;
}

interface RawFinding extends Omit<FindingRow, 'params' | 'isNew' | 'who' | 'pupil' | 'may' | 'role'> {
  readonly params: string;
  readonly isNew: 0 | 1;
  readonly personKind: 'pupil' | 'guardian' | null;
  readonly portalKind: 'pupil' | 'guardian' | null;
  readonly surname: string | null;
  readonly firstName: string | null;
  readonly patronymic: string | null;
  readonly portalName: string | null;
  readonly childSurname: string | null;
  readonly childFirst: string | null;
}

/** A window of the findings: by class in school order, pupil, person, field. */
export async function listFindings(
  db: Kysely<Schema>,
  wish: FindingsWish,
  page: { readonly offset: number; readonly limit: number },
): Promise<FindingRow[]> {
  return selectFindings(
    db,
    wish.reach,
    sql`${wanted(wish)}
      order by class.grade is null, class.grade, class.letter, coalesce(child.name_key, portal.facts ->> 'nameKey'),
        child.id, coalesce(person.kind, portal.kind) = 'guardian', finding.person_id, finding.portal_id,
        finding.field, finding.id
      limit ${page.limit} offset ${page.offset}`,
  );
}

/** Findings by id, those within reach. */
export async function findingsByIds(
  db: Kysely<Schema>,
  ids: readonly number[],
  reach: ClassReach,
): Promise<FindingRow[]> {
  return selectFindings(db, reach, sql`finding.id in ${idSet(ids)} and ${withinReach(reach)} order by finding.id`);
}

async function selectFindings(db: Kysely<Schema>, reach: ClassReach, rest: RawBuilder<unknown>): Promise<FindingRow[]> {
  const { rows } = await sql<RawFinding>`
    select finding.id, code, field, params, finding.person_id as personId, finding.portal_id as portalId,
      child.id as pupilId, person.kind as personKind, portal.kind as portalKind,
      person.surname, person.first_name as firstName, person.patronymic, portal.facts ->> 'name' as portalName,
      child.surname as childSurname, child.first_name as childFirst,
      coalesce(class.title, portal.facts ->> 'className', '') as className,
      school_value as schoolValue, portal_value as portalValue, state, ask_on as askOn, is_new as isNew
    from ${tables(reach)} where ${rest}`.execute(db.withoutPlugins());
  return rows.map(rowOf);
}

function rowOf(raw: RawFinding): FindingRow {
  const { params, isNew, personKind, portalKind, portalName, childSurname, childFirst } = raw;
  const { surname, firstName, patronymic, ...kept } = raw;
  const name: PersonName =
    surname === null || firstName === null
      ? JSON.parse(portalName ?? '{"surname":"","firstName":"","patronymic":""}')
      : { surname, firstName, patronymic: patronymic ?? '' };
  const { id, code, field, personId, portalId, pupilId, className, schoolValue, portalValue, state, askOn } = kept;
  return {
    ...{ id, code, field, personId, portalId, pupilId, className, schoolValue, portalValue, state, askOn },
    params: JSON.parse(params),
    role: personKind ?? portalKind ?? 'pupil',
    who: formatFullName(name),
    pupil: childSurname === null ? '' : `${childSurname} ${childFirst ?? ''}`.trim(),
    isNew: isNew === 1,
    may: mayDecide(kept),
  };
}

/** Notes a decision about findings. */
export async function setFindingState(
  trx: Transaction<Schema>,
  ids: readonly number[],
  decision: { readonly state: FindingState; readonly askOn: string | null },
  by: { readonly at: string; readonly userId: number },
): Promise<void> {
  if (ids.length === 0) return;
  const open = decision.state === 'open';
  const who = open ? { decidedAt: null, decidedBy: null } : { decidedAt: by.at, decidedBy: by.userId };
  await trx
    .updateTable('finding')
    .set({ ...decision, ...who })
    .where('id', 'in', idSet(ids))
    .execute();
}

/** The condition «this finding is within reach». */
export function withinReach(reach: ClassReach): RawBuilder<unknown> {
  return reach === undefined ? sql`1` : inClasses(reach);
}
