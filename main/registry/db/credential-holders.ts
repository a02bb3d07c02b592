import type { Expression, Kysely, SqlBool } from 'kysely';
import { expressionBuilder } from 'kysely';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import { compareClasses } from '../../../shared/domain/class-name.ts';
import { formatFullName, type PersonName } from '../../../shared/domain/person-name.ts';
import type { Relation } from '../../../shared/domain/relation.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** A child of a guardian. */
export interface HolderChild {
  readonly personId: number;
  readonly name: PersonName;
  readonly className: string;
  readonly birthDate: string | null;
}

/** A person who may hold a credential. `className` of a guardian is that of the child with whom the slip is given out. */
export interface Holder {
  readonly personId: number;
  readonly role: HolderRole;
  readonly name: PersonName;
  readonly className: string;
  readonly birthDate: string | null;
  /** Of a guardian: what to the child with whom the slip is given out. */
  readonly relation?: Relation;
  /** Of a guardian: all children in the school, in school order; of a pupil: none. */
  readonly children: readonly HolderChild[];
}

interface Link {
  readonly pupilId: number;
  readonly relation: Relation;
  readonly guardian: HolderChild;
}

const collator = new Intl.Collator('ru');

/** Pupils of the school who have not left, with their present class; in no order. */
function pupils(db: Kysely<Schema>) {
  return db
    .selectFrom('person')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.pupilId', '=', 'person.id').on('enrolment.validTo', 'is', null),
    )
    .leftJoin('schoolClass', 'schoolClass.id', 'enrolment.classId')
    .select(['person.id', 'person.surname', 'person.firstName', 'person.patronymic', 'person.birthDate'])
    .select('schoolClass.title')
    .where('person.kind', '=', 'pupil')
    .where('person.status', '!=', 'left')
    .where('person.mergedInto', 'is', null);
}

type PupilRow = Awaited<ReturnType<ReturnType<typeof pupils>['execute']>>[number];

function childOf({ id, title, birthDate, ...name }: PupilRow): HolderChild {
  return { personId: id, name, className: title ?? '', birthDate };
}

/** School order: classes by grade and letter, in a class by name. */
function inSchoolOrder(children: readonly HolderChild[]): readonly HolderChild[] {
  const classes = [...new Set(children.map(({ className }) => className))].sort(compareClasses);
  const places = new Map(classes.map((className, place) => [className, place]));
  const keyed = children.map((child) => ({
    child,
    place: places.get(child.className) ?? 0,
    name: formatFullName(child.name),
  }));
  keyed.sort((a, b) => a.place - b.place || collator.compare(a.name, b.name) || a.child.personId - b.child.personId);
  return keyed.map(({ child }) => child);
}

function scopeCondition(scope: Scope): Expression<SqlBool> | undefined {
  const eb = expressionBuilder<Schema, 'person' | 'enrolment'>();
  switch (scope.kind) {
    case 'class':
      return eb('enrolment.classId', '=', scope.classId);
    case 'pupils':
      return eb('person.id', 'in', idSet(scope.pupilIds));
    case 'school':
      return undefined;
  }
}

/** The pupils an action touches, in school order; the given classes are left out. */
export async function pupilsOfScope(
  db: Kysely<Schema>,
  scope: Scope,
  withoutClasses: readonly number[] = [],
): Promise<readonly HolderChild[]> {
  const condition = scopeCondition(scope);
  const all = condition === undefined ? pupils(db) : pupils(db).where(condition);
  return inSchoolOrder((await outside(withoutClasses, all).execute()).map(childOf));
}

/** Only the pupils who are in none of these classes. */
function outside(classIds: readonly number[], query: ReturnType<typeof pupils>): ReturnType<typeof pupils> {
  if (classIds.length === 0) return query;
  return query.where((eb) =>
    eb.or([eb('enrolment.classId', 'is', null), eb('enrolment.classId', 'not in', idSet(classIds))]),
  );
}

/** Guardians of pupils whose link is not hidden and who have not left, in the order of the links. */
async function linksOf(db: Kysely<Schema>, pupilIds: readonly number[]): Promise<readonly Link[]> {
  const rows = await db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardianId')
    .select(['guardianship.pupilId', 'guardianship.relation', 'person.birthDate'])
    .select(['person.id', 'person.surname', 'person.firstName', 'person.patronymic'])
    .where('guardianship.pupilId', 'in', idSet(pupilIds))
    .where('guardianship.hidden', '=', 0)
    .where('person.status', '!=', 'left')
    .where('person.mergedInto', 'is', null)
    .orderBy('guardianship.priority')
    .orderBy('guardianship.id')
    .execute();
  return rows.map(({ pupilId, relation, id, birthDate, ...name }) => ({
    pupilId,
    relation,
    guardian: { personId: id, name, className: '', birthDate },
  }));
}

function grouped<Key, Value>(pairs: Iterable<readonly [Key, Value]>): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** All children in the school of each guardian, also those outside the scope, but not those of the classes left out. */
async function childrenOf(
  db: Kysely<Schema>,
  guardianIds: readonly number[],
  withoutClasses: readonly number[],
): Promise<ReadonlyMap<number, readonly HolderChild[]>> {
  const links = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'pupilId'])
    .where('guardianId', 'in', idSet(guardianIds))
    .where('hidden', '=', 0)
    .execute();
  const rows = await outside(withoutClasses, pupils(db))
    .where('person.id', 'in', idSet(new Set(links.map(({ pupilId }) => pupilId))))
    .execute();
  const guardians = grouped(links.map(({ pupilId, guardianId }) => [pupilId, guardianId] as const));
  const ordered = inSchoolOrder(rows.map(childOf));
  return grouped(
    ordered.flatMap((child) => (guardians.get(child.personId) ?? []).map((guardian) => [guardian, child] as const)),
  );
}

function pupilHolder(pupil: HolderChild): Holder {
  return { ...pupil, role: 'pupil', children: [] };
}

/**
 * The people of a scope in the order of paper: each pupil, then the pupil's guardians; a guardian of several comes once,
 * with the first of them.
 */
export async function holdersOf(
  db: Kysely<Schema>,
  scope: Scope,
  roles: readonly HolderRole[],
  withoutClasses: readonly number[] = [],
): Promise<readonly Holder[]> {
  const found = await pupilsOfScope(db, scope, withoutClasses);
  const withPupils = roles.includes('pupil');
  if (!roles.includes('guardian')) return withPupils ? found.map(pupilHolder) : [];
  const links = await linksOf(
    db,
    found.map(({ personId }) => personId),
  );
  const guardianIds = [...new Set(links.map(({ guardian }) => guardian.personId))];
  const children = await childrenOf(db, guardianIds, withoutClasses);
  const guardians = grouped(links.map((link) => [link.pupilId, link] as const));
  const seen = new Set<number>();
  const holders: Holder[] = [];
  for (const pupil of found) {
    if (withPupils) holders.push(pupilHolder(pupil));
    for (const { guardian, relation } of guardians.get(pupil.personId) ?? []) {
      if (seen.has(guardian.personId)) continue;
      seen.add(guardian.personId);
      const own = { role: 'guardian', relation, className: pupil.className } as const;
      holders.push({ ...guardian, ...own, children: children.get(guardian.personId) ?? [] });
    }
  }
  return holders;
}

/** What the audit log calls a scope: the class's title; '' for chosen pupils and the whole school. */
export async function scopeSubject(db: Kysely<Schema>, scope: Scope): Promise<string> {
  if (scope.kind !== 'class') return '';
  const found = await db.selectFrom('schoolClass').select('title').where('id', '=', scope.classId).executeTakeFirst();
  return found?.title ?? '';
}
