import { z } from 'zod';
import {
  credentialStateSchema,
  dateSchema,
  holderRoleSchema,
  idSchema,
  momentSchema,
  pageSchema,
  route,
} from './base.ts';
import { originSchema } from './import-plan.ts';
import { leaversSchema } from './settings.ts';

export const personNameSchema = z.strictObject({
  surname: z.string(),
  firstName: z.string(),
  patronymic: z.string(),
});

export const personStatusSchema = z.enum(['active', 'to-check', 'left']);

/**
 * Pupils who stand out: to check after an import; with a login in the family that ends soon; who left — all, within the
 * grace, in the archive, and those whose record may be destroyed.
 */
export const pupilGroupSchema = z.enum(['to-check', 'expiring', 'left', 'grace', 'archived', 'to-purge']);
export type PupilGroup = z.infer<typeof pupilGroupSchema>;

/** Which pupils: by class, by state of their credential, by any words of the search. */
export const pupilFilterSchema = z.strictObject({
  classId: idSchema.optional(),
  state: credentialStateSchema.optional(),
  /** Without a group and without words, pupils in the archive are left out. */
  group: pupilGroupSchema.optional(),
  /** Any part of surname, name, login, phone, code; ё and е are one letter. */
  query: z.string().max(200).optional(),
});
export type PupilFilter = z.infer<typeof pupilFilterSchema>;

export const pupilSortSchema = z.enum(['name', 'class', 'birth-date', 'state']);

/** One row of the pupils table; no contacts and no secrets. */
export const pupilRowSchema = z.strictObject({
  id: idSchema,
  name: personNameSchema,
  classId: idSchema.nullable(),
  className: z.string(),
  birthDate: dateSchema.nullable(),
  status: personStatusSchema,
  login: z.string().nullable(),
  state: credentialStateSchema,
  guardians: z.int().nonnegative(),
  guardiansWithLogin: z.int().nonnegative(),
});
export type PupilRow = z.infer<typeof pupilRowSchema>;

/** A contact as one source knows it; the school's and the portal's are never merged. */
export const contactSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['phone', 'email', 'snils']),
  source: z.enum(['school', 'portal', 'guardian']),
  value: z.string(),
  label: z.string(),
  check: z.enum(['ok', 'warning', 'unchecked']),
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
});

/** A credential without its password: passwords appear only on a slip. */
export const credentialSchema = z.strictObject({
  id: idSchema,
  diarySystemId: z.string(),
  login: z.string(),
  state: credentialStateSchema,
  issuedAt: momentSchema,
  printedAt: momentSchema.nullable(),
  handedOverAt: momentSchema.nullable(),
  expiresOn: dateSchema.nullable(),
  /** The slip can still be printed: the initial password has not been purged. */
  printable: z.boolean(),
});

/** Where a value comes from: `field` is a catalogue key `fields.<field>`. */
export const fieldOriginSchema = z.strictObject({ field: z.string(), origin: originSchema });

const personCardSchema = z.strictObject({
  id: idSchema,
  role: holderRoleSchema,
  name: personNameSchema,
  sex: z.enum(['male', 'female']).nullable(),
  birthDate: dateSchema.nullable(),
  contacts: z.array(contactSchema),
  credentials: z.array(credentialSchema),
  /** Of every field that has changed since the person was made; the field '' stands for all others. */
  origins: z.array(fieldOriginSchema),
});

export const guardianLinkSchema = z.strictObject({
  relation: z.enum(['mother', 'father', 'guardian', 'trustee', 'other']),
  isLegal: z.boolean(),
  person: personCardSchema,
  /** Other children of this guardian in the school: name and class. */
  otherChildren: z.array(z.strictObject({ id: idSchema, name: z.string(), className: z.string() })),
});

/** One line of a person's history, newest first; `what` is a catalogue key `history.<what>`. */
export const historyEntrySchema = z.strictObject({
  at: momentSchema,
  what: z.enum([
    'imported',
    'added',
    'changed',
    'issued',
    'printed',
    'handed-over',
    'taken-back',
    'revoked',
    'moved',
    'left',
    'returned',
    'renamed',
    'corrected',
  ]),
  who: z.string(),
  details: z.string(),
});

export const pupilCardSchema = z.strictObject({
  person: personCardSchema,
  classId: idSchema.nullable(),
  className: z.string(),
  teacherName: z.string(),
  status: personStatusSchema,
  /** Of a pupil who left; null of others. */
  left: z
    .strictObject({
      on: dateSchema.nullable(),
      reason: z.string(),
      archiveOn: dateSchema.nullable(),
      purgeOn: dateSchema.nullable(),
    })
    .nullable(),
  /** From 14 a pupil may sign in through ESIA by himself. */
  age: z.int().nullable(),
  guardians: z.array(guardianLinkSchema),
  codes: z.array(
    z.strictObject({
      id: idSchema,
      system: z.string(),
      kind: z.enum(['portal-code', 'external-id']),
      value: z.string(),
    }),
  ),
  enrolments: z.array(z.strictObject({ className: z.string(), from: dateSchema, to: dateSchema.nullable() })),
  formerNames: z.array(z.strictObject({ name: z.string(), until: dateSchema })),
  history: z.array(historyEntrySchema),
});
export type PupilCard = z.infer<typeof pupilCardSchema>;

export const guardianRowSchema = z.strictObject({
  id: idSchema,
  name: personNameSchema,
  children: z.array(z.strictObject({ id: idSchema, name: z.string(), className: z.string() })),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  login: z.string().nullable(),
  state: credentialStateSchema,
});
export type GuardianRow = z.infer<typeof guardianRowSchema>;

/** A new phone, e-mail address or SNILS as typed. */
const typedContactSchema = z.strictObject({
  kind: z.enum(['phone', 'email', 'snils']),
  value: z.string().trim().min(1).max(200),
  label: z.string().max(80).default(''),
});

export const correctionSchema = z.strictObject({
  personId: idSchema,
  name: personNameSchema.optional(),
  sex: z.enum(['male', 'female']).nullable().optional(),
  birthDate: dateSchema.nullable().optional(),
  /** Pupils only. */
  classId: idSchema.optional(),
  /** Pupils only: leaves or comes back, or is found to be still here after "to check". */
  status: personStatusSchema.optional(),
  addContacts: z.array(typedContactSchema).max(20).default([]),
  /** Contacts of the school that are not valid any more; they stay in the history. */
  closeContacts: z.array(idSchema).max(50).default([]),
});
export type Correction = z.infer<typeof correctionSchema>;

/** Usual reasons of leaving; words under `pupils.leave.reason.<code>`. A school may write its own. */
export const leaveReasons = [
  'other-school',
  'moved-away',
  'college',
  'family-education',
  'expelled',
  'graduated',
] as const;

const manyPupils = z.array(idSchema).min(1).max(20_000);

/** Pupils who leave on a day. */
const leavingSchema = z.strictObject({ pupilIds: manyPupils, leftOn: dateSchema });

const changedPupils = z.strictObject({ undoRunId: idSchema.nullable(), count: z.int().nonnegative() });

/** A pupil as a list of suggestions shows one. */
const foundPupilSchema = z.strictObject({ id: idSchema, name: personNameSchema, className: z.string() });
export type FoundPupil = z.infer<typeof foundPupilSchema>;

export const pupilsContract = {
  /** What leaving would do; those who left already are not counted. Refuses `not-found`. */
  leavePreview: route.input(leavingSchema).output(
    z.strictObject({
      pupils: z.int().nonnegative(),
      /** Live logins of the pupils and of guardians without another child here. */
      logins: z.int().nonnegative(),
      leaversLogins: leaversSchema.shape.logins,
      graceUntil: dateSchema,
      archiveOn: dateSchema,
      purgeOn: dateSchema,
    }),
  ),
  /** Marks pupils as left, in one transaction that can be taken back. `reason`: one of the usual ones or own words. */
  leave: route.input(leavingSchema.extend({ reason: z.string().trim().max(200) })).output(changedPupils),
  /** Brings pupils who left back into a class with all their history. Refuses `not-found` and `class-not-found`. */
  comeBack: route.input(z.strictObject({ pupilIds: manyPupils, classId: idSchema })).output(changedPupils),
  /** Moves pupils to another class; their logins stay. Refuses `not-found` and `class-not-found`. */
  move: route.input(z.strictObject({ pupilIds: manyPupils, classId: idSchema })).output(changedPupils),
  list: route
    .input(
      z.strictObject({
        filter: pupilFilterSchema.default({}),
        sort: pupilSortSchema.default('class'),
        descending: z.boolean().default(false),
        page: pageSchema.prefault({}),
      }),
    )
    .output(z.strictObject({ total: z.int(), totalWithoutFilter: z.int(), rows: z.array(pupilRowSchema) })),
  /** The first pupils that fit, for a list that follows every keystroke; at most twenty. */
  find: route
    .input(z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(20).default(8) }))
    .output(z.array(foundPupilSchema)),
  /** Ids of all pupils that pass the filter, in school order: for "select all". */
  ids: route.input(z.strictObject({ filter: pupilFilterSchema })).output(z.array(idSchema)),
  card: route.input(z.strictObject({ pupilId: idSchema })).output(pupilCardSchema),
  /**
   * Sets values by hand, for a pupil or a guardian; what is not given stays. Later imports keep such values. A former name
   * goes into the history. REFUSED `invalid-input` with `field` when a value cannot be read.
   */
  correct: route.input(correctionSchema).output(z.strictObject({ changed: z.array(z.string()) })),
};

export const guardiansContract = {
  list: route
    .input(z.strictObject({ filter: pupilFilterSchema.default({}), page: pageSchema.prefault({}) }))
    .output(z.strictObject({ total: z.int(), rows: z.array(guardianRowSchema) })),
};
