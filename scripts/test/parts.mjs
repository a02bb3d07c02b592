// The parts of the suite: checks of the code, tests without a window, faults, tests with the real window.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runNpm } from '../setup/dependencies.mjs';
import { withDisplay } from '../setup/display.mjs';
import { packedExecutable, packForTestsIfNeeded } from '../setup/pack.mjs';
import { inModules, inProject, node24, projectRoot } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';
import { runInConsole } from '../setup/run.mjs';
import { electronEnvironment, nodeEnvironment } from '../setup/runtime-choice.mjs';
import { requireSandbox } from '../setup/sandbox.mjs';
import { countPlaywright, countVitest, nothing, sum, withExitCode } from './counts.mjs';
import { asOrdinaryUser } from './ordinary-user.mjs';
import { withPrintQueue } from './print-queue.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('../setup/runtime-choice.mjs').RuntimeChoice} RuntimeChoice */

/** @param {string} name an npm script @returns {Promise<Counts>} */
async function check(name) {
  const { code, output } = await runNpm(['run', '--silent', name]);
  say(`${code === 0 ? '✓' : '✗'} ${name}`);
  if (code !== 0) say(output.trimEnd());
  return { ...nothing, [code === 0 ? 'passed' : 'failed']: 1 };
}

/** Types, import walls and style: each `check:…` script of package.json counts as one test. @returns {Promise<Counts>} */
export async function runChecks() {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const counts = [];
  for (const name of Object.keys(scripts).filter((key) => key.startsWith('check:'))) counts.push(await check(name));
  return sum(counts);
}

/** @template R @param {string} file @param {(report: R) => Counts} count @param {number} exitCode */
const readReport = (file, count, exitCode) =>
  withExitCode(existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : nothing, exitCode);

/** @param {RuntimeChoice} choice @param {readonly string[]} folders @param {Record<string, string>} [more] environment @returns {Promise<Counts>} */
async function runVitestIn(choice, folders, more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const words = [inModules('vitest', 'vitest.mjs'), 'run', ...reporters, ...folders];
    const env = { ...process.env, ...nodeEnvironment(choice), ...more };
    return readReport(report, countVitest, await runInConsole(node24, words, { cwd: projectRoot, env }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unit and integration tests. @param {RuntimeChoice} choice @returns {Promise<Counts>} */
export const runVitest = (choice) => runVitestIn(choice, ['test/unit', 'test/integration']);

/** Kills, torn files, full disks, hostile input: the part of them that takes two minutes. @param {RuntimeChoice} choice @returns {Promise<Counts>} */
export const runFaults = (choice) => runVitestIn(choice, ['test/faults']);

/** All of them, about twenty minutes. @param {RuntimeChoice} choice @returns {Promise<Counts>} */
export const runAllFaults = (choice) => runVitestIn(choice, ['test/faults'], { DIARY_DESK_FAULTS: 'full' });

/** @param {import('./ordinary-user.mjs').Place} place @param {Record<string, string>} devices display and print queue @returns {Promise<Counts>} */
async function runPlaywrightIn({ asUser, project, choice, output, environment }, devices) {
  mkdirSync(output, { recursive: true });
  const report = join(output, 'playwright.json');
  rmSync(report, { force: true });
  const inPlace = (/** @type {string} */ path) => path.replace(projectRoot, project);
  const cli = [inPlace(node24), inPlace(inModules('@playwright', 'test', 'cli.js')), 'test'];
  const [command = '', ...args] = [
    ...asUser,
    ...cli,
    `--config=${join(project, 'test', 'e2e', 'playwright.config.ts')}`,
    `--output=${join(output, 'results')}`,
    '--reporter=list,json',
  ];
  const env = {
    ...process.env,
    ...environment,
    ...electronEnvironment(choice),
    ...devices,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    DIARY_DESK_PACKAGED_APP: inPlace(packedExecutable(true)),
    DIARY_DESK_TEST_OUTPUT: output,
  };
  return readReport(report, countPlaywright, await runInConsole(command, args, { cwd: project, env }));
}

/** Tests that drive the real window, from sources and as a packed app. @param {RuntimeChoice} choice @returns {Promise<Counts>} */
export async function runPlaywright(choice) {
  await packForTestsIfNeeded(choice);
  return asOrdinaryUser(choice, async (place) => {
    await requireSandbox(place.choice.electronDist, place.asUser);
    await requireSandbox(dirname(packedExecutable(true)), place.asUser);
    return withPrintQueue((queue) => withDisplay((display) => runPlaywrightIn(place, { ...queue, ...display })));
  });
}
