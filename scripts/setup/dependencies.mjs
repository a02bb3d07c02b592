// The npm packages of the lockfile, and Node 24 among them.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inModules, inProject, node24, projectRoot } from './paths.mjs';
import { problem, step } from './progress.mjs';
import { lastLines, npmScript, outerNode, runQuietly } from './run.mjs';

const stampFile = () => inModules('.diary-desk-setup');

/** A fingerprint of the lockfile, and of the platform the packages were installed for. */
function wantedStamp() {
  const lockfile = readFileSync(inProject('package-lock.json'));
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Whether exactly what the lockfile names has been installed by an earlier set-up. */
export const isInstalled = () => existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === wantedStamp();

function npm() {
  const script = npmScript();
  if (!script)
    throw problem(
      'npm was not found: install Node.js 20 or newer together with npm (nodejs.org) and run the same command again.',
    );
  return script;
}

/**
 * Runs npm through the Node that npm came with.
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
export const runNpm = (args, { cwd = projectRoot } = {}) => runQuietly(outerNode(), [npm(), ...args], { cwd });

function refuseLockedNode() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(inModules())) return;
  throw problem(
    'The packages are out of date and this window holds the old ones: run "npm ci" and then the same command again.',
  );
}

async function installPackages() {
  refuseLockedNode();
  const { code, output } = await step('Installing the npm packages (npm ci)', () =>
    runNpm(['ci', '--include=dev', '--loglevel=error']),
  );
  if (code !== 0) {
    throw problem(
      'npm ci failed: check that the npm registry can be reached ("npm ping") and run the same command again.',
      lastLines(output),
    );
  }
}

/** The `node` package fetches its binary in an install script. Packages run none here (.npmrc), so this one is asked for by name. */
async function ensureNode24() {
  if ((await runQuietly(node24, ['--version'])).code === 0) return;
  const { output } = await step('Fetching Node 24 from npm', () =>
    runNpm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']),
  );
  if ((await runQuietly(node24, ['--version'])).code === 0) return;
  throw problem(
    'Node 24 could not be installed from npm: run "npm ci" and look at its messages, then run the same command again.',
    lastLines(output),
  );
}

/** Installs what the lockfile names, unless exactly that is there already. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  if (!alreadyMatches()) await installPackages();
  await ensureNode24();
  writeFileSync(stampFile(), wantedStamp());
}

/** True when somebody has just run `npm ci` by hand: npm's own record is newer than the lockfile's content needs. */
function alreadyMatches() {
  if (!existsSync(inModules('.package-lock.json')) || existsSync(stampFile())) return false;
  const packagesOf = (/** @type {string} */ file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages);
  const installed = new Map(packagesOf(inModules('.package-lock.json')));
  const wanted = packagesOf(inProject('package-lock.json')).filter(([path, entry]) => path !== '' && !entry.optional);
  return wanted.every(([path, entry]) => /** @type {any} */ (installed.get(path))?.version === entry.version);
}
