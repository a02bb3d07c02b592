/** Words of the sheet with which a new user comes to the first sign-in. */
export const firstPassphraseSheet = {
  title: 'First sign-in',
  school: 'School: {name}',
  user: 'For: {name}, {role}',
  made: 'Made: {date}. Accepted until {until} inclusive',
  codeTitle: 'First passphrase',
  explanation: [
    'Small Latin letters. Hyphens and spaces may be left out.',
    'It lets you in once: the program asks for a passphrase of your own at once.',
    'Nobody knows your own passphrase, the administrator neither. Do not tell it.',
  ],
  howTitle: 'How to sign in',
  how: [
    '1. Open the program and choose your name on the lock screen.',
    '2. Enter the first passphrase from this sheet.',
    '3. Choose your own: four or five unrelated words, at least 15 characters. Destroy this sheet.',
  ],
} as const;
