import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, momentSchema, pageSchema, progressSchema, route } from './base.ts';

/** What a column holds, by position. The same strings as `Field` of `shared/tables/columns`. */
export const fieldSchema = z
  .string()
  .regex(/^(?:skip|role|(?:pupil|staff|class|person|parent|guardian\.\d{1,2})\.[A-Za-z]+)$/);

/** How the bytes become a table; every part was guessed and can be overridden. Header row is 1-based, 0 for none. */
export const readingSchema = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic']),
  delimiter: z.enum([';', ',', '\t', '|']),
  headerRow: z.int().nonnegative(),
});
export type Reading = z.infer<typeof readingSchema>;

/** The piles a person reviews. */
export const pileSchema = z.enum(['new', 'changed', 'same', 'ambiguous', 'refused']);
export type Pile = z.infer<typeof pileSchema>;

export const pileCountsSchema = z.strictObject({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  ambiguous: z.int(),
  refused: z.int(),
});

/** Something to know about a cell: where it stands, what it says, and what was expected (catalogue key `problems.<code>`). */
export const rowProblemSchema = z.strictObject({
  /** As a spreadsheet numbers rows: the header is row 1. */
  rowNumber: z.int(),
  /** 1-based column, 0 when the whole row is meant. */
  columnNumber: z.int(),
  columnTitle: z.string(),
  value: z.string(),
  code: z.enum([
    'name-missing',
    'class-missing',
    'name-mixed-alphabets',
    'birth-date-invalid',
    'birth-date-unlikely',
    'sex-unknown',
    'phone-invalid',
    'email-invalid',
    'email-typo',
    'snils-checksum',
    'snils-invalid',
    'code-invalid',
    'code-taken',
    'duplicate-row',
    'relation-unknown',
    'row-too-long',
    'class-is-group',
    'parent-unknown',
  ]),
  /** A refused row is not imported; a warning is, with the value as typed. */
  severity: z.enum(['refused', 'warning']),
  hint: z.string(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** One field that would change: what it is (catalogue key `fields.<field>`), old value (empty when none), new value, whose. */
export const fieldChangeSchema = z.strictObject({
  field: z.string(),
  who: z.string(),
  before: z.string(),
  after: z.string(),
});

export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** One pupil row of the plan, as the review shows it. */
export const planEntrySchema = z.strictObject({
  rowNumber: z.int(),
  pile: pileSchema,
  title: z.string(),
  className: z.string(),
  pupilId: idSchema.nullable(),
  guardians: z.array(z.string()),
  changes: z.array(fieldChangeSchema),
  /** Why it is ambiguous or how it was recognised: catalogue key `matches.<reason>`. */
  reason: z.string(),
  candidates: z.array(z.strictObject({ id: idSchema, title: z.string(), className: z.string() })),
  problems: z.array(rowProblemSchema),
});
export type PlanEntry = z.infer<typeof planEntrySchema>;

export const previewSchema = z.strictObject({
  previewId: z.string(),
  fileName: z.string(),
  /** Same for the same file, reading, columns and registry content. */
  planHash: z.string(),
  presetId: z.string().nullable(),
  reading: readingSchema,
  header: z.array(z.string()),
  fields: z.array(fieldSchema),
  /** First rows as they stand in the file, for the live preview. */
  sample: z.array(z.strictObject({ rowNumber: z.int(), cells: z.array(z.string()) })),
  rows: z.int(),
  counts: pileCountsSchema,
  guardiansNew: z.int(),
  classesNew: z.array(z.string()),
  warnings: z.int(),
  /** The columns say too little to import: which of surname, first name, class are missing (catalogue keys `fields.<field>`). */
  missingFields: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const importResultSchema = z.strictObject({
  importId: idSchema,
  pupilsCreated: z.int(),
  pupilsChanged: z.int(),
  guardiansCreated: z.int(),
  classesCreated: z.int(),
  same: z.int(),
  skipped: z.int(),
});

/** A finished import in the journal. */
export const importRunSchema = z.strictObject({
  id: idSchema,
  at: momentSchema,
  who: z.string(),
  fileName: z.string(),
  presetId: z.string().nullable(),
  counts: pileCountsSchema,
  guardiansCreated: z.int(),
  undoneAt: momentSchema.nullable(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

const previewInputSchema = z.strictObject({
  /** The chosen file: a token from the shell, or a path on the command line. */
  fileToken: z.string().min(1),
  reading: readingSchema.partial().optional(),
  fields: z.array(fieldSchema).max(500).optional(),
  /** Class for files that have no class column. */
  className: z.string().max(40).optional(),
});

export const importsContract = {
  /** Reads and plans, writes nothing. Progress first, the preview last. */
  preview: route
    .input(previewInputSchema)
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progressSchema,
          z.strictObject({ kind: z.literal('done'), preview: previewSchema }),
        ]),
      ),
    ),
  /** A window of the plan's rows in one pile, or every row that has a problem. */
  entries: route
    .input(
      z.strictObject({
        previewId: z.string(),
        pile: z.enum([...pileSchema.options, 'problems']),
        page: pageSchema.prefault({}),
      }),
    )
    .output(z.strictObject({ total: z.int(), entries: z.array(planEntrySchema) })),
  /** Plans again and writes in one transaction; STALE_PLAN if the registry changed since. */
  apply: route
    .input(
      z.strictObject({
        previewId: z.string(),
        planHash: z.string(),
        piles: z.array(z.enum(['new', 'changed'])).min(1),
        /** Rows that a person chose to leave out. */
        leaveRows: z.array(z.int()).default([]),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progressSchema,
          z.strictObject({ kind: z.literal('done'), result: importResultSchema }),
        ]),
      ),
    ),
  list: route.input(z.strictObject({ page: pageSchema.prefault({}) })).output(z.array(importRunSchema)),
  /** Puts previous values back; what people or later imports changed since is kept and counted. */
  undo: route
    .input(z.strictObject({ importId: idSchema }))
    .output(z.strictObject({ removed: z.int(), restored: z.int(), kept: z.array(z.string()) })),
};
