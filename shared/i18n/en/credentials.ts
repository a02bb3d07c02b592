import type { credentials as ru } from '../ru/credentials.ts';
import type { WordsLike } from '../words.ts';

/** Words of the page that issues logins, and of the choice of a class that the three steps of issuing share. */
export const credentials: WordsLike<typeof ru> = {
  scope: {
    label: 'For whom',
    school: 'Whole school',
    chosen: '{count, plural, one {# chosen pupil} other {# chosen pupils}}',
    find: 'Find a class',
    noClass: 'There is no such class',
    previous: 'Previous class',
    next: 'Next class',
    list: 'Classes',
    holders: 'Who gets one',
    need: {
      issue: '{count, number} without a login',
      slips: '{count, number} to print',
      handover: '{count, number} to hand over',
    },
    ready: 'done',
    nobody: 'nobody here',
  },
  issue: {
    title: 'Issue logins',
    lacking: '{count, plural, one {# person without a login} other {# people without a login}}',
    action: '{count, plural, one {Issue # login} other {Issue # logins}}',
    secrets: 'Passwords are made together with the logins. They are never shown here, only printed on the slips.',
    alreadyHave: '{count, plural, =0 {} one {# person already has a login} other {# people already have a login}}',
    table: 'Who will get a login',
    column: { name: 'Name', role: 'Role', class: 'Class', children: 'Guardian of', login: 'Login' },
    allHave: {
      class: 'Everybody in {className} has a login',
      school: 'Everybody has a login',
      chosen: 'Everybody you chose has a login',
      text: 'The slips remain to be printed and handed out.',
      action: 'Go to printing slips',
    },
    nobody: {
      title: 'Nobody is here yet',
      text: 'Import the list of pupils and guardians, and those who need a login will appear here.',
      action: 'Import a list',
    },
    done: {
      title: '{count, plural, one {# login issued} other {# logins issued}}',
      text: '{pupils, plural, =0 {} other {Pupils: #. }}{guardians, plural, =0 {} other {Guardians: #. }}Now print the slips: the passwords are only there.',
      action: '{count, plural, one {Print # slip} other {Print # slips}}',
      undone: '{count, plural, one {Issue undone: # login} other {Issue undone: # logins}}',
    },
  },
};
