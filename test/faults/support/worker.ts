// A process that signs in to a registry and does one action; it may be told to kill itself at a step. Its words: FILE
// ACTION STEP, where STEP 0 lets it live and "record" makes it answer which states were on the disk on the way.
import { dirname } from 'node:path';
import { makeDesk, schoolAnswers } from '../../support/desk.ts';
import { type Action, type ActionName, actions } from './actions.ts';
import { watchSteps } from './steps.ts';

const [, , file = '', name = '', fatal = '0'] = process.argv;
const action: Action = actions[name as ActionName];
const now = '2026-09-01T08:00:00.000Z';
let steps = 0;
let armed = false;

const killHere = () => process.kill(process.pid, 'SIGKILL');

watchSteps(() => {
  if (!armed) return;
  steps += 1;
  if (steps === Number(fatal)) killHere();
});

const made = makeDesk({ file, now, seed: 11 });
armed = action.withSignIn === true;
if (armed) process.stdout.write('go\n');
else await made.client.registry.unlock({ passphrase: schoolAnswers.passphrase });
if (!armed) process.stdout.write('go\n');
armed = true;
const start = performance.now();
await action.perform(made, dirname(file));
process.stdout.write(`${JSON.stringify({ steps, ms: performance.now() - start })}\n`);
// The end is not orderly either: what is done has to be in the file already.
killHere();
