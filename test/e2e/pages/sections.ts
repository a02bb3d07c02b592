/** All sections of the rail, in its order, as the catalogue names them. */
export const sections = [
  'overview',
  'pupils',
  'guardians',
  'issue',
  'import',
  'reconciliation',
  'contacts',
  'applications',
  'year',
  'users',
  'personalData',
  'journal',
  'backups',
  'settings',
] as const;
