/** How long access lasts: to the end of the academic year, for the whole period of study, or so many days. */
export interface Validity {
  readonly validity: 'academic-year' | 'study' | 'days';
  readonly validityDays: number;
}

const dayMs = 86_400_000;

/**
 * The last day of a new login, ISO 8601; null without an end. Access guides disagree, so the school chooses. `today` is
 * the day of the issue.
 */
export function expiryOf(
  { validity, validityDays }: Validity,
  academicYearEndsOn: string,
  today: string,
): string | null {
  switch (validity) {
    case 'academic-year':
      return academicYearEndsOn;
    case 'study':
      return null;
    case 'days':
      return daysAfter(today, validityDays);
  }
}

/** The date (ISO 8601) so many days after another; before it when the number is negative. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
