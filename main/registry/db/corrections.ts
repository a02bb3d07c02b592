import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Correction } from '../../../shared/contract/pupils.ts';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { readTypedContact, readTypedName } from '../../../shared/domain/correction.ts';
import { daysAfter, expiryOf } from '../../../shared/domain/expiry.ts';
import { foldName, nameKey, type PersonName } from '../../../shared/domain/person-name.ts';
import { refuse } from '../refuse.ts';
import { currentAcademicYear } from './academic-years.ts';
import { insertSchoolContact } from './contacts.ts';
import { noteHandFields } from './field-origins.ts';
import { pupilsOfGuardians } from './guardians.ts';
import { comeBack, lastClasses, leaveSchool } from './leaving.ts';
import { moveTo } from './moving.ts';
import type { PersonTable, Schema } from './schema.ts';
import { refreshSearch } from './search.ts';
import { readSettings } from './settings.ts';

/** Who corrects, and when. */
export interface CorrectionAct {
  readonly at: string;
  readonly userId: number;
}

type Person = Pick<
  Selectable<PersonTable>,
  'kind' | 'surname' | 'firstName' | 'patronymic' | 'sex' | 'birthDate' | 'status'
>;

/**
 * Sets values by hand in the given transaction and gives the names of the fields that changed. Refuses with `not-found`, and
 * with `invalid-input` and the field's name for a value that cannot be read.
 */
export async function correctPerson(
  trx: Transaction<Schema>,
  correction: Correction,
  act: CorrectionAct,
): Promise<readonly string[]> {
  const { personId } = correction;
  const person = await findPerson(trx, personId);
  if (person === undefined) throw refuse('not-found');
  const fields = [
    ...(await correctName(trx, personId, person, correction.name, act)),
    ...(await correctFacts(trx, correction, person)),
    ...(await correctPlace(trx, correction, person, act)),
    ...(await correctContacts(trx, correction, act)),
  ];
  const changed = [...new Set(fields)];
  if (changed.length === 0) return changed;
  await trx.updateTable('person').set({ updatedAt: act.at }).where('id', '=', personId).execute();
  await noteHandFields(trx, personId, changed, act);
  await refreshSearch(trx, person.kind === 'pupil' ? [personId] : await pupilsOfGuardians(trx, [personId]));
  return changed;
}

function findPerson(trx: Kysely<Schema>, id: number): Promise<Person | undefined> {
  return trx
    .selectFrom('person')
    .select(['kind', 'surname', 'firstName', 'patronymic', 'sex', 'birthDate', 'status'])
    .where('id', '=', id)
    .where('kind', '!=', 'staff')
    .where('mergedInto', 'is', null)
    .executeTakeFirst();
}

const nameParts = ['surname', 'firstName', 'patronymic'] as const;

async function correctName(
  trx: Kysely<Schema>,
  personId: number,
  { surname, firstName, patronymic }: Person,
  typed: PersonName | undefined,
  { at }: CorrectionAct,
): Promise<string[]> {
  if (typed === undefined) return [];
  const former: PersonName = { surname, firstName, patronymic };
  const name = readTypedName(typed);
  if (name === undefined) throw refuse('invalid-input', { field: 'name' });
  const changed = nameParts.filter((part) => name[part] !== former[part]);
  if (changed.length === 0) return [];
  await trx
    .updateTable('person')
    .set({ ...name, nameKey: nameKey(name) })
    .where('id', '=', personId)
    .execute();
  if (changed.some((part) => former[part] !== '' && foldName(former[part]) !== foldName(name[part])))
    await trx
      .insertInto('nameHistory')
      .values({ personId, ...former, validTo: at.slice(0, 10), importId: null })
      .execute();
  return changed;
}

async function correctFacts(trx: Kysely<Schema>, correction: Correction, person: Person): Promise<string[]> {
  const { personId, sex, birthDate } = correction;
  const changed: string[] = [];
  if (sex !== undefined && sex !== person.sex) {
    await trx.updateTable('person').set({ sex }).where('id', '=', personId).execute();
    changed.push('sex');
  }
  if (birthDate !== undefined && birthDate !== person.birthDate) {
    if (birthDate !== null && parseDate(birthDate) === undefined) throw refuse('invalid-input', { field: 'birthDate' });
    await trx.updateTable('person').set({ birthDate }).where('id', '=', personId).execute();
    changed.push('birthDate');
  }
  return changed;
}

/** Class and status are only of pupils. */
async function correctPlace(
  trx: Transaction<Schema>,
  correction: Correction,
  person: Person,
  act: CorrectionAct,
): Promise<string[]> {
  const { personId, classId, status } = correction;
  if (person.kind !== 'pupil') {
    if (classId === undefined && status === undefined) return [];
    throw refuse('invalid-input', { field: classId === undefined ? 'status' : 'class' });
  }
  const moved = classId !== undefined && (await movePupil(trx, personId, classId, act));
  if (status !== undefined && status !== person.status) await setStatus(trx, person, correction, act);
  return [...(moved ? ['class'] : []), ...(status === undefined ? [] : ['status'])];
}

/** Leaving ends the place in a class by the school's terms; coming back without a new class opens the last one of this year. */
async function setStatus(
  trx: Transaction<Schema>,
  { status: before }: Person,
  { personId, classId, status }: Correction,
  act: CorrectionAct,
): Promise<void> {
  const settings = await readSettings(trx);
  if (status === 'left') {
    const leftOn = act.at.slice(0, 10);
    const archiveOn = daysAfter(leftOn, settings.leavers.archiveDays);
    await leaveSchool(trx, act, [personId], { leftOn, reason: '', archiveOn, terms: settings.leavers });
    return;
  }
  if (before === 'left') {
    const { endsOn } = await currentAcademicYear(trx);
    await comeBack(trx, act, [personId], expiryOf(settings, endsOn, act.at));
    const last = classId ?? (await lastClasses(trx, [personId])).get(personId);
    if (last !== undefined) await moveTo(trx, act, [personId], last, true);
  }
  await trx
    .updateTable('person')
    .set({ status: status ?? before })
    .where('id', '=', personId)
    .execute();
}

async function movePupil(
  trx: Transaction<Schema>,
  pupilId: number,
  classId: number,
  act: CorrectionAct,
): Promise<boolean> {
  const exists = await trx.selectFrom('schoolClass').select('id').where('id', '=', classId).executeTakeFirst();
  if (exists === undefined) throw refuse('class-not-found');
  return (await moveTo(trx, act, [pupilId], classId)).length > 0;
}

async function correctContacts(trx: Kysely<Schema>, correction: Correction, { at }: CorrectionAct): Promise<string[]> {
  const today = at.slice(0, 10);
  const { personId, addContacts, closeContacts } = correction;
  const closed = await closeOwn(trx, personId, closeContacts, today);
  const added: string[] = [];
  for (const typed of addContacts) {
    const contact = readTypedContact(typed);
    if (contact === undefined) throw refuse('invalid-input', { field: typed.kind });
    if (await hasContact(trx, personId, contact)) continue;
    await insertSchoolContact(trx, personId, contact, today);
    added.push(contact.kind);
  }
  return [...closed, ...added];
}

async function closeOwn(trx: Kysely<Schema>, personId: number, ids: readonly number[], today: string) {
  if (ids.length === 0) return [];
  const rows = await trx
    .updateTable('contact')
    .set({ validTo: today })
    .where('id', 'in', [...ids])
    .where('personId', '=', personId)
    .where('source', '=', 'school')
    .where('validTo', 'is', null)
    .returning('kind')
    .execute();
  return rows.map(({ kind }) => kind);
}

async function hasContact(
  trx: Kysely<Schema>,
  personId: number,
  { kind, key }: { readonly kind: 'phone' | 'email' | 'snils'; readonly key: string },
): Promise<boolean> {
  const found = await trx
    .selectFrom('contact')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('valueKey', '=', key)
    .where('source', '=', 'school')
    .where('validTo', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
