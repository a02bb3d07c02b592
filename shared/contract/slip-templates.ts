import { z } from 'zod';
import { idSchema, languageSchema, route } from './base.ts';
import { perPageSchema, sheetSchema } from './slips.ts';

/** What a school can put on its own slip. `holder`: the class, or the children of a guardian; `line`: a rule across. */
export const slipBlockKindSchema = z.enum([
  'title',
  'text',
  'school',
  'logo',
  'role',
  'name',
  'holder',
  'diary',
  'qr',
  'login',
  'password',
  'code',
  'steps',
  'validity',
  'ask',
  'warning',
  'number',
  'line',
]);
export type SlipBlockKind = z.infer<typeof slipBlockKindSchema>;

export const slipBlockSchema = z.strictObject({
  kind: slipBlockKindSchema,
  /** The words of `title` and `text`; of all others ''. */
  text: z.string().trim().max(300).default(''),
  size: z.enum(['small', 'normal', 'large']).default('normal'),
  /** Half as wide as the slip: two such blocks in a row stand side by side. */
  half: z.boolean().default(false),
});
export type SlipBlock = z.infer<typeof slipBlockSchema>;

/** The recipient's part of a slip as the school wants it; the teacher's part below stays as it is. */
export const slipTemplateSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  perPage: perPageSchema,
  blocks: z.array(slipBlockSchema).min(1).max(30),
});
export type SlipTemplate = z.infer<typeof slipTemplateSchema>;

/** The made-up people that a template is tried with. */
export const slipSampleSchema = z.enum(['longest', 'shortest', 'latin']);
export type SlipSample = z.infer<typeof slipSampleSchema>;

/**
 * Why a template cannot be used: a block that must be there is not, or is there twice; a text block without words; the
 * blocks are higher than the slip; something is wider than its place; login or password would be below 12 points.
 */
export const templateProblemSchema = z.strictObject({
  kind: z.enum(['missing', 'twice', 'no-words', 'too-high', 'too-wide', 'too-small']),
  /** Of `too-high` null: all of them together. */
  block: slipBlockKindSchema.nullable(),
  /** With which sample, where it is about one. */
  sample: slipSampleSchema.nullable(),
});
export type TemplateProblem = z.infer<typeof templateProblemSchema>;

const savedTemplateSchema = slipTemplateSchema.extend({ templateId: idSchema });
export type SavedTemplate = z.infer<typeof savedTemplateSchema>;

const routes = {
  /** The school's own templates by name. */
  list: route.output(z.array(savedTemplateSchema)),
  /** The template with sample people on the school's own paper, and what is wrong with it. Nothing is written. */
  check: route
    .input(z.strictObject({ template: slipTemplateSchema, language: languageSchema.optional() }))
    .output(z.strictObject({ sheets: z.array(sheetSchema), problems: z.array(templateProblemSchema) })),
  /** Refuses `template-unusable` while there are problems, `template-exists` when another one has the name. */
  save: route
    .input(z.strictObject({ templateId: idSchema.optional(), template: slipTemplateSchema }))
    .output(savedTemplateSchema),
  remove: route.input(z.strictObject({ templateId: idSchema })).output(z.strictObject({})),
};

type InferredRoutes = typeof routes;

/** The routes of own slips under a name: the whole contract is longer than the compiler writes out. */
export interface SlipTemplatesContract extends InferredRoutes {}

export const slipTemplatesContract: SlipTemplatesContract = routes;
