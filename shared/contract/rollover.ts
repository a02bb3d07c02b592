import { z } from 'zod';
import { dateSchema, idSchema, momentSchema, route } from './base.ts';

const placeSchema = z.strictObject({
  /** Into a class of the new year, or out of the school with a certificate. */
  become: z.enum(['class', 'graduates']),
  /** The class in the new year; of no meaning for graduates. */
  title: z.string().trim().max(60).default(''),
});

/** What a person decided for a class. Two classes with one title are merged. */
export const classDecisionSchema = placeSchema.extend({
  classId: idSchema,
  /** The class's teacher, and the users who answer for it, go along. */
  teacherGoes: z.boolean(),
});
export type ClassDecisionInput = z.infer<typeof classDecisionSchema>;

/** What a person decided for one pupil apart from the class: a repeater, a part of a split class. */
export const pupilDecisionSchema = placeSchema.extend({ pupilId: idSchema });
export type PupilDecisionInput = z.infer<typeof pupilDecisionSchema>;

/** What happens to the logins of those who stay. `keep`: they end on their own day. */
export const yearLoginsSchema = z.enum(['keep', 'prolong', 'expire']);
export type YearLogins = z.infer<typeof yearLoginsSchema>;

/** Classes without a decision go as proposed. */
export const rolloverDecisionsSchema = z.strictObject({
  classes: z.array(classDecisionSchema).max(2000).default([]),
  pupils: z.array(pupilDecisionSchema).max(200_000).default([]),
  /** As the school's term of access says unless given. */
  logins: yearLoginsSchema.optional(),
});
export type RolloverDecisions = z.input<typeof rolloverDecisionsSchema>;

/** A class of the ending year and what is proposed for it. */
export const endingClassSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  grade: z.int().nullable(),
  pupils: z.int().nonnegative(),
  teacherName: z.string(),
  /** Users of the desk who answer for it. */
  users: z.int().nonnegative(),
  proposed: classDecisionSchema,
});
export type EndingClass = z.infer<typeof endingClassSchema>;

/** Words of `code` are in the catalogue under `rollover.problem.<code>`. */
export const rolloverProblemSchema = z.strictObject({
  code: z.enum(['title-missing', 'unusual-grade', 'two-teachers']),
  /** The year cannot begin so. */
  stops: z.boolean(),
  className: z.string(),
  title: z.string(),
});
export type RolloverProblem = z.infer<typeof rolloverProblemSchema>;

export const rolloverPreviewSchema = z.strictObject({
  /** Names the plan: `apply` refuses with STALE_PLAN when the registry no longer gives the same. */
  plan: z.string(),
  startYear: z.int(),
  startsOn: dateSchema,
  classes: z.array(
    z.strictObject({
      title: z.string(),
      from: z.array(z.string()),
      pupils: z.int().nonnegative(),
      teacherName: z.string(),
      users: z.int().nonnegative(),
    }),
  ),
  moved: z.int().nonnegative(),
  graduates: z.int().nonnegative(),
  repeaters: z.int().nonnegative(),
  logins: yearLoginsSchema,
  /** Live logins of those who stay, and of those who leave. */
  loginsOfStaying: z.int().nonnegative(),
  loginsOfLeaving: z.int().nonnegative(),
  leaversLogins: z.enum(['revoke', 'grace', 'keep']),
  problems: z.array(rolloverProblemSchema),
});
export type RolloverPreview = z.infer<typeof rolloverPreviewSchema>;

/** The beginning of a new academic year: all classes go up at once, and it can be taken back as a whole or by pupil. */
export const rolloverContract = {
  /** What stands before the new year. `done`: the year of today's date has begun already, nothing is proposed. */
  look: route.output(
    z.strictObject({
      state: z.enum(['due', 'done']),
      /** Starting years of the newest year in the registry and of the one that would begin. */
      currentYear: z.int(),
      nextYear: z.int(),
      /** The run that began the current year, to take it back; null when it was not begun by the assistant. */
      last: z.strictObject({ runId: idSchema, at: momentSchema, who: z.string() }).nullable(),
      classes: z.array(endingClassSchema),
      logins: yearLoginsSchema,
    }),
  ),
  /** Writes nothing. Refuses `year-begun-already` and `not-found` (a class or pupil that is not of the ending year). */
  preview: route.input(rolloverDecisionsSchema).output(rolloverPreviewSchema),
  /** Begins the year in one transaction. STALE_PLAN when `plan` is not that of these decisions now. */
  apply: route
    .input(rolloverDecisionsSchema.extend({ plan: z.string() }))
    .output(z.strictObject({ undoRunId: idSchema, moved: z.int(), graduates: z.int(), classes: z.int() })),
  /** Puts pupils whom the last beginning moved wrongly into another class of the new year. Refuses `not-found`. */
  putBack: route
    .input(z.strictObject({ pupilIds: z.array(idSchema).min(1).max(2000), classId: idSchema }))
    .output(z.strictObject({ undoRunId: idSchema.nullable(), count: z.int() })),
};
