import type { Kysely } from 'kysely';
import type { Role, User } from '../../../shared/contract/registry.ts';
import type { Schema } from './schema.ts';

/** Adds a user; the passphrase is a matter of the keyring. */
export async function insertUser(db: Kysely<Schema>, user: { name: string; role: Role; now: Date }): Promise<User> {
  const { id } = await db
    .insertInto('appUser')
    .values({ name: user.name, role: user.role, createdAt: user.now.toISOString(), disabledAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name: user.name, role: user.role };
}

/** The user with this id who may still sign in. */
export function findUser(db: Kysely<Schema>, id: number): Promise<User | undefined> {
  return activeUsers(db).where('id', '=', id).executeTakeFirst();
}

/** The administrator who came first: the one whom the recovery code lets back in. */
export function firstAdministrator(db: Kysely<Schema>): Promise<User | undefined> {
  return activeUsers(db).where('role', '=', 'administrator').orderBy('id').limit(1).executeTakeFirst();
}

function activeUsers(db: Kysely<Schema>) {
  return db.selectFrom('appUser').select(['id', 'name', 'role']).where('disabledAt', 'is', null);
}
