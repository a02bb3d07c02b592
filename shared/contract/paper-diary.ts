import { z } from 'zod';
import { dateSchema, idSchema, languageSchema, preparedDocumentSchema, route } from './base.ts';

/** A pupil whose family gets the diary on paper. */
export const paperPupilSchema = z.strictObject({
  applicationId: idSchema,
  pupilId: idSchema,
  name: z.string(),
  classId: idSchema.nullable(),
  className: z.string(),
  teacherName: z.string(),
  number: z.string(),
  applicantName: z.string(),
  /** The day on which it was allowed. */
  since: dateSchema,
});
export type PaperPupil = z.infer<typeof paperPupilSchema>;

const ofClass = z.strictObject({ classId: idSchema.optional(), language: languageSchema.optional() });

/** Families without internet: whose diary the class teacher copies on paper. A class teacher reaches the own class. */
export const paperDiaryContract = {
  /** In school order. */
  list: route.input(z.strictObject({ classId: idSchema.optional() })).output(z.array(paperPupilSchema)),
  /** Ends a paper diary that was allowed, from today on. Refuses `not-found`. */
  end: route
    .input(z.strictObject({ applicationId: idSchema }))
    .output(z.strictObject({ applicationId: idSchema, undoRunId: idSchema.nullable() })),
  /** The list as paper, a page for each class and its teacher. Refuses `nothing-to-print`. */
  listPaper: route.input(ofClass).output(preparedDocumentSchema),
  /** A sheet for each pupil to be filled in by hand for the week of this day (this week, if not given). */
  sheets: route
    .input(ofClass.extend({ weekOf: dateSchema.optional(), pupilIds: z.array(idSchema).max(1000).optional() }))
    .output(preparedDocumentSchema),
};
