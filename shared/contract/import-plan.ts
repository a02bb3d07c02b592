import { z } from 'zod';
import { dateSchema, idSchema, momentSchema } from './base.ts';

/** What a column holds, by position. The same strings as `Field` of `shared/tables/columns`. */
export const fieldSchema = z
  .string()
  .regex(/^(?:skip|role|(?:pupil|class|person|parent|staff|guardian\.\d{1,2})\.[A-Za-z]+)$/);

/** How the bytes become a table; every part was guessed and can be overridden. Header row is 1-based, 0 for none. */
export const readingSchema = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic']),
  delimiter: z.enum([';', ',', '\t', '|']),
  headerRow: z.int().nonnegative(),
  /** From 0; only spreadsheets have it, and then encoding and delimiter mean nothing. */
  sheet: z.int().nonnegative().optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** A file as it was read, for a person to check: what was guessed, and its first rows as they stand. */
export const readFileSchema = z.strictObject({
  fileName: z.string(),
  /** A built-in layout's name, or `own:<id>` for a saved one. */
  presetId: z.string().nullable(),
  /** Name of the saved preset, '' for others. */
  presetName: z.string(),
  reading: readingSchema,
  /** False when another encoding reads almost as well: worth asking. */
  encodingSure: z.boolean(),
  /** Sheets to choose from; empty when the file has none. */
  sheets: z.array(z.strictObject({ index: z.int(), name: z.string(), hidden: z.boolean() })),
  header: z.array(z.string()),
  fields: z.array(fieldSchema),
  sample: z.array(z.strictObject({ rowNumber: z.int(), cells: z.array(z.string()) })),
  rows: z.int(),
  /** Day that the file says it was made on, ISO 8601. */
  asOf: dateSchema.nullable(),
  /** Columns without which nothing can be done and that are not there (catalogue keys `fields.<field>`). */
  missingFields: z.array(z.string()),
});
export type ReadFileFacts = z.infer<typeof readFileSchema>;

/**
 * The piles a person reviews. `missing` are pupils of the registry whom a full list leaves out: they become "to check",
 * never deleted.
 */
export const pileSchema = z.enum(['new', 'changed', 'same', 'ambiguous', 'missing', 'refused']);
export type Pile = z.infer<typeof pileSchema>;

export const pileCountsSchema = z.strictObject({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  ambiguous: z.int(),
  missing: z.int(),
  refused: z.int(),
});

/** What a file turned out to hold; several at once are usual. Catalogue key `imports.holds.<kind>`. */
export const fileContentSchema = z.enum([
  'class-list',
  'guardians',
  'contacts',
  'logins',
  'passwords',
  'portal-codes',
  'staff',
  'leavers',
]);
export type FileContent = z.infer<typeof fileContentSchema>;

/**
 * Who the file is a complete list of: every class that it names, the whole school, or nobody in particular. Only complete
 * lists have missing pupils. Guessed; can be overridden.
 */
export const coverageSchema = z.enum(['part', 'classes', 'school']);
export type Coverage = z.infer<typeof coverageSchema>;

/** Something to know about a cell: where it stands, what it says, and what was expected (catalogue key `problems.<code>`). */
export const rowProblemSchema = z.strictObject({
  /** As a spreadsheet numbers rows: the header is row 1. */
  rowNumber: z.int(),
  /** 1-based column, 0 when the whole row is meant. */
  columnNumber: z.int(),
  columnTitle: z.string(),
  value: z.string(),
  code: z.enum([
    'name-missing',
    'guardian-name-missing',
    'guardian-hidden',
    'class-missing',
    'name-mixed-alphabets',
    'name-remark',
    'name-initials',
    'name-odd-sign',
    'birth-date-invalid',
    'birth-date-short-year',
    'birth-date-unlikely',
    'sex-unknown',
    'phone-invalid',
    'digits-lost',
    'email-invalid',
    'email-typo',
    'snils-checksum',
    'snils-invalid',
    'code-invalid',
    'code-taken',
    'duplicate-row',
    'relation-unknown',
    'row-too-long',
    'class-is-group',
    'parent-unknown',
    'left-on-invalid',
    'leaver-unknown',
    'login-taken',
    'login-differs',
    'password-without-login',
  ]),
  /** A refused row is not imported; a warning is, with the value as typed. */
  severity: z.enum(['refused', 'warning']),
  hint: z.string(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;
export type ProblemCode = RowProblem['code'];

/** All problems of one kind in one column, for a list that can be read at a glance. */
export const problemGroupSchema = z.strictObject({
  code: rowProblemSchema.shape.code,
  severity: rowProblemSchema.shape.severity,
  columnNumber: z.int(),
  columnTitle: z.string(),
  count: z.int(),
  /** The first row numbers, at most ten. */
  rows: z.array(z.int()),
});
export type ProblemGroup = z.infer<typeof problemGroupSchema>;

/** Where a value of the registry comes from, and when. */
export const originSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('import'),
    at: momentSchema,
    who: z.string(),
    importId: idSchema,
    fileName: z.string(),
  }),
  z.strictObject({ kind: z.literal('hand'), at: momentSchema, who: z.string() }),
]);
export type Origin = z.infer<typeof originSchema>;

/** One field that would change: what it is (catalogue key `fields.<field>`), old value (empty when none), new value, whose. */
export const fieldChangeSchema = z.strictObject({
  /** Names the change within its row: `pupil.surname`, `guardian.2.phone`. Several phones at once are one change. */
  key: z.string(),
  field: z.string(),
  /** '' for the row's own pupil. */
  who: z.string(),
  before: z.string(),
  after: z.string(),
  /** The present value was typed by hand, so it stays; `takeFields` takes the file's all the same. */
  kept: z.boolean(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** A known pupil whom a row may mean; `differs` names the facts that speak against it (catalogue keys `fields.<field>`). */
export const candidateSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  className: z.string(),
  birthDate: z.string().nullable(),
  differs: z.array(z.string()),
});

/** One pupil row of the plan, as the review shows it. A missing pupil has no row: `rowNumber` is 0. */
export const planEntrySchema = z.strictObject({
  rowNumber: z.int(),
  pile: pileSchema,
  title: z.string(),
  className: z.string(),
  pupilId: idSchema.nullable(),
  guardians: z.array(z.string()),
  changes: z.array(fieldChangeSchema.extend({ origin: originSchema.nullable() })),
  /** Why it is ambiguous or how it was recognised: catalogue key `matches.<reason>`. */
  reason: z.string(),
  /** Suggested pupils, the likeliest first; also of rows that a person has decided. */
  candidates: z.array(candidateSchema),
  /** A person said who this is. */
  decided: z.boolean(),
  problems: z.array(rowProblemSchema),
});
export type PlanEntry = z.infer<typeof planEntrySchema>;

/**
 * A brake: something so unlike an ordinary import that a person must type its number first.
 * other-file: rows that were not recognised; many-leave: pupils who would leave (of a class when `className` is set, else of
 * the school); many-change: rows with a replaced value; class-emptied: pupils of a class that would have nobody left.
 */
export const holdSchema = z.strictObject({
  kind: z.enum(['other-file', 'many-leave', 'many-change', 'class-emptied']),
  number: z.int(),
  /** Of how many. */
  of: z.int(),
  className: z.string(),
});
export type Hold = z.infer<typeof holdSchema>;

/** A line that is no row, or a value that a spreadsheet has damaged. */
export const fileNoteSchema = z.strictObject({
  kind: z.enum(['note-row', 'digits-lost', 'leading-zeros-lost', 'cell-error']),
  rowNumber: z.int(),
  /** 0 when the whole row is meant. */
  columnNumber: z.int(),
  value: z.string(),
});
export type FileNote = z.infer<typeof fileNoteSchema>;

/** Who a row is: a known pupil, or somebody new. */
export const decisionSchema = z.strictObject({ rowNumber: z.int(), pupilId: z.union([idSchema, z.literal('new')]) });
export type Decision = z.infer<typeof decisionSchema>;
