import { z } from 'zod';
import { dateSchema, idSchema, languageSchema, route } from './base.ts';

/** What of a person a login is made of, in Latin letters; every pattern counts up where the login is taken. */
export const loginPatternSchema = z.enum(['surname-initials', 'name-surname', 'surname-class', 'class-counter']);
export type LoginPattern = z.infer<typeof loginPatternSchema>;

/** How new logins are made. `imported`: the diary makes them; here they are only read in or typed. */
export const loginSchemeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transliterated'),
    standard: z.enum(['icao-9303', 'gost-7.79-b', 'mvd-310']),
    pattern: loginPatternSchema,
  }),
  z.strictObject({ kind: z.literal('random'), length: z.int().min(6).max(12) }),
  z.strictObject({ kind: z.literal('imported') }),
]);

/** How initial passwords are made. */
export const passwordPolicySchema = z.discriminatedUnion('kind', [
  /** Lower-case Latin letters and digits that cannot be mistaken for one another. */
  z.strictObject({ kind: z.literal('random'), length: z.int().min(8).max(16) }),
  /** Words joined by a hyphen; Russian ones in Latin letters. */
  z.strictObject({ kind: z.literal('words'), language: languageSchema, words: z.int().min(3).max(4) }),
  /** Digits only, for the youngest. */
  z.strictObject({ kind: z.literal('digits'), length: z.int().min(6).max(12) }),
]);
export type PasswordPolicySetting = z.infer<typeof passwordPolicySchema>;

/** The policy of each role; pupils up to a grade may have an easier one. */
export const passwordPoliciesSchema = z.strictObject({
  pupil: passwordPolicySchema,
  guardian: passwordPolicySchema,
  youngest: passwordPolicySchema,
  /** The youngest are the pupils up to this grade; 0: nobody. */
  youngestUpToGrade: z.int().min(0).max(11),
});

/** One column of a file of new logins for the diary. */
export const exportFieldSchema = z.enum([
  'surname',
  'first-name',
  'patronymic',
  'full-name',
  'role',
  'class',
  'children',
  'login',
  'password',
  'portal-code',
]);
export type ExportField = z.infer<typeof exportFieldSchema>;

/** The layout of a file of new logins, as the diary wants it. */
export const exportLayoutSchema = z.strictObject({
  file: z.enum(['csv', 'xlsx']),
  /** Of CSV only. */
  delimiter: z.enum([';', ',', 'tab']),
  withHeader: z.boolean(),
  columns: z
    .array(z.strictObject({ field: exportFieldSchema, title: z.string().trim().max(60) }))
    .min(1)
    .max(20),
});
export type ExportLayout = z.infer<typeof exportLayoutSchema>;

/** What happens to pupils who left: days are counted from the day of leaving. */
export const leaversSchema = z.strictObject({
  /** So long the logins work on, and the return is one click. */
  graceDays: z.int().min(0).max(365),
  /** Then they leave the usual lists. */
  archiveDays: z.int().min(0).max(3650),
  /** Then the record may be destroyed; nothing is destroyed by itself. */
  purgeDays: z.int().min(0).max(36_500),
  /** Revoked at once, expired at the end of the grace, or left to their own last day. */
  logins: z.enum(['revoke', 'grace', 'keep']),
});
export type LeaversSetting = z.infer<typeof leaversSchema>;

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
  passwords: passwordPoliciesSchema,
  /** Access guides disagree: one academic year, the whole period of study, or so many days. */
  validity: z.enum(['academic-year', 'study', 'days']),
  /** Of `days`. */
  validityDays: z.int().min(1).max(3650),
  /** Initial passwords still kept so many days after they were made are purged; 0: only at handover. */
  purgeAfterDays: z.int().min(0).max(365),
  /** Where the code comes by application: none may be entered or printed until applications are registered. */
  codeNeedsApplication: z.boolean(),
  /** The term of an answer to an application: days of the calendar, or working days of the production calendar. */
  applicationTerm: z.strictObject({ days: z.int().min(0).max(90), unit: z.enum(['calendar', 'working']) }),
  /** Days that the production calendar does not know: regional holidays, days moved by a new decree. */
  ownDays: z.strictObject({ off: z.array(dateSchema).max(100), worked: z.array(dateSchema).max(100) }),
  /** Month and day on which the academic year starts (`09-01`). */
  yearStartsOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/),
  leavers: leaversSchema,
  /** Contacts without which a person counts as not reachable; guides disagree. */
  requiredContacts: z.strictObject({
    pupil: z.array(z.enum(['phone', 'email', 'snils'])),
    guardian: z.array(z.enum(['phone', 'email', 'snils'])),
  }),
  /** Print the hint not to let the browser keep the password. */
  browserHint: z.boolean(),
  /** Print the QR code of the diary's address, which holds no login and no password. */
  slipQr: z.boolean(),
  exportLayout: exportLayoutSchema,
  autoLockMinutes: z.int().min(1).max(15),
  /** For how many minutes a passphrase entered again is good for printing, showing and exporting passwords. */
  confirmMinutes: z.int().min(1).max(30),
  slipLanguage: languageSchema,
  /** Single initial passwords may be shown on the screen, by those whose role allows it; else only paper has them. */
  passwordsShown: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type LoginSchemeSetting = z.infer<typeof loginSchemeSchema>;

const bothLanguages = z.strictObject({ ru: z.string().trim().max(200), en: z.string().trim().max(200) });
const stepsSchema = z.strictObject({
  ru: z.array(z.string().trim().max(200)).max(6),
  en: z.array(z.string().trim().max(200)).max(6),
});

/** Who gets the pupil's portal code out of the diary system. */
export const codeObtainerSchema = z.enum([
  'guardian',
  'pupil-or-guardian',
  'school',
  'school-looks-up',
  'vendor-support',
  'application',
  'none',
]);

/** A diary system as the school sees it; `own` ones were added here and can be edited and removed. */
export const diarySystemSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: bothLanguages,
  /** `{school}` stands for the school's own part. */
  address: z.string().trim().max(200),
  whoObtainsCode: codeObtainerSchema,
  codeName: bothLanguages.nullable(),
  codeFormat: z.enum(['guid', 'text']).nullable(),
  /** False where the diary or the portal makes the logins itself. */
  issuesLogins: z.boolean(),
  signInSteps: stepsSchema,
  codeSteps: stepsSchema,
  selfServiceRecovery: z.boolean(),
  own: z.boolean(),
});
export type DiarySystemRow = z.infer<typeof diarySystemSchema>;

/** What of an own profile is kept under its id. */
export const diaryProfileSchema = diarySystemSchema.omit({ id: true, own: true });

/** A profile as typed; without an id a new one is made. */
export const ownDiarySystemSchema = diaryProfileSchema.extend({ id: z.string().optional() });

/** Classes (of a building, of a year) that use another diary than the school's. */
export const classDiarySchema = z.strictObject({
  classId: idSchema,
  className: z.string(),
  academicYear: z.string(),
  diarySystemId: z.string(),
  address: z.string(),
});

export const settingsContract = {
  get: route.output(settingsSchema),
  save: route.input(settingsSchema.partial()).output(settingsSchema),
  /** All profiles: the known ones, then the school's own. */
  diarySystems: route.output(z.array(diarySystemSchema)),
  /** Adds or changes an own profile. Refuses `not-found` for an id that is not an own profile. */
  saveDiarySystem: route.input(ownDiarySystemSchema).output(diarySystemSchema),
  /** Refuses `in-use-diary` while it is chosen or any credential or code belongs to it. */
  removeDiarySystem: route.input(z.strictObject({ id: z.string() })).output(z.strictObject({})),
  /** Classes with a diary of their own; all others use the school's. A class belongs to one academic year. */
  classDiaries: route.output(z.array(classDiarySchema)),
  /** Gives classes a diary of their own; `diarySystemId: null` returns them to the school's. */
  assignDiary: route
    .input(
      z.strictObject({
        classIds: z.array(idSchema).min(1).max(500),
        diarySystemId: z.string().nullable(),
        address: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.array(classDiarySchema)),
  /** The school's logo as a data URL, or null. */
  logo: route.output(z.strictObject({ dataUrl: z.string().nullable() })),
  /** PNG or JPEG in base64, at most 300 KiB and 2000 pixels a side (`picture-unusable` otherwise); null takes it away. */
  saveLogo: route
    .input(z.strictObject({ base64: z.string().max(420_000).nullable() }))
    .output(z.strictObject({ dataUrl: z.string().nullable() })),
  /** What logins of a scheme look like, and passwords of a policy with their strength. Writes nothing. */
  examples: route.input(z.strictObject({ scheme: loginSchemeSchema, policy: passwordPolicySchema })).output(
    z.strictObject({
      logins: z.array(z.strictObject({ name: z.string(), className: z.string(), login: z.string() })),
      passwords: z.array(z.string()),
      /** Entropy of a password, in bits. */
      bits: z.number(),
    }),
  ),
  /** The last day of a login issued now; null without an end. */
  expiry: route
    .input(z.strictObject({ validity: settingsSchema.shape.validity, validityDays: z.int().min(1).max(3650) }))
    .output(z.strictObject({ expiresOn: dateSchema.nullable() })),
};
