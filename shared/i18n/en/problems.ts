import type { problems as ru } from '../ru/problems.ts';
import type { WordsLike } from '../words.ts';

export const problems: WordsLike<typeof ru> = {
  'guardian-hidden': {
    title: 'A hidden guardian was left out',
    expected: 'a guardian whose link is not hidden in the source',
  },
  'name-missing': { title: 'Surname or first name is missing', expected: "the pupil's surname and first name" },
  'guardian-name-missing': {
    title: 'A contact without a guardian’s name was left out',
    expected: "the guardian's surname and first name in the same row",
  },
  'class-missing': { title: 'Class is missing', expected: 'a class, such as 5А' },
  'name-mixed-alphabets': {
    title: 'A Latin letter among Cyrillic ones',
    expected: 'Cyrillic letters only; Latin: “{hint}”',
  },
  'name-remark': { title: 'A remark in brackets was left out', expected: 'the full name without “{hint}”' },
  'name-initials': { title: 'An initial instead of the first name', expected: 'names in full, as in the diary' },
  'name-odd-sign': { title: 'An odd sign in the name', expected: 'letters and hyphens only; odd: “{hint}”' },
  'birth-date-invalid': { title: 'No such date', expected: 'date of birth, such as 01.09.2015' },
  'birth-date-short-year': { title: 'A year of two digits', expected: 'four digits; understood as {hint}' },
  'birth-date-unlikely': { title: 'Unusual age', expected: 'a school age; this makes {hint}' },
  'sex-unknown': { title: 'Sex not recognised', expected: 'м or ж' },
  'phone-invalid': { title: 'No such phone number', expected: '11 digits, such as +7 926 123-45-67' },
  'digits-lost': {
    title: 'Excel shortened the number, its last digits are lost',
    expected: 'the whole number: make the column text and type it again',
  },
  'email-invalid': { title: 'Not an e-mail address', expected: 'an address like name@example.com' },
  'email-typo': { title: 'The e-mail address may have a typo', expected: 'perhaps “{hint}”' },
  'snils-checksum': { title: 'The check number of this SNILS is wrong', expected: 'last two digits {hint}' },
  'snils-invalid': { title: 'Not a SNILS', expected: '11 digits, such as 112-233-445 95' },
  'code-invalid': { title: 'The code is misspelt', expected: 'digits 0–9 and Latin letters A–F; found “{hint}”' },
  'code-taken': {
    title: 'Another pupil already has this code',
    expected: 'a code of one’s own; here two share it: {hint}',
  },
  'duplicate-row': { title: 'The row repeats another', expected: 'one row a pupil; the first is {hint}' },
  'relation-unknown': { title: 'Relation not recognised', expected: 'mother, father, guardian or trustee' },
  'row-too-long': { title: 'More cells than columns', expected: 'as many cells as the header has' },
  'class-is-group': { title: 'Not a class, kept as a group', expected: 'a class, such as 5А' },
  'parent-unknown': { title: 'No guardian with this code in the file', expected: "the code of a guardian's row" },
  'left-on-invalid': { title: 'The day of leaving cannot be read', expected: 'a date, such as 01.06.2026' },
  'leaver-unknown': { title: 'No such pupil in the registry', expected: 'a pupil of the registry' },
  'login-taken': { title: 'This login is taken', expected: 'a login of one’s own; here two share it: {hint}' },
  'login-differs': {
    title: 'This person has another login',
    expected: 'the present login stays; a new one is issued separately',
  },
  'password-without-login': { title: 'A password without a login', expected: 'a login in the same row' },
};
