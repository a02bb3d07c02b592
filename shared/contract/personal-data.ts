import { z } from 'zod';
import { dataCategories, destructionReasons, processingBases, processingStandings } from '../domain/personal-data.ts';
import { dateSchema, idSchema, languageSchema, pageSchema, preparedDocumentSchema, route } from './base.ts';

export const processingRecordSchema = z.strictObject({
  purpose: z.string().trim().max(300),
  basis: z.enum(processingBases),
  document: z.string().trim().max(100).default(''),
  documentOn: dateSchema.nullable().default(null),
  withdrawnOn: dateSchema.nullable().default(null),
  keepUntil: dateSchema.nullable().default(null),
});

/** A pupil or guardian with the ground on which their data is kept. */
export const processingRowSchema = z.strictObject({
  personId: idSchema,
  role: z.enum(['pupil', 'guardian']),
  name: z.string(),
  /** Of a pupil; of a guardian the classes of the children. */
  className: z.string(),
  /** Whose card shows the person: the pupil, or a child of the guardian. */
  pupilId: idSchema.nullable(),
  record: processingRecordSchema.nullable(),
  standing: z.enum(processingStandings),
});
export type ProcessingRow = z.infer<typeof processingRowSchema>;

const standingFilter = z.enum([...processingStandings, 'all']).default('all');
const manyPeople = z.array(idSchema).min(1).max(50_000);
const leavers = z.array(idSchema).min(1).max(5_000);

const inferred = {
  list: route
    .input(
      z.strictObject({
        standing: standingFilter,
        query: z.string().max(200).default(''),
        page: pageSchema.prefault({}),
      }),
    )
    .output(
      z.strictObject({
        total: z.int(),
        counts: z.record(z.enum(processingStandings), z.int()),
        rows: z.array(processingRowSchema),
      }),
    ),
  /** The ids of everybody in the list. */
  ids: route
    .input(z.strictObject({ standing: standingFilter, query: z.string().max(200).default('') }))
    .output(z.array(idSchema)),
  /** A pupil and the guardians. Refuses `not-found`. */
  ofPupil: route.input(z.strictObject({ pupilId: idSchema })).output(z.array(processingRowSchema)),
  /** Puts one record for all of them. Refuses `invalid-input` with the field that is missing, `not-found`. */
  save: route
    .input(z.strictObject({ personIds: manyPeople, record: processingRecordSchema }))
    .output(z.strictObject({ count: z.int(), undoRunId: idSchema.nullable() })),
  /** Everything that the registry holds of a person, where it came from and who saw it; no passwords. Refuses `not-found`. */
  report: route
    .input(z.strictObject({ personId: idSchema, language: languageSchema.optional() }))
    .output(preparedDocumentSchema),
  /** Who would be destroyed with these pupils, and which guardians stay for other children. Refuses `not-found`. */
  destroyPreview: route.input(z.strictObject({ pupilIds: leavers })).output(
    z.strictObject({
      people: z.array(z.strictObject({ id: idSchema, role: z.enum(['pupil', 'guardian']), name: z.string() })),
      staying: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      categories: z.array(z.enum(dataCategories)),
      /** Copies of the registry that still hold them until they are removed by rotation. */
      copies: z.int(),
    }),
  ),
  /**
   * Destroys what the registry holds of pupils who left and of guardians without another child here, for good, and makes
   * the act with its extract from the log. `people` says how many the preview named; answers
   * `STALE_PLAN` when there are others now; refuses `not-found`, and `invalid-input` for a pupil who has not left.
   */
  destroy: route
    .input(
      z.strictObject({
        pupilIds: leavers,
        people: z.int(),
        reason: z.enum(destructionReasons),
        language: languageSchema.optional(),
      }),
    )
    .output(preparedDocumentSchema.extend({ actId: idSchema, people: z.int() })),
  /** What was on this computer, how it is protected, and who read what in the period: for a notice about an incident. */
  incident: route
    .input(z.strictObject({ from: dateSchema, to: dateSchema, language: languageSchema.optional() }))
    .output(preparedDocumentSchema),
};

type Inferred = typeof inferred;

/** The contract under a name, so that the compiler writes the name where the whole shape would be too long. */
export interface PersonalDataContract extends Inferred {}

/** Purpose, ground and term of people's data, what the law lets a person ask for, and destruction with its act. */
export const personalDataContract: PersonalDataContract = inferred;
