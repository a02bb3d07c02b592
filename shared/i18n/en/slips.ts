import type { slips as ru } from '../ru/slips.ts';
import type { WordsLike } from '../words.ts';

/** Words of the page that prints slips and lists. */
export const slips: WordsLike<typeof ru> = {
  title: 'Print slips',
  which: {
    label: 'Which slips',
    new: 'New',
    newHint: 'not printed yet',
    waiting: 'All not handed over',
    waitingHint: 'also those printed before, with the same passwords',
  },
  perPage: { label: 'Slips on a page', '8': '8 on a page', '4': '4 on a page, large' },
  language: 'Language of the slips',
  masked: 'Passwords are hidden here. They will be on the paper only.',
  purged:
    '{count, plural, =0 {} one {# slip has been handed over and its password removed: it cannot be printed again.} other {# slips have been handed over and their passwords removed: they cannot be printed again.}}',
  count: '{count, plural, one {# slip} other {# slips}}',
  action: '{count, plural, one {Print # slip} other {Print # slips}}',
  preview: 'This is how it looks on paper',
  pages: '{count, plural, one {# page} other {# pages}}, A4',
  menu: { savePdf: 'Save as PDF…', classList: 'Class list', register: 'Handover register' },
  list: {
    classListText: 'Logins of the pupils and guardians of the class, no passwords.',
    registerText: 'A sheet to sign for the slips received, no passwords.',
    back: 'To the slips',
    print: { 'class-list': 'Print the list', 'handover-register': 'Print the register' },
  },
  empty: {
    new: {
      title: 'No new slips',
      text: 'Everything issued has been printed. Mark who received theirs, or print again what has not been handed over.',
      again: 'Show all not handed over',
      next: 'Go to handing over',
    },
    received: {
      title: 'All slips have been handed over',
      text: 'The first passwords have been removed from the registry, nothing is left to print.',
    },
    waiting: {
      title: 'Nothing to print',
      text: 'No login here waits to be handed over. Issue logins, and their slips will appear.',
      issue: 'Issue logins',
    },
  },
  print: {
    title: 'Print',
    printer: 'Printer',
    copies: 'One copy: nobody needs a second slip with the same password.',
    working: { preparing: 'Preparing pages', printing: 'Sending to the printer', saving: 'Saving the file' },
    searching: 'Looking for printers',
    noPrinter: {
      title: 'No printer found',
      kept: 'The slips are not marked as printed.',
      next: 'Switch the printer on and look again, or save the slips as a PDF.',
      search: 'Look again',
    },
    failed: {
      kept: 'The slips are not marked as printed.',
      next: 'Check the printer and its paper and try again, or choose another printer.',
    },
    saveFailed: {
      kept: 'The slips are not marked as printed.',
      next: 'Choose another folder and try again.',
    },
    notMarked: {
      title: 'The slips are on paper, but they could not be marked as printed',
      kept: 'The logins and passwords on them are valid.',
      next: 'Try marking them again.',
    },
  },
  saved: {
    title: 'Have the slips been printed?',
    text: '{count, plural, one {The file “{name}” is saved. It holds the password of # person.} other {The file “{name}” is saved. It holds the passwords of # people.}}',
    warning: 'Print the file and delete it. Do not send it by mail or put it into shared folders.',
    yes: '{count, plural, one {Yes, # slip is printed} other {Yes, # slips are printed}}',
    notYet: 'Not yet',
    left: 'The slips still count as not printed. Delete the file with the passwords if you do not need it.',
    list: 'The file “{name}” is saved',
  },
  printed: {
    title: '{count, plural, one {# slip printed} other {# slips printed}}',
    text: 'Hand the slips out and mark who received theirs.',
    action: 'Mark who received',
    again: 'Print more',
    list: 'The document has been sent to the printer',
  },
};
