// npm test: sets up, builds, runs everything; the last line is "N passed, N failed".
// "npm test -- check", "-- unit", "-- faults" and "-- e2e" run one part (several may be named).
import { buildIfNeeded } from './setup/build.mjs';
import { problem, runScript, say } from './setup/progress.mjs';
import { setUp } from './setup/set-up.mjs';
import { nothing, sum } from './test/counts.mjs';
import { runChecks, runFaults, runPlaywright, runVitest } from './test/parts.mjs';

/** @typedef {import('./test/counts.mjs').Counts} Counts */

const parts = { check: runChecks, unit: runVitest, faults: runFaults, e2e: runPlaywright };

/** @param {readonly string[]} words @returns {(keyof typeof parts)[]} */
function chosenParts(words) {
  const known = /** @type {(keyof typeof parts)[]} */ (Object.keys(parts));
  const unknown = words.find((word) => !known.includes(/** @type {any} */ (word)));
  if (unknown)
    throw problem(`There is no part "${unknown}": choose from ${known.join(', ')}, or name none for all of them.`);
  return words.length > 0 ? known.filter((part) => words.includes(part)) : known;
}

/** One part that cannot even start counts as one failure and does not keep the others from running. @param {() => Promise<Counts>} run */
async function counted(run) {
  let counts = { ...nothing, failed: 1 };
  await runScript(async () => {
    counts = await run();
  });
  return counts;
}

/** @returns {Promise<Counts>} */
async function runChosen() {
  const names = chosenParts(process.argv.slice(2));
  const choice = await setUp({ purpose: 'test' });
  if (names.includes('e2e')) await buildIfNeeded();
  const all = [];
  for (const name of names) {
    say(`\n— ${name} —`);
    all.push(await counted(() => parts[name](choice)));
  }
  return sum(all);
}

const total = await counted(runChosen);
if (total.skipped > 0) say(`${total.skipped} skipped`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
