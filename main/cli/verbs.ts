import type { Verb } from './command.ts';
import type { VerbName } from './verb-names.ts';
import { call } from './verbs/call.ts';
import { create } from './verbs/create.ts';
import { handover } from './verbs/handover.ts';
import { importTable } from './verbs/import.ts';
import { issue } from './verbs/issue.ts';
import { passphrase } from './verbs/passphrase.ts';
import { people } from './verbs/people.ts';
import { print } from './verbs/print.ts';
import { reconcile } from './verbs/reconcile.ts';
import { routes } from './verbs/routes.ts';
import { undo } from './verbs/undo.ts';
import { users } from './verbs/users.ts';

/** Every verb and what does it. */
export const verbs: Readonly<Record<VerbName, Verb>> = {
  create,
  import: importTable,
  people,
  issue,
  print,
  handover,
  reconcile,
  undo,
  users,
  passphrase,
  routes,
  call,
};
