import { type Kysely, sql } from 'kysely';
import type { Pair, PersonSide } from '../../../shared/contract/reconciliation.ts';
import { formatFullName, type PersonName } from '../../../shared/domain/person-name.ts';
import { idSet } from './dialect/id-set.ts';
import type { ClassReach } from './findings.ts';
import { peopleWithin } from './people-reach.ts';
import { classWithin, personWithin } from './reach.ts';
import { type KeptPortalPerson, readPortalPeople } from './reconciliation.ts';
import type { Schema } from './schema.ts';

interface RawSide {
  readonly id: number;
  readonly kind: 'pupil' | 'guardian';
  readonly surname: string;
  readonly first_name: string;
  readonly patronymic: string;
  readonly birth_date: string | null;
  readonly class_name: string;
  readonly contacts: string;
  readonly kin: string;
}

/** People of the registry as one side of a pair, with the school's contacts; children and classes beyond reach are left out. */
export async function schoolSides(
  db: Kysely<Schema>,
  ids: readonly number[],
  reach: ClassReach,
): Promise<ReadonlyMap<number, PersonSide>> {
  const { rows } = await sql<RawSide>`
    select person.id, person.kind, person.surname, person.first_name, person.patronymic, person.birth_date,
      coalesce((select group_concat(title, ', ') from (select distinct school_class.title from enrolment
        join school_class on school_class.id = enrolment.class_id
        where valid_to is null and ${classWithin(reach, 'enrolment.class_id')} and (enrolment.pupil_id = person.id or enrolment.pupil_id in
          (select pupil_id from guardianship where guardian_id = person.id)) order by 1)), '') as class_name,
      coalesce((select json_group_array(json_object('kind', contact.kind, 'value', value)) from contact
        where person_id = person.id and source = 'school' and valid_to is null), '[]') as contacts,
      coalesce((select json_group_array(trim(kin.surname || ' ' || kin.first_name || ' ' || kin.patronymic))
        from guardianship join person as kin on kin.id = iif(person.kind = 'pupil', guardian_id, pupil_id)
        where iif(person.kind = 'pupil', pupil_id, guardian_id) = person.id
          and (person.kind = 'pupil' or ${personWithin(reach, 'kin.id')})), '[]') as kin
    from person where person.id in ${idSet(ids)}`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.id, sideOf(row)]));
}

function sideOf({ kind, surname, first_name: firstName, patronymic, ...row }: RawSide): PersonSide {
  return {
    name: formatFullName({ surname, firstName, patronymic }),
    role: kind,
    className: row.class_name,
    birthDate: row.birth_date ?? '',
    contacts: JSON.parse(row.contacts),
    kin: JSON.parse(row.kin),
  };
}

function portalSideOf(person: KeptPortalPerson, kin: ReadonlyMap<number, PersonName>): PersonSide {
  return {
    name: formatFullName(person.name),
    role: person.kind,
    className: person.kin.every((id) => kin.has(id)) ? person.className : '',
    birthDate: person.birthDate ?? '',
    contacts: person.contacts.map(({ kind, value }) => ({ kind, value })),
    kin: person.kin.flatMap((id) => kin.get(id) ?? []).map(formatFullName),
  };
}

/** Both sides of people of a file, in the given order; children beyond reach are left out on both sides. */
export async function pairsOf(
  db: Kysely<Schema>,
  runId: number,
  portalIds: readonly number[],
  reach: ClassReach,
): Promise<Pair[]> {
  const people = await readPortalPeople(db, runId, portalIds);
  const kin = await readPortalPeople(
    db,
    runId,
    people.flatMap((person) => person.kin),
  );
  const names = new Map((await reachedOnly(db, kin, reach)).map(({ id, name }) => [id, name]));
  const sides = await schoolSides(
    db,
    people.flatMap(({ personId }) => personId ?? []),
    reach,
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return portalIds.flatMap((id) => {
    const person = byId.get(id);
    return person === undefined ? [] : [pairOf(person, sides, portalSideOf(person, names))];
  });
}

/** Relatives of the file who are linked with somebody within reach. */
async function reachedOnly(db: Kysely<Schema>, kin: readonly KeptPortalPerson[], reach: ClassReach) {
  if (reach === undefined) return kin;
  const reached = await peopleWithin(
    db,
    reach,
    kin.flatMap(({ personId }) => personId ?? []),
  );
  return kin.filter(({ personId }) => personId !== null && reached.has(personId));
}

function pairOf(person: KeptPortalPerson, sides: ReadonlyMap<number, PersonSide>, portal: PersonSide): Pair {
  const { id: portalId, personId, rowNumber, verdict, score } = person;
  const reasons = person.reasons.map(({ code, params }) => ({ code, params: { ...params } }));
  return { portalId, personId, rowNumber, verdict, score, reasons, school: sides.get(personId ?? 0) ?? null, portal };
}

/** A person of the registry alone: nobody of the file is linked. */
export async function lonePair(db: Kysely<Schema>, personId: number, reach: ClassReach): Promise<Pair> {
  const school = (await schoolSides(db, [personId], reach)).get(personId) ?? null;
  const nobody = { portalId: null, rowNumber: null, verdict: 'none', score: 0, reasons: [], portal: null } as const;
  return { ...nobody, reasons: [], personId, school };
}
