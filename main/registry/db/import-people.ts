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
import { remembering } from '../../../shared/domain/remember.ts';
import type { Sex } from '../../../shared/domain/sex.ts';
import { currentAcademicYear } from './academic-years.ts';
import { type Columns, type ColumnsWish, readColumns } from './dialect/read-columns.ts';
import { handFields } from './field-origins.ts';
import { caseFileSystem } from './import-tables.ts';
import type { Schema } from './schema.ts';

/** Reads everybody an import may concern, table after table. Yields often, so that others get their turn. */
export async function* readKnownPeople(db: Kysely<Schema>, diarySystem: string): AsyncGenerator<void, KnownPeople> {
  // Results as SQLite gives them: turning a million rows to camelCase takes longer than reading them.
  const bare = db.withoutPlugins() as unknown as Kysely<never>;
  const { id: yearId } = await currentAcademicYear(db);
  const contacts = yield* readContacts(bare);
  const codes = yield* readCodes(bare, diarySystem);
  const links = yield* readLinks(bare);
  const classes = await readClasses(bare, yearId);
  const logins = await readLogins(bare, diarySystem);
  const places = yield* readPlaces(bare);
  const byId = new Map([...classes.values()].map((found) => [found.id, found]));
  const hand = await handFields(db);
  const belongings = { contacts, codes: codes.byPerson, links, places, classes: byId, logins: logins.live, hand };
  const people = yield* readPersons(bare, belongings);
  return { ...people, classes, codeOwners: codes.owners, loginOwners: logins.owners };
}

type Reading<Result> = AsyncGenerator<void, Result>;

interface MutablePeople {
  readonly pupils: Map<number, KnownPupil>;
  readonly guardians: Map<number, KnownPerson>;
  readonly staff: Map<number, KnownPerson>;
}

type PersonRow = {
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
};

const personColumns =
  'id,kind,surname,first_name,patronymic,name_key,sex,birth_date,status,left_on,archive_on,purge_on,updated_at';

async function* readPersons(db: Kysely<never>, belongings: Belongings): Reading<MutablePeople> {
  const people: MutablePeople = { pupils: new Map(), guardians: new Map(), staff: new Map() };
  const columns = Object.fromEntries(personColumns.split(',').map((name) => [name, name]));
  const wish = { table: 'person', columns, where: sql`merged_into is null` } as ColumnsWish<PersonRow>;
  const sameMoment = remembering((moment) => moment);
  for await (const page of readColumns(db, wish)) {
    for (let at = 0; at < page.id.length; at += 1) addPerson(people, personAt(page, at, sameMoment), belongings);
    yield;
  }
  return people;
}

function personAt(page: Columns<PersonRow>, at: number, sameMoment: (moment: string) => string): PersonRow {
  return {
    id: cell(page.id, at),
    kind: cell(page.kind, at),
    surname: cell(page.surname, at),
    first_name: cell(page.first_name, at),
    patronymic: cell(page.patronymic, at),
    name_key: cell(page.name_key, at),
    sex: cell(page.sex, at),
    birth_date: cell(page.birth_date, at),
    status: cell(page.status, at),
    left_on: cell(page.left_on, at),
    archive_on: cell(page.archive_on, at),
    purge_on: cell(page.purge_on, at),
    updated_at: sameMoment(cell(page.updated_at, at)),
  };
}

/** The lists of a page are equally long. */
function cell<Value>(column: readonly Value[], at: number): Value {
  return column[at] as Value;
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

/** Lists are as long as what they hold: one that grows keeps room for sixteen more, and there are very many of them. */
function push<Item>(map: Map<number, readonly Item[]>, key: number, item: Item): void {
  const there = map.get(key);
  map.set(key, there === undefined ? [item] : there.concat([item]));
}

type ContactRow = Omit<KnownContact, 'source'> & { readonly owner: number; readonly of_portal: 0 | 1 };

const contactsNow: ColumnsWish<ContactRow> = {
  table: 'contact',
  columns: {
    id: 'id',
    owner: 'person_id',
    kind: 'kind',
    value: 'value',
    key: 'value_key',
    checked: 'checked',
    of_portal: `source = 'portal'`,
  },
  where: sql`source <> 'guardian' and valid_to is null`,
};

async function* readContacts(db: Kysely<never>): Reading<Map<number, readonly KnownContact[]>> {
  const contacts = new Map<number, readonly KnownContact[]>();
  for await (const page of readColumns(db, contactsNow)) {
    for (let at = 0; at < page.id.length; at += 1) push(contacts, cell(page.owner, at), contactAt(page, at));
    yield;
  }
  return contacts;
}

function contactAt({ id, kind, value, key, checked, of_portal }: Columns<ContactRow>, at: number): KnownContact {
  const [shown, compared] = [cell(value, at), cell(key, at)];
  const text = shown === compared ? compared : shown;
  const contact = { id: cell(id, at), kind: cell(kind, at), value: text, key: compared, checked: cell(checked, at) };
  return cell(of_portal, at) === 1 ? { ...contact, source: 'portal' } : contact;
}

type CodeRow = Pick<KnownCode, 'id' | 'kind' | 'value' | 'key'> & { readonly owner: number };

function codesNow(diarySystem: string): ColumnsWish<CodeRow> {
  const kind = `iif(diary_system = '${caseFileSystem}', 'case-number', kind)`;
  return {
    table: 'external_code',
    columns: { id: 'id', owner: 'person_id', kind, value: 'value', key: 'value_key' },
    where: sql`diary_system in (${diarySystem}, ${caseFileSystem})`,
  };
}

async function* readCodes(db: Kysely<never>, diarySystem: string) {
  const byPerson = new Map<number, readonly KnownCode[]>();
  const owners: Record<ImportedCode['kind'], Map<string, number>> = {
    'external-id': new Map(),
    'case-number': new Map(),
    'portal-code': new Map(),
    account: new Map(),
  } satisfies CodeOwners;
  for await (const page of readColumns(db, codesNow(diarySystem))) {
    for (let at = 0; at < page.id.length; at += 1) {
      const [owner, code] = [cell(page.owner, at), codeAt(page, at)];
      push(byPerson, owner, code);
      owners[code.kind].set(code.key, owner);
    }
    yield;
  }
  return { byPerson, owners };
}

function codeAt({ id, kind, value, key }: Columns<CodeRow>, at: number): KnownCode {
  const [shown, compared] = [cell(value, at), cell(key, at)];
  return { id: cell(id, at), kind: cell(kind, at), value: shown === compared ? compared : shown, key: compared };
}

/** Logins that were made here: who holds one that works, and whose every one is. */
async function readLogins(db: Kysely<never>, diarySystem: string) {
  const { rows } = await sql<{ readonly owner: number; readonly key: string; readonly live: 0 | 1 }>`
    select person_id as owner, login_key as key, state not in ('expired', 'revoked') as live
    from credential where diary_system = ${diarySystem}`.execute(db);
  const live = new Map(rows.filter((row) => row.live === 1).map(({ owner, key }) => [owner, key]));
  return { live, owners: new Map(rows.map(({ owner, key }) => [key, owner])) };
}

type LinkRow = Pick<KnownLink, 'id' | 'guardianId' | 'relation'> & { readonly owner: number };

const linksNow: ColumnsWish<LinkRow> = {
  table: 'guardianship',
  columns: { id: 'id', owner: 'pupil_id', guardianId: 'guardian_id', relation: 'relation' },
};

async function* readLinks(db: Kysely<never>): Reading<Map<number, readonly KnownLink[]>> {
  const links = new Map<number, readonly KnownLink[]>();
  for await (const { id, owner, guardianId, relation } of readColumns(db, linksNow)) {
    for (let at = 0; at < id.length; at += 1) {
      const link = { id: cell(id, at), guardianId: cell(guardianId, at), relation: cell(relation, at) };
      push(links, cell(owner, at), link);
    }
    yield;
  }
  return links;
}

async function readClasses(db: Kysely<never>, yearId: number): Promise<Map<string, KnownClass>> {
  const { rows } = await sql<{ id: number; key: string; title: string; teacher: number | null }>`
    select id, class_key as key, title, teacher_id as teacher
    from school_class where academic_year_id = ${yearId}`.execute(db);
  return new Map(rows.map(({ id, key, title, teacher }) => [key, { id, key, title, teacherId: teacher ?? undefined }]));
}

interface Places {
  readonly enrolments: ReadonlyMap<number, { readonly id: number; readonly classId: number }>;
  readonly formerSurnames: ReadonlyMap<number, readonly string[]>;
}

type EnrolmentRow = { readonly id: number; readonly owner: number; readonly classId: number };

const enrolmentsNow: ColumnsWish<EnrolmentRow> = {
  table: 'enrolment',
  columns: { id: 'id', owner: 'pupil_id', classId: 'class_id' },
  where: sql`valid_to is null`,
};

async function* readPlaces(db: Kysely<never>): Reading<Places> {
  const enrolments = new Map<number, { readonly id: number; readonly classId: number }>();
  for await (const { id, owner, classId } of readColumns(db, enrolmentsNow)) {
    for (let at = 0; at < id.length; at += 1)
      enrolments.set(cell(owner, at), { id: cell(id, at), classId: cell(classId, at) });
    yield;
  }
  const former = await sql<{ owner: number; surname: string }>`
    select distinct person_id as owner, surname from name_history`.execute(db);
  const formerSurnames = new Map<number, readonly string[]>();
  for (const { owner, surname } of former.rows) push(formerSurnames, owner, orderedWords(foldName(surname)));
  return { enrolments, formerSurnames };
}
