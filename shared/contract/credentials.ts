import { z } from 'zod';
import {
  credentialStateSchema,
  dateSchema,
  holderRoleSchema,
  idSchema,
  momentSchema,
  preparedDocumentSchema,
  route,
  scopeSchema,
} from './base.ts';
import { exportLayoutSchema, loginSchemeSchema } from './settings.ts';

/** The diary system an action is about; without it the one of the class, else the school's. */
const system = { diarySystemId: z.string().optional() };

const issueInputSchema = z.strictObject({
  scope: scopeSchema,
  for: z.array(holderRoleSchema).min(1),
  scheme: loginSchemeSchema.optional(),
  /** Only for the people of this open application; issuing closes it. Refuses `not-found`, `already-closed`. */
  applicationId: idSchema.optional(),
  ...system,
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

/** Who took a slip: the guardian, the pupil, or somebody whom the family trusts. */
export const receiverSchema = z.enum(['guardian', 'pupil', 'trusted']);
export type Receiver = z.infer<typeof receiverSchema>;

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
  /** 1, or more after a re-issue or a second print. */
  copyNumber: z.int().positive(),
  expiresOn: dateSchema.nullable(),
  printedAt: momentSchema.nullable(),
  handedOverAt: momentSchema.nullable(),
  handedOverBy: z.string(),
  receivedBy: receiverSchema.nullable(),
  /** Who the trusted person was. */
  receiverName: z.string(),
  receivedOn: dateSchema.nullable(),
  /** The person refused the slip on this day. */
  refusedOn: dateSchema.nullable(),
});
export type HandoverRow = z.infer<typeof handoverRowSchema>;

/** Why a login is issued anew. */
export const reissueReasonSchema = z.enum(['lost', 'leaked', 'surname-changed', 'other']);
export type ReissueReason = z.infer<typeof reissueReasonSchema>;

/** Which credentials: chosen ones, or all live ones of a scope. */
export const credentialTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credentials'), credentialIds: z.array(idSchema).min(1).max(200_000) }),
  z.strictObject({
    kind: z.literal('scope'),
    scope: scopeSchema,
    for: z.array(holderRoleSchema).min(1),
    ...system,
  }),
]);
export type CredentialTarget = z.infer<typeof credentialTargetSchema>;

const loginHolderSchema = z.strictObject({
  personId: idSchema,
  title: z.string(),
  children: z.array(z.strictObject({ name: z.string(), className: z.string() })),
  credentialId: idSchema.nullable(),
  login: z.string().nullable(),
  state: credentialStateSchema,
});

/** Two records of guardians with one name: perhaps one person with two logins. */
export const guardianTwinsSchema = z.strictObject({ first: loginHolderSchema, second: loginHolderSchema });
export type GuardianTwins = z.infer<typeof guardianTwinsSchema>;

/** One pasted line of logins that the diary made. */
export const pastedLoginSchema = z.strictObject({
  line: z.int().positive(),
  name: z.string(),
  login: z.string(),
  hasPassword: z.boolean(),
  person: z.strictObject({ personId: idSchema, title: z.string(), className: z.string() }).nullable(),
  outcome: z.enum(['new', 'has-login', 'taken', 'no-login', 'nobody', 'several']),
});
export type PastedLogin = z.infer<typeof pastedLoginSchema>;

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
  /** Makes logins and initial passwords for all who lack them, in one transaction. Refuses `logins-are-imported`. */
  issue: route
    .input(issueInputSchema)
    .output(z.strictObject({ issueId: idSchema.nullable(), pupils: z.int(), guardians: z.int() })),
  /** Takes an issue back while none of its slips has been printed; the logins stay reserved and are never given out again. */
  undoIssue: route.input(z.strictObject({ issueId: idSchema })).output(z.strictObject({ revoked: z.int() })),
  /** How many live logins a re-issue would void; writes nothing. */
  reissuePreview: route
    .input(z.strictObject({ target: credentialTargetSchema, applicationId: idSchema.optional() }))
    .output(z.strictObject({ live: z.int(), handedOver: z.int() })),
  /**
   * Voids live credentials and makes new initial passwords; the login stays unless `newLogin`. The next slip is a copy
   * and, with a new login, says to sign in anew.
   */
  reissue: route
    .input(
      z.strictObject({
        target: credentialTargetSchema,
        reason: reissueReasonSchema,
        note: z.string().trim().max(200).default(''),
        newLogin: z.boolean().default(false),
        /** The open application that is answered by this and closed; only its people get new ones. */
        applicationId: idSchema.optional(),
      }),
    )
    .output(z.strictObject({ issueId: idSchema.nullable(), reissued: z.int() })),
  /** The initial password once, after the passphrase again; noted in the journal. Refuses `password-purged`. */
  reveal: route.input(z.strictObject({ credentialId: idSchema })).output(
    z.strictObject({
      login: z.string(),
      password: z.string(),
      /** After so many seconds the screen forgets it. */
      seconds: z.int(),
    }),
  ),
  /** What is known of use: the person has signed in, or has set an own password; or the login is withdrawn. */
  mark: route
    .input(
      z.strictObject({
        credentialIds: z.array(idSchema).min(1).max(200_000),
        state: z.enum(['activated', 'changed', 'revoked']),
        reason: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.strictObject({ marked: z.int() })),
  /** Guardians who may be one person with two logins. */
  twins: route.output(z.array(guardianTwinsSchema)),
  /** Makes one guardian of two: the children of both, one login; the other login is revoked. */
  mergeGuardians: route
    .input(z.strictObject({ keepPersonId: idSchema, dropPersonId: idSchema }))
    .output(z.strictObject({ children: z.int(), revoked: z.int() })),
  /** Lines «name, login, password» that the diary made, matched to a scope. `apply` keeps the new ones like issued ones. */
  paste: route
    .input(
      z.strictObject({
        scope: scopeSchema,
        for: z.array(holderRoleSchema).min(1),
        text: z.string().max(2_000_000),
        apply: z.boolean(),
        ...system,
      }),
    )
    .output(z.strictObject({ lines: z.array(pastedLoginSchema), saved: z.int() })),
  /**
   * New logins with initial passwords for the diary, in an AES-256 ZIP under a password typed for it, after the
   * passphrase again; noted in the journal. The layout is kept in the settings.
   */
  exportNew: route
    .input(
      z.strictObject({
        scope: scopeSchema,
        for: z.array(holderRoleSchema).min(1),
        layout: exportLayoutSchema,
        /** At least 12 characters: the file leaves the registry. */
        archivePassword: z.string().min(12).max(128),
        ...system,
      }),
    )
    .output(preparedDocumentSchema.extend({ credentials: z.int() })),
};

export const handoverContract = {
  list: route
    .input(
      z.strictObject({
        scope: scopeSchema,
        for: z.array(holderRoleSchema).min(1).default(['pupil', 'guardian']),
        ...system,
      }),
    )
    .output(z.array(handoverRowSchema)),
  /** Marks slips as received and purges their initial passwords for good. A voided slip is refused: `slip-void`. */
  mark: route
    .input(
      z.strictObject({
        credentialIds: z.array(idSchema).min(1).max(200_000),
        /** Without it: the person the slip is for. */
        receivedBy: receiverSchema.optional(),
        receiverName: z.string().trim().max(120).default(''),
        receivedOn: dateSchema.optional(),
      }),
    )
    .output(z.strictObject({ handedOver: z.int(), purgedPasswords: z.int() })),
  /** Takes a mistaken tick back. The purged password does not return: the paper is still valid, a lost one needs a new issue. */
  takeBack: route
    .input(z.strictObject({ credentialIds: z.array(idSchema).min(1) }))
    .output(z.strictObject({ takenBack: z.int() })),
  /** Notes down that a person refused the slip, or takes the note back. The slip goes back to the safe. */
  refuse: route
    .input(z.strictObject({ credentialIds: z.array(idSchema).min(1), refused: z.boolean() }))
    .output(z.strictObject({ noted: z.int() })),
  /** A slip by its printed number «№ batch-position»: whose, and whether it is still good. Null when there is none. */
  findSlip: route.input(z.strictObject({ batchId: idSchema, position: z.int().positive() })).output(
    z
      .strictObject({
        credentialId: idSchema,
        title: z.string(),
        login: z.string(),
        state: credentialStateSchema,
        /** Voided by a re-issue, revoked, expired or spoiled: not to be handed over. */
        good: z.boolean(),
      })
      .nullable(),
  ),
  /** A letter to a guardian (`mailto:` parts) that names the login and the address, never the password. */
  emailDraft: route
    .input(z.strictObject({ credentialId: idSchema }))
    .output(z.strictObject({ to: z.string(), subject: z.string(), body: z.string() })),
};
