import type { handover as ru } from '../ru/handover.ts';
import type { WordsLike } from '../words.ts';

/** Words of the page that marks who received a slip. */
export const handover: WordsLike<typeof ru> = {
  title: 'Hand over slips',
  progress: '{done, number} of {total, number} handed over',
  progressLabel: 'How many slips have been handed over',
  find: 'Surname or slip number',
  keys: '↑ ↓ move, Enter mark, Esc clear',
  view: { label: 'Whom to show', waiting: 'Not received: {count, number}', all: 'All: {count, number}' },
  list: 'Who receives slips',
  of: 'Guardian of {names}',
  tick: 'Handed over: {name}',
  state: {
    waiting: 'Waiting',
    received: 'Received {moment}',
    receivedBy: 'Received {moment}, {who}',
    notPrinted: 'Slip not printed',
    expired: 'Login expired',
    revoked: 'Login revoked',
    refused: 'Slip refused, {date}',
  },
  copy: 'copy {number, number}',
  slip: {
    none: 'There is no slip No. {number}.',
    whose: 'Slip No. {number}: {name}',
    good: 'It may be handed over. Enter marks it.',
    elsewhere: 'It may be handed over. Choose this class or the whole school to mark it.',
    given: 'It is valid and has been handed over.',
    void: 'Do not hand it over: the slip is void.',
  },
  menu: {
    receiver: 'Somebody else took it, or on another day…',
    refuse: 'Note a refusal',
    notRefused: 'Take the refusal back',
    refused: 'Refusal noted: {name}. Put the slip back into the safe.',
    refusalTakenBack: 'Refusal taken back: {name}',
  },
  receiver: {
    title: 'Who took the slip: {name}',
    who: 'Taken by',
    guardian: 'The guardian',
    pupil: 'The pupil',
    trusted: 'Somebody else, by proxy',
    name: 'Who exactly',
    on: 'When',
    mark: 'Mark as handed over',
    byTrust: 'by proxy: {name}',
  },
  toPrint: 'Print it',
  marked: 'Handed over: {name}. The first password has been removed from the registry.',
  takeBack: 'Take back',
  takenBack:
    'Mark taken back: {name}. The first password is already gone: the slip in hand is valid, a lost one needs a new issue.',
  all: {
    action: 'Mark all: {count, number}',
    title: 'Has everybody received their slip?',
    text: '{count, plural, one {# slip will be marked: {scope}. Its first password will be removed from the registry for good, and the slip cannot be printed again.} other {# slips will be marked: {scope}. Their first passwords will be removed from the registry for good, and the slips cannot be printed again.}}',
    confirm: 'Handed over: {count, number}',
    marked:
      '{count, plural, one {# slip handed over} other {# slips handed over}}. The first passwords have been removed from the registry.',
    takenBack:
      '{count, plural, one {# mark taken back} other {# marks taken back}}. The first passwords are already gone: slips in hand are valid.',
  },
  empty: {
    title: 'Nothing to hand over yet',
    text: 'Issue logins and print the slips first.',
    issue: 'Issue logins',
    done: 'Everybody has received their slip',
    doneText: 'The marks can be seen in the list of all.',
    showAll: 'Show all',
    nextClass: 'Next class: {className}',
    notFound: 'Nobody whose surname begins with “{query}”',
    notFoundText: 'Check the letters, or show all: the slip may have been handed over already.',
    clear: 'Clear the search',
  },
};
