import type { Kysely } from 'kysely';
import type { Role, User } from '../../../shared/contract/registry.ts';
import type { Schema } from './schema.ts';

/** A user as kept in the file; whether there is a passphrase is a matter of the keyring. */
export interface UserRow extends User {
  readonly state: 'active' | 'blocked' | 'removed';
  readonly createdAt: string;
  readonly classes: readonly { readonly id: number; readonly name: string }[];
  readonly lastSignIn: string | null;
}

/** Adds a user; the passphrase is a matter of the keyring. */
export async function insertUser(db: Kysely<Schema>, user: { name: string; role: Role; now: Date }): Promise<User> {
  const { id } = await db
    .insertInto('appUser')
    .values({ name: user.name, role: user.role, createdAt: user.now.toISOString(), disabledAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name: user.name, role: user.role };
}

/** Gives a user another name and role. */
export async function updateUser(db: Kysely<Schema>, { id, name, role }: User): Promise<void> {
  await db.updateTable('appUser').set({ name, role }).where('id', '=', id).execute();
}

/** Blocks a user, lets one back in (null), or takes one off the list for good. */
export async function setUserState(
  db: Kysely<Schema>,
  id: number,
  state: { readonly disabledAt: string | null; readonly removedAt?: string },
): Promise<void> {
  await db.updateTable('appUser').set(state).where('id', '=', id).execute();
}

/** The user with this id who may still sign in. */
export function findUser(db: Kysely<Schema>, id: number): Promise<User | undefined> {
  return activeUsers(db).where('id', '=', id).executeTakeFirst();
}

/** The name of a user who may or may not sign in any more. */
export async function nameOfUser(db: Kysely<Schema>, id: number): Promise<string | undefined> {
  const found = await db.selectFrom('appUser').select('name').where('id', '=', id).executeTakeFirst();
  return found?.name;
}

/** The administrator who came first: the one whom the recovery code lets back in. */
export function firstAdministrator(db: Kysely<Schema>): Promise<User | undefined> {
  return activeUsers(db).where('role', '=', 'administrator').orderBy('id').limit(1).executeTakeFirst();
}

/** Everybody who may sign in. */
export function activeUsers(db: Kysely<Schema>) {
  return db.selectFrom('appUser').select(['id', 'name', 'role']).where('disabledAt', 'is', null);
}

/** All users with their classes, those removed included, in order of coming. */
export async function listUsers(db: Kysely<Schema>): Promise<UserRow[]> {
  const users = await db.selectFrom('appUser').selectAll().orderBy('id').execute();
  const classes = await classesOfUsers(db);
  const signIns = await lastSignIns(db);
  return users.map(({ id, name, role, createdAt, disabledAt, removedAt }) => ({
    id,
    name,
    role,
    createdAt,
    state: removedAt !== null ? 'removed' : disabledAt !== null ? 'blocked' : 'active',
    classes: classes.filter(({ userId }) => userId === id).map((own) => ({ id: own.id, name: own.name })),
    lastSignIn: signIns.get(id) ?? null,
  }));
}

function classesOfUsers(db: Kysely<Schema>) {
  return db
    .selectFrom('userClass')
    .innerJoin('schoolClass', 'schoolClass.id', 'userClass.classId')
    .select(['userClass.userId', 'schoolClass.id', 'schoolClass.title as name'])
    .orderBy('schoolClass.grade')
    .orderBy('schoolClass.title')
    .execute();
}

async function lastSignIns(db: Kysely<Schema>): Promise<ReadonlyMap<number | null, string>> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(({ fn }) => ['userId', fn.max<string>('at').as('at')])
    .where('action', 'in', ['signed-in', 'recovered', 'registry-created'])
    .groupBy('userId')
    .execute();
  return new Map(rows.map(({ userId, at }) => [userId, at]));
}
