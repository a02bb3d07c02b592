import type { states as ru } from '../ru/states.ts';
import type { WordsLike } from '../words.ts';

/** States and kinds that many screens name, always in the same words. */
export const states: WordsLike<typeof ru> = {
  credential: {
    none: 'No login',
    generated: 'Not printed',
    printed: 'Printed',
    'handed-over': 'Handed over',
    activated: 'Signed in',
    changed: 'Password changed',
    expired: 'Expired',
    revoked: 'Revoked',
  },
  person: { active: 'At school', 'to-check': 'To check', left: 'Left' },
  holder: { pupil: 'Pupil', guardian: 'Guardian' },
  holders: { pupil: 'Pupils', guardian: 'Guardians' },
  role: {
    administrator: 'Administrator',
    'diary-administrator': 'Diary administrator',
    'class-teacher': 'Class teacher',
    viewer: 'Viewer',
  },
  relation: { mother: 'mother', father: 'father', guardian: 'guardian', trustee: 'trustee', other: 'other' },
  source: { school: 'school', portal: 'portal', guardian: 'guardian' },
  check: { ok: 'Checked', warning: 'To check', unchecked: 'Not checked' },
  sex: { male: 'male', female: 'female' },
  origin: {
    import: 'from the file “{file}”, {date}',
    hand: 'by hand, {date}',
    handBy: 'by hand, {date}, {who}',
  },
};
