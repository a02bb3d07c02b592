/** What an import may have done, in the order in which it is told; each is a number of its result. */
export const toldChanges = [
  'pupilsCreated',
  'pupilsChanged',
  'guardiansCreated',
  'classesCreated',
  'staff',
  'credentialsCreated',
  'toCheck',
  'left',
] as const;
