import { z } from 'zod';
import { idSchema, momentSchema, route } from './base.ts';
import { passphraseSchema, roleSchema } from './registry.ts';

/**
 * Whether a user can sign in: `own` passphrase; a `first` one from the administrator, not used yet or no longer accepted
 * (`first-expired`); `none` when a passphrase must be handed out anew.
 */
export const passphraseStateSchema = z.enum(['own', 'first', 'first-expired', 'none']);

/** One user as the administrator sees them. */
export const accountSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  role: roleSchema,
  state: z.enum(['active', 'blocked', 'removed']),
  classes: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  passphrase: passphraseStateSchema,
  createdAt: momentSchema,
  lastSignIn: momentSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

const accountFields = {
  name: z.string().trim().min(1).max(120),
  role: roleSchema,
  /** Of a class teacher; of no meaning for other roles. */
  classIds: z.array(idSchema).max(100).default([]),
};

/** A passphrase to be handed over: shown in this answer only, with a sheet to print. It must be replaced at first sign-in. */
export const firstPassphraseSchema = z.strictObject({
  userId: idSchema,
  passphrase: z.string(),
  validUntil: momentSchema,
  documentToken: z.string(),
  pages: z.int(),
  suggestedName: z.string(),
});
export type FirstPassphrase = z.infer<typeof firstPassphraseSchema>;

const whom = z.strictObject({ userId: idSchema });
const nothing = z.strictObject({});

export const usersContract = {
  /** Everybody, in order of coming; those removed are named for the journal's sake. */
  list: route.output(z.array(accountSchema)),
  /** Refuses with `user-exists` when somebody who may sign in has the same name. */
  add: route.input(z.strictObject(accountFields)).output(firstPassphraseSchema),
  /** Refuses with `own-account` or `last-administrator` when an administrator would be missing, `user-exists`, `not-found`. */
  change: route.input(z.strictObject({ userId: idSchema, ...accountFields })).output(nothing),
  /** The user's lock is taken out of the keyring at once. */
  block: route.input(whom).output(nothing),
  /** Lets a blocked user in again, with a new first passphrase. */
  unblock: route.input(whom).output(firstPassphraseSchema),
  /** Blocks for good and takes off the list. */
  remove: route.input(whom).output(nothing),
  /** A new first passphrase; the former passphrase is dead. */
  resetPassphrase: route.input(whom).output(firstPassphraseSchema),
  /** One's own passphrase. Refuses with `wrong-passphrase`, `too-many-attempts`, `passphrase-too-short`, `passphrase-too-common`. */
  changePassphrase: route
    .input(z.strictObject({ passphrase: passphraseSchema, newPassphrase: passphraseSchema }))
    .output(nothing),
};
