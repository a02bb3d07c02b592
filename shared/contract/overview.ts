import { z } from 'zod';
import { idSchema, momentSchema, route } from './base.ts';

/** How far the people of a class have come: pupils and guardians together, codes of pupils only. */
export const classProgressSchema = z.strictObject({
  /** Null for all classes together; a guardian of two classes counts once there. */
  classId: idSchema.nullable(),
  people: z.int().nonnegative(),
  pupils: z.int().nonnegative(),
  issued: z.int().nonnegative(),
  handedOver: z.int().nonnegative(),
  activated: z.int().nonnegative(),
  /** Matched with the portal in the latest reconciliation; null before the first. */
  matched: z.int().nonnegative().nullable(),
  /** Null where the diary has no codes. */
  codes: z.int().nonnegative().nullable(),
});
export type ClassProgress = z.infer<typeof classProgressSchema>;

/** What waits for somebody; null where it is not of this person or this school. */
export const todaySchema = z.strictObject({
  applications: z.strictObject({ overdue: z.int(), today: z.int() }).nullable(),
  /** Differences with the portal that nobody has decided. */
  findings: z.int().nullable(),
  /** Pupils without a portal code. */
  codes: z.int().nullable(),
  /** People without a contact that the school requires. */
  contacts: z.int().nullable(),
  /** Pupils in whose family a login ends soon. */
  expiring: z.int(),
  /** Pupils whom the latest lists do not name. */
  toCheck: z.int(),
  backup: z.strictObject({ takenAt: momentSchema.nullable(), old: z.boolean() }).nullable(),
});
export type Today = z.infer<typeof todaySchema>;

/** A pupil came into a class, went to another, left the school or came back; words under `overview.notice.<kind>`. */
export const classNoticeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['came', 'went', 'left', 'returned']),
  at: momentSchema,
  classId: idSchema,
  className: z.string(),
  pupilId: idSchema,
  name: z.string(),
  /** Where from or where to; '' for none. */
  otherClass: z.string(),
});
export type ClassNotice = z.infer<typeof classNoticeSchema>;

export const overviewContract = {
  /** What others changed in the classes (the own ones of a class teacher) and this person has not put away. */
  notices: route.output(z.array(classNoticeSchema)),
  /** Puts notices away for this person. */
  seen: route.input(z.strictObject({ noticeIds: z.array(idSchema).min(1).max(500) })).output(z.strictObject({})),
  /** The numbers of the first page, of the person's own classes for a class teacher. */
  today: route.output(z.strictObject({ today: todaySchema, classes: z.array(classProgressSchema) })),
};
