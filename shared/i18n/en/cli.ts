import type { cli as ru } from '../ru/cli.ts';
import type { WordsLike } from '../words.ts';

/** Words of the command line: help, questions, results. Refusals come from `errors`. */
export const cli: WordsLike<typeof ru> = {
  help: {
    intro:
      'Diary Desk on the command line: everything the window does, for scripts and nightly jobs.\n\nUsage:  desk VERB [words]\n\nVerbs:',
    common:
      'For every verb:\n  --registry FILE  the registry file; by default the one the app uses\n  --user NAME      who signs in; by default the first user\n  --json           one JSON value on standard output and nothing else\n  --lang ru|en     language of messages; by default the system’s\n  --help           this text; “desk VERB --help” tells more about a verb\n\nPassphrase: the variable DIARY_DESK_PASSPHRASE, a question in the terminal, or the first line of standard input. It is never taken from the words of the command: other users of the computer can see those.\n\nExit code: 0 done; 1 refused, the reason is on standard error; 2 nothing was written, a person has to decide.',
    usage: 'Usage:  desk {usage}',
    create: {
      usage: 'create --registry FILE --school NAME --diary SYSTEM [--address ADDRESS] [--user NAME]',
      brief: 'create the school’s encrypted registry',
      more: 'Shows the recovery code once: write it down and keep it away from the computer. Diary systems: “desk call settings.diarySystems”. --address is the school’s own address of the diary, --user the name of the first administrator.',
    },
    import: {
      usage:
        'import FILE [--preset LAYOUT] [--accept new,changed,missing] [--confirm NUMBERS] [--dry-run] [--class 5А] [--fields LIST] [--encoding NAME] [--delimiter SIGN] [--header-row NUMBER]',
      brief: 'load the list of a class or a school',
      more: 'Loads everything or nothing: when rows need a person’s decision (like several pupils, or with mistakes), it is unclear what the columns hold, or the file is unusual (many would leave or change), nothing is written, they are listed, and the exit code is 2. --accept new,changed writes the named piles and leaves the rest. --confirm gives the numbers that a held import asks for. --dry-run writes nothing and answers as the import would: code 2 with the same words for what would be held. --preset takes a layout: a built-in one (mes-contingent, belgorod, oezhd, …) or own:NUMBER. --class is the class for a file without such a column. --fields tells what the columns hold, in order, separated by commas (pupil.surname, pupil.firstName, pupil.className, …; skip leaves one out).',
    },
    people: {
      usage: 'people [--class 5А] [--query TEXT]',
      brief: 'show pupils and their logins',
      more: 'Passwords are never shown.',
    },
    issue: {
      usage: 'issue --class 5А [--for pupils,guardians]',
      brief: 'issue logins to everyone who lacks one',
      more: '--all instead of --class is the whole school. A second run changes nothing.',
    },
    print: {
      usage:
        'print --class 5А --out FILE.pdf [--per-page 4|8] [--for pupils,guardians] [--guardians mothers|fathers|others] [--again] [--overwrite] [--list KIND]',
      brief: 'save the slips with passwords for printing',
      more: 'Only you can read the file; logins are marked as printed once it is written completely. Print the slips and delete the file. --guardians mothers, fathers or others takes only these of the guardians. --again takes those printed before and not handed over. --overwrite replaces the file. --list class-list or --list handover-register makes the class list or the handover register instead of slips (no passwords). --all instead of --class is the whole school.',
    },
    handover: {
      usage: 'handover --class 5А [--for pupils,guardians] [--list]',
      brief: 'mark printed slips as received',
      more: 'The initial passwords of those marked are erased for good. --list only shows who has received theirs. --all instead of --class is the whole school.',
    },
    reconcile: {
      usage: 'reconcile FILE [--kind export|refused] [--rows pupils|guardians|by-role] [--class 5A] [--fields LIST]',
      brief: "compare the school's contacts with an export of the portal",
      more: 'Prints for each person of the file the row number, whether the person was found in the registry, and the codes of what differs; with --json also the id, the source file, the score, the reasons and both values. School data is not changed: portal values are kept beside it. The run stays in the registry; decisions are made in the window. --kind refused is for a list of people who were refused entry. --rows says whom the rows are about when the guess is wrong.',
    },
    undo: {
      usage: 'undo IMPORT_NUMBER',
      brief: 'take back the load of a list',
      more: 'Puts previous values back. What people changed after the load is kept and listed.',
    },
    users: {
      usage: 'users [add|change|block|unblock|remove|reset NAME] [--role ROLE] [--class 5A,5B] [--name NEW_NAME]',
      brief: 'list and change users',
      more: 'Without words: the list. ROLE is administrator, diary-administrator, class-teacher (with --class) or viewer. add, unblock and reset show a first passphrase once, to be handed over; the user replaces it at the first sign-in. For administrators only.',
    },
    passphrase: {
      usage: 'passphrase [--user NAME]',
      brief: 'change your own passphrase',
      more: 'Asks the former and the new phrase; without a terminal: the variables DIARY_DESK_PASSPHRASE and DIARY_DESK_NEW_PASSPHRASE, or two lines of standard input. A first passphrase is replaced in the same way.',
    },
    routes: { usage: 'routes', brief: 'every route of the contract and the right it needs', more: '' },
    call: {
      usage: "call ROUTE ['JSON' | -]",
      brief: 'call any route of the contract',
      more: 'JSON is the input of the route; “-” reads it from standard input. For routes that report progress the last message is printed.',
    },
  },
  ask: {
    passphrase: 'Passphrase: ',
    newPassphrase: 'New passphrase (15 characters or more): ',
    again: 'Once more: ',
    different: 'The two phrases differ. Nothing was created; run the command again.',
    missing:
      'A passphrase is needed: set the variable DIARY_DESK_PASSPHRASE, or give it as the first line of standard input.',
    missingNew:
      'A new passphrase is needed: set the variable DIARY_DESK_NEW_PASSPHRASE, or give it as the second line of standard input.',
  },
  usage: {
    noUser: 'There is no user “{user}” who may sign in. Names: desk call registry.status',
    unknownVerb: 'There is no verb “{verb}”. All verbs: desk --help',
    passphraseArgument:
      'A passphrase among the words of the command is not accepted: other users of the computer can see them. Nothing was done. Set the variable DIARY_DESK_PASSPHRASE, or give the phrase on standard input.',
    words: 'Not understood: {what}. More: desk {verb} --help',
    missing: 'Missing: {what}. More: desk {verb} --help',
    wrong: 'This value does not fit: {what}. More: desk {verb} --help',
    unknownRoute: 'There is no route “{route}”. All routes: desk routes',
    input: 'The input of the route does not fit: {what}',
    noRegistry: 'There is no registry here: {file}. Create one: desk create --help',
    outExists: 'The file exists and was not changed. Name another one, or add --overwrite.',
  },
  defaultUser: 'Administrator',
  done: {
    created: 'The registry is created: {file}',
    recoveryCode: 'Recovery code (shown once): {code}',
    imported:
      'Loaded (import {id}): pupils added {created, number}, changed {changed, number}, same {same, number}, left out {skipped, number}; guardians added {guardians, number}, classes {classes, number}, staff {staff, number}.',
    nothingNew: 'Everything is in the registry already, nothing to change: {same, number}.',
    plan: 'Rows {rows, number}: new {new, number}, changed {changed, number}, same {same, number}, unclear {ambiguous, number}, not in the file {missing, number}, with mistakes {refused, number}; remarks {warnings, number}.',
    planClass: 'Class of all rows: {className}.',
    held: 'Nothing was written: a person has to decide about the rows listed. Correct the file, or decide in the window, or leave these rows out: --accept new,changed',
    heldNumbers: 'Give the numbers with --confirm.',
    heldMapping: 'Nothing was written: it is unclear which column holds {missing}. Name the columns in order: --fields',
    row: 'row {row, number}: {title}',
    problem: 'row {row, number}, column {column, number} “{columnTitle}”: {title}: “{value}”; expected: {expected}',
    people: '{count, plural, =0 {Nobody found.} one {# pupil} other {# pupils}}',
    issued: 'Logins issued: to pupils {pupils, number}, to guardians {guardians, number}.',
    nothingToIssue: 'Everyone has a login already.',
    printed:
      'Slips {slips, number}, pages {pages, number}: {file}. Marked as printed: {printed, number}. Delete the file after printing.',
    listPrinted: 'Pages {pages, number}: {file}',
    handedOver: 'Marked as received: {handedOver, number}. Passwords erased: {purged, number}.',
    nothingToHandOver: 'No slip is printed and still to be handed over.',
    reconciled:
      'People {people, number}: found {linked, number}, in question {suggested, number}, not found {unlinked, number}. Findings {findings, number}; new {fresh, number}, closed {closed, number}.',
    verdict: { linked: 'found', suggested: 'in question', none: 'not found' },
    firstPassphrase: 'First passphrase for “{name}” (shown once, accepted until {until}): {passphrase}',
    userChanged: 'Done: {name}.',
    passphraseChanged: 'The passphrase is changed.',
    userState: { active: 'may sign in', blocked: 'blocked', removed: 'removed' },
    undone:
      'The import is taken back: records removed {removed, number}, restored {restored, number}, kept {kept, number}.',
  },
};
