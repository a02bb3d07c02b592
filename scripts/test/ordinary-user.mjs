// Chromium's sandbox refuses root, and a test without the sandbox proves nothing about it. So where the tests are
// started by root (containers, CI), the window tests run as an ordinary user, from a copy if that user cannot read ours.
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { inProject, projectRoot } from '../setup/paths.mjs';
import { problem, say, step } from '../setup/progress.mjs';
import { lastLines, runQuietly } from '../setup/run.mjs';

/** @typedef {import('../setup/runtime-choice.mjs').RuntimeChoice} RuntimeChoice */

/**
 * Where and as whom the window tests run.
 * @typedef {object} Place
 * @property {readonly string[]} asUser words to put before a command
 * @property {string} project the project folder that user can read
 * @property {RuntimeChoice} choice with paths that user can read
 * @property {string} output a folder that user can write
 * @property {Record<string, string | undefined>} environment
 */

const nobody = 65_534;
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
const notCopied = ['.git', 'test-output', 'demo-output'];

/** @param {string} folder whether every file in it is readable for the ordinary user */
async function isReadable(folder) {
  const [command = '', ...args] = [...asNobody, 'find', folder, '!', '-readable', '-print', '-quit'];
  const { code, stdout } = await runQuietly(command, args);
  return code === 0 && stdout === '';
}

/** Hard links cost nothing; they fail across disks, and keep the mode of a file nobody may read: then it is a copy. @param {string} from @param {string} to */
async function linkOrCopy(from, to) {
  const linked = await runQuietly('cp', ['-al', from, to]);
  if (linked.code === 0 && (await isReadable(to))) return;
  rmSync(to, { recursive: true, force: true });
  const copied = await runQuietly('cp', ['-a', from, to]);
  if (copied.code !== 0)
    throw problem(
      'The tests could not be copied for an ordinary user: free 2 GB in the temporary folder and run the same command again.',
      lastLines(copied.output, 3),
    );
  await runQuietly('chmod', ['-R', 'a+rX', to]);
}

/** @param {string} folder @param {string} work @returns {Promise<string>} the same folder, or its readable copy */
async function readableFolder(folder, work) {
  if (await isReadable(folder)) return folder;
  const copy = join(work, basename(folder));
  await linkOrCopy(folder, copy);
  return copy;
}

/** @param {string} work */
async function readableProject(work) {
  if (await isReadable(projectRoot)) return projectRoot;
  const copy = join(work, 'project');
  mkdirSync(copy);
  const names = readdirSync(projectRoot).filter((name) => !notCopied.includes(name));
  for (const name of names) await linkOrCopy(inProject(name), join(copy, name));
  return copy;
}

/** @param {RuntimeChoice} choice @param {string} work @param {string} project @returns {Promise<RuntimeChoice>} */
async function readableChoice(choice, work, project) {
  const isInside = choice.electronDist.startsWith(projectRoot);
  const dist = isInside
    ? join(project, relative(projectRoot, choice.electronDist))
    : await readableFolder(choice.electronDist, work);
  const executable = join(dist, relative(choice.electronDist, choice.electronExecutable));
  const binding =
    choice.nativeBinding &&
    join(await readableFolder(dirname(choice.nativeBinding), work), basename(choice.nativeBinding));
  return { ...choice, electronDist: dist, electronExecutable: executable, nativeBinding: binding };
}

/** The copy must point at the copied runtime. The link is removed first, or the original would change. @param {string} project @param {RuntimeChoice} choice */
function writeChoiceInto(project, choice) {
  if (project === projectRoot) return;
  const file = join(project, 'node_modules', '.diary-desk-runtime.json');
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(choice, null, 2), { mode: 0o644 });
}

/** @param {string} work @param {string} name */
function ownFolder(work, name) {
  const folder = join(work, name);
  mkdirSync(folder);
  chownSync(folder, nobody, nobody);
  chmodSync(folder, 0o700);
  return folder;
}

/** Nothing of root's own surroundings may leak in. @param {string} work */
const surroundings = (work) => ({
  HOME: ownFolder(work, 'home'),
  TMPDIR: ownFolder(work, 'tmp'),
  USER: 'nobody',
  LOGNAME: 'nobody',
  XDG_CACHE_HOME: undefined,
  XDG_CONFIG_HOME: undefined,
  XDG_DATA_HOME: undefined,
  XDG_RUNTIME_DIR: undefined,
  XAUTHORITY: undefined,
});

/** @param {RuntimeChoice} choice @param {string} work @returns {Promise<Place>} */
async function placeForNobody(choice, work) {
  chmodSync(work, 0o755);
  const project = await readableProject(work);
  const readable = await readableChoice(choice, work, project);
  writeChoiceInto(project, readable);
  return {
    asUser: asNobody,
    project,
    choice: readable,
    output: ownFolder(work, 'output'),
    environment: surroundings(work),
  };
}

/** @param {string} from */
function keepOutput(from) {
  const kept = inProject('test-output');
  rmSync(kept, { recursive: true, force: true });
  cpSync(from, kept, { recursive: true });
}

/**
 * Does something in a place where Chromium's sandbox works; what it writes to `output` ends in test-output/.
 * @template T
 * @param {RuntimeChoice} choice
 * @param {(place: Place) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function asOrdinaryUser(choice, work) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return work({ asUser: [], project: projectRoot, choice, output: inProject('test-output'), environment: {} });
  }
  say('• Started as root: the window tests run as the user "nobody", with the sandbox on.');
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-test-'));
  try {
    const place = await step('Making the project readable for that user', () => placeForNobody(choice, folder));
    const result = await work(place);
    keepOutput(place.output);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
