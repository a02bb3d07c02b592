import type { findings as russian } from '../ru/findings.ts';
import type { WordsLike } from '../words.ts';

/** What was found in reconciliation: what it is, why it matters, what to do. */
export const findings: WordsLike<typeof russian> = {
  'only-in-school': {
    title: 'Not on the portal',
    why: 'The person is known at school but not on the portal.',
    todo: 'The family registers on the portal with the same data as at school.',
  },
  'only-in-portal': {
    title: 'Not at school',
    why: 'The portal knows the person, the registry does not.',
    todo: 'Check whether the child goes to another school; if it is yours, add it to the registry.',
  },
  'no-contact': {
    title: 'No contact at all',
    why: 'The school has neither phone nor e-mail: nobody can enter through the portal.',
    todo: 'Ask the family for phone and e-mail.',
  },
  'email-domain-typo': {
    title: 'E-mail domain mistyped',
    why: 'The mailbox is the same, the mail service is written differently.',
    todo: "Take the right address; most often it is the portal's.",
  },
  'email-typo': {
    title: 'One letter in the e-mail',
    why: 'The addresses differ by one character.',
    todo: 'Check with the family which is right.',
  },
  'email-case': {
    title: 'Capital letters in the e-mail',
    why: 'The addresses differ only in capital letters.',
    todo: "Take the portal's spelling.",
  },
  'email-differs': {
    title: 'Another e-mail',
    why: 'School and portal hold different addresses.',
    todo: "If the address has changed take the portal's; otherwise the family corrects the portal.",
  },
  'email-missing': {
    title: 'No e-mail at school',
    why: 'The portal has an e-mail, the school has none.',
    todo: "Take the portal's address.",
  },
  'phone-digit': {
    title: 'One digit of the phone',
    why: 'The numbers differ by one digit.',
    todo: 'Check with the family which is right.',
  },
  'phone-swapped': {
    title: 'Digits of the phone swapped',
    why: 'Two neighbouring digits stand the other way round.',
    todo: 'Check with the family which is right.',
  },
  'phone-former': {
    title: 'Former phone on the portal',
    why: 'The school had this number before and replaced it.',
    todo: 'The family gives the new number on the portal.',
  },
  'phone-landline': {
    title: 'Landline',
    why: 'One of the numbers is a landline: no code can arrive there.',
    todo: 'A mobile number is needed, the same at school and on the portal.',
  },
  'phone-foreign': {
    title: 'Foreign number',
    why: 'The numbers belong to different countries.',
    todo: 'Ask the family which number it gives on the portal.',
  },
  'phone-differs': {
    title: 'Another phone',
    why: 'School and portal hold different numbers.',
    todo: "If the number has changed take the portal's; otherwise the family corrects the portal.",
  },
  'phone-missing': {
    title: 'No phone at school',
    why: 'The portal has a phone, the school has none.',
    todo: "Take the portal's number.",
  },
  'snils-differs': {
    title: 'Another SNILS',
    why: 'School and portal hold different numbers.',
    todo: 'Compare them with the SNILS card.',
  },
  'snils-wrong-check': {
    title: 'SNILS with a mistake',
    why: "The check digits of the school's number are wrong.",
    todo: 'Compare the number with the SNILS card.',
  },
  'name-look-alike': {
    title: 'Latin letter in the name',
    why: 'One letter is Latin: it looks the same but is another to a program.',
    todo: 'Take the spelling without Latin letters.',
  },
  'name-yo': {
    title: 'Ё and Е',
    why: 'The name differs only in ё.',
    todo: 'Write it as in the document, alike at school and on the portal.',
  },
  'name-spelling': {
    title: 'Spelling of the name',
    why: 'Spaces, a hyphen or capital letters differ.',
    todo: 'Take the spelling of the document.',
  },
  'name-patronymic': {
    title: 'No patronymic',
    why: 'Only one side has the patronymic.',
    todo: 'Give it as in the document.',
  },
  'name-surname': {
    title: 'Another surname',
    why: 'Name and contacts are the same, the surname is not: it may have changed.',
    todo: 'Ask for the document of the change.',
  },
  'name-typo': {
    title: 'Typo in the name',
    why: 'The names differ by one or two letters.',
    todo: 'Compare with the document.',
  },
  'name-order': {
    title: 'Order of the name',
    why: 'Surname, name and patronymic stand in another order.',
    todo: 'Correct the order where it is wrong.',
  },
  'name-differs': {
    title: 'Another name',
    why: 'The names differ.',
    todo: 'Compare with the document; these may be two people.',
  },
  'pupil-guardian-same': {
    title: 'Pupil and guardian share a contact',
    why: "The child has a guardian's contact: their accounts cannot be told apart.",
    todo: "Ask the family for the pupil's own contact.",
  },
  'pupil-guardian-swapped': {
    title: "Pupil's and guardian's contacts are swapped",
    why: "The portal has the child's contact at the guardian and the guardian's at the child.",
    todo: 'Ask the family to exchange them in their accounts.',
  },
  'guardians-share-email': {
    title: 'Two guardians share an e-mail',
    why: 'One e-mail stands with two guardians.',
    todo: 'Ask whose it is and write down the other.',
  },
  'guardian-twice': {
    title: 'Guardian entered twice',
    why: 'The child has two records of one person.',
    todo: 'Merge them under "Duplicates".',
  },
  'bound-to-other-parent': {
    title: "The other guardian's data",
    why: "On the portal this person has the other guardian's contact.",
    todo: 'Ask the family to correct the contact in its own account.',
  },
  'leaver-in-portal': {
    title: 'Left, but still on the portal',
    why: 'The pupil has left, the portal still lists them.',
    todo: 'Tell the support of the portal.',
  },
};
