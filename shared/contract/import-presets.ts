import { z } from 'zod';
import { momentSchema, route } from './base.ts';

const nameSchema = z.string().trim().min(1).max(80);
const ownIdSchema = z.string().regex(/^own:\d+$/);

/** A layout saved by the school; `presetId` is `own:<id>`. It is recalled for files with the same titles. */
export const ownPresetSchema = z.strictObject({
  presetId: ownIdSchema,
  name: z.string(),
  /** Columns that are read, of how many. */
  columns: z.int(),
  read: z.int(),
  usedAt: momentSchema,
});
export type OwnPreset = z.infer<typeof ownPresetSchema>;

export const importPresetsContract = {
  /** Built-in layouts (words in the catalogue: `imports.preset.<id>`) and the school's own, the latest used first. */
  presets: route.output(z.strictObject({ builtIn: z.array(z.string()), own: z.array(ownPresetSchema) })),
  /** Saves reading and columns of a preview under a name. REFUSED `preset-exists` unless `replace`. */
  savePreset: route
    .input(z.strictObject({ previewId: z.string(), name: nameSchema, replace: z.boolean().default(false) }))
    .output(z.strictObject({ presetId: ownIdSchema })),
  renamePreset: route.input(z.strictObject({ presetId: ownIdSchema, name: nameSchema })).output(z.strictObject({})),
  deletePreset: route.input(z.strictObject({ presetId: ownIdSchema })).output(z.strictObject({})),
};
