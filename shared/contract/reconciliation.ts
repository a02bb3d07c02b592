import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { dateSchema, holderRoleSchema, idSchema, momentSchema, pageSchema, progressSchema, route } from './base.ts';
import { fieldSchema, readFileSchema, readingSchema } from './import-plan.ts';
import { reconciliationPapersContract } from './reconciliation-papers.ts';
import { findingFieldSchema, findingFilterSchema, findingStateSchema } from './reconciliation-parts.ts';

/** The file and how to read it. Without `rowsAre` it is guessed from the columns. */
const portalFileSchema = z.strictObject({
  /** The chosen file: a token from the shell or from `imports.paste`, or a path on the command line. */
  fileToken: z.string().min(1),
  reading: readingSchema.partial().optional(),
  fields: z.array(fieldSchema).max(500).optional(),
  presetId: z.string().max(60).optional(),
  /** Class for files that have no class column. */
  className: z.string().max(40).optional(),
  /** Whom the rows are about: pupils with their guardians beside them, guardians, or each by its role column. */
  rowsAre: z.enum(['pupils', 'guardians', 'by-role']).optional(),
});
export type PortalFile = z.infer<typeof portalFileSchema>;

/** What an export of the portal or a list of refused entries is. */
export const reconciliationKindSchema = z.enum(['export', 'refused']);

export const portalColumnsSchema = readFileSchema.extend({
  rowsAre: portalFileSchema.shape.rowsAre.unwrap(),
  /** The file tells the portal's values from those of the diary system; then only the portal's are taken. */
  portalColumns: z.boolean(),
});
export type PortalColumns = z.infer<typeof portalColumnsSchema>;

const countSchema = z.int().nonnegative();

/** Numbers of a run. `closed` and `fresh` are against the run before it. */
export const runCountsSchema = z.strictObject({
  rows: countSchema,
  people: countSchema,
  linked: countSchema,
  suggested: countSchema,
  unlinked: countSchema,
  findings: countSchema,
  closed: countSchema,
  fresh: countSchema,
});
export type RunCounts = z.infer<typeof runCountsSchema>;

export const reconciliationRunSchema = z.strictObject({
  id: idSchema,
  at: momentSchema,
  who: z.string(),
  kind: reconciliationKindSchema,
  fileName: z.string(),
  fileSha256: z.string(),
  asOf: dateSchema,
  counts: runCountsSchema,
});
export type ReconciliationRun = z.infer<typeof reconciliationRunSchema>;

const reasonSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A line of the table. `who` is the person; `pupil` the child whose class it stands in (the same for a pupil). */
export const findingRowSchema = z.strictObject({
  id: idSchema,
  code: z.string(),
  field: findingFieldSchema,
  params: reasonSchema.shape.params,
  personId: idSchema.nullable(),
  portalId: idSchema.nullable(),
  role: holderRoleSchema,
  who: z.string(),
  pupilId: idSchema.nullable(),
  pupil: z.string(),
  className: z.string(),
  schoolValue: z.string(),
  portalValue: z.string(),
  state: findingStateSchema,
  /** Day on which to ask the family again. */
  askOn: dateSchema.nullable(),
  isNew: z.boolean(),
  /** What can be done with it. */
  may: z.strictObject({ take: z.boolean(), keep: z.boolean(), separate: z.boolean() }),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

const sideContactSchema = z.strictObject({ kind: z.enum(['phone', 'email', 'snils']), value: z.string() });

/** One side of a pair. */
export const personSideSchema = z.strictObject({
  name: z.string(),
  role: holderRoleSchema,
  className: z.string(),
  birthDate: z.string(),
  contacts: z.array(sideContactSchema),
  /** Children of a guardian, guardians of a pupil. */
  kin: z.array(z.string()),
});
export type PersonSide = z.infer<typeof personSideSchema>;

/** School and portal side by side, and why they are thought to be one person. */
export const pairSchema = z.strictObject({
  portalId: idSchema.nullable(),
  personId: idSchema.nullable(),
  rowNumber: z.int().nullable(),
  verdict: z.enum(['linked', 'suggested', 'none']),
  score: z.number(),
  reasons: z.array(reasonSchema),
  school: personSideSchema.nullable(),
  portal: personSideSchema.nullable(),
});
export type Pair = z.infer<typeof pairSchema>;

/** People of a class (or of the whole school) by how they stand; they add up to `people`. */
export const classStandingSchema = z.strictObject({
  classId: idSchema.nullable(),
  className: z.string(),
  people: countSchema,
  /** Equal in school and portal, or made equal since. */
  matched: countSchema,
  /** A person at school must decide or correct. */
  school: countSchema,
  /** The family is asked or must correct the portal account. */
  family: countSchema,
  /** Nothing on the portal's side. */
  absent: countSchema,
});
export type ClassStanding = z.infer<typeof classStandingSchema>;

export const overviewSchema = z.strictObject({
  run: reconciliationRunSchema.nullable(),
  states: z.record(findingStateSchema, countSchema),
  codes: z.array(z.strictObject({ code: z.string(), count: countSchema })),
  school: classStandingSchema,
  classes: z.array(classStandingSchema),
  suggested: countSchema,
  /** Asked so long ago that it is time to ask again. */
  askAgain: countSchema,
  /** Findings of the run before that are not there any more. */
  closed: z.array(z.strictObject({ code: z.string(), who: z.string(), className: z.string() })),
});
export type ReconciliationOverview = z.infer<typeof overviewSchema>;

const runIdSchema = z.strictObject({ runId: idSchema });
const doneSchema = z.strictObject({
  done: countSchema,
  /** Findings that this cannot be done with. */
  skipped: countSchema,
  /** For `journal.undo`. */
  undoRunId: idSchema.nullable(),
});

/** Take a value of the portal, or keep the school's, wherever something else is equal. */
export const bulkRuleSchema = z.strictObject({
  decision: z.enum(['take', 'keep', 'ask']),
  code: z.string().max(60).optional(),
  field: findingFieldSchema.optional(),
  /** What must be equal on both sides. */
  equal: z
    .array(z.enum(['phone', 'email', 'snils', 'name']))
    .max(4)
    .default([]),
  classId: idSchema.optional(),
});
export type BulkRule = z.infer<typeof bulkRuleSchema>;

const afterDays = z.int().min(1).max(365).default(14);

export const reconciliationContract = {
  ...reconciliationPapersContract,
  /** How the file is read and what its columns hold; reads no people. */
  columns: route.input(portalFileSchema).output(portalColumnsSchema),
  /** Links, finds and keeps it all in one transaction; progress first. When the listener goes away nothing stays. */
  run: route
    .input(portalFileSchema.extend({ kind: reconciliationKindSchema.default('export'), asOf: dateSchema.optional() }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progressSchema,
          z.strictObject({ kind: z.literal('done'), run: reconciliationRunSchema, undoRunId: idSchema.nullable() }),
        ]),
      ),
    ),
  runs: route.output(z.array(reconciliationRunSchema)),
  /** Of the given run, or the latest one. */
  overview: route.input(z.strictObject({ runId: idSchema.optional() })).output(overviewSchema),
  findings: route
    .input(runIdSchema.extend({ filter: findingFilterSchema.default({}), page: pageSchema.prefault({}) }))
    .output(z.strictObject({ total: z.int(), rows: z.array(findingRowSchema) })),
  pair: route.input(z.strictObject({ findingId: idSchema })).output(pairSchema),
  /** Links below the upper threshold, the most likely first. */
  suggestions: route
    .input(runIdSchema.extend({ page: pageSchema.prefault({}) }))
    .output(z.strictObject({ total: z.int(), rows: z.array(pairSchema) })),
  /** Every portal row with whom it is linked to and what was found; for scripts. */
  rows: route.input(runIdSchema.extend({ page: pageSchema.prefault({}) })).output(
    z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          row: z.int(),
          place: z.int(),
          role: holderRoleSchema,
          verdict: pairSchema.shape.verdict,
          personId: idSchema.nullable(),
          /** Identifier in the school's diary system, '' when there is none. */
          externalId: z.string(),
          /** File the person came from, '' for one typed by hand. */
          importedFrom: z.string(),
          /** Row of that file, null for one typed by hand. */
          importRow: z.int().nullable(),
          score: z.number(),
          reasons: z.array(reasonSchema),
          findings: z.array(
            z.strictObject({
              code: z.string(),
              field: findingFieldSchema,
              schoolValue: z.string(),
              portalValue: z.string(),
              state: findingStateSchema,
            }),
          ),
        }),
      ),
    }),
  ),
  /**
   * Takes the portal's value into the school's data (with history), keeps the school's, asks the family, or opens again.
   * Refuses with `not-found` for findings out of reach.
   */
  decide: route
    .input(
      z.strictObject({
        findingIds: z.array(idSchema).min(1).max(100_000),
        decision: z.enum(['take', 'keep', 'ask', 'reopen']),
        askAgainInDays: afterDays,
      }),
    )
    .output(doneSchema),
  /** How many findings a rule would decide, and the first of them. */
  bulkPreview: route
    .input(runIdSchema.extend({ rule: bulkRuleSchema }))
    .output(z.strictObject({ count: z.int(), examples: z.array(findingRowSchema) })),
  /** STALE_PLAN when the number is not the one that was shown. */
  bulk: route
    .input(runIdSchema.extend({ rule: bulkRuleSchema, expected: z.int(), askAgainInDays: afterDays }))
    .output(doneSchema),
  /** One person or not; remembered for all later runs. */
  decideLink: route
    .input(z.strictObject({ portalId: idSchema, personId: idSchema, same: z.boolean() }))
    .output(doneSchema),
};
