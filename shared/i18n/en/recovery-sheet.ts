import type { recoverySheet as russian } from '../ru/recovery-sheet.ts';
import type { WordsLike } from '../words.ts';

/** Words of the one-page recovery sheet. */
export const recoverySheet: WordsLike<typeof russian> = {
  title: 'Recovery sheet',
  school: 'School: {name}',
  registry: 'Registry file: {name}',
  made: 'Made on: {date}',
  codeTitle: 'Recovery code',
  explanation: [
    'This code opens the registry when the passphrase is forgotten.',
    'Whoever holds this sheet and the registry file can read the registry.',
    'Keep the sheet away from the computer: in the head teacher’s safe, in a signed envelope.',
    'Without the passphrase and without this code nobody can open the registry, not even its makers.',
  ],
  howTitle: 'If the passphrase is forgotten',
  how: [
    '1. On the sign-in screen choose “Forgot the passphrase?”.',
    '2. Type the code: capitals, spaces and hyphens do not matter.',
    '3. Think of a new passphrase and print the new sheet. Destroy this one: it is not valid any more.',
  ],
};
