import { type Kysely, sql } from 'kysely';
import type { KnownContact, KnownPeople, KnownPerson } from '../../../shared/domain/matching/known-people.ts';
import type { SchoolPerson } from '../../../shared/domain/reconcile-people.ts';
import { readKnownPeople } from './import-people.ts';
import type { Schema } from './schema.ts';
import { readSettings } from './settings.ts';

type FormerContacts = ReadonlyMap<number, SchoolPerson['formerContacts']>;

/** Pupils and guardians with the school's own values, in the order of their ids. Yields between the queries. */
export async function* readSchoolPeople(db: Kysely<Schema>): AsyncGenerator<void, SchoolPerson[]> {
  const { diarySystemId } = await readSettings(db);
  const people = yield* readKnownPeople(db, diarySystemId);
  const former = await readFormerContacts(db);
  yield;
  const found = [...pupilsOf(people, former), ...guardiansOf(people, former)];
  return found.sort((one, other) => one.id - other.id);
}

async function readFormerContacts(db: Kysely<Schema>): Promise<FormerContacts> {
  const { rows } = await sql<{ owner: number; kind: 'phone' | 'email' | 'snils'; value: string; key: string }>`
    select person_id as owner, kind, value, value_key as key from contact
    where source = 'school' and valid_to is not null order by id`.execute(db.withoutPlugins());
  const former = new Map<number, { kind: 'phone' | 'email' | 'snils'; value: string; key: string }[]>();
  for (const { owner, ...contact } of rows) former.set(owner, [...(former.get(owner) ?? []), contact]);
  return former;
}

const none: readonly never[] = [];

function* pupilsOf({ pupils }: KnownPeople, former: FormerContacts): Generator<SchoolPerson> {
  for (const pupil of pupils.values()) {
    yield {
      ...commonOf(pupil, former),
      kind: 'pupil',
      className: pupil.className,
      classKey: pupil.classKey,
      kin: pupil.guardians.map(({ guardianId }) => guardianId),
      formerSurnames: pupil.formerSurnames,
      left: pupil.status === 'left',
    };
  }
}

function* guardiansOf({ pupils, guardians }: KnownPeople, former: FormerContacts): Generator<SchoolPerson> {
  const children = new Map<number, number[]>();
  for (const { id, guardians: links } of pupils.values())
    for (const { guardianId } of links) children.set(guardianId, [...(children.get(guardianId) ?? []), id]);
  for (const guardian of guardians.values()) {
    const kin = children.get(guardian.id) ?? none;
    const child = pupils.get(kin.find((id) => pupils.get(id)?.className !== '') ?? kin[0] ?? 0);
    yield {
      ...commonOf(guardian, former),
      kind: 'guardian',
      className: child?.className ?? '',
      classKey: child?.classKey ?? '',
      kin,
      formerSurnames: none,
      left: kin.length > 0 && kin.every((id) => pupils.get(id)?.status === 'left'),
    };
  }
}

function commonOf(person: KnownPerson, former: FormerContacts) {
  const { id, name, nameKey, sex, birthDate, codes } = person;
  return {
    ...{ id, name, nameKey, sex, birthDate },
    contacts: person.contacts.filter(isSchools).map(({ kind, value, key, checked }) => {
      return { kind, value, key, checked: checked === 'warning' ? ('warning' as const) : ('ok' as const) };
    }),
    codes: codes.map(({ kind, key }) => ({ kind, key })),
    formerContacts: former.get(id) ?? none,
  };
}

const isSchools = ({ source }: KnownContact) => source === undefined;
