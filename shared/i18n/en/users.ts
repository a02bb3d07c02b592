import type { users as russian } from '../ru/users.ts';
import type { WordsLike } from '../words.ts';

/** Who may sign in, with which rights, and one's own passphrase. */
export const users: WordsLike<typeof russian> = {
  title: 'Users',
  add: 'Add a user',
  showRemoved: 'Show removed ones: {count, number}',
  hideRemoved: 'Hide removed ones',
  column: {
    name: 'Name',
    role: 'Rights',
    classes: 'Classes',
    state: 'Sign-in',
    lastSignIn: 'Last sign-in',
    menu: 'Actions',
  },
  self: '{name} (you)',
  never: 'never so far',
  noClasses: 'none assigned',
  state: {
    own: 'May sign in',
    first: 'First sign-in awaited',
    'first-expired': 'First passphrase expired',
    none: 'Needs a new passphrase',
    blocked: 'Blocked',
    removed: 'Removed',
  },
  menu: {
    label: 'Actions: {name}',
    edit: 'Change…',
    reset: 'Hand out a new first passphrase…',
    block: 'Block…',
    unblock: 'Unblock…',
    remove: 'Remove from the list…',
    passphrase: 'Change your passphrase…',
  },
  form: {
    addTitle: 'New user',
    editTitle: 'Change: {name}',
    name: 'Full name',
    nameHint: 'Chosen on the lock screen; the journal is signed with it',
    role: 'Rights',
    classes: 'Classes',
    classesHint: 'A class teacher sees no other classes',
    noClasses: 'There are no classes yet: import the school’s list, then assign a class.',
    addSubmit: 'Add and hand out a first passphrase',
    editSubmit: 'Save',
    changed: 'Changed: {name}',
  },
  roleText: {
    administrator: 'Everything: users, settings, journal, copies, issuing and printing.',
    'diary-administrator':
      'All classes: import, issue, print, reconcile, applications, journal. No users, no settings.',
    'class-teacher': 'Own classes only: issue, print, hand over, contacts.',
    viewer: 'Numbers only: the school at a glance and its progress, no names.',
  },
  confirm: {
    block: {
      title: 'Block {name}?',
      text: 'Signing in stops at once: this user’s key is taken out of the keyring. You can unblock on any day; a new first passphrase is needed then.',
      go: 'Block',
      done: 'Blocked: {name}',
    },
    remove: {
      title: 'Remove {name} from the list?',
      text: 'Nobody can sign in under this name any more, and it does not come back. The journal keeps the name.',
      go: 'Remove for good',
      done: 'Removed: {name}',
    },
    reset: {
      title: 'A new first passphrase for {name}?',
      text: 'The former passphrase of this user stops working at once.',
      go: 'Hand out a new passphrase',
      done: 'New first passphrase handed out: {name}',
    },
    unblock: {
      title: 'Unblock {name}?',
      text: 'The former passphrase does not come back: a first one is handed out, and the user chooses a new one.',
      go: 'Unblock and hand out a passphrase',
      done: 'Unblocked: {name}',
    },
  },
  first: {
    title: 'First passphrase: {name}',
    text: 'Hand it over in person. It is not shown again. At the first sign-in the user chooses their own.',
    label: 'First passphrase',
    until: 'Accepted until {date} inclusive. Latin letters; hyphens and spaces do not matter.',
    done: 'I hand it over, close',
  },
  own: {
    title: 'Change your passphrase',
    text: 'The data in the registry does not change. The new passphrase is needed from the next sign-in on.',
    former: 'Present passphrase',
    next: 'New passphrase',
    submit: 'Change the passphrase',
    done: 'The passphrase is changed',
  },
};
