import { z } from 'zod';
import { languageSchema, route } from './base.ts';

/** How new logins are made. */
export const loginSchemeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transliterated'),
    standard: z.enum(['icao-9303', 'gost-7.79-b', 'mvd-310']),
    pattern: z.literal('surname-initials'),
  }),
  z.strictObject({ kind: z.literal('random'), length: z.int().min(6).max(12) }),
]);

/** The school's choices. One value each; guides that disagree become settings. */
export const settingsSchema = z.strictObject({
  schoolName: z.string().trim().min(1).max(200),
  language: languageSchema,
  diarySystemId: z.string().min(1),
  diaryAddress: z.string().trim().max(200),
  /** Whom families ask when a slip is lost; printed on every slip. */
  responsiblePerson: z.string().trim().max(120),
  responsibleRoom: z.string().trim().max(60),
  responsibleHours: z.string().trim().max(120),
  loginScheme: loginSchemeSchema,
  /** Access guides disagree: one academic year, or the whole period of study. */
  validity: z.enum(['academic-year', 'study']),
  /** Print the hint not to let the browser keep the password. */
  browserHint: z.boolean(),
  autoLockMinutes: z.int().min(1).max(15),
  slipLanguage: languageSchema,
});
export type Settings = z.infer<typeof settingsSchema>;
export type LoginSchemeSetting = z.infer<typeof loginSchemeSchema>;

/** A diary system as the choice lists need it, in both languages. */
export const diarySystemSchema = z.strictObject({
  id: z.string(),
  name: z.strictObject({ ru: z.string(), en: z.string() }),
  address: z.string(),
  whoObtainsCode: z.string(),
});

export const settingsContract = {
  get: route.output(settingsSchema),
  save: route.input(settingsSchema.partial()).output(settingsSchema),
  diarySystems: route.output(z.array(diarySystemSchema)),
};
