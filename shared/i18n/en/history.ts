import type { history as ru } from '../ru/history.ts';
import type { WordsLike } from '../words.ts';

export const history: WordsLike<typeof ru> = {
  imported: 'Loaded from a file',
  changed: 'Data changed',
  issued: 'Login made',
  printed: 'Slip printed',
  'handed-over': 'Slip handed over',
  'taken-back': 'Handover mark taken back',
  revoked: 'Login revoked',
  moved: 'Moved to another class',
  left: 'Left the school',
  returned: 'Came back to school',
  renamed: 'Name changed',
  added: 'Added by hand',
  corrected: 'Corrected by hand',
};
