import { z } from 'zod';
import { idSchema, languageSchema, preparedDocumentSchema, route } from './base.ts';
import { sheetSchema } from './slips.ts';

const ofRun = z.strictObject({
  runId: idSchema,
  classId: idSchema.optional(),
  /** Of the paper; the slips' language when not given. */
  language: languageSchema.optional(),
});

/** Notes for families: of a class, of the school, or of the people of these findings. */
const notesInput = ofRun.extend({ findingIds: z.array(idSchema).max(5000).optional() });

export const correctionsLayoutSchema = z.enum(['people', 'changes', 'support']);

export const reconciliationPapersContract = {
  /**
   * Corrections as a table. `people`: a row for each corrected person with all present values, to be read by a diary
   * system; `changes`: a row for each change, old value and new; `support`: what the portal's side must correct.
   */
  corrections: route
    .input(
      ofRun.extend({
        layout: correctionsLayoutSchema,
        format: z.enum(['csv-utf8', 'csv-1251', 'xlsx']).default('csv-utf8'),
      }),
    )
    .output(preparedDocumentSchema.extend({ rows: z.int(), lost: z.array(z.string()) })),
  /** First sheets of the notes, as they will be printed. */
  notesPreview: route
    .input(notesInput)
    .output(z.strictObject({ sheets: z.array(sheetSchema), pages: z.int(), families: z.int() })),
  /** A note for each family: what to correct where. Other people's data is masked. */
  notes: route.input(notesInput).output(preparedDocumentSchema.extend({ families: z.int() })),
  /** The same note as a letter to copy into a mail program. */
  letter: route
    .input(z.strictObject({ findingId: idSchema, language: languageSchema.optional() }))
    .output(z.strictObject({ to: z.string(), subject: z.string(), body: z.string() })),
  /** Matched, to fix in school, to fix by family, by class. */
  report: route.input(ofRun.extend({ format: z.enum(['pdf', 'xlsx']) })).output(preparedDocumentSchema),
};
