import type { overview as ru } from '../ru/overview.ts';
import type { WordsLike } from '../words.ts';

/** The overview: what needs a person today, and how far each class has come. */
export const overview: WordsLike<typeof ru> = {
  title: 'Overview',
  year: 'School year {from}/{to}',
  today: 'To do',
  none: 'without a login',
  generated: 'not printed',
  printed: 'waiting to be handed over',
  noneAction: 'Issue logins',
  generatedAction: 'Print slips',
  printedAction: 'Mark as handed over',
  pupilsShort: 'Pupils: {count, number}',
  guardiansShort: 'guardians: {count, number}',
  allDone: 'Everyone has a login and a slip',
  allDoneText: 'Nothing needs you today.',
  classes: 'Classes',
  column: {
    class: 'Class',
    teacher: 'Class teacher',
    pupils: 'Pupils',
    guardians: 'Guardians',
    count: 'Total',
    handedOver: 'Handed over',
  },
  noTeacher: 'not set',
  bar: '{title}: {handedOver, number} handed over, {printed, number} printed, {generated, number} not printed, {none, number} without a login',
  handedOver: '{done, number} of {total, number}',
  noGuardians: 'no guardians',
  legend: 'Key',
  total: 'Whole school',
  empty: {
    title: 'Start with the list of pupils',
    text: 'Load a CSV export from the diary or your school software. You will see what changes before anything is written.',
    action: 'Load a list',
    noRight: 'An administrator loads the list. The classes will appear here afterwards.',
  },
};
