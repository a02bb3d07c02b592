// A screen for the window: the real one, or a virtual one (Xvfb) on a machine without a display.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { problem, say } from './progress.mjs';

const startLimitMs = 15_000;

const needsVirtualDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** @param {import('node:stream').Readable} stream @returns {Promise<string>} the display number that Xvfb chose */
async function firstLine(stream) {
  let text = '';
  for await (const bytes of stream) {
    text += bytes;
    if (text.includes('\n')) return text.trim();
  }
  return '';
}

function noDisplay() {
  return problem(
    'There is no display and Xvfb did not start: run "sudo apt-get install -y xvfb xauth" and then the same command again.',
  );
}

/** Xvfb picks a free display number itself and writes it to descriptor 3. */
async function startXvfb() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(server, 'error').then(() => '');
  const late = new Promise((resolve) => setTimeout(resolve, startLimitMs, '').unref());
  const number = await Promise.race([
    firstLine(/** @type {import('node:stream').Readable} */ (server.stdio[3])),
    failed,
    late,
  ]);
  if (!number) {
    server.kill();
    throw noDisplay();
  }
  return { server, display: `:${number}` };
}

/**
 * Runs something that opens windows; on a machine without a display it gets a virtual one for that time.
 * @template T
 * @param {(environment: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (!needsVirtualDisplay()) return work({});
  const { server, display } = await startXvfb();
  say(`! No display here: using a virtual one (Xvfb ${display}); nothing will be seen on a screen.`);
  try {
    return await work({ DISPLAY: display });
  } finally {
    server.kill();
  }
}
