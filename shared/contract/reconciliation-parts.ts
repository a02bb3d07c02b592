import { z } from 'zod';
import { idSchema } from './base.ts';

/** What a finding is about; `person` for one about the person as a whole. */
export const findingFieldSchema = z.enum(['name', 'phone', 'email', 'snils', 'person']);
export type FindingField = z.infer<typeof findingFieldSchema>;

/** Nothing decided; the portal's value taken; the school's kept; the family asked. */
export const findingStateSchema = z.enum(['open', 'taken', 'kept', 'asked']);
export type FindingState = z.infer<typeof findingStateSchema>;

/** Which findings: by reason, class, state, words of a name. */
export const findingFilterSchema = z.strictObject({
  code: z.string().max(60).optional(),
  classId: idSchema.optional(),
  state: findingStateSchema.optional(),
  /** New since the run before. */
  fresh: z.boolean().optional(),
  /** Asked, and the day to ask again has come. */
  askAgain: z.boolean().optional(),
  query: z.string().max(200).optional(),
});
export type FindingFilter = z.infer<typeof findingFilterSchema>;
