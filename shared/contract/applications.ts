import { z } from 'zod';
import { applicationDocuments, applicationKinds, applicationOutcomes } from '../domain/application.ts';
import { dateSchema, idSchema, languageSchema, pageSchema, preparedDocumentSchema, route } from './base.ts';

export const applicationKindSchema = z.enum(applicationKinds);
export const applicationDocumentSchema = z.enum(applicationDocuments);
export const applicationOutcomeSchema = z.enum(applicationOutcomes);

/** Whose access an application is about: who applies, the pupils, or both. */
export const forWhomSchema = z.enum(['applicant', 'pupils', 'both']);

/** One line of the register of applications. */
export const applicationRowSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  registeredOn: dateSchema,
  kind: applicationKindSchema,
  applicant: z.enum(['guardian', 'pupil']),
  /** Null for somebody who is not in the registry. */
  applicantId: idSchema.nullable(),
  applicantName: z.string(),
  forWhom: forWhomSchema,
  pupils: z.array(z.strictObject({ id: idSchema, name: z.string(), className: z.string() })),
  /** Documents seen; nothing of them is kept. */
  documents: z.array(applicationDocumentSchema),
  note: z.string(),
  dueOn: dateSchema,
  standing: z.enum(['closed', 'overdue', 'today', 'due']),
  closedOn: dateSchema.nullable(),
  outcome: applicationOutcomeSchema.nullable(),
  closingNote: z.string(),
  closedBy: z.string(),
  /** Of a granted paper diary: the day from which it is not needed any more. */
  endedOn: dateSchema.nullable(),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

/** Which applications: by where they stand, kind, class, or any words (number, applicant, pupil, login). */
export const applicationFilterSchema = z.strictObject({
  show: z.enum(['open', 'today', 'overdue', 'closed', 'all']).default('open'),
  kind: applicationKindSchema.optional(),
  classId: idSchema.optional(),
  query: z.string().max(200).optional(),
  /** Registered from this day on, to this day. */
  from: dateSchema.optional(),
  to: dateSchema.optional(),
});
export type ApplicationFilter = z.infer<typeof applicationFilterSchema>;

/** How many wait: due today, overdue, open in all. */
export const applicationsDueSchema = z.strictObject({ today: z.int(), overdue: z.int(), open: z.int() });

/** An application as typed; without an id it is registered. */
export const applicationInputSchema = z.strictObject({
  applicationId: idSchema.optional(),
  number: z.string().trim().min(1).max(30),
  registeredOn: dateSchema,
  kind: applicationKindSchema,
  applicant: z.enum(['guardian', 'pupil']),
  applicantId: idSchema.nullable().default(null),
  /** Of somebody who is not in the registry. */
  applicantName: z.string().trim().max(200).default(''),
  forWhom: forWhomSchema.default('both'),
  pupilIds: z.array(idSchema).min(1).max(20),
  documents: z.array(applicationDocumentSchema).max(3).default([]),
  note: z.string().trim().max(500).default(''),
});
export type ApplicationInput = z.infer<typeof applicationInputSchema>;

const changed = z.strictObject({ applicationId: idSchema, undoRunId: idSchema.nullable() });
const byId = z.strictObject({ applicationId: idSchema });

/** The register of applications of families. A class teacher reaches those about the own class. */
export const applicationsContract = {
  list: route
    .input(z.strictObject({ filter: applicationFilterSchema.prefault({}), page: pageSchema.prefault({}) }))
    .output(
      z.strictObject({
        total: z.int(),
        counts: applicationsDueSchema.extend({ closed: z.int() }),
        rows: z.array(applicationRowSchema),
      }),
    ),
  /** Refuses `not-found`. */
  one: route.input(byId).output(applicationRowSchema),
  /** For the overview. */
  due: route.output(applicationsDueSchema),
  /** What a new application of this day (today, if not given) would have: the next number and the last day for an answer. */
  draft: route.input(z.strictObject({ registeredOn: dateSchema.optional() })).output(
    z.strictObject({
      number: z.string(),
      registeredOn: dateSchema,
      dueOn: dateSchema,
      /** The year's moved days off are built in; otherwise the school types them in the settings. */
      calendarKnown: z.boolean(),
    }),
  ),
  /**
   * Registers an application, or changes a registered one; its term starts with `registeredOn`. Refuses `number-taken`
   * within a calendar year, `not-found`, and `invalid-input` for an applicant who is missing or no guardian of the pupils.
   */
  save: route.input(applicationInputSchema).output(changed),
  /** Refuses `not-found`, and `already-closed`. */
  close: route
    .input(byId.extend({ outcome: applicationOutcomeSchema, note: z.string().trim().max(500).default('') }))
    .output(changed),
  /** Opens a closed one again. */
  reopen: route.input(byId).output(changed),
  /** A form to fill in by hand; of a registered application, filled in. */
  form: route
    .input(
      z.strictObject({
        kind: applicationKindSchema,
        applicationId: idSchema.optional(),
        language: languageSchema.optional(),
      }),
    )
    .output(preparedDocumentSchema),
  /** The register as it stands under the filter. Refuses `nothing-to-print`. */
  journal: route
    .input(
      z.strictObject({
        filter: applicationFilterSchema.prefault({}),
        format: z.enum(['pdf', 'xlsx']),
        language: languageSchema.optional(),
      }),
    )
    .output(preparedDocumentSchema.extend({ rows: z.int() })),
};
