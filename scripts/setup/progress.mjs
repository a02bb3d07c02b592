// What set-up tells the person at the console. Everything goes to stderr, so that stdout stays free for answers.

const tickEvery = process.stderr.isTTY ? 1_000 : 15_000;

/** One line for the person watching. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {number} since milliseconds */
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/** @param {string} text */
function tick(text) {
  process.stderr.write(process.stderr.isTTY ? `\r${text}  ` : `${text}\n`);
}

/** A program that was run gives its exit code. @param {unknown} result */
const hasFailed = (result) => typeof result === 'object' && result !== null && 'code' in result && result.code !== 0;

/**
 * Says what is being done, that it still goes on, and how long it took.
 * @template T
 * @param {string} what for example "Compiling SQLite"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = Date.now();
  say(`• ${what} …`);
  const timer = setInterval(() => tick(`  … ${seconds(started)}`), tickEvery);
  try {
    const result = await work();
    clearInterval(timer);
    say(`${process.stderr.isTTY ? '\r' : ''}  ${hasFailed(result) ? 'failed after' : 'done in'} ${seconds(started)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * An expected failure: its message is one sentence that says what to do.
 * @param {string} sentence
 * @param {string} [details] the last lines of the failed tool, shown above the sentence
 */
export function problem(sentence, details = '') {
  return Object.assign(new Error(sentence), { kind: 'problem', details });
}

/** @param {any} error */
function sentenceFor(error) {
  if (error.kind === 'problem') return error.message;
  if (error.code === 'ENOSPC') return 'The disk is full: free about 2 GB and run the same command again.';
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    return `No permission to write ${error.path ?? 'a file'}: make that folder writable (or set XDG_CACHE_HOME to one that is) and run the same command again.`;
  }
  return `Unexpected failure (${error.message}): run "npm run setup -- --again"; if it repeats, report this line.`;
}

/**
 * Runs a script's main function; a failure ends in one sentence and exit code 1.
 * @param {() => Promise<unknown>} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    const details = /** @type {{ details?: string }} */ (error).details;
    if (details) say(details.trimEnd());
    say(`✗ ${sentenceFor(error)}`);
    process.exitCode = 1;
  }
}
