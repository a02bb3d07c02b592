import type { journal as ru } from '../ru/journal.ts';
import type { WordsLike } from '../words.ts';

/** The journal: what was done, by whom, when; what of it can be taken back. */
export const journal: WordsLike<typeof ru> = {
  title: 'Journal',
  text: 'Who did what. The journal holds no passwords and no personal data.',
  column: { when: 'When', who: 'Who', action: 'Action', subject: 'About', count: 'How many', undo: 'Undo' },
  nobody: 'not signed in',
  undone: 'Undone',
  undo: 'Undo',
  keep: 'Leave as it is',
  empty: 'Nothing has happened yet',
  emptyText: 'Imports, issued logins, printing and handing over will appear here.',
  action: {
    'registry-created': 'Registry created',
    'signed-in': 'Signed in',
    'sign-in-refused': 'Sign-in refused',
    locked: 'Registry locked',
    recovered: 'Signed in by the recovery code',
    restored: 'Copy restored',
    'settings-changed': 'Settings changed',
    imported: 'List imported',
    'import-undone': 'Import undone',
    exported: 'Exported',
    corrected: 'Corrected by hand',
    issued: 'Logins issued',
    'issue-undone': 'Issue undone',
    'slips-prepared': 'Slips prepared',
    'slips-printed': 'Slips printed',
    'slips-cancelled': 'Printing of slips cancelled',
    'list-printed': 'List prepared',
    'handed-over': 'Marked as handed over',
    'taken-back': 'Handover taken back',
  },
  undoImport: {
    title: 'Undo the import?',
    text: 'The file “{subject}”, {count, plural, one {# row} other {# rows}}. Earlier values come back. What was changed later stays as it is.',
    confirm: 'Undo the import of {count, plural, one {# row} other {# rows}}',
    done: 'Import undone. Removed: {removed, number}, earlier values put back: {restored, number}.',
    kept: 'Left as they are: {count, number}',
  },
  undoIssue: {
    title: 'Undo this issue?',
    text: '{count, plural, one {# login will be revoked} other {# logins will be revoked}}. They will never be given to anyone else.',
    confirm: 'Revoke {count, plural, one {# login} other {# logins}}',
    done: '{count, plural, one {# login revoked} other {# logins revoked}}',
  },
};
