// Which Electron and which SQLite binding this clone runs on: decided once by set-up, read by every other script.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inModules } from './paths.mjs';

/**
 * @typedef {object} RuntimeChoice
 * @property {string} electronDist folder that holds Electron's executable
 * @property {string} electronExecutable full path
 * @property {string} electronVersion for example "45.4.1"
 * @property {boolean} fallback true for the old Electron carried by npm: development and tests only
 * @property {string | null} nativeBinding full path of the compiled SQLite binding; null when the shipped one loads
 * @property {boolean} shippedBindingLoads whether Node 24 can load the binding shipped in the npm package here
 */

const choiceFile = () => inModules('.diary-desk-runtime.json');

/**
 * The choice made before, or null when none was made or its files are gone.
 * @returns {RuntimeChoice | null}
 */
export function readChoice() {
  if (!existsSync(choiceFile())) return null;
  const choice = JSON.parse(readFileSync(choiceFile(), 'utf8'));
  const needed = [choice.electronExecutable, choice.nativeBinding].filter((path) => path !== null);
  return needed.every((path) => existsSync(path)) ? choice : null;
}

/** @param {RuntimeChoice} choice */
export function writeChoice(choice) {
  writeFileSync(choiceFile(), `${JSON.stringify(choice, null, 2)}\n`);
}

/**
 * Whether the binding shipped inside the npm package (Node-API 10) loads in an Electron of this version.
 * @param {string} version
 */
export const hasNodeApi10 = (version) => Number.parseInt(version, 10) >= 35;

/**
 * The environment in which Electron is started.
 * @param {RuntimeChoice} choice
 * @returns {Record<string, string>}
 */
export function electronEnvironment(choice) {
  const electron = { ELECTRON_OVERRIDE_DIST_PATH: choice.electronDist, ELECTRON_EXEC_PATH: choice.electronExecutable };
  return choice.nativeBinding ? { ...electron, DIARY_DESK_SQLITE_BINDING: choice.nativeBinding } : electron;
}

/**
 * The environment in which Node 24 runs the command line, tests and benches: the shipped binding wherever it loads.
 * @param {RuntimeChoice} choice
 * @returns {Record<string, string>}
 */
export function nodeEnvironment(choice) {
  return choice.shippedBindingLoads || !choice.nativeBinding ? {} : { DIARY_DESK_SQLITE_BINDING: choice.nativeBinding };
}

/** Electron's executable inside its folder. @param {string} dist @param {string} platform as in `process.platform` */
export function executableIn(dist, platform) {
  if (platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(dist, platform === 'win32' ? 'electron.exe' : 'electron');
}
