import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { GuardianRow } from '../../../shared/contract/pupils.ts';
import { diaryOfGuardian } from './class-diary.ts';
import type { ReachedFilter } from './pupil-rows.ts';
import { personWithin } from './reach.ts';
import type { Schema } from './schema.ts';
import { searchCondition } from './search.ts';

/** A window of the guardians table. */
export interface GuardianListWish {
  readonly filter: Omit<ReachedFilter, 'today'>;
  readonly page: { readonly offset: number; readonly limit: number };
  readonly diarySystem: string;
}

/** Pupils that these guardians belong to, each once. */
export async function pupilsOfGuardians(db: Kysely<Schema>, guardianIds: readonly number[]): Promise<number[]> {
  if (guardianIds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select distinct pupil_id as id from guardianship
    where guardian_id in (select value from json_each(${JSON.stringify(guardianIds)}))`.execute(db.withoutPlugins());
  return rows.map(({ id }) => id);
}

function guardiansOf({ filter }: GuardianListWish, diary: RawBuilder<string>): RawBuilder<unknown> {
  const { classId, state, query, reach } = filter;
  const found = searchCondition(query, 'link.pupil_id');
  const ofChild = [
    sql<SqlBool>`link.guardian_id = guardian.id`,
    ...(classId === undefined ? [] : [sql<SqlBool>`enrolment.class_id = ${classId}`]),
    ...(found === undefined ? [] : [found]),
  ];
  return sql`
    person as guardian
    left join credential on credential.person_id = guardian.id and credential.diary_system = ${diary}
      and credential.state not in ('expired', 'revoked')
    where guardian.kind = 'guardian' and guardian.merged_into is null
      and ${personWithin(reach, 'guardian.id')}
      and ${state === undefined ? sql`1` : sql`coalesce(credential.state, 'none') = ${state}`}
      and ${
        ofChild.length === 1
          ? sql`1`
          : sql`exists (
        select 1 from guardianship as link
        left join enrolment on enrolment.pupil_id = link.pupil_id and enrolment.valid_to is null
        where ${sql.join(ofChild, sql` and `)})`
      }`;
}

export async function countGuardians(db: Kysely<Schema>, wish: GuardianListWish): Promise<number> {
  const diary = await diaryOfGuardian(db, wish.diarySystem);
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${guardiansOf(wish, diary)}`.execute(db);
  return rows[0]?.total ?? 0;
}

interface ListedRow extends Omit<GuardianRow, 'name' | 'children'> {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  /** JSON. */
  readonly children: string;
}

/** One page of the guardians table by name; a guardian passes the filter when a child does. */
export async function listGuardianRows(db: Kysely<Schema>, wish: GuardianListWish): Promise<GuardianRow[]> {
  const diary = await diaryOfGuardian(db, wish.diarySystem);
  const { rows } = await sql<ListedRow>`
    with page as (
      select guardian.id as id, row_number() over (order by guardian.name_key, guardian.id) as place
      from ${guardiansOf(wish, diary)} order by place limit ${wish.page.limit} offset ${wish.page.offset})
    select guardian.id, guardian.surname, guardian.first_name, guardian.patronymic,
      ${currentContact('phone')} as phone, ${currentContact('email')} as email,
      credential.login, coalesce(credential.state, 'none') as state, ${childrenOf('guardian.id')} as children
    from page join person as guardian on guardian.id = page.id
    left join credential on credential.person_id = guardian.id and credential.diary_system = ${diary}
      and credential.state not in ('expired', 'revoked')
    order by page.place`.execute(db);
  return rows.map(({ surname, firstName, patronymic, children, ...row }) => ({
    ...row,
    name: { surname, firstName, patronymic },
    children: JSON.parse(children),
  }));
}

function currentContact(kind: 'phone' | 'email'): RawBuilder<unknown> {
  return sql`(select value from contact where person_id = guardian.id and kind = ${kind} and source = 'school'
    and valid_to is null order by id limit 1)`;
}

/** Children of a guardian as a JSON list of id, name and class. */
export function childrenOf(guardianId: string): RawBuilder<unknown> {
  return sql`coalesce((
    select json_group_array(json_object('id', child.id,
      'name', trim(child.surname || ' ' || child.first_name || ' ' || child.patronymic),
      'className', coalesce(theirs.title, '')))
    from guardianship as child_link
    join person as child on child.id = child_link.pupil_id
    left join enrolment as place on place.pupil_id = child.id and place.valid_to is null
    left join school_class as theirs on theirs.id = place.class_id
    where child_link.guardian_id = ${sql.raw(guardianId)}), '[]')`;
}
