import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, momentSchema, pageSchema, preparedDocumentSchema, progressSchema, route } from './base.ts';
import {
  coverageSchema,
  decisionSchema,
  fieldSchema,
  fileContentSchema,
  fileNoteSchema,
  holdSchema,
  pileCountsSchema,
  pileSchema,
  planEntrySchema,
  problemGroupSchema,
  readFileSchema,
  readingSchema,
  rowProblemSchema,
} from './import-plan.ts';
import { importPresetsContract } from './import-presets.ts';

export const previewSchema = readFileSchema.extend({
  previewId: z.string(),
  /** Same for the same file, reading, columns, decisions and registry content. */
  planHash: z.string(),
  /** Class of rows that name none: said by a person or guessed; '' when there is none. */
  className: z.string(),
  /** Lines between the rows name classes, each for the rows below it. */
  classLines: z.boolean(),
  contents: z.array(fileContentSchema),
  coverage: coverageSchema,
  counts: pileCountsSchema,
  guardiansNew: z.int(),
  classesNew: z.array(z.string()),
  warnings: z.int(),
  problemGroups: z.array(problemGroupSchema),
  notes: z.array(fileNoteSchema),
  /** Values of the file that stay out because the registry's were typed by hand. */
  keptByHand: z.int(),
  /** Rows that a person has decided. */
  decided: z.int(),
  /** Brakes when everything is accepted. */
  holds: z.array(holdSchema),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const importResultSchema = z.strictObject({
  importId: idSchema,
  pupilsCreated: z.int(),
  pupilsChanged: z.int(),
  guardiansCreated: z.int(),
  classesCreated: z.int(),
  /** Members of staff, added or changed; reports of older versions do not tell. */
  staff: z.int().default(0),
  /** Logins with passwords, ready to be printed. */
  credentialsCreated: z.int(),
  /** Pupils marked "to check" because a full list leaves them out. */
  toCheck: z.int(),
  left: z.int(),
  same: z.int(),
  skipped: z.int(),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** A finished import in the journal. */
export const importRunSchema = z.strictObject({
  id: idSchema,
  at: momentSchema,
  who: z.string(),
  fileName: z.string(),
  presetId: z.string().nullable(),
  counts: pileCountsSchema,
  guardiansCreated: z.int(),
  staff: z.int(),
  undoneAt: momentSchema.nullable(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

/** What is kept of an import for later: numbers, codes and row numbers, never values. */
export const importReportSchema = z.strictObject({
  run: importRunSchema,
  fileSha256: z.string(),
  fileSizeBytes: z.int(),
  presetName: z.string(),
  contents: z.array(fileContentSchema),
  result: importResultSchema.omit({ importId: true }),
  problemGroups: z.array(problemGroupSchema),
  keptByHand: z.int(),
  confirmed: z.array(holdSchema),
});
export type ImportReport = z.infer<typeof importReportSchema>;

const planEvents = eventIterator(
  z.discriminatedUnion('kind', [progressSchema, z.strictObject({ kind: z.literal('done'), preview: previewSchema })]),
);

const previewInputSchema = z.strictObject({
  /** The chosen file: a token from the shell or from `paste`, or a path on the command line. */
  fileToken: z.string().min(1),
  reading: readingSchema.partial().optional(),
  fields: z.array(fieldSchema).max(500).optional(),
  /** Class for files that have no class column. */
  className: z.string().trim().max(40).optional(),
  /** A layout chosen by hand: a built-in one's name or `own:<id>`; `fields` has the last word. */
  presetId: z.string().max(60).optional(),
  coverage: coverageSchema.optional(),
});

/** A change of a row, by its number and the change's key. */
const changeRefSchema = z.strictObject({ rowNumber: z.int(), key: z.string() });

const applyInputSchema = z.strictObject({
  previewId: z.string(),
  planHash: z.string(),
  piles: z.array(z.enum(['new', 'changed', 'missing'])).min(1),
  /** Rows that a person chose to leave out. */
  leaveRows: z.array(z.int()).default([]),
  /** Changes to leave out of rows that are taken. */
  leaveFields: z.array(changeRefSchema).default([]),
  /** Values of the file to be taken although the registry's were typed by hand. */
  takeFields: z.array(changeRefSchema).default([]),
  /** Missing pupils who stay as they are. */
  leavePupils: z.array(idSchema).default([]),
  /** Numbers that a person has typed at the brakes. */
  confirmed: z
    .array(holdSchema.omit({ of: true }).extend({ className: z.string().default('') }))
    .max(2000)
    .default([]),
});

export const importsContract = {
  ...importPresetsContract,
  /** Takes pasted text as a file; it is kept in memory until the registry locks. */
  paste: route
    .input(z.strictObject({ text: z.string().min(1).max(50_000_000) }))
    .output(z.strictObject({ fileToken: z.string(), name: z.string(), sizeBytes: z.int() })),
  /** Reads and plans, writes nothing. Progress first, the preview last. */
  preview: route.input(previewInputSchema).output(planEvents),
  /** Plans anew with all decisions so far (each call replaces the ones before): same preview id, another plan hash. */
  decide: route
    .input(z.strictObject({ previewId: z.string(), decisions: z.array(decisionSchema).max(200_000) }))
    .output(planEvents),
  /**
   * A window of the plan's rows in one pile; or every row that has a problem (of one code), a value kept because it was
   * typed by hand, or a person's decision.
   */
  entries: route
    .input(
      z.strictObject({
        previewId: z.string(),
        pile: z.enum([...pileSchema.options, 'problems', 'kept', 'decided']),
        code: rowProblemSchema.shape.code.optional(),
        page: pageSchema.prefault({}),
      }),
    )
    .output(z.strictObject({ total: z.int(), entries: z.array(planEntrySchema) })),
  /**
   * Plans again and writes in one transaction. STALE_PLAN if the registry changed since; HELD (`held-<kind>`, with number,
   * of and className) when a brake is not confirmed by its number. Call `preview` again after STALE_PLAN.
   */
  apply: route
    .input(applyInputSchema)
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progressSchema,
          z.strictObject({ kind: z.literal('done'), result: importResultSchema }),
        ]),
      ),
    ),
  /** Asks everything that `apply` asks before it writes (the same STALE_PLAN and HELD) and writes nothing. */
  rehearse: route.input(applyInputSchema).output(z.strictObject({})),
  /**
   * The rows that are not imported (refused, and ambiguous without a decision) with a column of reasons, in the source's
   * own encoding and dialect. Works before and after `apply`. `lost` are letters that the encoding cannot hold.
   */
  failedRows: route
    .input(z.strictObject({ previewId: z.string() }))
    .output(preparedDocumentSchema.extend({ rows: z.int(), lost: z.array(z.string()) })),
  report: route.input(z.strictObject({ importId: idSchema })).output(importReportSchema),
  list: route.input(z.strictObject({ page: pageSchema.prefault({}) })).output(z.array(importRunSchema)),
  /** Puts previous values back; what people or later imports changed since is kept and named. */
  undo: route
    .input(z.strictObject({ importId: idSchema }))
    .output(z.strictObject({ removed: z.int(), restored: z.int(), kept: z.array(z.string()) })),
};
