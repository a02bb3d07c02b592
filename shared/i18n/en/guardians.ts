import type { guardians as ru } from '../ru/guardians.ts';
import type { WordsLike } from '../words.ts';

export const guardians: WordsLike<typeof ru> = {
  title: 'Guardians',
  search: 'Surname, login, phone',
  column: { name: 'Full name', children: 'Children', phone: 'Phone', email: 'E-mail', login: 'Login', state: 'Slip' },
  empty: {
    title: 'No guardians yet',
    text: 'They appear once you load a list with the contacts of families.',
    action: 'Load a list',
  },
};
