import { z } from 'zod';
import { holderRoleSchema, idSchema, languageSchema, preparedDocumentSchema, route, scopeSchema } from './base.ts';

/** Slips on one A4 page. */
export const perPageSchema = z.union([z.literal(4), z.literal(8)]);

export const slipSelectionSchema = z.strictObject({
  scope: scopeSchema,
  for: z.array(holderRoleSchema).min(1).default(['pupil', 'guardian']),
  perPage: perPageSchema.default(8),
  /** `new`: not printed yet; `waiting`: not handed over yet (printed ones again). */
  which: z.enum(['new', 'waiting']).default('new'),
  language: languageSchema.optional(),
});
export type SlipSelection = z.infer<typeof slipSelectionSchema>;

/** One mark on paper, in millimetres from the top left corner; text stands on its baseline. */
export const drawItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    xMm: z.number(),
    baselineMm: z.number(),
    sizePt: z.number().positive(),
    font: z.enum(['regular', 'medium', 'bold', 'mono', 'mono-bold']),
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

export const listKindSchema = z.enum(['class-list', 'handover-register']);

export const slipsContract = {
  /** The sheets with passwords masked; at most 20 from `firstPage` (0-based). */
  preview: route
    .input(z.strictObject({ selection: slipSelectionSchema, firstPage: z.int().nonnegative().default(0) }))
    .output(sheetPreviewSchema.extend({ slips: z.int(), alreadyPurged: z.int() })),
  /** Draws the PDF with passwords; it stays in memory under the token until printed, saved or locked. */
  prepare: route
    .input(z.strictObject({ selection: slipSelectionSchema }))
    .output(preparedDocumentSchema.extend({ batchId: idSchema, slips: z.int() })),
  /** The paper is there: marks the batch's credentials as printed and forgets the document. */
  confirmPrinted: route.input(z.strictObject({ batchId: idSchema })).output(z.strictObject({ printed: z.int() })),
  /** The paper is not there: forgets the batch and its document; states stay as they were. */
  cancel: route.input(z.strictObject({ batchId: idSchema })).output(z.strictObject({})),
};

/** Printed lists for the school: logins only, never passwords. */
export const listsContract = {
  preview: route
    .input(z.strictObject({ kind: listKindSchema, scope: scopeSchema, language: languageSchema.optional() }))
    .output(sheetPreviewSchema),
  prepare: route
    .input(z.strictObject({ kind: listKindSchema, scope: scopeSchema, language: languageSchema.optional() }))
    .output(preparedDocumentSchema),
};
