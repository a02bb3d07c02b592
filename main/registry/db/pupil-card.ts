import { type Kysely, sql } from 'kysely';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { originsOf } from './field-origins.ts';
import { childrenOf } from './guardians.ts';
import { pupilHistory } from './pupil-history.ts';
import type { Schema } from './schema.ts';

type PersonCard = PupilCard['person'];

/** Everything known of one pupil except the age, which depends on the day; undefined when there is no such pupil. */
export async function readPupilCard(db: Kysely<Schema>, pupilId: number): Promise<Omit<PupilCard, 'age'> | undefined> {
  const person = await readPersonCard(db, pupilId, 'pupil');
  if (person === undefined) return undefined;
  const { status, leftOn, leftReason, archiveOn, purgeOn } = await db
    .selectFrom('person')
    .select(['status', 'leftOn', 'leftReason', 'archiveOn', 'purgeOn'])
    .where('id', '=', pupilId)
    .executeTakeFirstOrThrow();
  const left = status === 'left' ? { on: leftOn, reason: leftReason ?? '', archiveOn, purgeOn } : null;
  return {
    person,
    status,
    left,
    ...(await readPlace(db, pupilId)),
    guardians: await readGuardians(db, pupilId),
    codes: await readCodes(db, pupilId),
    enrolments: await readEnrolments(db, pupilId),
    formerNames: await readFormerNames(db, pupilId),
    history: await pupilHistory(db, pupilId),
  };
}

async function readPersonCard(
  db: Kysely<Schema>,
  personId: number,
  role: PersonCard['role'],
): Promise<PersonCard | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'surname', 'firstName', 'patronymic', 'sex', 'birthDate'])
    .where('id', '=', personId)
    .where('kind', '=', role)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, sex, birthDate, ...name } = row;
  const [contacts, credentials] = [await readContacts(db, id), await readCredentials(db, id)];
  return { id, role, name, sex, birthDate, contacts, credentials, origins: await readOrigins(db, id) };
}

/** The field '' stands for everything that has not changed since the person was made. */
async function readOrigins(db: Kysely<Schema>, personId: number): Promise<PersonCard['origins']> {
  const origins = (await originsOf(db, [personId])).get(personId);
  return origins === undefined ? [] : [...origins].map(([field, origin]) => ({ field, origin }));
}

/** Current contacts first, then former ones, the latest first. */
function readContacts(db: Kysely<Schema>, personId: number): Promise<PersonCard['contacts']> {
  return db
    .selectFrom('contact')
    .select(['id', 'kind', 'source', 'value', 'label', 'checked as check', 'validFrom', 'validTo'])
    .where('personId', '=', personId)
    .orderBy(sql`valid_to is not null`)
    .orderBy('validTo', 'desc')
    .orderBy('id')
    .execute();
}

/** Never the password: only whether it is still there to be printed. */
async function readCredentials(db: Kysely<Schema>, personId: number): Promise<PersonCard['credentials']> {
  const rows = await db
    .selectFrom('credential')
    .select([
      'id',
      'diarySystem as diarySystemId',
      'login',
      'state',
      'issuedAt',
      'printedAt',
      'handedOverAt',
      'expiresOn',
    ])
    .select(sql<0 | 1>`initial_password is not null`.as('printable'))
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, printable: row.printable === 1 }));
}

async function readPlace(
  db: Kysely<Schema>,
  pupilId: number,
): Promise<Pick<PupilCard, 'classId' | 'className' | 'teacherName'>> {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('schoolClass', 'schoolClass.id', 'enrolment.classId')
    .leftJoin('person', 'person.id', 'schoolClass.teacherId')
    .select(['schoolClass.id', 'schoolClass.title', 'person.surname', 'person.firstName', 'person.patronymic'])
    .where('enrolment.pupilId', '=', pupilId)
    .where('enrolment.validTo', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return { classId: null, className: '', teacherName: '' };
  const { surname, firstName, patronymic } = row;
  const teacher = { surname: surname ?? '', firstName: firstName ?? '', patronymic: patronymic ?? '' };
  return { classId: row.id, className: row.title, teacherName: formatFullName(teacher) };
}

async function readGuardians(db: Kysely<Schema>, pupilId: number): Promise<PupilCard['guardians']> {
  const links = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'relation', 'isLegal'])
    .select(sql<string>`${childrenOf('guardianship.guardian_id')}`.as('children'))
    .where('pupilId', '=', pupilId)
    .orderBy('priority')
    .orderBy('id')
    .execute();
  const guardians: PupilCard['guardians'] = [];
  for (const { guardianId, relation, isLegal, children } of links) {
    const person = await readPersonCard(db, guardianId, 'guardian');
    const others: PupilCard['guardians'][number]['otherChildren'] = JSON.parse(children);
    const otherChildren = others.filter(({ id }) => id !== pupilId);
    if (person !== undefined) guardians.push({ relation, isLegal: isLegal === 1, person, otherChildren });
  }
  return guardians;
}

/** Logins of the diary that came with a file are shown as identifiers. */
async function readCodes(db: Kysely<Schema>, pupilId: number): Promise<PupilCard['codes']> {
  const rows = await db
    .selectFrom('externalCode')
    .select(['id', 'diarySystem as system', 'kind', 'value'])
    .where('personId', '=', pupilId)
    .orderBy('id')
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind === 'portal-code' ? kind : 'external-id' }));
}

function readEnrolments(db: Kysely<Schema>, pupilId: number): Promise<PupilCard['enrolments']> {
  return db
    .selectFrom('enrolment')
    .innerJoin('schoolClass', 'schoolClass.id', 'enrolment.classId')
    .select(['schoolClass.title as className', 'enrolment.validFrom as from', 'enrolment.validTo as to'])
    .where('enrolment.pupilId', '=', pupilId)
    .orderBy('enrolment.id', 'desc')
    .execute();
}

async function readFormerNames(db: Kysely<Schema>, pupilId: number): Promise<PupilCard['formerNames']> {
  const rows = await db
    .selectFrom('nameHistory')
    .select(['surname', 'firstName', 'patronymic', 'validTo as until'])
    .where('personId', '=', pupilId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ until, ...name }) => ({ name: formatFullName(name), until }));
}
