import { z } from 'zod';
import {
  dateSchema,
  idSchema,
  languageSchema,
  momentSchema,
  pageSchema,
  preparedDocumentSchema,
  route,
} from './base.ts';

/** What was done; words in the catalogue under `journal.<action>`. */
export const auditActionSchema = z.enum([
  'registry-created',
  'signed-in',
  'sign-in-refused',
  'locked',
  'recovered',
  'restored',
  'log-damaged',
  'settings-changed',
  'imported',
  'import-undone',
  'exported',
  'corrected',
  'issued',
  'issue-undone',
  'slips-prepared',
  'slips-printed',
  'slips-cancelled',
  'list-printed',
  'handed-over',
  'taken-back',
  'reissued',
  'password-shown',
  'state-marked',
  'guardians-merged',
  'people-merged',
  'duplicate-refused',
  'reconciled',
  'findings-decided',
  'link-decided',
  'family-notes-printed',
  'logins-pasted',
  'passwords-exported',
  'passwords-purged',
  'logins-expired',
  'codes-changed',
  'slips-spoiled',
  'slip-refused',
  'diary-profile-changed',
  'slip-template-changed',
  'reauthentication-refused',
  'application-registered',
  'application-changed',
  'application-closed',
  'application-reopened',
  'trusted-people-changed',
  'contacts-collected',
  'pupil-added',
  'guardian-added',
  'pupils-left',
  'pupils-returned',
  'pupils-moved',
  'year-begun',
  'year-put-back',
  'undone',
  'access-refused',
  'user-added',
  'user-changed',
  'user-disabled',
  'user-enabled',
  'user-removed',
  'first-passphrase-made',
  'locked-out',
  'passphrase-changed',
  'data-grounds-recorded',
  'data-reported',
  'data-destroyed',
  'incident-reported',
  'backup-made',
  'backup-drilled',
  'backup-folder-changed',
]);
export type AuditAction = z.infer<typeof auditActionSchema>;

/** One line of the audit log: no personal values, no secrets. */
export const auditEntrySchema = z.strictObject({
  seq: idSchema,
  at: momentSchema,
  who: z.string(),
  action: auditActionSchema,
  count: z.int(),
  /** Class, file name or format concerned. */
  subject: z.string(),
  /** Set when the entry can be undone from the journal. */
  importId: idSchema.nullable(),
  issueId: idSchema.nullable(),
  /** Recorded changes that `undo` takes back. */
  runId: idSchema.nullable(),
  undone: z.boolean(),
  /** Why what could once be undone no longer can: its slips have been printed. */
  keptBecause: z.enum(['printed']).nullable(),
  /** What was before and after, where it is no personal value. */
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What people look for in the journal; `shared/domain/journal-kinds` says which action is of which kind. */
export const journalKindSchema = z.enum([
  'sign-in',
  'refusals',
  'users',
  'passwords',
  'print',
  'logins',
  'people',
  'reconciliation',
  'office',
  'settings',
]);
export type JournalKind = z.infer<typeof journalKindSchema>;

/** Which lines: by whom, of which kind, of which days (UTC, both included), about which people, with which words. */
export const journalFilterSchema = z.strictObject({
  userId: idSchema.optional(),
  kind: journalKindSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  personIds: z.array(idSchema).min(1).max(50).optional(),
  query: z.string().max(200).optional(),
});
export type JournalFilter = z.infer<typeof journalFilterSchema>;

/** The end of the chain as batch sheets print it: `214-9f03ab12`. */
export const anchorSchema = z
  .string()
  .trim()
  .regex(/^\d{1,12}-[0-9a-f]{8}$/);

export const journalContract = {
  list: route
    .input(z.strictObject({ page: pageSchema.prefault({}), filter: journalFilterSchema.prefault({}) }))
    .output(z.strictObject({ total: z.int(), entries: z.array(auditEntrySchema) })),
  /** Everybody who may stand in the journal, for its filter. */
  users: route.output(z.array(z.strictObject({ id: idSchema, name: z.string() }))),
  /**
   * Checks that no line was changed, removed, added or moved. Lines cut off at the end show only against an anchor that
   * was printed; so does a chain written anew by somebody who holds the key. `at` is the first wrong line.
   */
  verify: route
    .input(z.strictObject({ anchor: anchorSchema.optional() }))
    .output(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('intact'), lines: z.int(), anchor: z.string() }),
        z.strictObject({ kind: z.literal('broken'), at: z.int() }),
      ]),
    ),
  /** The filtered lines as a document, oldest first. Refuses `nothing-to-export`. */
  export: route
    .input(
      z.strictObject({
        filter: journalFilterSchema.prefault({}),
        format: z.enum(['xlsx', 'csv', 'pdf']),
        language: languageSchema.optional(),
      }),
    )
    .output(preparedDocumentSchema.extend({ rows: z.int() })),
  /**
   * Takes a recorded action back: one's own, or anybody's with the right to the journal. What was changed again since
   * stays; `kept` names whose. Refuses with `not-found`, `already-undone`, `undo-impossible`.
   */
  undo: route
    .input(z.strictObject({ runId: idSchema }))
    .output(z.strictObject({ restored: z.int(), kept: z.array(z.string()) })),
};
