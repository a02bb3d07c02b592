import { type Kysely, sql } from 'kysely';
import type { EntryRow } from '../../../shared/contract/contacts.ts';
import {
  collectedKinds,
  gapsOf,
  maySignInByEsia,
  type RequiredContacts,
} from '../../../shared/domain/contact-collection.ts';
import type { PresentContact } from '../../../shared/domain/finding-decisions.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { Relation } from '../../../shared/domain/relation.ts';
import { currentContacts } from './contacts.ts';
import { pupilsOfScope } from './credential-holders.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** Somebody of a family with what limits them. */
export interface FamilyMember {
  readonly personId: number;
  readonly pupilId: number;
  readonly role: 'pupil' | 'guardian';
  readonly name: string;
  readonly relation: Relation | null;
  readonly birthDate: string | null;
  readonly entryWay: EntryRow['entryWay'];
  /** The school keeps limits on this guardian's contact with the child. */
  readonly restricted: boolean;
}

interface MemberRow {
  readonly personId: number;
  readonly pupilId: number;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly relation: Relation | null;
  readonly birthDate: string | null;
  readonly entryWay: EntryRow['entryWay'];
  readonly restrictions: string;
}

/** Each pupil of the class in the order of its list, then the pupil's guardians whose link is not hidden. */
export async function familiesOfClass(db: Kysely<Schema>, classId: number): Promise<FamilyMember[]> {
  const pupils = await pupilsOfScope(db, { kind: 'class', classId });
  const ids = pupils.map(({ personId }) => personId);
  const { rows } = await sql<MemberRow>`
    select person.id as person_id, pupil_id, surname, first_name, patronymic, relation, birth_date, entry_way, restrictions
    from guardianship join person on person.id = guardian_id
    where pupil_id in ${idSet(ids)} and hidden = 0 and status != 'left' and merged_into is null
    union all
    select id, id, surname, first_name, patronymic, null, birth_date, entry_way, '' from person where id in ${idSet(ids)}
    order by pupil_id`.execute(db);
  const members = rows.map(memberOf);
  return ids.flatMap((pupilId) => {
    const family = members.filter((member) => member.pupilId === pupilId);
    return [...family.filter(({ role }) => role === 'pupil'), ...family.filter(({ role }) => role === 'guardian')];
  });
}

function memberOf({ surname, firstName, patronymic, restrictions, ...row }: MemberRow): FamilyMember {
  const role = row.personId === row.pupilId ? 'pupil' : 'guardian';
  const name = formatFullName({ surname, firstName, patronymic });
  return { ...row, role, name, restricted: restrictions.trim() !== '' };
}

/** People of a class for quick entry, with their contacts and what they lack. */
export async function entryRows(
  db: Kysely<Schema>,
  members: readonly FamilyMember[],
  required: RequiredContacts,
  today: string,
): Promise<EntryRow[]> {
  const contacts = await currentContacts(
    db,
    members.map(({ personId }) => personId),
  );
  return members.map(({ restricted: _, ...member }) => {
    const own = contacts.get(member.personId) ?? [];
    const first = (kind: PresentContact['kind']) => own.find((contact) => contact.kind === kind)?.value ?? '';
    const shown = { phone: first('phone'), email: first('email'), snils: first('snils') };
    const kinds = collectedKinds.filter((kind) => shown[kind] !== '');
    return {
      ...member,
      ...shown,
      mayUseEsia: member.role === 'pupil' && maySignInByEsia(member.birthDate, today),
      more: own.length - kinds.length,
      missing: gapsOf(member.role, kinds, required),
    };
  });
}

/** Does the class exist? */
export async function hasClass(db: Kysely<Schema>, classId: number): Promise<boolean> {
  const found = await db.selectFrom('schoolClass').select('id').where('id', '=', classId).executeTakeFirst();
  return found !== undefined;
}

/** Notes how a person gets into the diary; false when it stood so already. */
export async function setEntryWay(
  db: Kysely<Schema>,
  personId: number,
  entryWay: EntryRow['entryWay'],
  at: string,
): Promise<boolean> {
  const person = db.updateTable('person').set({ entryWay, updatedAt: at }).where('id', '=', personId);
  const { numUpdatedRows } = await person.where('entryWay', 'is distinct from', entryWay).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
