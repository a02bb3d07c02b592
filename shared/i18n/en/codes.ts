import type { codes as ru } from '../ru/codes.ts';
import type { WordsLike } from '../words.ts';

/** Words of the page of portal codes, of the field that takes one, and of what can be wrong with it. */
export const codes: WordsLike<typeof ru> = {
  title: 'Portal codes',
  without: '{count, plural, =0 {everybody has a code} one {# pupil without a code} other {# pupils without a code}}',
  byClass: 'Without a code, by class',
  complete: 'everybody has a code',
  none: 'No code',
  column: { name: 'Pupil', class: 'Class', code: 'Code' },
  which: { label: 'Whom to show', without: 'Without a code', all: 'All' },
  menu: { letter: 'Letter to support', list: 'Print who has no code' },
  save: 'Save the code',
  saveAndNext: 'Save, then the next',
  change: 'Change',
  remove: 'Remove the code',
  removed: 'Code removed',
  add: 'Add a code',
  steps: 'How to get the code',
  obtained: {
    guardian:
      '{system}: guardians find the code themselves; the way is printed on the slip. It need not be entered here.',
    'pupil-or-guardian':
      '{system}: pupils or guardians find the code themselves; the way is printed on the slip. It need not be entered here.',
    school: '{system}: the school gives the code. Enter it here, and it is printed on the slip.',
    'school-looks-up':
      '{system}: the school sees the code in its own system. Enter it here, and it is printed on the slip.',
    'vendor-support': '{system}: the support desk gives the code. A letter with the pupils is ready.',
    application:
      '{system}: the code is given on a guardian’s application. Enter the codes of those whose applications are registered.',
    none: '{system}: the portal needs no code.',
  },
  heldBack: {
    title: '{system}: a code is given out on a registered application only',
    text: 'A code is entered and printed only for those whose application for one has been registered.',
    action: 'Open applications',
  },
  empty: {
    title: 'Everybody has a code',
    text: 'Codes can be seen and corrected in the list of all.',
    action: 'Show all',
    nobody: 'Nobody is here yet',
    nobodyText: 'Import the list of pupils, and they will appear here.',
  },
  letter: {
    title: '{count, plural, one {Letter about the code of # pupil} other {Letter about the codes of # pupils}}',
    text: 'Copy the text into the school’s mail or into a request on the support site. It has names of pupils and guardians and classes, no logins or passwords.',
    none: 'There is nothing to ask support about.',
  },
  paste: {
    action: 'Paste a list',
    title: 'Paste codes as a list',
    field: 'Lines of name and code',
    hint: 'One pupil a line: surname and first name, a tab or semicolon, then the code. Two columns copied from a table will do.',
    example: 'Surname Name;code',
    save: '{count, plural, =0 {Save codes} one {Save # code} other {Save # codes}}',
    saved: '{count, plural, one {# code saved} other {# codes saved}}',
    outcome: {
      new: 'New',
      changed: 'Replaces the old one',
      same: 'Already there',
      nobody: 'No such pupil',
      several: 'Several fit',
      invalid: 'Mistake in the code',
      taken: 'Somebody else’s code',
    },
  },
  problem: {
    place: 'Character {position, number}: “{char}”.',
    lookAlike: 'Character {position, number}: “{char}” only looks like a letter of the other alphabet.',
    'hex-digit': 'This code has digits and the Latin letters A to F only.',
    'guid-length': 'The code must have 32 characters, not counting hyphens: check that all of it was copied.',
    'guid-groups': 'The hyphens are in the wrong places: groups of 8, 4, 4, 4 and 12 characters.',
    'no-spaces': 'There must be no spaces inside the code.',
    'one-alphabet': 'Russian and Latin letters are mixed in the code: type this character anew.',
    'short-text': 'Too long for a code: at most 64 characters.',
    empty: 'There is no code.',
    taken:
      'This code already belongs to {owner}, {ownerClass}. Two pupils never share a code: check whose it is. Here it is being entered for {wanted}.',
  },
};
