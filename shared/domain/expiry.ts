/**
 * Until when a new login is valid, ISO 8601; null without an end. Access guides disagree, so the school chooses: to the
 * end of the academic year, or for the whole period of study.
 */
export function expiryOf(validity: 'academic-year' | 'study', academicYearEndsOn: string): string | null {
  return validity === 'academic-year' ? academicYearEndsOn : null;
}
