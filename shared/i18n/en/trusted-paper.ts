import type { trustedPaper as russian } from '../ru/trusted-paper.ts';
import type { WordsLike } from '../words.ts';

/** Words of the printed note on how to open a child's diary to a trusted person. */
export const trustedPaper: WordsLike<typeof russian> = {
  title: 'How to open the diary to a trusted person',
  pupil: 'Pupil: {pupil}, {className}',
  why: 'A grandmother, nanny, tutor or somebody else close to you can see the child’s diary with an account of their own. Give nobody your login and password.',
  need: 'What is needed',
  needs: {
    account: 'That person must have an own account on the portal.',
    known: 'You must know the surname and the mobile phone number or SNILS.',
  },
  steps: 'What the guardian does',
  step: {
    1: 'Sign in to the portal as yourself and open “Trusted people” in your account.',
    2: 'Choose the service “Electronic diary” and the child.',
    3: 'Enter the surname and the phone or SNILS of the person you trust.',
    4: 'Check the data and send the invitation.',
  },
  after: 'What the trusted person does',
  accept:
    'Sign in to the portal as oneself and accept the invitation among the messages of the account. Access opens within a day.',
  whom: 'Whom you invite',
  phone: 'Phone',
  snils: 'SNILS',
  tell: 'Tell the class teacher whom you have invited: the school notes it and can answer who sees the child’s diary.',
  withdraw: 'Access can be withdrawn in the same place on any day. Tell the school then.',
  foot: '{school}, {date}',
  file: 'Note on trusted people',
};
