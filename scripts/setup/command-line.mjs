// The short way to the command line: a nightly job should not wait for checks that only a window needs.
import { isInstalled } from './dependencies.mjs';
import { nodeEnvironment, readChoice } from './runtime-choice.mjs';

/**
 * Sets up what the command line needs, or finds at once that all is there.
 * @returns {Promise<Record<string, string>>} what to add to the environment
 */
export async function setUpCommandLine() {
  const known = isInstalled() ? readChoice() : null;
  if (known) return nodeEnvironment(known);
  const { setUpCommandLineAnew } = await import('./set-up.mjs');
  return setUpCommandLineAnew();
}
