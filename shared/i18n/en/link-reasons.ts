import type { linkReasons as russian } from '../ru/link-reasons.ts';
import type { WordsLike } from '../words.ts';

/** Why two records are thought to be one person. */
export const linkReasons: WordsLike<typeof russian> = {
  'name-equal': 'name is equal',
  'name-order': 'same words of the name in another order',
  'patronymic-missing': 'name and surname are equal, one patronymic is missing',
  'name-typo': 'the name differs by a typo',
  'surname-changed': 'first name and patronymic are equal, the surname is not',
  'first-name-equal': 'only the first name is equal',
  'birth-date-equal': 'birth date is equal',
  'snils-equal': 'SNILS is equal',
  'code-equal': 'identifier is equal',
  'phone-equal': 'phone is equal',
  'phone-former': 'the school had this phone before',
  'email-equal': 'e-mail is equal',
  'email-former': 'the school had this e-mail before',
  'class-equal': 'class is equal',
  'family-equal': 'the family is equal',
  said: 'confirmed by a person',
};
