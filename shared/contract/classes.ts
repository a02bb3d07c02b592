import { z } from 'zod';
import { idSchema, route } from './base.ts';

/** How far people of one role in a class have come: persons, and persons in each credential state. */
export const coverageSchema = z.strictObject({
  persons: z.int().nonnegative(),
  none: z.int().nonnegative(),
  generated: z.int().nonnegative(),
  printed: z.int().nonnegative(),
  handedOver: z.int().nonnegative(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** A class (grade and letter) or a group that is not a class («ГКП 88А»: then grade is null) of the current year. */
export const schoolClassSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  grade: z.int().min(1).max(11).nullable(),
  teacherName: z.string(),
  pupils: coverageSchema,
  guardians: coverageSchema,
});
export type SchoolClass = z.infer<typeof schoolClassSchema>;

/** The whole school: a guardian with children in several classes counts once, so it is not the sum of the classes. */
export const schoolCoverageSchema = z.strictObject({ pupils: coverageSchema, guardians: coverageSchema });
export type SchoolCoverage = z.infer<typeof schoolCoverageSchema>;

export const classesContract = {
  /** All classes of the current academic year in school order (grade, letter), and all of them together. */
  list: route.output(
    z.strictObject({ academicYear: z.int(), school: schoolCoverageSchema, classes: z.array(schoolClassSchema) }),
  ),
};
