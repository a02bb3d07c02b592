import { z } from 'zod';
import { guardianGroups } from '../domain/relation.ts';
import {
  holderRoleSchema,
  idSchema,
  languageSchema,
  momentSchema,
  preparedDocumentSchema,
  route,
  scopeSchema,
} from './base.ts';

/** Slips on one A4 page; 1 is a letter. */
export const perPageSchema = z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8), z.literal(12)]);
export type PerPage = z.infer<typeof perPageSchema>;

/** Sheets of self-adhesive labels (columns x rows on A4); sizes in `shared/domain/label-sheets`. */
export const labelSheetSchema = z.enum(['3x8', '3x7', '2x8', '2x7', '2x4']);
export type LabelSheetId = z.infer<typeof labelSheetSchema>;

/** A language of families for the steps beside the slip's own; texts not yet read by a native reader. */
export const familyLanguageSchema = z.enum(['uz', 'tg', 'ky', 'az', 'zh']);
export type FamilyLanguage = z.infer<typeof familyLanguageSchema>;

export const guardianGroupSchema = z.enum(guardianGroups);

export const slipSelectionSchema = z.strictObject({
  scope: scopeSchema,
  for: z.array(holderRoleSchema).min(1).default(['pupil', 'guardian']),
  /** Of the guardians only these, by what they are to the child with whom the slip is given out; everybody without it. */
  guardians: guardianGroupSchema.optional(),
  perPage: perPageSchema.default(8),
  /** Labels in place of slips: `startCell` (from 1, row by row) is the first one still on the sheet. */
  labels: z.strictObject({ sheet: labelSheetSchema, startCell: z.int().positive().max(24).default(1) }).optional(),
  /** The school's own slip in place of the usual one; it says itself how many stand on a page. */
  templateId: idSchema.optional(),
  /** `new`: not printed yet; `waiting`: not handed over yet (printed ones again). */
  which: z.enum(['new', 'waiting']).default('new'),
  /** The slips of one guardian's children and the guardian's own one after another. */
  siblingsTogether: z.boolean().default(false),
  /** A dashed line across each slip under which nothing secret shows when it is folded. */
  foldLine: z.boolean().default(false),
  /** The portal code, where the school gives it out. */
  withCode: z.boolean().default(true),
  /** The steps in a language of the family instead of the slip's own. */
  stepsLanguage: familyLanguageSchema.optional(),
  language: languageSchema.optional(),
  diarySystemId: z.string().optional(),
});
export type SlipSelection = z.infer<typeof slipSelectionSchema>;
/** A selection as it is asked for: what is left out takes its usual value. */
export type SlipSelectionInput = z.input<typeof slipSelectionSchema>;

/** One mark on paper, in millimetres from the top left corner; text stands on its baseline. */
export const drawItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    xMm: z.number(),
    baselineMm: z.number(),
    sizePt: z.number().positive(),
    font: z.enum(['regular', 'medium', 'bold', 'mono', 'mono-bold', 'han', 'barcode']),
    grey: z.number().min(0).max(1),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('line'),
    x1Mm: z.number(),
    y1Mm: z.number(),
    x2Mm: z.number(),
    y2Mm: z.number(),
    widthPt: z.number().positive(),
    dash: z.enum(['solid', 'cut']),
    grey: z.number().min(0).max(1),
  }),
  z.strictObject({
    kind: z.literal('box'),
    xMm: z.number(),
    yMm: z.number(),
    widthMm: z.number(),
    heightMm: z.number(),
    radiusMm: z.number(),
    fillGrey: z.number().min(0).max(1),
  }),
  /** Black squares of a QR code, row by row: `1` is black. The quiet zone lies outside. */
  z.strictObject({
    kind: z.literal('qr'),
    xMm: z.number(),
    yMm: z.number(),
    sideMm: z.number().positive(),
    rows: z.array(z.string()),
  }),
  /** The school's logo, fitted into the rectangle; its bytes come apart (`settings.logo`). */
  z.strictObject({
    kind: z.literal('logo'),
    xMm: z.number(),
    yMm: z.number(),
    widthMm: z.number().positive(),
    heightMm: z.number().positive(),
  }),
]);
export type DrawItem = z.infer<typeof drawItemSchema>;

/** A sheet of paper: what the preview draws is what the PDF draws. */
export const sheetSchema = z.strictObject({
  widthMm: z.number(),
  heightMm: z.number(),
  items: z.array(drawItemSchema),
});
export type Sheet = z.infer<typeof sheetSchema>;

const sheetPreviewSchema = z.strictObject({
  sheets: z.array(sheetSchema),
  pages: z.int(),
});

/**
 * Lists of logins: of a class; register for signatures; paper for the teacher (logins of pupils and guardians); who has
 * not received a slip; who never signed in; whose login ends within 30 days; who has no portal code.
 */
export const listKindSchema = z.enum([
  'class-list',
  'handover-register',
  'teacher-paper',
  'not-received',
  'never-activated',
  'expiring',
  'no-code',
]);
export type ListKind = z.infer<typeof listKindSchema>;

/** A print batch: how many slips, of which some were spoiled on the printer. */
export const printBatchSchema = z.strictObject({
  batchId: idSchema,
  at: momentSchema,
  who: z.string(),
  state: z.enum(['prepared', 'printed', 'cancelled']),
  slips: z.int(),
  spoiled: z.array(z.int()),
});
export type PrintBatch = z.infer<typeof printBatchSchema>;

export const slipsContract = {
  /** The sheets with passwords masked; at most 20 from `firstPage` (0-based). */
  preview: route
    .input(z.strictObject({ selection: slipSelectionSchema, firstPage: z.int().nonnegative().default(0) }))
    .output(
      sheetPreviewSchema.extend({
        slips: z.int(),
        alreadyPurged: z.int(),
        /** Codes exist but are held back until applications are registered. */
        codesHeldBack: z.boolean(),
      }),
    ),
  /** Draws the PDF with passwords; it stays in memory under the token until printed, saved or locked. */
  prepare: route
    .input(z.strictObject({ selection: slipSelectionSchema }))
    .output(preparedDocumentSchema.extend({ batchId: idSchema, slips: z.int() })),
  /** The paper is there: marks the batch's credentials as printed and forgets the document. */
  confirmPrinted: route.input(z.strictObject({ batchId: idSchema })).output(z.strictObject({ printed: z.int() })),
  /** The paper is not there: forgets the batch and its document; states stay as they were. */
  cancel: route.input(z.strictObject({ batchId: idSchema })).output(z.strictObject({})),
  /** The last 50 batches, newest first. */
  batches: route.output(z.array(printBatchSchema)),
  /** Slips of a printed batch that the printer spoiled: they go on the list to destroy and can be printed again. */
  spoil: route
    .input(z.strictObject({ batchId: idSchema, positions: z.array(z.int().positive()).min(1).max(10_000) }))
    .output(z.strictObject({ spoiled: z.int() })),
  /** One page about a batch: how many slips, the anchor of the journal, which ones are to be destroyed. No passwords. */
  batchSheet: route
    .input(z.strictObject({ batchId: idSchema, language: languageSchema.optional() }))
    .output(preparedDocumentSchema),
};

const listInput = z.strictObject({
  kind: listKindSchema,
  scope: scopeSchema,
  language: languageSchema.optional(),
  diarySystemId: z.string().optional(),
});

/** Printed lists for the school: logins only, never passwords. */
export const listsContract = {
  preview: route.input(listInput).output(sheetPreviewSchema),
  prepare: route.input(listInput).output(preparedDocumentSchema),
};
