// Builds the app when its sources changed since the last build.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inModules, inProject, node24, projectRoot } from './paths.mjs';
import { problem, step } from './progress.mjs';
import { lastLines, runQuietly } from './run.mjs';

const sources = ['main', 'renderer', 'shared', 'package.json', 'package-lock.json'];
const configuration = /^(electron\.vite|vite)\.config\.\w+$|^tsconfig\.json$/;

const stampFile = () => inProject('out', '.stamp');

/** @param {string} path @returns {string[]} one line a file: path, size and time of change */
function traces(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return [`${path} ${about.size} ${about.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => traces(join(path, name)));
}

function currentStamp() {
  const extra = readdirSync(projectRoot).filter((name) => configuration.test(name));
  return [...sources, ...extra]
    .filter((name) => existsSync(inProject(name)))
    .flatMap((name) => traces(inProject(name)))
    .join('\n');
}

/** Builds `out/` with electron-vite unless it already shows the present sources. */
export async function buildIfNeeded() {
  const stamp = currentStamp();
  if (existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === stamp) return;
  const { code, output } = await step('Building the app', () =>
    runQuietly(node24, [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build'], { cwd: projectRoot }),
  );
  if (code !== 0)
    throw problem(
      'The app did not build: correct what is shown above and run the same command again.',
      lastLines(output, 30),
    );
  writeFileSync(stampFile(), stamp);
}
