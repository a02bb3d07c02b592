import type { exportsWords as ru } from '../ru/exports.ts';
import type { WordsLike } from '../words.ts';

export const exportsWords: WordsLike<typeof ru> = {
  saved: 'Saved to “{name}”: {count, plural, one {# row} other {# rows}}',
  savedFile: 'Saved: {name}',
  lostLetters: 'Letters that the encoding cannot hold: {letters}. Choose UTF-8.',
  failed: 'The file was not saved',
  failedKept: 'The registry has not changed.',
  failedNext: 'Choose another folder and try again: {message}',
  tables: 'Table',
  packages: 'For other systems',
  format: {
    'csv-utf8': 'CSV (UTF-8)',
    'csv-1251': 'CSV (windows-1251, for old programs)',
    xlsx: 'Excel (XLSX)',
    'one-roster': 'OneRoster 1.2',
    sds: 'School Data Sync 2.1',
  },
  lost: {
    title: 'Some letters would be lost',
    text: '{count, plural, one {windows-1251 has no letter {letters}: a question mark would stand in for it.} other {windows-1251 has no letters {letters}: question marks would stand in for them.}}',
    saveAnyway: 'Save like this',
    useUtf8: 'Save in UTF-8',
  },
};
