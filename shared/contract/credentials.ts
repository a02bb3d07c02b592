import { z } from 'zod';
import { credentialStateSchema, holderRoleSchema, idSchema, momentSchema, route, scopeSchema } from './base.ts';
import { loginSchemeSchema } from './settings.ts';

const issueInputSchema = z.strictObject({
  scope: scopeSchema,
  for: z.array(holderRoleSchema).min(1),
  scheme: loginSchemeSchema.optional(),
});

/** One person who would get a login. A guardian stands once, however many children. */
export const candidateSchema = z.strictObject({
  personId: idSchema,
  role: holderRoleSchema,
  title: z.string(),
  className: z.string(),
  /** For a guardian: the children whose guardian it is. */
  children: z.array(z.string()),
  /** What the login would look like; the final one may differ by its counter. */
  proposedLogin: z.string(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** One line of the handover list: who holds which login, never the password. */
export const handoverRowSchema = z.strictObject({
  credentialId: idSchema,
  personId: idSchema,
  role: holderRoleSchema,
  title: z.string(),
  /** For a guardian: of whom. */
  children: z.array(z.string()),
  className: z.string(),
  login: z.string(),
  state: credentialStateSchema,
  printedAt: momentSchema.nullable(),
  handedOverAt: momentSchema.nullable(),
  handedOverBy: z.string(),
});
export type HandoverRow = z.infer<typeof handoverRowSchema>;

export const credentialsContract = {
  /** Who lacks a credential, and what would be made. Writes nothing. */
  candidates: route.input(issueInputSchema).output(
    z.strictObject({
      lacking: z.array(candidateSchema),
      pupilsLacking: z.int(),
      guardiansLacking: z.int(),
      alreadyHave: z.int(),
    }),
  ),
  /** Makes logins and initial passwords for all who lack them, in one transaction. */
  issue: route
    .input(issueInputSchema)
    .output(z.strictObject({ issueId: idSchema.nullable(), pupils: z.int(), guardians: z.int() })),
  /** Takes an issue back while none of its slips has been printed; the logins stay reserved and are never given out again. */
  undoIssue: route.input(z.strictObject({ issueId: idSchema })).output(z.strictObject({ revoked: z.int() })),
};

export const handoverContract = {
  list: route
    .input(z.strictObject({ scope: scopeSchema, for: z.array(holderRoleSchema).min(1).default(['pupil', 'guardian']) }))
    .output(z.array(handoverRowSchema)),
  /** Marks slips as received and purges their initial passwords for good. */
  mark: route
    .input(z.strictObject({ credentialIds: z.array(idSchema).min(1).max(200_000) }))
    .output(z.strictObject({ handedOver: z.int(), purgedPasswords: z.int() })),
  /** Takes a mistaken tick back. The purged password does not return: the paper is still valid, a lost one needs a new issue. */
  takeBack: route
    .input(z.strictObject({ credentialIds: z.array(idSchema).min(1) }))
    .output(z.strictObject({ takenBack: z.int() })),
};
