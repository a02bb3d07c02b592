import { type Kysely, type Selectable, sql } from 'kysely';
import type { CredentialStateOrNone } from '../../../shared/contract/base.ts';
import type { TrustedPerson } from '../../../shared/contract/trusted.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { isAccessLate } from '../../../shared/domain/trusted-person.ts';
import type { Schema } from './schema.ts';
import type { TrustedPersonTable } from './schema-office.ts';

type Stored = Selectable<TrustedPersonTable>;

/** What a person typed of a trusted person. */
export type TrustedValues = Pick<
  Stored,
  'surname' | 'firstName' | 'patronymic' | 'phone' | 'snils' | 'invitedBy' | 'services' | 'note'
>;

/** The trusted people of a pupil; those withdrawn last. */
export async function trustedOfPupil(db: Kysely<Schema>, pupilId: number, today: string): Promise<TrustedPerson[]> {
  const rows = await db
    .selectFrom('trustedPerson')
    .leftJoin('person', 'person.id', 'trustedPerson.invitedBy')
    .selectAll('trustedPerson')
    .select(['person.surname as bySurname', 'person.firstName as byFirst', 'person.patronymic as byPatronymic'])
    .where('pupilId', '=', pupilId)
    .orderBy(sql`trusted_person.state = 'withdrawn'`)
    .orderBy('trustedPerson.id')
    .execute();
  return rows.map(({ bySurname, byFirst, byPatronymic, ...row }) => {
    const by = { surname: bySurname ?? '', firstName: byFirst ?? '', patronymic: byPatronymic ?? '' };
    const invitedBy = row.invitedBy === null ? null : { id: row.invitedBy, name: formatFullName(by) };
    return shownOf(row, invitedBy, today);
  });
}

function shownOf(row: Stored, invitedBy: TrustedPerson['invitedBy'], today: string): TrustedPerson {
  const { id, surname, firstName, patronymic, phone, snils, note, state } = row;
  const { invitedOn, acceptedOn, activeOn, withdrawnOn } = row;
  const days = { invitedOn, acceptedOn, activeOn, withdrawnOn };
  return {
    ...{ id, surname, firstName, patronymic, phone, snils, invitedBy, note, state, ...days },
    services: JSON.parse(row.services),
    late: isAccessLate(state, days, today),
  };
}

/** One trusted person as kept; undefined when there is none. */
export function findTrusted(db: Kysely<Schema>, id: number): Promise<Stored | undefined> {
  return db.selectFrom('trustedPerson').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Adds a trusted person, just invited, and answers the id. */
export async function insertTrusted(
  db: Kysely<Schema>,
  pupilId: number,
  values: TrustedValues,
  invitedOn: string,
  by: { readonly at: string; readonly userId: number },
): Promise<number> {
  const days = { invitedOn, acceptedOn: null, activeOn: null, withdrawnOn: null };
  const row = { pupilId, ...values, ...days, state: 'invited' as const, createdAt: by.at, userId: by.userId };
  return (await db.insertInto('trustedPerson').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

export async function updateTrusted(
  db: Kysely<Schema>,
  id: number,
  values: Partial<Omit<Stored, 'id'>>,
): Promise<void> {
  await db.updateTable('trustedPerson').set(values).where('id', '=', id).execute();
}

/** A pupil or guardian with what decides whether they see the diary. */
export interface FamilySight {
  readonly name: string;
  readonly role: 'pupil' | 'guardian';
  readonly state: CredentialStateOrNone;
  readonly entryWay: 'portal' | 'diary-login' | 'esia' | null;
  readonly hidden: boolean;
  readonly restrictions: string;
}

interface SightRow {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly role: 'pupil' | 'guardian';
  readonly state: CredentialStateOrNone | null;
  readonly entryWay: FamilySight['entryWay'];
  readonly hidden: 0 | 1;
  readonly restrictions: string;
}

/** The pupil, then the guardians in their order, with the state of their logins in any diary. */
export async function familySights(db: Kysely<Schema>, pupilId: number): Promise<FamilySight[]> {
  const { rows } = await sql<SightRow>`
    with family (person_id, role, place, hidden, restrictions) as (
      select id, 'pupil', -1, 0, '' from person where id = ${pupilId}
      union all
      select guardian_id, 'guardian', priority, hidden, restrictions from guardianship where pupil_id = ${pupilId})
    select surname, first_name, patronymic, role, entry_way, hidden, restrictions,
      (select state from credential where credential.person_id = family.person_id
        and state not in ('expired', 'revoked') order by credential.id desc limit 1) as state
    from family join person on person.id = family.person_id
    where person.status != 'left' and person.merged_into is null
    order by place, family.person_id`.execute(db);
  return rows.map(({ role, state, entryWay, hidden, restrictions, ...name }) => ({
    ...{ name: formatFullName(name), role, state: state ?? 'none', entryWay, hidden: hidden === 1, restrictions },
  }));
}
