import type { Account, FirstPassphrase } from '../../../shared/contract/users.ts';

/** What an administrator is doing with a user. */
export type UserJob =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'block' | 'unblock' | 'remove' | 'reset'; readonly user: Account };

/** A first passphrase that has just been made, and whose it is. */
export interface HandedOut extends FirstPassphrase {
  readonly name: string;
}
