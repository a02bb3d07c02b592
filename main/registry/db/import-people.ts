import { type Kysely, sql } from 'kysely';
import type { ImportedCode } from '../../../shared/domain/import-people.ts';
import { orderedWords } from '../../../shared/domain/matching/evidence.ts';
import type {
  CodeOwners,
  KnownClass,
  KnownCode,
  KnownContact,
  KnownLink,
  KnownPeople,
  KnownPerson,
  KnownPupil,
} from '../../../shared/domain/matching/known-people.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import type { Relation } from '../../../shared/domain/relation.ts';
import type { Sex } from '../../../shared/domain/sex.ts';
import { currentAcademicYear } from './academic-years.ts';
import { handFields } from './field-origins.ts';
import { caseFileSystem } from './import-tables.ts';
import type { Schema } from './schema.ts';

/** Reads everybody an import may concern, in a few queries over whole tables. Yields between them. */
export async function* readKnownPeople(db: Kysely<Schema>, diarySystem: string): AsyncGenerator<void, KnownPeople> {
  // Results as SQLite gives them: turning a million rows to camelCase takes longer than reading them.
  const bare = db.withoutPlugins();
  const { id: yearId } = await currentAcademicYear(db);
  const contacts = await readContacts(bare);
  yield;
  const codes = await readCodes(bare, diarySystem);
  yield;
  const links = await readLinks(bare);
  yield;
  const classes = await readClasses(bare, yearId);
  const logins = await readLogins(bare, diarySystem);
  const places = await readPlaces(bare);
  const byId = new Map([...classes.values()].map((found) => [found.id, found]));
  const hand = await handFields(bare);
  const belongings = { contacts, codes: codes.byPerson, links, places, classes: byId, logins: logins.live, hand };
  yield;
  const people: MutablePeople = { pupils: new Map(), guardians: new Map(), staff: new Map() };
  for (const row of await readPersons(bare)) addPerson(people, row, belongings);
  return { ...people, classes, codeOwners: codes.owners, loginOwners: logins.owners };
}

interface MutablePeople {
  readonly pupils: Map<number, KnownPupil>;
  readonly guardians: Map<number, KnownPerson>;
  readonly staff: Map<number, KnownPerson>;
}

interface PersonRow {
  readonly id: number;
  readonly kind: 'pupil' | 'guardian' | 'staff';
  readonly surname: string;
  readonly first_name: string;
  readonly patronymic: string;
  readonly name_key: string;
  readonly sex: Sex | null;
  readonly birth_date: string | null;
  readonly status: 'active' | 'to-check' | 'left';
  readonly left_on: string | null;
  readonly archive_on: string | null;
  readonly purge_on: string | null;
  readonly updated_at: string;
}

async function readPersons(db: Kysely<Schema>): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select id, kind, surname, first_name, patronymic, name_key, sex, birth_date, status, left_on, archive_on, purge_on,
      updated_at
    from person where merged_into is null order by id`.execute(db);
  return rows;
}

interface Belongings {
  readonly contacts: ReadonlyMap<number, readonly KnownContact[]>;
  readonly codes: ReadonlyMap<number, readonly KnownCode[]>;
  readonly links: ReadonlyMap<number, readonly KnownLink[]>;
  readonly places: Places;
  readonly classes: ReadonlyMap<number, KnownClass>;
  readonly logins: ReadonlyMap<number, string>;
  readonly hand: ReadonlyMap<number, ReadonlySet<string>>;
}

const none: readonly never[] = [];

function addPerson(people: MutablePeople, row: PersonRow, belongings: Belongings): void {
  const person = personOf(row, belongings);
  if (row.kind === 'guardian') people.guardians.set(row.id, person);
  else if (row.kind === 'staff') people.staff.set(row.id, person);
  else people.pupils.set(row.id, pupilOf(person, row, belongings));
}

function personOf(row: PersonRow, { contacts, codes, logins, hand }: Belongings): KnownPerson {
  const login = logins.get(row.id);
  const fields = hand.get(row.id);
  return {
    id: row.id,
    name: { surname: row.surname, firstName: row.first_name, patronymic: row.patronymic },
    nameKey: row.name_key,
    sex: row.sex ?? undefined,
    birthDate: row.birth_date ?? undefined,
    updatedAt: row.updated_at,
    contacts: contacts.get(row.id) ?? none,
    codes: codes.get(row.id) ?? none,
    ...(login !== undefined && { login }),
    ...(fields !== undefined && { handFields: fields }),
  };
}

function pupilOf(person: KnownPerson, row: PersonRow, { links, places, classes }: Belongings): KnownPupil {
  const open = places.enrolments.get(person.id);
  const schoolClass = classes.get(open?.classId ?? 0);
  return {
    ...person,
    enrolment: open,
    classKey: schoolClass?.key ?? '',
    className: schoolClass?.title ?? '',
    guardians: links.get(person.id) ?? none,
    formerSurnames: places.formerSurnames.get(person.id) ?? none,
    ...(row.status !== 'active' && { status: row.status }),
    ...(row.left_on !== null && { leftOn: row.left_on }),
    ...(row.archive_on !== null && { archiveOn: row.archive_on }),
    ...(row.purge_on !== null && { purgeOn: row.purge_on }),
  };
}

function push<Item>(map: Map<number, Item[]>, key: number, item: Item): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [item]);
  else there.push(item);
}

interface ContactRow extends Omit<KnownContact, 'source'> {
  readonly owner: number;
  readonly of_portal: 0 | 1;
}

async function readContacts(db: Kysely<Schema>): Promise<Map<number, KnownContact[]>> {
  const { rows } = await sql<ContactRow>`
    select id, person_id as owner, kind, value, value_key as key, checked, source = 'portal' as of_portal
    from contact where source <> 'guardian' and valid_to is null order by id`.execute(db);
  const contacts = new Map<number, KnownContact[]>();
  for (const row of rows) push(contacts, row.owner, row.of_portal === 1 ? { ...row, source: 'portal' } : row);
  return contacts;
}

async function readCodes(db: Kysely<Schema>, diarySystem: string) {
  const { rows } = await sql<KnownCode & { readonly owner: number }>`
    select id, person_id as owner, iif(diary_system = ${caseFileSystem}, 'case-number', kind) as kind, value,
      value_key as key
    from external_code where diary_system in (${diarySystem}, ${caseFileSystem}) order by id`.execute(db);
  const byPerson = new Map<number, KnownCode[]>();
  const owners: Record<ImportedCode['kind'], Map<string, number>> = {
    'external-id': new Map(),
    'case-number': new Map(),
    'portal-code': new Map(),
    account: new Map(),
  } satisfies CodeOwners;
  for (const row of rows) {
    push(byPerson, row.owner, row);
    owners[row.kind].set(row.key, row.owner);
  }
  return { byPerson, owners };
}

/** Logins that were made here: who holds one that works, and whose every one is. */
async function readLogins(db: Kysely<Schema>, diarySystem: string) {
  const { rows } = await sql<{ readonly owner: number; readonly key: string; readonly live: 0 | 1 }>`
    select person_id as owner, login_key as key, state not in ('expired', 'revoked') as live
    from credential where diary_system = ${diarySystem}`.execute(db);
  const live = new Map(rows.filter((row) => row.live === 1).map(({ owner, key }) => [owner, key]));
  return { live, owners: new Map(rows.map(({ owner, key }) => [key, owner])) };
}

async function readLinks(db: Kysely<Schema>): Promise<Map<number, KnownLink[]>> {
  const { rows } = await sql<{ id: number; owner: number; guardian: number; relation: Relation }>`
    select id, pupil_id as owner, guardian_id as guardian, relation from guardianship order by id`.execute(db);
  const links = new Map<number, KnownLink[]>();
  for (const { id, owner, guardian, relation } of rows) push(links, owner, { id, guardianId: guardian, relation });
  return links;
}

async function readClasses(db: Kysely<Schema>, yearId: number): Promise<Map<string, KnownClass>> {
  const { rows } = await sql<{ id: number; key: string; title: string; teacher: number | null }>`
    select id, class_key as key, title, teacher_id as teacher
    from school_class where academic_year_id = ${yearId}`.execute(db);
  return new Map(rows.map(({ id, key, title, teacher }) => [key, { id, key, title, teacherId: teacher ?? undefined }]));
}

interface Places {
  readonly enrolments: ReadonlyMap<number, { readonly id: number; readonly classId: number }>;
  readonly formerSurnames: ReadonlyMap<number, readonly string[]>;
}

async function readPlaces(db: Kysely<Schema>): Promise<Places> {
  const open = await sql<{ id: number; owner: number; classId: number }>`
    select id, pupil_id as owner, class_id as classId from enrolment where valid_to is null`.execute(db);
  const former = await sql<{ owner: number; surname: string }>`
    select distinct person_id as owner, surname from name_history`.execute(db);
  const formerSurnames = new Map<number, string[]>();
  for (const { owner, surname } of former.rows) push(formerSurnames, owner, orderedWords(foldName(surname)));
  return { enrolments: new Map(open.rows.map((row) => [row.owner, row])), formerSurnames };
}
