// Where things lie: the project, the user's cache, the tools inside node_modules.
import { homedir } from 'node:os';
import { dirname, join, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. @param {...string} parts */
export const inProject = (...parts) => join(projectRoot, ...parts);

/** A path inside node_modules. @param {...string} parts */
export const inModules = (...parts) => inProject('node_modules', ...parts);

/** The Node 24 that npm's `node` package brings; every tool of the project runs on it. */
export const node24 = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The folder for things kept between clones: downloaded runtimes and compiled modules.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform as in `process.platform`
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(env, platform, home) {
  if (platform === 'win32')
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'diary-desk', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'diary-desk');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'diary-desk');
}

/** A path inside this user's cache. @param {...string} parts */
export const inCache = (...parts) => join(cacheFolder(process.env, process.platform, homedir()), ...parts);
