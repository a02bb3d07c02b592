// Running other programs.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inModules } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program does not exist, 124 when the time limit ran out
 * @property {string} output stdout and stderr together
 * @property {string} stdout
 */

/** @param {NodeJS.Signals | null} signal */
const codeOfSignal = (signal) => (signal === 'SIGKILL' ? 124 : 130);

/**
 * Runs a program quietly and collects what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export function runQuietly(command, args, { cwd, env, limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = limitMs ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined;
    let output = '';
    let stdout = '';
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve({ code, output, stdout });
    };
    child.stdout.on('data', (bytes) => {
      stdout += bytes;
      output += bytes;
    });
    child.stderr.on('data', (bytes) => {
      output += bytes;
    });
    child.on('error', () => finish(127));
    child.on('close', (code, signal) => finish(code ?? codeOfSignal(signal)));
  });
}

/**
 * Runs a program in the same console and returns its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runInConsole(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.once('SIGINT', pass).once('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? codeOfSignal(signal));
    });
  });
}

/** The last lines of a tool's output, for showing above a failure. @param {string} output @param {number} [lines] */
export const lastLines = (output, lines = 12) => output.trimEnd().split('\n').slice(-lines).join('\n');

/**
 * The full path of a program, or null. Programs inside node_modules do not count.
 * @param {string} name
 * @returns {string | null}
 */
export function findProgram(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder && !folder.includes('node_modules'));
  const candidates = folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix)));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** The Node that npm itself runs on: not the one inside node_modules, which `npm ci` replaces. */
export function outerNode() {
  if (!process.execPath.startsWith(inModules())) return process.execPath;
  return process.env.npm_node_execpath ?? findProgram('node') ?? process.execPath;
}

/** npm's own script, so that no shell and no .cmd file is needed; null when npm is not installed. */
export function npmScript() {
  const beside = (/** @type {string} */ folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const found = findProgram('npm');
  const candidates = [
    process.env.npm_execpath ?? '',
    found ? realpathSync(found) : '',
    found ? beside(dirname(found)) : '',
    beside(dirname(outerNode())),
    beside(join(dirname(dirname(outerNode())), 'lib')),
  ];
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path)) ?? null;
}
