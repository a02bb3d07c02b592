import type { contactsPaper as russian } from '../ru/contacts-paper.ts';
import type { WordsLike } from '../words.ts';

/** Words of the sheet on which a family corrects what the school has. */
export const contactsPaper: WordsLike<typeof russian> = {
  title: 'Please check these contacts',
  family: 'Pupil: {pupils}',
  why: 'The school and the portal know you by these when you sign in to the electronic diary. Correct by hand what is wrong, fill in what is missing and return the sheet to the class teacher.',
  known: 'at school',
  right: 'right',
  none: 'none',
  more: 'and {count} more',
  kind: { phone: 'Mobile phone', email: 'E-mail', snils: 'SNILS' },
  snils: 'SNILS is printed in part so that strangers do not see it. Write it in full only if it is missing or wrong.',
  way: 'Signs in to the diary:',
  ways: { portal: 'through the portal', 'diary-login': 'with a diary login', esia: 'through Gosuslugi' },
  esia: 'From 14 a pupil may sign in through Gosuslugi with an own account.',
  born: 'born {date}',
  role: { pupil: 'pupil' },
  relation: {
    mother: 'mother',
    father: 'father',
    guardian: 'guardian',
    trustee: 'trustee',
    other: 'legal representative',
  },
  date: 'Date',
  signature: 'Signature',
  foot: '{school}, {date}',
  file: 'Contact sheets',
};
