import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { applicationKindSchema } from '../shared/contract/applications.ts';
import { credentialStateSchema, dateSchema, holderRoleSchema, idSchema } from '../shared/contract/base.ts';
import { journalKindSchema } from '../shared/contract/journal.ts';
import { type PupilFilter, pupilGroupSchema, pupilSortSchema } from '../shared/contract/pupils.ts';
import { guardianGroupSchema, listKindSchema } from '../shared/contract/slips.ts';
import { processingStandings } from '../shared/domain/personal-data.ts';

/** Filters live in the address, so that "back" and links from the overview keep them. Nonsense in it is dropped. */
export const pupilsSearchSchema = z.object({
  classId: idSchema.optional().catch(undefined),
  state: credentialStateSchema.optional().catch(undefined),
  group: pupilGroupSchema.optional().catch(undefined),
  query: z.string().max(200).optional().catch(undefined),
  sort: pupilSortSchema.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** The pupil whose card is open. */
  open: idSchema.optional().catch(undefined),
  /** The form of a new pupil is open. */
  form: z.literal('new').optional().catch(undefined),
});
export type PupilsSearch = z.infer<typeof pupilsSearchSchema>;

export const guardiansSearchSchema = z.object({ query: z.string().max(200).optional().catch(undefined) });

/** Which class and whom the three steps of issuing are about; it goes along from step to step. */
export const issueSearchSchema = z.object({
  classId: idSchema.optional().catch(undefined),
  for: z.array(holderRoleSchema).min(1).optional().catch(undefined),
  /** The people chosen on the pupils page (`ui/chosen-scope`) instead of a class. */
  chosen: z.boolean().optional().catch(undefined),
  /** On the page of slips: a list for the school instead of slips. */
  list: listKindSchema.optional().catch(undefined),
  /** On the page of slips: only these of the guardians. */
  guardians: guardianGroupSchema.optional().catch(undefined),
  /** On the page of logins: guardians with two of them are shown beside it. */
  twins: z.boolean().optional().catch(undefined),
});

/** The page of portal codes: one class, and whether those who have a code are shown as well. */
export const codesSearchSchema = z.object({
  classId: idSchema.optional().catch(undefined),
  all: z.boolean().optional().catch(undefined),
});
export type CodesSearch = z.infer<typeof codesSearchSchema>;

/** The journal: which lines; `personIds` with `about` (their name) are set by the card of a pupil. */
export const journalSearchSchema = z.object({
  userId: idSchema.optional().catch(undefined),
  kind: journalKindSchema.optional().catch(undefined),
  from: dateSchema.optional().catch(undefined),
  to: dateSchema.optional().catch(undefined),
  query: z.string().max(200).optional().catch(undefined),
  personIds: z.array(idSchema).min(1).max(50).optional().catch(undefined),
  about: z.string().max(200).optional().catch(undefined),
});
export type JournalSearch = z.infer<typeof journalSearchSchema>;

/** The journal's search, and how to change it; a change replaces the address. */
export function useJournalSearch(): readonly [
  JournalSearch,
  (change: { readonly [Key in keyof JournalSearch]?: JournalSearch[Key] | undefined }) => void,
] {
  const search = journalSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [search, (change) => void navigate({ to: '/journal', search: { ...search, ...change }, replace: true })];
}

/** The page of reconciliation: which run, what is shown, which findings, and the one that is open. */
export const reconciliationSearchSchema = z.object({
  runId: idSchema.optional().catch(undefined),
  view: z.enum(['findings', 'suggestions', 'classes', 'duplicates', 'new']).optional().catch(undefined),
  code: z.string().max(60).optional().catch(undefined),
  classId: idSchema.optional().catch(undefined),
  state: z.enum(['open', 'taken', 'kept', 'asked', 'all']).optional().catch(undefined),
  fresh: z.boolean().optional().catch(undefined),
  askAgain: z.boolean().optional().catch(undefined),
  query: z.string().max(200).optional().catch(undefined),
  open: idSchema.optional().catch(undefined),
  /** Duplicates: whose card led here, and their name. */
  personId: idSchema.optional().catch(undefined),
  about: z.string().max(200).optional().catch(undefined),
});
export type ReconciliationSearch = z.infer<typeof reconciliationSearchSchema>;

/** The page of personal data: where people stand, and words of the name. */
export const personalDataSearchSchema = z.object({
  standing: z.enum(processingStandings).optional().catch(undefined),
  query: z.string().max(200).optional().catch(undefined),
});
export type PersonalDataSearch = z.infer<typeof personalDataSearchSchema>;

/** The page's search, and how to change it; a change replaces the address. */
export function usePersonalDataSearch(): readonly [
  PersonalDataSearch,
  (change: { readonly [Key in keyof PersonalDataSearch]?: PersonalDataSearch[Key] | undefined }) => void,
] {
  const search = personalDataSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [search, (change) => void navigate({ to: '/personal-data', search: { ...search, ...change }, replace: true })];
}

/** The page that collects contacts: entering a class, or who is missing. */
export const contactsSearchSchema = z.object({
  view: z.enum(['entry', 'gaps']).optional().catch(undefined),
  classId: idSchema.optional().catch(undefined),
});
export type ContactsSearch = z.infer<typeof contactsSearchSchema>;

/** The page's search, and how to change it; a change replaces the address. */
export function useContactsSearch(): readonly [
  ContactsSearch,
  (change: { readonly [Key in keyof ContactsSearch]?: ContactsSearch[Key] | undefined }) => void,
] {
  const search = contactsSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [search, (change) => void navigate({ to: '/contacts', search: { ...search, ...change }, replace: true })];
}

/** The page of applications: which, and the one that is open; `new` opens the form. */
export const applicationsSearchSchema = z.object({
  view: z.enum(['applications', 'paper']).optional().catch(undefined),
  show: z.enum(['open', 'today', 'overdue', 'closed', 'all']).optional().catch(undefined),
  kind: applicationKindSchema.optional().catch(undefined),
  classId: idSchema.optional().catch(undefined),
  query: z.string().max(200).optional().catch(undefined),
  open: idSchema.optional().catch(undefined),
  /** A form is open: for a new application about this pupil, if one is named. */
  form: z.enum(['new', 'edit']).optional().catch(undefined),
  pupilId: idSchema.optional().catch(undefined),
});
export type ApplicationsSearch = z.infer<typeof applicationsSearchSchema>;

/** The register's search, and how to change it; a change replaces the address. */
export function useApplicationsSearch(): readonly [
  ApplicationsSearch,
  (change: { readonly [Key in keyof ApplicationsSearch]?: ApplicationsSearch[Key] | undefined }) => void,
] {
  const search = applicationsSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [search, (change) => void navigate({ to: '/applications', search: { ...search, ...change }, replace: true })];
}

/** The page's search, and how to change it without leaving a trail of addresses. */
export function useReconciliationSearch(): readonly [
  ReconciliationSearch,
  (change: { readonly [Key in keyof ReconciliationSearch]?: ReconciliationSearch[Key] | undefined }) => void,
] {
  const search = reconciliationSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [
    search,
    (change) => void navigate({ to: '/reconciliation', search: { ...search, ...change }, replace: true }),
  ];
}

/** The pupils page's filter, and how to change it; a change replaces the address, so that Back leaves the page. */
export function usePupilsSearch(): readonly [PupilsSearch, (change: Partial<PupilsSearch>) => void] {
  const search = pupilsSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (changes: Partial<PupilsSearch>) => {
    void navigate({ to: '/pupils', search: { ...search, ...changes }, replace: true });
  };
  return [search, change];
}

/** The part of the search that chooses rows. */
export function pupilFilterOf({ classId, state, group, query }: PupilsSearch): PupilFilter {
  return {
    ...(classId === undefined ? {} : { classId }),
    ...(state === undefined ? {} : { state }),
    ...(group === undefined ? {} : { group }),
    ...(query === undefined || query.trim() === '' ? {} : { query }),
  };
}
