// Chromium's sandbox on Linux: it refuses root, and needs either user namespaces or its SUID helper.
import { chmodSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problem, say } from './progress.mjs';
import { runQuietly } from './run.mjs';

/** @typedef {import('./runtime-choice.mjs').RuntimeChoice} RuntimeChoice */

const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;

/** @param {string} helper */
function isSetUid(helper) {
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/** @param {readonly string[]} [asUser] words before a command that make it run as another user */
async function namespacesWork(asUser = []) {
  const [command = '', ...args] = [...asUser, 'unshare', '--user', '--map-root-user', 'true'];
  const { code } = await runQuietly(command, args);
  return code === 0 || code === 127;
}

/** Root may arm the SUID helper without asking anybody. @param {string} helper */
function armHelper(helper) {
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

/**
 * Sees to it that the sandbox can work on this machine, or fails with the exact command to run.
 * @param {string} electronDist folder that holds Electron's executable
 * @param {readonly string[]} [asUser]
 */
export async function requireSandbox(electronDist, asUser) {
  if (process.platform !== 'linux') return;
  const helper = join(electronDist, 'chrome-sandbox');
  if (isSetUid(helper) || (await namespacesWork(asUser))) return;
  if (isRootOnLinux()) return armHelper(helper);
  throw problem(
    `This system forbids the sandbox that protects the window: run "sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'" and then the same command again.`,
  );
}

/**
 * The switches with which the app is started by hand. Root gets no sandbox, because Chromium refuses it there.
 * @param {RuntimeChoice} choice
 * @returns {Promise<string[]>}
 */
export async function sandboxSwitches(choice) {
  if (isRootOnLinux()) {
    say(
      '! Started as root, so the window runs without its sandbox: fit for development only, use an ordinary user for work.',
    );
    return ['--no-sandbox'];
  }
  await requireSandbox(choice.electronDist);
  return [];
}
