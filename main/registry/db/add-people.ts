import { type Kysely, sql, type Transaction } from 'kysely';
import { parseClassName } from '../../../shared/domain/class-name.ts';
import type { ImportedClass } from '../../../shared/domain/import-people.ts';
import type { NewGuardian, NewPupil } from '../../../shared/domain/newcomer.ts';
import { isLegalRelation, type Relation } from '../../../shared/domain/relation.ts';
import { refuse } from '../refuse.ts';
import { currentAcademicYear } from './academic-years.ts';
import { insertSchoolContact } from './contacts.ts';
import type { Act } from './credentials.ts';
import { noteHandFields } from './field-origins.ts';
import { moveTo } from './moving.ts';
import type { Schema } from './schema.ts';

/** Adds a pupil to a class of the current year from this day on; a class that is not there yet is made. Gives the id. */
export async function addPupil(trx: Transaction<Schema>, pupil: NewPupil, act: Act): Promise<number> {
  const id = await addPerson(trx, 'pupil', pupil, act);
  await moveTo(trx, act, [id], await classOf(trx, pupil.schoolClass));
  await noteHandFields(trx, id, ['class'], act);
  return id;
}

/** Adds a guardian with contacts of the school. Gives the id. */
export async function addGuardian(trx: Transaction<Schema>, guardian: NewGuardian, act: Act): Promise<number> {
  const { contacts } = guardian;
  const id = await addPerson(trx, 'guardian', { ...guardian, sex: undefined, birthDate: undefined }, act);
  for (const contact of contacts) await insertSchoolContact(trx, id, contact, act.at.slice(0, 10));
  await noteHandFields(trx, id, [...new Set(contacts.map(({ kind }) => kind))], act);
  return id;
}

/**
 * Makes a guardian of the registry one of this pupil's, after those who are there. Refuses `not-found`, and `invalid-input`
 * for one who is the pupil's already.
 */
export async function linkGuardian(
  trx: Transaction<Schema>,
  pupilId: number,
  guardianId: number,
  relation: Relation,
): Promise<void> {
  const guardian = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', guardianId)
    .where('kind', '=', 'guardian')
    .where('mergedInto', 'is', null)
    .executeTakeFirst();
  if (guardian === undefined) throw refuse('not-found');
  const links = trx.selectFrom('guardianship').select('id').where('pupilId', '=', pupilId);
  const there = await links.where('guardianId', '=', guardianId).executeTakeFirst();
  if (there !== undefined) throw refuse('invalid-input', { field: 'guardian' });
  const isLegal = isLegalRelation(relation) ? 1 : 0;
  await sql`insert into guardianship (pupil_id, guardian_id, relation, is_legal, priority)
    select ${pupilId}, ${guardianId}, ${relation}, ${isLegal}, coalesce(max(priority), 0) + 1
    from guardianship where pupil_id = ${pupilId}`.execute(trx);
}

/** Who a guardian is to a pupil. */
export interface GuardianLink {
  readonly pupilId: number;
  readonly guardianId: number;
  readonly relation: Relation;
  readonly isLegal: boolean;
}

/** Says anew who a guardian is to the pupil; false when it stood so already. Refuses `not-found`. */
export async function correctLink(trx: Transaction<Schema>, link: GuardianLink, act: Act): Promise<boolean> {
  const [relation, isLegal] = [link.relation, link.isLegal ? (1 as const) : (0 as const)];
  const there = await trx
    .selectFrom('guardianship')
    .select(['id', 'relation', 'isLegal'])
    .where('pupilId', '=', link.pupilId)
    .where('guardianId', '=', link.guardianId)
    .executeTakeFirst();
  if (there === undefined) throw refuse('not-found');
  if (there.relation === relation && there.isLegal === isLegal) return false;
  await trx.updateTable('guardianship').set({ relation, isLegal }).where('id', '=', there.id).execute();
  await noteHandFields(trx, link.pupilId, ['relation'], act);
  return true;
}

type Facts = Pick<NewPupil, 'name' | 'nameKey' | 'sex' | 'birthDate'>;

/** What was left blank is not said by hand, so that a later import fills it. */
async function addPerson(
  trx: Transaction<Schema>,
  kind: 'pupil' | 'guardian',
  { name, nameKey, sex, birthDate }: Facts,
  act: Act,
): Promise<number> {
  const facts = { ...name, sex, birthDate };
  const { id } = await trx
    .insertInto('person')
    .values({
      ...{ kind, ...name, nameKey, sex: sex ?? null, birthDate: birthDate ?? null },
      ...{ createdAt: act.at, updatedAt: act.at, leftOn: null, leftReason: null, entryWay: null, mergedInto: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const said = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  await noteHandFields(
    trx,
    id,
    said.map(([field]) => field),
    act,
  );
  return id;
}

async function classOf(db: Kysely<Schema>, { key: classKey, title }: ImportedClass): Promise<number> {
  const { id: academicYearId } = await currentAcademicYear(db);
  const there = await db
    .selectFrom('schoolClass')
    .select('id')
    .where('academicYearId', '=', academicYearId)
    .where('classKey', '=', classKey)
    .executeTakeFirst();
  if (there !== undefined) return there.id;
  const parsed = parseClassName(title);
  const [grade, letter] = parsed.kind === 'class' ? [parsed.grade, parsed.letter] : [null, ''];
  const made = await db
    .insertInto('schoolClass')
    .values({ academicYearId, grade, letter, title, classKey, teacherId: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
