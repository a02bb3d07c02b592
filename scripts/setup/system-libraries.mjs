// What Electron and the tests need from the operating system. Only Debian and its relatives need anything installed.
import { existsSync } from 'node:fs';
import { problem, say, step } from './progress.mjs';
import { findProgram, lastLines, runQuietly } from './run.mjs';

/**
 * @typedef {object} Need
 * @property {readonly string[]} packages names of the same thing in different releases; any one will do
 * @property {readonly string[]} proofs files of which any one shows it is there; "*" stands for the machine's library folder
 */

/** @param {string} proofs separated by blanks @param {...string} packages @returns {Need} */
const need = (proofs, ...packages) => ({ packages, proofs: proofs.split(' ') });

/** Needed to open a window at all. @type {readonly Need[]} */
const forWindow = [
  need('*/libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  need('*/libnss3.so', 'libnss3'),
  need('*/libasound.so.2', 'libasound2t64', 'libasound2'),
  need('*/libgbm.so.1', 'libgbm1'),
  need('*/libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'),
  need('*/libcups.so.2', 'libcups2t64', 'libcups2'),
  need('*/libdrm.so.2', 'libdrm2'),
  need('*/libxkbcommon.so.0', 'libxkbcommon0'),
  need('*/libXss.so.1', 'libxss1'),
  need('*/libXtst.so.6', 'libxtst6'),
];

/** Needed where there is no display. @type {readonly Need[]} */
const forVirtualDisplay = [need('/usr/bin/Xvfb', 'xvfb'), need('/usr/bin/xauth', 'xauth')];

/** Needed to compile the SQLite binding. @type {readonly Need[]} */
const forCompiling = [need('/usr/bin/g++', 'g++'), need('/usr/bin/make', 'make'), need('/usr/bin/python3', 'python3')];

/** Needed by tests and benches only: reading PDFs, a current engine, a print queue, a rival to be measured against. @type {readonly Need[]} */
const forTests = [
  ...forVirtualDisplay,
  need('/usr/bin/pdftotext', 'poppler-utils'),
  need('/usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome', 'chromium', 'chromium-browser'),
  need('/usr/bin/sqlite3', 'sqlite3'),
  need('/usr/sbin/cupsd', 'cups'),
  need('/usr/lib/cups/backend/cups-pdf', 'printer-driver-cups-pdf'),
  need('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', 'fonts-dejavu-core'),
  need('/usr/bin/setpriv', 'util-linux'),
];

const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib',
  '/usr/lib64',
];

/** @param {string} proof */
function isFile(proof) {
  if (!proof.startsWith('*/')) return existsSync(proof);
  return libraryFolders.some((folder) => existsSync(`${folder}/${proof.slice(2)}`));
}

/** @param {Need} wanted */
const isThere = ({ proofs }) => proofs.some(isFile);

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/dpkg') && existsSync('/usr/bin/apt-get');

const isRoot = () => process.getuid?.() === 0;

/** Answers of apt tools are read, so they must not be translated. */
const plainEnglish = () => ({ ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' });

/** The name by which this release knows a thing. @param {Need} wanted */
async function nameHere({ packages }) {
  for (const name of packages) {
    const { code, stdout } = await runQuietly('apt-cache', ['policy', name], { env: plainEnglish() });
    if (code === 0 && /Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return packages.at(-1) ?? '';
}

/** @param {readonly Need[]} missing */
async function install(missing) {
  const quiet = { env: plainEnglish() };
  await step('Refreshing the list of system packages (apt-get update)', () =>
    runQuietly('apt-get', ['update', '-q'], quiet),
  );
  const names = await Promise.all(missing.map(nameHere));
  const { code, output } = await step(`Installing system packages: ${names.join(' ')}`, () =>
    runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], quiet),
  );
  if (code === 0) return;
  throw problem(
    `System packages could not be installed: run "apt-get install -y ${names.join(' ')}" and look at its messages, then run the same command again.`,
    lastLines(output),
  );
}

/** @param {readonly Need[]} missing */
async function askToInstall(missing) {
  const names = await Promise.all(missing.map(nameHere));
  throw problem(
    `System packages are missing: run "sudo apt-get install -y ${names.join(' ')}" and then the same command again.`,
  );
}

/** @param {readonly Need[]} needs */
async function ensure(needs) {
  const missing = needs.filter((wanted) => !isThere(wanted));
  if (missing.length === 0) return;
  if (isDebian()) return isRoot() ? install(missing) : askToInstall(missing);
  const files = missing.map(({ proofs }) => proofs[0]?.replace('*/', '')).join(', ');
  say(`! Not found: ${files}. If the window does not open, install them with this system's package manager.`);
}

/**
 * Installs (as root on Debian and Ubuntu) or asks for what is missing.
 * @param {'window' | 'test'} purpose
 */
export async function ensureSystemLibraries(purpose) {
  if (process.platform !== 'linux') return;
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? [] : forVirtualDisplay;
  await ensure(purpose === 'test' ? [...forWindow, ...forTests] : [...forWindow, ...display]);
}

/** The same for what compiling needs. */
export async function ensureCompiler() {
  if (isDebian()) await ensure(forCompiling.filter(({ packages }) => !packages.some(findProgram)));
}
