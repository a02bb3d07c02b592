// Everything a fresh machine needs, in order. Each part looks first whether its work is done already.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron, sayIfFallback } from './electron-runtime.mjs';
import { ensureCompiledBinding, shippedBindingLoads } from './native-module.mjs';
import { inModules } from './paths.mjs';
import { hasNodeApi10, nodeEnvironment, readChoice, writeChoice } from './runtime-choice.mjs';
import { ensureCompiler, ensureSystemLibraries } from './system-libraries.mjs';

/** @typedef {import('./runtime-choice.mjs').RuntimeChoice} RuntimeChoice */

/** @returns {Promise<RuntimeChoice>} */
async function chooseRuntime() {
  const electron = await ensureElectron();
  const loads = await shippedBindingLoads();
  const compiled = loads && hasNodeApi10(electron.electronVersion) ? null : await compiledBinding();
  const choice = { ...electron, nativeBinding: compiled, shippedBindingLoads: loads };
  writeChoice(choice);
  return choice;
}

async function compiledBinding() {
  await ensureCompiler();
  return ensureCompiledBinding();
}

/** A choice made for an older Electron in package.json, or for other packages, is made again. @param {RuntimeChoice} choice */
function isCurrent(choice) {
  if (choice.fallback) return true;
  const wanted = JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version;
  return choice.electronVersion === wanted;
}

/**
 * Makes the machine ready for opening windows or for testing; a second call only looks at a few files.
 * @param {{ purpose: 'window' | 'test' }} options
 * @returns {Promise<RuntimeChoice>}
 */
export async function setUp({ purpose }) {
  await ensureDependencies();
  await ensureSystemLibraries(purpose);
  const known = readChoice();
  const choice = known && isCurrent(known) ? known : await chooseRuntime();
  sayIfFallback(choice);
  return choice;
}

/**
 * Makes the machine ready for the command line alone, which needs no Electron and no display.
 * @returns {Promise<Record<string, string>>} what to add to the environment
 */
export async function setUpCommandLineAnew() {
  await ensureDependencies();
  const known = readChoice();
  if (known) return nodeEnvironment(known);
  if (await shippedBindingLoads()) return {};
  return { DIARY_DESK_SQLITE_BINDING: await compiledBinding() };
}

/** Forgets which runtime was chosen, so that the next set-up looks for the current Electron again. */
export function forgetChoice() {
  const file = inModules('.diary-desk-runtime.json');
  if (existsSync(file)) rmSync(file);
}
