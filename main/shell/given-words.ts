import { resolve } from 'node:path';

/** Switches for Chromium and for whoever drives the app; they stand before or among the app's own words. */
const switchesOfRuntime = /^--(?:no-sandbox|inspect|remote-debugging|ozone|disable-|enable-|user-data-dir=|allow-)/;

/** The words meant for the app: behind the executable and, while it is not packed, behind the project folder. */
export function givenWords(argv: readonly string[], app: { isPackaged: boolean; path: string }): readonly string[] {
  const at = app.isPackaged ? 0 : argv.findIndex((word, index) => index > 0 && resolve(word) === app.path);
  return argv.slice(Math.max(at, 0) + 1);
}

/** The same without the runtime's switches. */
export const withoutSwitches = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !switchesOfRuntime.test(word));
