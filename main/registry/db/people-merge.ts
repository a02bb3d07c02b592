import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { GuardianTwins } from '../../../shared/contract/credentials.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { PersonTable, Schema } from './schema.ts';

const live = sql`credential.state not in ('expired', 'revoked')`;

interface TwinRow {
  readonly personId: number;
  readonly nameKey: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly credentialId: number | null;
  readonly login: string | null;
  readonly state: GuardianTwins['first']['state'] | null;
  /** JSON of names and classes. */
  readonly children: string;
}

/** Guardians whose names are written alike, of each name the first with every other one. */
export async function guardianTwins(db: Kysely<Schema>, diarySystem: string): Promise<GuardianTwins[]> {
  const { rows } = await sql<TwinRow>`
    select person.id as person_id, name_key, surname, first_name, patronymic,
      credential.id as credential_id, credential.login as login, credential.state as state,
      (select json_group_array(json_object('name', child.surname || ' ' || child.first_name, 'className',
         coalesce(school_class.title, '')))
       from guardianship join person as child on child.id = guardianship.pupil_id
       left join enrolment on enrolment.pupil_id = child.id and enrolment.valid_to is null
       left join school_class on school_class.id = enrolment.class_id
       where guardianship.guardian_id = person.id) as children
    from person
    left join credential on credential.person_id = person.id and credential.diary_system = ${diarySystem} and ${live}
    where person.kind = 'guardian' and person.merged_into is null and person.status <> 'left'
      and patronymic <> '' and exists (
        select 1 from person as other where other.kind = 'guardian' and other.name_key = person.name_key
          and other.id <> person.id and other.merged_into is null and other.status <> 'left')
    order by name_key, person.id`.execute(db);
  return rows.flatMap((row, index) => {
    const first = rows.find(({ nameKey }) => nameKey === row.nameKey);
    return first === undefined || first === rows[index] ? [] : [{ first: twinOf(first), second: twinOf(row) }];
  });
}

function twinOf({ personId, credentialId, login, state, children, ...name }: TwinRow): GuardianTwins['first'] {
  const kin = JSON.parse(children) as GuardianTwins['first']['children'];
  return { personId, title: formatFullName(name), children: kin, credentialId, login, state: state ?? 'none' };
}

/** A person who can be merged: of the registry, not merged yet. */
export type Mergeable = Pick<Selectable<PersonTable>, 'kind' | 'surname' | 'firstName' | 'patronymic' | 'birthDate'>;

export function findMergeable(db: Kysely<Schema>, personId: number): Promise<Mergeable | undefined> {
  return db
    .selectFrom('person')
    .select(['kind', 'surname', 'firstName', 'patronymic', 'birthDate'])
    .where('id', '=', personId)
    .where('kind', 'in', ['pupil', 'guardian'])
    .where('mergedInto', 'is', null)
    .executeTakeFirst();
}

/** The live credentials of people by diary system: `[diarySystem, personId, credentialId]`. */
export async function liveOf(db: Kysely<Schema>, personIds: readonly number[]) {
  return db
    .selectFrom('credential')
    .select(['id', 'personId', 'diarySystem'])
    .where('personId', 'in', personIds)
    .where('state', 'not in', ['expired', 'revoked'])
    .execute();
}

/** Gives all logins of one person to another; voided ones too, since a login stays one person's for ever. */
export async function moveLogins(transaction: Transaction<Schema>, keep: number, drop: number): Promise<void> {
  await transaction.updateTable('credential').set({ personId: keep }).where('personId', '=', drop).execute();
}

/** Ends contacts of these kinds, so that the other record's take their place. */
export async function endContacts(
  transaction: Transaction<Schema>,
  personId: number,
  kinds: readonly ('phone' | 'email' | 'snils')[],
  today: string,
): Promise<void> {
  if (kinds.length === 0) return;
  await transaction
    .updateTable('contact')
    .set({ validTo: today })
    .where('personId', '=', personId)
    .where('kind', 'in', kinds)
    .where('source', '=', 'school')
    .where('validTo', 'is', null)
    .execute();
}

/** Moves family, places in classes, contacts, former names and codes from one record to another and points the first at the second. */
export async function mergePeople(
  transaction: Transaction<Schema>,
  keep: number,
  drop: number,
  at: string,
): Promise<void> {
  await moveFamily(transaction, keep, drop);
  await moveEnrolments(transaction, keep, drop, at.slice(0, 10));
  await sql`
    update contact set person_id = ${keep} where person_id = ${drop} and not exists (
      select 1 from contact as same where same.person_id = ${keep} and same.kind = contact.kind
        and same.source = contact.source and same.valid_to is null)`.execute(transaction);
  await sql`update name_history set person_id = ${keep} where person_id = ${drop}`.execute(transaction);
  await sql`update external_code set person_id = ${keep} where person_id = ${drop}`.execute(transaction);
  await moveOffice(transaction, keep, drop);
  const gone = { mergedInto: keep, updatedAt: at };
  await transaction.updateTable('person').set(gone).where('id', '=', drop).execute();
}

/** Applications and trusted people. */
async function moveOffice(transaction: Transaction<Schema>, keep: number, drop: number): Promise<void> {
  await sql`update application set applicant_id = ${keep} where applicant_id = ${drop}`.execute(transaction);
  await sql`update or ignore application_pupil set pupil_id = ${keep} where pupil_id = ${drop}`.execute(transaction);
  await sql`delete from application_pupil where pupil_id = ${drop}`.execute(transaction);
  await sql`update trusted_person set pupil_id = ${keep} where pupil_id = ${drop}`.execute(transaction);
  await sql`update trusted_person set invited_by = ${keep} where invited_by = ${drop}`.execute(transaction);
}

async function moveFamily(transaction: Transaction<Schema>, keep: number, drop: number): Promise<void> {
  await sql`update or ignore guardianship set guardian_id = ${keep} where guardian_id = ${drop}`.execute(transaction);
  await sql`update or ignore guardianship set pupil_id = ${keep} where pupil_id = ${drop}`.execute(transaction);
  await sql`delete from guardianship where guardian_id = ${drop} or pupil_id = ${drop}`.execute(transaction);
}

/** The kept record's class stays; without one it gets the other's. */
async function moveEnrolments(transaction: Transaction<Schema>, keep: number, drop: number, today: string) {
  await sql`
    update enrolment set valid_to = ${today} where pupil_id = ${drop} and valid_to is null
      and exists (select 1 from enrolment as own where own.pupil_id = ${keep} and own.valid_to is null)`.execute(
    transaction,
  );
  await sql`update enrolment set pupil_id = ${keep} where pupil_id = ${drop}`.execute(transaction);
}

/** How many children of the school a guardian has. */
export async function childCount(db: Kysely<Schema>, guardianId: number): Promise<number> {
  const { n } = await db
    .selectFrom('guardianship')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('guardianId', '=', guardianId)
    .executeTakeFirstOrThrow();
  return n;
}
