// Packs the built app with the chosen Electron and the SQLite binding that fits it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProject, node24, projectRoot } from './paths.mjs';
import { problem, step } from './progress.mjs';
import { lastLines, runQuietly } from './run.mjs';

/** @typedef {import('./runtime-choice.mjs').RuntimeChoice} RuntimeChoice */

/**
 * @typedef {object} PackOptions
 * @property {RuntimeChoice} choice
 * @property {boolean} forTest leaves the inspector fuse on, because Playwright drives the app through it
 * @property {boolean} installer makes this system's installers instead of an unpacked folder
 */

/** Where the shipped binding does not load, the compiled one goes beside the app. @param {RuntimeChoice} choice */
const withCompiledBinding = (choice) => ({
  extraResources: [{ from: choice.nativeBinding, to: 'native/better_sqlite3.node' }],
  files: ['!node_modules/better-sqlite3/prebuilds/**'],
});

/** @param {PackOptions} options */
function configuration({ choice, forTest }) {
  return {
    ...(choice.nativeBinding ? withCompiledBinding(choice) : {}),
    electronDist: choice.electronDist,
    electronVersion: choice.electronVersion,
    electronFuses: forTest ? { enableNodeCliInspectArguments: true } : {},
    directories: { output: outputFolder(forTest) },
  };
}

/** @param {boolean} forTest */
const outputFolder = (forTest) => (forTest ? 'dist/for-test' : 'dist');

/** electron-builder names the architecture in the folder unless it is the usual one. @param {string} system */
const unpackedFolder = (system) => (process.arch === 'x64' ? system : `${system}-${process.arch}`);

/** The packed app's executable, where `dir` targets put it. @param {boolean} forTest */
export function packedExecutable(forTest) {
  const inOutput = (/** @type {string[]} */ ...parts) => inProject(outputFolder(forTest), ...parts);
  if (process.platform === 'win32') return inOutput(`${unpackedFolder('win')}-unpacked`, 'Diary Desk.exe');
  if (process.platform === 'darwin')
    return inOutput(unpackedFolder('mac'), 'Diary Desk.app', 'Contents', 'MacOS', 'Diary Desk');
  return inOutput(`${unpackedFolder('linux')}-unpacked`, 'diary-desk');
}

/** electron-builder is given its overrides as one JSON word. @param {PackOptions} options */
async function pack(options) {
  const request = { dir: !options.installer, config: configuration(options), projectDir: projectRoot };
  const script = inProject('scripts', 'setup', 'electron-builder-run.mjs');
  return runQuietly(node24, [script, JSON.stringify(request)], { cwd: projectRoot });
}

/** @param {PackOptions} options */
export async function packApp(options) {
  if (options.installer && options.choice.fallback)
    throw problem(
      'Installers are made only with the current Electron: run this where github.com can be reached, after "npm run setup -- --again".',
    );
  if (process.platform === 'linux')
    rmSync(dirname(packedExecutable(options.forTest)), { recursive: true, force: true });
  const { code, output } = await step(`Packing the app${options.forTest ? ' for tests' : ''}`, () => pack(options));
  if (code !== 0)
    throw problem(
      'The app could not be packed: correct what is shown above and run the same command again.',
      lastLines(output, 20),
    );
}

/** Packs the app for tests unless the packed one was made from the same build. @param {RuntimeChoice} choice */
export async function packForTestsIfNeeded(choice) {
  const stampFile = inProject('dist', 'for-test', '.stamp');
  const stamp = [
    readFileSync(inProject('out', '.stamp'), 'utf8'),
    readFileSync(inProject('electron-builder.yml'), 'utf8'),
    JSON.stringify(choice),
  ].join('\n');
  if (existsSync(packedExecutable(true)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await packApp({ choice, forTest: true, installer: false });
  writeFileSync(stampFile, stamp);
}
