import { z } from 'zod';
import { idSchema, languageSchema, momentSchema, route } from './base.ts';

/** What a user may do; see `shared/domain/permissions`. */
export const roleSchema = z.enum(['administrator', 'diary-administrator', 'class-teacher', 'viewer']);
export type Role = z.infer<typeof roleSchema>;

export const userSchema = z.strictObject({ id: idSchema, name: z.string(), role: roleSchema });
export type User = z.infer<typeof userSchema>;

/** A verified copy of the registry, made by the desk itself; newest first in lists. */
export const snapshotSchema = z.strictObject({
  id: z.string(),
  takenAt: momentSchema,
  reason: z.enum(['migration', 'import', 'hourly', 'daily', 'manual', 'restore']),
  sizeBytes: z.int().nonnegative(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Changes that stood in a damaged log when the registry was opened, and could not be read. */
const damagedLogSchema = z.strictObject({
  /** False when only the last change is concerned, which a power cut leaves behind as well. */
  certain: z.boolean(),
  /** How many changes; 0 when that cannot be known. */
  unread: z.int().nonnegative(),
  /** Name of the copy beside the registry. */
  keptAs: z.string(),
  /** When the last thing was done that is in the registry. */
  lastLineAt: momentSchema.nullable(),
});

/** Where the desk stands: `none` no registry yet; `locked`; `damaged` (never used as it is); `open`. */
export const statusSchema = z.strictObject({
  state: z.enum(['none', 'locked', 'damaged', 'open']),
  fileName: z.string().optional(),
  folder: z.string().optional(),
  demo: z.boolean(),
  schoolName: z.string().optional(),
  user: userSchema.optional(),
  /** Names to choose from on the lock screen. */
  users: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      /** Seconds until the next attempt is accepted after wrong passphrases; 0 when it is accepted now. */
      retryInSeconds: z.int().nonnegative(),
    }),
  ),
  /** The same for the recovery code. */
  recoveryRetryInSeconds: z.int().nonnegative(),
  snapshots: z.array(snapshotSchema),
  /** Of the registry that is open. */
  damagedLog: damagedLogSchema.optional(),
});
export type Status = z.infer<typeof statusSchema>;

/** At least 15 characters (NIST SP 800-63B-4 for a single factor), at most 256; no composition rules. */
export const passphraseSchema = z.string().min(1).max(256);

const recoverySheetSchema = z.strictObject({
  /** 160 random bits in groups; shown and printed once, never stored in the clear. */
  recoveryCode: z.string(),
});

/** Which copy, and who wants it; the passphrase may be the recovery code. */
export const restoreInputSchema = z.strictObject({
  snapshotId: z.string().min(1),
  userId: idSchema.optional(),
  passphrase: passphraseSchema,
});
export type RestoreInput = z.infer<typeof restoreInputSchema>;

export const createInputSchema = z.strictObject({
  schoolName: z.string().trim().min(1).max(200),
  diarySystemId: z.string().min(1),
  /** The school's own address of the diary where the system has one (`myschool.eljur.ru`). */
  diaryAddress: z.string().trim().max(200).default(''),
  userName: z.string().trim().min(1).max(120),
  passphrase: passphraseSchema,
  language: languageSchema.default('ru'),
});

/** What the page is told without asking. */
export const deskEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locked'), why: z.enum(['asked', 'idle', 'screen', 'suspend']) }),
  z.strictObject({ kind: z.literal('changed') }),
  z.strictObject({ kind: z.literal('alive') }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;

export const registryContract = {
  status: route.output(statusSchema),
  /** Creates the encrypted registry file at the place the shell or command line chose, and opens it. */
  create: route.input(createInputSchema).output(recoverySheetSchema),
  /** Makes the one-page PDF of the recovery code just created; possible only until the next lock. */
  recoverySheet: route.output(z.strictObject({ documentToken: z.string(), pages: z.int(), suggestedName: z.string() })),
  /**
   * Signs in, the first user when none is named. A first passphrase is refused with `own-passphrase-needed` unless
   * `newPassphrase` replaces it, and with `first-passphrase-expired` when it is too old.
   */
  unlock: route
    .input(
      z.strictObject({
        userId: idSchema.optional(),
        passphrase: passphraseSchema,
        newPassphrase: passphraseSchema.optional(),
      }),
    )
    .output(z.strictObject({ user: userSchema, schoolName: z.string() })),
  /**
   * The signed-in person's passphrase again, before what `shared/domain/asks-again` names; good for the minutes of the
   * settings. Refuses with `wrong-passphrase` or `too-many-attempts`.
   */
  confirm: route.input(z.strictObject({ passphrase: passphraseSchema })).output(z.strictObject({})),
  lock: route.output(z.strictObject({})),
  /** A new passphrase for the first administrator by the recovery code; the old code is dead, a new one is shown. */
  recover: route
    .input(z.strictObject({ recoveryCode: z.string().min(1).max(120), newPassphrase: passphraseSchema }))
    .output(recoverySheetSchema),
  /**
   * Puts a snapshot in the place of the registry file, after the passphrase; the present file is kept aside and the desk is
   * locked. The snapshot is opened and checked before anything is changed: REFUSED `damaged` when it is not whole.
   */
  restoreSnapshot: route.input(restoreInputSchema).output(z.strictObject({ keptAside: z.string() })),
};
