import { z } from 'zod';
import { idSchema, momentSchema, pageSchema, route } from './base.ts';

/** What was done; words in the catalogue under `journal.<action>`. */
export const auditActionSchema = z.enum([
  'registry-created',
  'signed-in',
  'sign-in-refused',
  'locked',
  'recovered',
  'restored',
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
  'reauthentication-refused',
  'application-registered',
  'application-changed',
  'application-closed',
  'application-reopened',
  'trusted-people-changed',
  'contacts-collected',
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
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const journalContract = {
  list: route
    .input(z.strictObject({ page: pageSchema.prefault({}) }))
    .output(z.strictObject({ total: z.int(), entries: z.array(auditEntrySchema) })),
  /**
   * Takes a recorded action back: one's own, or anybody's with the right to the journal. What was changed again since
   * stays; `kept` names whose. Refuses with `not-found`, `already-undone`, `undo-impossible`.
   */
  undo: route
    .input(z.strictObject({ runId: idSchema }))
    .output(z.strictObject({ restored: z.int(), kept: z.array(z.string()) })),
};
