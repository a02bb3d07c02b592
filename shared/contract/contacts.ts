import { z } from 'zod';
import { collectedKinds } from '../domain/contact-collection.ts';
import {
  dateSchema,
  holderRoleSchema,
  idSchema,
  languageSchema,
  pageSchema,
  preparedDocumentSchema,
  route,
} from './base.ts';

export const collectedKindSchema = z.enum(collectedKinds);

/** How a person gets into the diary: an account on the portal, a login of the diary, or Gosuslugi. */
export const entryWaySchema = z.enum(['portal', 'diary-login', 'esia']);
export type EntryWay = z.infer<typeof entryWaySchema>;

/** One person in the order of a class: a pupil, then the pupil's guardians. A guardian of two stands with each. */
export const entryRowSchema = z.strictObject({
  personId: idSchema,
  pupilId: idSchema,
  role: holderRoleSchema,
  name: z.string(),
  /** Of a guardian. */
  relation: z.enum(['mother', 'father', 'guardian', 'trustee', 'other']).nullable(),
  birthDate: dateSchema.nullable(),
  /** From 14 a pupil may sign in through Gosuslugi. */
  mayUseEsia: z.boolean(),
  /** The first of the school's contacts of each kind; '' for none. */
  phone: z.string(),
  email: z.string(),
  snils: z.string(),
  /** Contacts beside the first of their kind. */
  more: z.int(),
  entryWay: entryWaySchema.nullable(),
  missing: z.array(collectedKindSchema),
});
export type EntryRow = z.infer<typeof entryRowSchema>;

/** A person who lacks a required contact. */
export const contactGapSchema = z.strictObject({
  personId: idSchema,
  pupilId: idSchema,
  role: holderRoleSchema,
  name: z.string(),
  /** Of a guardian: one child. */
  pupil: z.string(),
  classId: idSchema,
  className: z.string(),
  missing: z.array(collectedKindSchema).min(1),
});
export type ContactGap = z.infer<typeof contactGapSchema>;

/** How many people of a class lack a required contact. */
export const gapCountSchema = z.strictObject({
  classId: idSchema,
  className: z.string(),
  people: z.int(),
  lacking: z.int(),
});
export type GapCount = z.infer<typeof gapCountSchema>;

/** Collecting contacts: sheets to correct by hand, quick entry, who is still missing. A class teacher reaches the own class. */
export const contactsContract = {
  /** People of a class for quick entry. Refuses `class-not-found`. */
  entry: route.input(z.strictObject({ classId: idSchema })).output(z.array(entryRowSchema)),
  /**
   * Writes what a family corrected; what is not given stays, '' ends the contact. Refuses `not-found`, and `invalid-input`
   * with the field for what cannot be read.
   */
  save: route
    .input(
      z.strictObject({
        personId: idSchema,
        phone: z.string().trim().max(200).optional(),
        email: z.string().trim().max(200).optional(),
        snils: z.string().trim().max(60).optional(),
        entryWay: entryWaySchema.nullable().optional(),
      }),
    )
    .output(z.strictObject({ changed: z.array(z.string()), undoRunId: idSchema.nullable() })),
  /** Who lacks a contact that the settings require, in school order. */
  gaps: route
    .input(z.strictObject({ classId: idSchema.optional(), page: pageSchema.prefault({}) }))
    .output(z.strictObject({ total: z.int(), rows: z.array(contactGapSchema) })),
  /** The same in numbers, class by class. */
  gapCounts: route.output(z.array(gapCountSchema)),
  /** A sheet for each family of a class, with what the school has and room to correct it. Refuses `nothing-to-print`. */
  sheets: route
    .input(z.strictObject({ classId: idSchema, language: languageSchema.optional() }))
    .output(preparedDocumentSchema.extend({ families: z.int() })),
};
