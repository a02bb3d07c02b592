import { z } from 'zod';
import { trustedServices, trustedStates } from '../domain/trusted-person.ts';
import { dateSchema, idSchema, languageSchema, preparedDocumentSchema, route } from './base.ts';

export const trustedStateSchema = z.enum(trustedStates);
export const trustedServiceSchema = z.enum(trustedServices);

/** A relative, nanny or tutor to whom a guardian opens a child's diary on the portal. */
export const trustedPersonSchema = z.strictObject({
  id: idSchema,
  surname: z.string(),
  firstName: z.string(),
  patronymic: z.string(),
  phone: z.string(),
  snils: z.string(),
  invitedBy: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  services: z.array(trustedServiceSchema),
  note: z.string(),
  state: trustedStateSchema,
  invitedOn: dateSchema,
  acceptedOn: dateSchema.nullable(),
  activeOn: dateSchema.nullable(),
  withdrawnOn: dateSchema.nullable(),
  /** Accepted more than a day ago, and still no access. */
  late: z.boolean(),
});
export type TrustedPerson = z.infer<typeof trustedPersonSchema>;

/** Somebody who may ask about a child's diary, and whether they see it. */
export const sightSchema = z.strictObject({
  name: z.string(),
  role: z.enum(['pupil', 'guardian', 'trusted']),
  sees: z.boolean(),
  why: z.enum([
    'login',
    'portal',
    'no-login',
    'not-handed-over',
    'hidden',
    'trusted',
    'trusted-waiting',
    'trusted-withdrawn',
  ]),
  /** What the school keeps about limits of a guardian. */
  restrictions: z.string(),
});
export type SightRow = z.infer<typeof sightSchema>;

const changed = z.strictObject({ trustedId: idSchema, undoRunId: idSchema.nullable() });

/** Trusted people by pupil. The portal does the rest; the school answers who may see a diary. */
export const trustedContract = {
  /** Those of a pupil, the withdrawn ones last, and everybody who sees the diary or might. Refuses `not-found`. */
  list: route
    .input(z.strictObject({ pupilId: idSchema }))
    .output(z.strictObject({ people: z.array(trustedPersonSchema), sights: z.array(sightSchema) })),
  /**
   * Adds a trusted person or changes what is known. Known by surname and phone or SNILS; refuses `invalid-input` with the
   * field, `not-found` for a stranger as the one who invited.
   */
  save: route
    .input(
      z.strictObject({
        trustedId: idSchema.optional(),
        pupilId: idSchema,
        surname: z.string().trim().min(1).max(100),
        firstName: z.string().trim().max(100).default(''),
        patronymic: z.string().trim().max(100).default(''),
        phone: z.string().trim().max(60).default(''),
        snils: z.string().trim().max(30).default(''),
        invitedBy: idSchema.nullable(),
        services: z.array(trustedServiceSchema).min(1),
        note: z.string().trim().max(300).default(''),
        /** Of a new one; today when not given. */
        invitedOn: dateSchema.optional(),
      }),
    )
    .output(changed),
  /** The next step of an invitation, today or on a day given. Refuses `not-found`, and `invalid-input` for no step ahead. */
  step: route
    .input(z.strictObject({ trustedId: idSchema, state: trustedStateSchema, on: dateSchema.optional() }))
    .output(changed),
  /** How to open the diary to somebody, for the guardian of a pupil; with the person's name when one is given. */
  instruction: route
    .input(z.strictObject({ pupilId: idSchema, trustedId: idSchema.optional(), language: languageSchema.optional() }))
    .output(preparedDocumentSchema),
};
