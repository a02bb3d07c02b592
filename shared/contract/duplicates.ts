import { z } from 'zod';
import { holderRoleSchema, idSchema, route } from './base.ts';
import { personSideSchema } from './reconciliation.ts';

const candidateSchema = personSideSchema.extend({ id: idSchema, login: z.string().nullable() });

/** Two records of one kind that may be one person. */
export const duplicateSchema = z.strictObject({
  role: holderRoleSchema,
  score: z.number(),
  reasons: z.array(
    z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  first: candidateSchema,
  second: candidateSchema,
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** Fields of which one record's value is chosen; the other's stays in the history. */
export const mergeFieldSchema = z.enum(['name', 'birthDate', 'phone', 'email', 'snils']);
export type MergeField = z.infer<typeof mergeFieldSchema>;

export const duplicatesContract = {
  /** The most likely first; before them all pairs with `personId`, so that a card leads to its own pair. */
  list: route.input(z.strictObject({ personId: idSchema.optional() }).prefault({})).output(z.array(duplicateSchema)),
  /**
   * Makes one record of two: `fromDropped` names the fields whose value comes from the record that goes. Children,
   * guardians, codes and logins move along. Can be taken back from the journal.
   */
  merge: route
    .input(
      z.strictObject({
        keepPersonId: idSchema,
        dropPersonId: idSchema,
        fromDropped: z.array(mergeFieldSchema).max(5).default([]),
      }),
    )
    .output(z.strictObject({ undoRunId: idSchema.nullable(), revoked: z.int() })),
  /** They are two people; never offered again. */
  refuse: route
    .input(z.strictObject({ firstId: idSchema, secondId: idSchema }))
    .output(z.strictObject({ undoRunId: idSchema.nullable() })),
};
