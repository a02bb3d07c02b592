import { z } from 'zod';
import { dateSchema, idSchema, route } from './base.ts';
import { guardianLinkSchema, personNameSchema, personStatusSchema } from './pupils.ts';

const relationSchema = guardianLinkSchema.shape.relation;
const typedNameSchema = z.strictObject({
  surname: z.string().max(100),
  firstName: z.string().max(100),
  patronymic: z.string().max(100).default(''),
});

/** A guardian who is not in the registry yet, as typed; several phones may stand in one text. */
export const typedGuardianSchema = z.strictObject({
  name: typedNameSchema,
  relation: relationSchema,
  phone: z.string().max(300).default(''),
  email: z.string().max(200).default(''),
});
export type TypedGuardian = z.infer<typeof typedGuardianSchema>;

/** A guardian of the registry (of a brother, say) who becomes this pupil's as well; the record stays as it is. */
const linkedGuardianSchema = z.strictObject({ guardianId: idSchema, relation: relationSchema });

const anyGuardianSchema = z.union([typedGuardianSchema, linkedGuardianSchema]);

/** People who were shown as alike and are others. */
const despiteSchema = z.array(idSchema).max(1000).default([]);

/** A pupil as typed. The class is found however it is written; one that is not there yet is made. */
export const typedPupilSchema = z.strictObject({
  name: typedNameSchema,
  className: z.string().max(60),
  /** '' when it is not known. */
  birthDate: z.string().max(60).default(''),
  sex: z.enum(['male', 'female']).nullable().default(null),
  guardians: z.array(anyGuardianSchema).max(10).default([]),
  despite: despiteSchema,
});
export type TypedPupil = z.infer<typeof typedPupilSchema>;

/** A pupil of the registry who may be the one that was typed. */
const alikePupilSchema = z.strictObject({
  id: idSchema,
  name: personNameSchema,
  className: z.string(),
  birthDate: dateSchema.nullable(),
  status: personStatusSchema,
});
export type AlikePupil = z.infer<typeof alikePupilSchema>;

/** A guardian of the registry who may be the one that was typed. */
const offeredGuardianSchema = z.strictObject({
  id: idSchema,
  name: personNameSchema,
  phone: z.string(),
  email: z.string(),
  children: z.array(z.strictObject({ id: idSchema, name: z.string(), className: z.string() })),
  /** Already stands in the pupil's card, or twice in what was typed. */
  ofPupil: z.boolean(),
});
export type OfferedGuardian = z.infer<typeof offeredGuardianSchema>;

/** Nothing was written: somebody alike is there. `place` counts the typed guardians from 0. */
const asksSchema = z.strictObject({
  kind: z.literal('asks'),
  pupils: z.array(alikePupilSchema),
  guardians: z.array(z.strictObject({ place: z.int().nonnegative(), found: z.array(offeredGuardianSchema) })),
});
export type NewcomerAsks = z.infer<typeof asksSchema>;

const addedSchema = z.strictObject({
  kind: z.literal('added'),
  pupilId: idSchema,
  undoRunId: idSchema.nullable(),
});

const answerSchema = z.discriminatedUnion('kind', [addedSchema, asksSchema]);

export const newcomersContract = {
  /**
   * Adds one pupil with the guardians by hand, in this year's class from today on; later imports keep what was typed. While
   * somebody alike is there who is not in `despite`, it asks and writes nothing. REFUSED `invalid-input` with `field` (and
   * `guardian`, from 1), `not-found` for a linked guardian who is not there.
   */
  add: route.input(typedPupilSchema).output(answerSchema),
  /** Adds a guardian to a pupil in the same way. Also REFUSED `invalid-input` for one who is the pupil's already. */
  addGuardian: route
    .input(z.strictObject({ pupilId: idSchema, guardian: anyGuardianSchema, despite: despiteSchema }))
    .output(answerSchema),
  /** Says anew who a guardian is to the pupil; can be taken back. Refuses `not-found`. */
  correctLink: route
    .input(z.strictObject({ pupilId: idSchema, guardianId: idSchema, relation: relationSchema, isLegal: z.boolean() }))
    .output(z.strictObject({ undoRunId: idSchema.nullable() })),
};
