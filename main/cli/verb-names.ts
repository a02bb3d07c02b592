/** Every verb of the command line. */
export const verbNames = [
  'create',
  'import',
  'people',
  'issue',
  'print',
  'handover',
  'reconcile',
  'undo',
  'users',
  'passphrase',
  'routes',
  'call',
] as const;
export type VerbName = (typeof verbNames)[number];

/** Is this a verb of the command line? */
export const isVerb = (word: string | undefined): word is VerbName =>
  word !== undefined && (verbNames as readonly string[]).includes(word);

/** Are these words for the command line rather than for the window? */
export const areForCommandLine = ([first]: readonly string[]): boolean =>
  isVerb(first) || first === '--help' || first === '-h' || first === 'help';
