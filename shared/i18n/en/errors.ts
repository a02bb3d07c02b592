import type { errors as ru } from '../ru/errors.ts';
import type { WordsLike } from '../words.ts';

/** What is said when the desk refuses: what happened, what was kept, what to do next. One entry a refusal reason. */
export const errors: WordsLike<typeof ru> = {
  LOCKED: {
    title: 'The registry is locked',
    kept: 'Everything you saved is safe.',
    next: 'Enter the passphrase to carry on.',
  },
  PASSPHRASE_NEEDED: {
    title: 'Your passphrase is needed',
    kept: 'Nothing was done.',
    next: 'Try again and enter your passphrase.',
  },
  FORBIDDEN: {
    title: 'Your role does not include this',
    kept: 'Nothing has changed.',
    next: 'Ask an administrator to do it or to give you the right.',
  },
  STALE_PLAN: {
    title: 'The registry changed while you were looking',
    kept: 'Nothing was written.',
    next: 'Check the file again to get a fresh plan.',
  },
  HELD: {
    title: 'A decision of yours comes first',
    kept: 'Nothing was written.',
    next: 'Look through the marked rows and decide what to do with them.',
  },
  'connection-lost': {
    title: 'The registry service is restarting',
    kept: 'Everything saved is safe; the last action may not have gone through.',
    next: 'Wait a few seconds and try again.',
  },
  'already-closed': {
    title: 'This application has been closed',
    kept: 'The registry has not changed.',
    next: 'Open the application to see when and how it ended.',
  },
  'already-undone': {
    title: 'This has been undone already',
    kept: 'The registry has not changed.',
    next: 'Refresh the journal to see when and by whom.',
  },
  'application-needed': {
    title: 'The code is given out by application',
    kept: 'The registry has not changed.',
    next: 'Register the application first. The rule can be changed in the diary settings.',
  },
  'class-not-found': {
    title: 'There is no such class',
    kept: 'The registry has not changed.',
    next: 'Choose a class from the list.',
  },
  damaged: {
    title: 'The registry file is damaged',
    kept: 'The file was left as it is, and nothing is written to it.',
    next: 'Restore the registry from one of the copies the desk has made.',
  },
  'disk-full': {
    title: 'The disk is full',
    kept: 'The whole action was taken back; earlier data is safe.',
    next: 'Free some space and try again.',
  },
  'document-gone': {
    title: 'The document is no longer available',
    kept: 'The logins are as they were.',
    next: 'Prepare the document again.',
  },
  'exists-already': {
    title: 'The registry has this already',
    kept: 'The existing record has not changed.',
    next: 'Open the existing record.',
  },
  'file-changed': {
    title: 'The file has changed meanwhile',
    kept: 'The registry has not changed.',
    next: 'Choose the file again: a new plan will be made.',
  },
  'file-gone': {
    title: 'The file is not there',
    kept: 'The registry has not changed.',
    next: 'It may have been moved or renamed. Choose it again.',
  },
  'file-unreadable': {
    title: 'The file cannot be read',
    kept: 'The registry has not changed.',
    next: 'Close it in other programs and check that it opens.',
  },
  'first-passphrase-expired': {
    title: 'The first passphrase has expired',
    kept: 'The registry is locked and safe.',
    next: 'Ask the administrator for a new first passphrase.',
  },
  'folder-missing': {
    title: 'The registry folder is missing',
    kept: 'Nothing was created or changed.',
    next: 'Connect the disk that holds the registry and try again.',
  },
  'folder-network': {
    title: 'The registry must not lie in a network folder',
    kept: 'The folder {folder} lies on another computer. The file was neither opened nor changed.',
    next: 'Close the program on all computers, copy the registry folder to a disk of this computer and open it there. A network folder may hold copies: choose it under Backups.',
  },
  'folder-synced': {
    title: 'The registry must not lie in a cloud folder',
    kept: 'Another program copies the folder {folder} to a cloud and damages a file that is being written. The file was neither opened nor changed.',
    next: 'Move the registry folder to a disk of this computer outside the cloud and open it there. A cloud folder may hold copies: choose it under Backups.',
  },
  'held-other-file': {
    title: 'This looks like another file: {number, number} of {of, number} rows not recognised',
    kept: 'Nothing was written.',
    next: 'Check that this is the right file. If it is, type this number.',
  },
  'held-many-leave': {
    title: 'Many pupils would leave: {number, number} of {of, number}',
    kept: 'Nothing was written.',
    next: 'Check that the list is complete. If it is, type this number.',
  },
  'held-many-change': {
    title: 'Too much would change: {number, number} of {of, number}',
    kept: 'Nothing was written.',
    next: 'Check the columns and a few rows. If all is right, type this number.',
  },
  'held-class-emptied': {
    title: 'Nobody would remain in class {className}: {number, number} leave or move',
    kept: 'Nothing was written.',
    next: 'Check that this is the right list. If it is, type this number.',
  },
  'in-use': {
    title: 'Another program has the registry open',
    kept: 'The data has not changed.',
    next: 'Close the other window or the command line, then try again. If another Windows user works on this computer, the program may still be open there.',
  },
  'in-use-diary': {
    title: 'This diary is in use',
    kept: 'The diary profile has not changed.',
    next: 'Choose another diary for the school and its classes. A profile with logins or codes stays in the registry.',
  },
  'invalid-input': {
    title: 'Some fields need attention',
    kept: 'Nothing was written.',
    next: 'Check the marked fields and try again.',
  },
  'keyring-missing': {
    title: 'The file with the registry keys is missing',
    kept: 'The registry itself was not touched.',
    next: 'Put the key file back into the registry folder, or restore from a copy.',
  },
  'last-administrator': {
    title: 'This is the only administrator with a passphrase of their own',
    kept: 'Nothing has changed.',
    next: 'First add a second administrator and wait until they have signed in and chosen a passphrase.',
  },
  'login-taken': {
    title: 'This login is taken',
    kept: 'The registry has not changed.',
    next: 'Choose another one. A login is never given out twice.',
  },
  'logins-are-imported': {
    title: 'The diary makes the logins itself',
    kept: 'The registry has not changed.',
    next: 'Import or paste the list of logins from the diary, or choose another way in the settings.',
  },
  'mapping-incomplete': {
    title: 'Surname, first name and class are not all assigned',
    kept: 'The registry has not changed.',
    next: 'Assign these columns and continue.',
  },
  'newer-registry': {
    title: 'A newer version of the desk saved this registry',
    kept: 'The file was not touched.',
    next: 'Install the newer version and open the registry there.',
  },
  'not-a-registry': {
    title: 'This is not a registry file',
    kept: 'The file was not touched.',
    next: 'Choose another file or create a new registry.',
  },
  'not-found': {
    title: 'The record cannot be found',
    kept: 'The registry has not changed.',
    next: 'It may have been removed or merged. Go back to the list.',
  },
  'nothing-to-ask': {
    title: 'Nothing to ask for: everybody chosen has a code',
    kept: 'The registry has not changed.',
    next: 'Choose another class.',
  },
  'nothing-to-export': {
    title: 'Nothing to export',
    kept: 'The registry has not changed.',
    next: 'Change the filter and try again.',
  },
  'nothing-to-issue': {
    title: 'Everyone chosen has a login',
    kept: 'The registry has not changed.',
    next: 'Choose another class, or go on to printing slips.',
  },
  'nothing-to-print': {
    title: 'There is nothing to print',
    kept: 'The logins are as they were.',
    next: 'Choose another class, or issue logins first.',
  },
  'nothing-to-hand-over': {
    title: 'There is nothing to mark',
    kept: 'The logins are as they were.',
    next: 'Print the slips first, then mark them as handed over.',
  },
  'own-account': {
    title: 'You cannot do this to yourself',
    kept: 'Nothing has changed.',
    next: 'Change your own passphrase at the bottom left, beside your name. Another administrator can take your rights away.',
  },
  'own-passphrase-needed': {
    title: 'Choose a passphrase of your own',
    kept: 'The first passphrase is right; the registry is still locked.',
    next: 'A first passphrase lets you in once, to set your own: in the window or with desk passphrase.',
  },
  'password-purged': {
    title: 'The initial password has been deleted',
    kept: 'The login has not changed.',
    next: 'If the slip is lost, issue the login again: it will have a new password.',
  },
  'number-taken': {
    title: 'This year already has an application with this number',
    kept: 'The application was not saved.',
    next: 'Take the next free number.',
  },
  'passphrase-too-short': {
    title: 'The passphrase is too short',
    kept: 'The old one has not changed.',
    next: 'Use at least 15 characters. Four or five unrelated words work well.',
  },
  'passphrase-too-common': {
    title: 'This phrase is easy to guess',
    kept: 'The old one has not changed.',
    next: 'Choose another, without the school name, people’s names or rows of keys.',
  },
  'picture-unusable': {
    title: 'This picture cannot be used',
    kept: 'The former logo has not changed.',
    next: 'Choose a PNG or JPEG of up to 300 KB and 2000 pixels a side.',
  },
  'preview-gone': {
    title: 'This reading of the file has expired',
    kept: 'The registry has not changed.',
    next: 'Choose the file again.',
  },
  'preset-exists': {
    title: 'A layout of this name exists',
    kept: 'The existing layout has not changed.',
    next: 'Choose another name or replace the existing one.',
  },
  'reveal-off': {
    title: 'Showing passwords is switched off in the school’s settings',
    kept: 'The password was not shown and has not changed.',
    next: 'Print the slip again or re-issue the password. An administrator can switch showing on.',
  },
  'template-exists': {
    title: 'An own slip of this name exists',
    kept: 'The existing slip has not changed.',
    next: 'Choose another name.',
  },
  'template-unusable': {
    title: 'This own slip cannot be printed',
    kept: 'Nothing was printed or written.',
    next: 'Open the own slip and mend what is noted under its preview, or choose the usual slips.',
  },
  'print-failed': {
    title: 'The printer did not take the document',
    kept: 'The logins are not marked as printed.',
    next: 'Check the printer and the paper and try again, or save the document to a file.',
  },
  'read-only': {
    title: 'The registry folder cannot be written to',
    kept: 'The data has not changed.',
    next: 'Check the rights on the folder or the write protection of the drive.',
  },
  'self-test-failed': {
    title: 'The self-test did not pass',
    kept: 'Nothing was written.',
    next: 'Restart the program. If it happens again, reinstall it: the registry stays intact.',
  },
  'slip-void': {
    title: 'This slip is no longer valid',
    kept: 'The state of the logins has not changed.',
    next: 'A new login or password has been issued. Hand over the latest copy and destroy this one.',
  },
  'table-archive-damaged': {
    title: 'The archive is damaged',
    kept: 'The registry has not changed.',
    next: 'Export the file again.',
  },
  'table-archive-encrypted': {
    title: 'The file is protected by a password',
    kept: 'The registry has not changed.',
    next: 'Take the password off in the program that made the file, and choose it again.',
  },
  'table-archive-too-large': {
    title: 'The archive unpacks into too much',
    kept: 'The registry has not changed.',
    next: 'Save the sheet you need as a CSV file.',
  },
  'table-empty': {
    title: 'The file has no rows',
    kept: 'The registry has not changed.',
    next: 'Export the list from the diary again and choose the new file.',
  },
  'table-nul-character': {
    title: 'The file is broken{row, plural, =0 {} other { at row #}}',
    kept: 'The registry has not changed.',
    next: 'Export the list from the diary again.',
  },
  'table-not-a-table': {
    title: 'This is not a table',
    kept: 'The registry has not changed.',
    next: 'Choose a CSV, TXT, XLSX or ODS file. Copy a table out of a Word or PDF document and paste it: Ctrl+V.',
  },
  'table-package-incomplete': {
    title: 'The package lacks a table',
    kept: 'The registry has not changed.',
    next: 'Export the whole package: people, classes and enrolments.',
  },
  'table-record-too-long': {
    title: 'A row is too long{row, plural, =0 {} other {: row #}}',
    kept: 'The registry has not changed.',
    next: 'Most likely a quotation mark is not closed. Check this row.',
  },
  'table-sheet-empty': {
    title: 'This sheet has no rows',
    kept: 'The registry has not changed.',
    next: 'Choose another sheet.',
  },
  'table-spreadsheet': {
    title: 'This is an Excel workbook of an older or binary kind',
    kept: 'The registry has not changed.',
    next: 'Open it in Excel, use “Save as” with the type “Excel Workbook (.xlsx)”, then choose the new file.',
  },
  'table-spreadsheet-damaged': {
    title: 'The workbook is damaged',
    kept: 'The registry has not changed.',
    next: 'Open it in Excel, save it anew and choose it again.',
  },
  'table-too-many-columns': {
    title: 'Too many columns{limit, plural, =0 {} other {: over #}}',
    kept: 'The registry has not changed.',
    next: 'Keep only the columns you need, or choose another separator.',
  },
  'table-too-many-rows': {
    title: 'Too many rows{limit, plural, =0 {} other {: over #}}',
    kept: 'The registry has not changed.',
    next: 'Split the file, for example by grade.',
  },
  'table-undecodable': {
    title: 'The letters in the file cannot be read{row, plural, =0 {} other { (row #)}}',
    kept: 'The registry has not changed.',
    next: 'Choose another encoding, or export the list again.',
  },
  'table-unterminated-quote': {
    title: 'A quotation mark is not closed{row, plural, =0 {} other {: row #}}',
    kept: 'The registry has not changed.',
    next: 'Correct this row in the file and choose it again.',
  },
  'too-many-attempts': {
    title: 'Too many attempts',
    kept: 'The registry is locked and safe.',
    next: '{seconds, plural, =0 {Wait a little and try again.} one {Try again in # second.} other {Try again in # seconds.}}',
  },
  'undo-impossible': {
    title: 'It is too late to undo this',
    kept: 'The registry has not changed.',
    next: 'Slips have been printed or data has changed since. Correct the records one by one.',
  },
  unexpected: {
    title: 'Something went wrong',
    kept: 'The action was taken back; earlier data is safe.',
    next: 'Try again. If that does not help, restart the program.',
  },
  'user-exists': {
    title: 'There is a user with this name already',
    kept: 'Nothing has changed.',
    next: 'Add something that tells them apart, such as a middle name or a class.',
  },
  'wrong-passphrase': {
    title: 'That passphrase did not work',
    kept: 'The registry is locked and safe.',
    next: 'Check the keyboard layout and Caps Lock, then enter it again.',
  },
  'wrong-recovery-code': {
    title: 'That recovery code did not work',
    kept: 'The registry is locked and safe.',
    next: 'Compare it with the recovery sheet. Only the latest sheet is valid.',
  },
  'year-begun-already': {
    title: 'The new academic year has begun already',
    kept: 'The registry has not changed.',
    next: 'The next year can be begun in summer, two months before its first day.',
  },
  'year-in-use': {
    title: 'The beginning of the year can no longer be taken back as a whole',
    kept: 'The registry has not changed.',
    next: 'Pupils were added or moved in the new classes since. Take these actions back in the journal, or correct the places of single pupils.',
  },
};
