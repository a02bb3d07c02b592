import type { RefusalReason } from '../contract/base.ts';
import type { User } from '../contract/registry.ts';

/** What decides about a change of users: who may sign in, and who has done so with a passphrase of their own. */
export interface AccountBrief extends User {
  readonly active: boolean;
  readonly ownPassphrase: boolean;
}

/**
 * Why a user may not become `changed`; undefined when they may. There is always an administrator left who can sign in,
 * nobody takes their own rights away, and no two users who may sign in have one name.
 */
export function refusalOfAccount(
  accounts: readonly AccountBrief[],
  actorId: number,
  changed: AccountBrief,
): Extract<RefusalReason, 'last-administrator' | 'own-account' | 'user-exists'> | undefined {
  const others = accounts.filter(({ id }) => id !== changed.id);
  const before = accounts.find(({ id }) => id === changed.id);
  if (before !== undefined && isAdministrator(before) && !isAdministrator(changed)) {
    if (!others.some((other) => isAdministrator(other) && other.ownPassphrase)) return 'last-administrator';
    if (changed.id === actorId) return 'own-account';
  }
  const isNamesake = ({ active, name }: AccountBrief) => active && sameName(name, changed.name);
  return changed.active && others.some(isNamesake) ? 'user-exists' : undefined;
}

const isAdministrator = ({ role, active }: AccountBrief) => role === 'administrator' && active;

/** Names as people tell them apart: case, ё and spaces do not matter. */
export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
