import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Why the desk refused to do something. Every reason has words in the catalogue (`errors.<reason>`), filled with the
 * refusal's parameters, so the window, the command line and the tests say the same thing.
 */
export const refusalReasons = [
  'already-closed',
  'already-undone',
  'application-needed',
  'class-not-found',
  'damaged',
  'disk-full',
  'document-gone',
  'exists-already',
  'file-changed',
  'first-passphrase-expired',
  'file-gone',
  'file-unreadable',
  'folder-missing',
  'folder-network',
  'folder-synced',
  'held-class-emptied',
  'held-many-change',
  'held-many-leave',
  'held-other-file',
  'in-use',
  'in-use-diary',
  'invalid-input',
  'keyring-missing',
  'last-administrator',
  'login-taken',
  'logins-are-imported',
  'mapping-incomplete',
  'newer-registry',
  'not-a-registry',
  'not-found',
  'nothing-to-ask',
  'nothing-to-export',
  'nothing-to-issue',
  'nothing-to-print',
  'nothing-to-hand-over',
  'own-account',
  'own-passphrase-needed',
  'password-purged',
  'number-taken',
  'passphrase-too-short',
  'passphrase-too-common',
  'picture-unusable',
  'preset-exists',
  'preview-gone',
  'print-failed',
  'read-only',
  'reveal-off',
  'self-test-failed',
  'slip-void',
  'template-exists',
  'template-unusable',
  'table-archive-damaged',
  'table-archive-encrypted',
  'table-archive-too-large',
  'table-empty',
  'table-nul-character',
  'table-not-a-table',
  'table-package-incomplete',
  'table-record-too-long',
  'table-sheet-empty',
  'table-spreadsheet',
  'table-spreadsheet-damaged',
  'table-too-many-columns',
  'table-too-many-rows',
  'table-undecodable',
  'table-unterminated-quote',
  'too-many-attempts',
  'undo-impossible',
  'unexpected',
  'user-exists',
  'wrong-passphrase',
  'wrong-recovery-code',
  'year-begun-already',
  'year-in-use',
] as const;

/** Parameters of a refusal, put into its words: counts, row numbers, file names. Never personal data or secrets. */
export const refusalParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

export const refusalSchema = z.strictObject({ reason: z.enum(refusalReasons), params: refusalParamsSchema });

/** One refusal: a reason and what fills its sentence. */
export type Refusal = z.infer<typeof refusalSchema>;
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * Every route may answer with these errors:
 * LOCKED (no registry is open), PASSPHRASE_NEEDED (`registry.confirm` first), FORBIDDEN (the role lacks the right), REFUSED (with the reason),
 * STALE_PLAN (the registry changed since the preview), HELD (a person must decide first; exit code 2 on the command line).
 */
export const route = oc.errors({
  LOCKED: { status: 423 },
  PASSPHRASE_NEEDED: { status: 401 },
  FORBIDDEN: { status: 403 },
  REFUSED: { status: 422, data: refusalSchema },
  STALE_PLAN: { status: 409 },
  HELD: { status: 428, data: refusalSchema },
});

/** Identifier of a row in the registry. */
export const idSchema = z.int().positive();

/** A date without time, ISO 8601 (`2026-09-01`). */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A moment in UTC, ISO 8601 (`2026-09-01T07:50:00.000Z`). */
export const momentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T/);

/** A window of a long list: first row and how many, at most 500 at once. */
export const pageSchema = z.strictObject({
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(500).default(200),
});

export const languageSchema = z.enum(['ru', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** Who a login or slip is for. */
export const holderRoleSchema = z.enum(['pupil', 'guardian']);
export type HolderRole = z.infer<typeof holderRoleSchema>;

/** Whom an action touches: a class, chosen pupils (and their guardians), or the whole school. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('class'), classId: idSchema }),
  z.strictObject({ kind: z.literal('pupils'), pupilIds: z.array(idSchema).min(1).max(200_000) }),
  z.strictObject({ kind: z.literal('school') }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** A credential's state; `none` means that the person has no credential for the school's diary system. */
export const credentialStateSchema = z.enum([
  'none',
  'generated',
  'printed',
  'handed-over',
  'activated',
  'changed',
  'expired',
  'revoked',
]);
export type CredentialStateOrNone = z.infer<typeof credentialStateSchema>;

/** How far a long job is: `done` of `total` units of the named stage. */
export const progressSchema = z.strictObject({
  kind: z.literal('progress'),
  stage: z.enum(['reading', 'matching', 'writing', 'checking', 'drawing']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type Progress = z.infer<typeof progressSchema>;

/** A document made for printing or saving: kept in memory under a token, never sent through the contract. */
export const preparedDocumentSchema = z.strictObject({
  documentToken: z.string(),
  pages: z.int().nonnegative(),
  suggestedName: z.string(),
});
