import type { matches as ru } from '../ru/matches.ts';
import type { WordsLike } from '../words.ts';

export const matches: WordsLike<typeof ru> = {
  'external-id': 'Same code (GUID)',
  account: 'Same diary login',
  snils: 'Same SNILS and name',
  'all-equal': 'Everything equal',
  'class-differs': 'Same name and date of birth, another class',
  'patronymic-differs': 'Same surname, first name and date of birth, another patronymic',
  'no-birth-date': 'Same name and class, date of birth unknown',
  'birth-date-differs': 'Same name and class, another date of birth',
  'surname-differs': 'Same first name, patronymic, date of birth and class, another surname',
  'first-name-differs': 'Same surname, date of birth and class, another first name: perhaps twins',
  'name-only': 'Only the name is equal',
  'snils-of-other': 'Another pupil has this SNILS',
  'several-candidates': 'Several pupils fit',
  'several-rows': 'Several rows of the file look like this pupil',
  decided: 'You said so',
  'case-number': 'Same number of the personal file',
  'similar-name': 'Nearly the same name in this class: perhaps a typing mistake',
};
