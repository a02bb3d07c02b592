import { z } from 'zod';
import { languageSchema, preparedDocumentSchema, route } from './base.ts';
import { pupilFilterSchema } from './pupils.ts';

/**
 * What is written: `pupils` with their guardians, in a form that imports again without changes; `guardians` a row each;
 * `logins` who holds which login in which state; `imports` their history; `journal` the audit log. Never a password.
 */
export const exportTableSchema = z.enum(['pupils', 'guardians', 'logins', 'imports', 'journal']);
export type ExportTable = z.infer<typeof exportTableSchema>;

/** Formats of a table, and two packages of the whole school: OneRoster 1.2 and School Data Sync 2.1. */
export const exportFormatSchema = z.enum(['csv-utf8', 'csv-1251', 'xlsx', 'one-roster', 'sds']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const exportsContract = {
  /**
   * Writes a file in memory; the shell saves it by its token. `lost` are letters that windows-1251 cannot hold: offer
   * UTF-8 instead. A package takes no table; `filter` narrows down pupils, guardians, logins and packages.
   */
  prepare: route
    .input(
      z.strictObject({
        table: exportTableSchema.default('pupils'),
        format: exportFormatSchema,
        filter: pupilFilterSchema.default({}),
        language: languageSchema.optional(),
      }),
    )
    .output(preparedDocumentSchema.extend({ rows: z.int(), lost: z.array(z.string()) })),
};
