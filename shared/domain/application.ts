import { daysAfter } from './expiry.ts';
import { type OwnDays, workingDayFrom, workingDaysAfter } from './working-days.ts';

/** What a family applies for (guides 000, 001, 002). */
export const applicationKinds = [
  'access',
  'portal-code',
  'reissue',
  'one-login',
  'paper-diary',
  'correction',
  'withdrawal',
] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

/** Papers that are shown with an application; the desk notes that they were seen and keeps none (guides 001, 002). */
export const applicationDocuments = ['identity', 'birth-certificate', 'guardianship'] as const;
export type ApplicationDocument = (typeof applicationDocuments)[number];

/** How an application ended. */
export const applicationOutcomes = ['done', 'refused', 'recalled'] as const;
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

/** The term of an answer: the guide says «three days» without saying which, so the school chooses. */
export interface Term {
  readonly days: number;
  readonly unit: 'calendar' | 'working';
}

/**
 * The last day for an answer, ISO 8601. The term begins on the day after the application came, and one that would end on a
 * day off ends on the next working day (articles 191 and 193 of the Civil Code).
 */
export function dueOn(registeredOn: string, term: Term, own: OwnDays): string {
  if (term.unit === 'working') return workingDayFrom(workingDaysAfter(registeredOn, term.days, own), own);
  return workingDayFrom(daysAfter(registeredOn, term.days), own);
}

/** Where an application stands on a day. */
export type ApplicationStanding = 'closed' | 'overdue' | 'today' | 'due';

/** Where an application stands today; all dates are ISO 8601. */
export function standingOf(
  { dueOn: due, closedOn }: { readonly dueOn: string; readonly closedOn: string | null },
  today: string,
): ApplicationStanding {
  if (closedOn !== null) return 'closed';
  if (due < today) return 'overdue';
  return due === today ? 'today' : 'due';
}

/** Which documents are asked for: a pupil has none who stands for another; a withdrawal asks only who withdraws. */
export function documentsAsked(kind: ApplicationKind, applicant: 'guardian' | 'pupil'): readonly ApplicationDocument[] {
  if (applicant === 'pupil' || kind === 'withdrawal') return ['identity'];
  return applicationDocuments;
}

/** The number after the highest whole number among these; «1» when there is none. */
export function nextNumber(numbers: readonly string[]): string {
  const whole = numbers.filter((number) => /^\d{1,9}$/.test(number)).map(Number);
  return String(Math.max(0, ...whole) + 1);
}
