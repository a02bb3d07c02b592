// A real print queue for the tests: CUPS with its PDF printer, which puts every printed job into a folder.
// Only root can make one; it is taken away again afterwards.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { say } from '../setup/progress.mjs';
import { runQuietly } from '../setup/run.mjs';

const queue = 'DiaryDeskTest';
const printed = '/var/spool/cups-pdf/diary-desk-test';
const printerSettings = `/etc/cups/cups-pdf-${queue}.conf`;
const model = 'lsb/usr/cups-pdf/CUPS-PDF_noopt.ppd';
const startLimitMs = 10_000;

const canMakeQueue = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/sbin/cupsd');

const schedulerAnswers = async () => (await runQuietly('lpstat', ['-r'])).stdout.includes('is running');

async function waitForScheduler() {
  const giveUpAt = Date.now() + startLimitMs;
  while (Date.now() < giveUpAt && !(await schedulerAnswers())) await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Starts the scheduler if none runs. @returns {Promise<() => void>} stops what was started */
async function startScheduler() {
  if (await schedulerAnswers()) return () => {};
  const scheduler = spawn('/usr/sbin/cupsd', ['-f'], { stdio: 'ignore' });
  scheduler.on('error', () => {});
  await waitForScheduler();
  return () => scheduler.kill();
}

/** The PDF printer writes as whoever prints. */
async function addQueue() {
  mkdirSync(printed, { recursive: true });
  chmodSync(printed, 0o1777);
  writeFileSync(printerSettings, `Out ${printed}\nLabel 1\nUserUMask 0022\n`);
  const { code, output } = await runQuietly('lpadmin', ['-p', queue, '-v', `cups-pdf:/${queue}`, '-E', '-m', model]);
  if (code !== 0) say(`! No print queue could be made for the tests: ${output.trim()}`);
}

async function removeQueue() {
  await runQuietly('lpadmin', ['-x', queue]);
  rmSync(printerSettings, { force: true });
  rmSync(printed, { recursive: true, force: true });
}

/**
 * Does something while a print queue is there, and tells it where to print and where the printed files appear.
 * @template T
 * @param {(environment: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPrintQueue(work) {
  if (!canMakeQueue()) return work({});
  const stop = await startScheduler();
  try {
    await addQueue();
    return await work({ DIARY_DESK_TEST_QUEUE: queue, DIARY_DESK_TEST_PRINTED: printed });
  } finally {
    await removeQueue();
    stop();
  }
}
