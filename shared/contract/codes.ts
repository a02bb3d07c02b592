import { z } from 'zod';
import { idSchema, route, scopeSchema } from './base.ts';

/** A pupil, named in a message. */
const namedPupilSchema = z.strictObject({ personId: idSchema, title: z.string(), className: z.string() });

/** One pupil and the portal code of one diary system. */
export const codeRowSchema = z.strictObject({
  pupilId: idSchema,
  title: z.string(),
  className: z.string(),
  codeId: idSchema.nullable(),
  value: z.string().nullable(),
  /** No code may be entered yet: the pupil's application is missing. */
  heldBack: z.boolean(),
});
export type CodeRow = z.infer<typeof codeRowSchema>;

/** What is wrong with a code; `position` counts from 1 in the text as typed. */
export const codeProblemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invalid'),
    expected: z.enum(['hex-digit', 'guid-length', 'guid-groups', 'no-spaces', 'one-alphabet', 'short-text', 'empty']),
    position: z.int().positive().nullable(),
    char: z.string().nullable(),
    /** The character looks like one of the other alphabet (Cyrillic «А» for Latin “A”). */
    lookAlike: z.boolean(),
  }),
  /** Another pupil has this code: both are named. */
  z.strictObject({ kind: z.literal('taken'), owner: namedPupilSchema, wanted: namedPupilSchema }),
]);
export type CodeProblem = z.infer<typeof codeProblemSchema>;

/** One pasted line and what would become of it. */
export const pastedCodeSchema = z.strictObject({
  /** From 1. */
  line: z.int().positive(),
  name: z.string(),
  code: z.string(),
  pupil: namedPupilSchema.nullable(),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['new', 'changed', 'same', 'nobody', 'several']) }),
    ...codeProblemSchema.options,
  ]),
});
export type PastedCode = z.infer<typeof pastedCodeSchema>;

const codeSystem = { diarySystemId: z.string().optional() };

/** Portal codes by diary system; the school's own system when none is named. */
export const codesContract = {
  list: route
    .input(z.strictObject({ scope: scopeSchema, which: z.enum(['all', 'without']).default('all'), ...codeSystem }))
    .output(
      z.strictObject({
        rows: z.array(codeRowSchema),
        /** Codes are given out by application, and nobody here has one registered. */
        heldBack: z.boolean(),
      }),
    ),
  /** How many pupils of each class have no code. */
  coverage: route
    .input(z.strictObject(codeSystem))
    .output(
      z.array(
        z.strictObject({ classId: idSchema.nullable(), className: z.string(), pupils: z.int(), without: z.int() }),
      ),
    ),
  /** Types or changes the code of one pupil. Refuses `application-needed` where codes are held back. */
  save: route
    .input(z.strictObject({ pupilId: idSchema, value: z.string().max(200), ...codeSystem }))
    .output(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('saved'), codeId: idSchema, value: z.string() }),
        ...codeProblemSchema.options,
      ]),
    ),
  remove: route.input(z.strictObject({ codeId: idSchema })).output(z.strictObject({})),
  /** Lines «name, tab or semicolon, code», matched to the pupils of a scope. `apply` writes the new and changed ones. */
  paste: route
    .input(z.strictObject({ scope: scopeSchema, text: z.string().max(2_000_000), apply: z.boolean(), ...codeSystem }))
    .output(z.strictObject({ lines: z.array(pastedCodeSchema), saved: z.int() })),
  /** A letter to the vendor's support that asks for the codes of the pupils who have none; refuses `nothing-to-ask`. */
  supportRequest: route
    .input(z.strictObject({ scope: scopeSchema, ...codeSystem }))
    .output(z.strictObject({ subject: z.string(), text: z.string(), pupils: z.int() })),
};
