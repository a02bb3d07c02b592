/** On which ground a person's data is kept (152-ФЗ, art. 6 p. 1). */
export const processingBases = ['law', 'contract', 'consent'] as const;
export type ProcessingBasis = (typeof processingBases)[number];

/** Why data is destroyed (152-ФЗ, art. 21 p. 3–5). */
export const destructionReasons = ['term', 'withdrawn', 'purpose', 'demand'] as const;
export type DestructionReason = (typeof destructionReasons)[number];

/** What the registry holds about people, as an act of destruction names it. */
export const dataCategories = [
  'names',
  'birth-dates',
  'contacts',
  'logins',
  'codes',
  'classes',
  'families',
  'applications',
  'trusted-people',
  'reconciliation',
  'history',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** What is known of the ground for keeping somebody's data. Days are ISO 8601. */
export interface ProcessingRecord {
  readonly purpose: string;
  readonly basis: ProcessingBasis;
  /** Number of the consent or contract; '' where there is none. */
  readonly document: string;
  readonly documentOn: string | null;
  /** Consent was withdrawn: the data is to be destroyed unless another ground keeps it (art. 21 p. 5). */
  readonly withdrawnOn: string | null;
  readonly keepUntil: string | null;
}

/** Where somebody's data stands: on good ground, without any, with a consent withdrawn, or beyond its term. */
export const processingStandings = ['good', 'none', 'withdrawn', 'expired'] as const;
export type ProcessingStanding = (typeof processingStandings)[number];

/** Where the record stands on a day; a term that ends today is still good. */
export function standingOf(record: ProcessingRecord | undefined, today: string): ProcessingStanding {
  if (record === undefined) return 'none';
  if (record.withdrawnOn !== null && record.withdrawnOn <= today) return 'withdrawn';
  return record.keepUntil !== null && record.keepUntil < today ? 'expired' : 'good';
}

/** The field that keeps a record from being saved: a consent is a document with a number and a day (art. 9 p. 4). */
export function missingIn(record: ProcessingRecord): 'purpose' | 'document' | 'documentOn' | 'withdrawnOn' | undefined {
  if (record.purpose === '') return 'purpose';
  if (record.basis !== 'consent') return record.withdrawnOn === null ? undefined : 'withdrawnOn';
  if (record.document === '') return 'document';
  return record.documentOn === null ? 'documentOn' : undefined;
}
