// npm run dist:dir: an unpacked app in dist/. "-- --for-test" makes the one Playwright can drive, "-- --installer" this system's installers.
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './setup/build.mjs';
import { packApp, packedExecutable } from './setup/pack.mjs';
import { runScript, say } from './setup/progress.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  const { values } = parseArgs({ options: { 'for-test': { type: 'boolean' }, installer: { type: 'boolean' } } });
  const forTest = values['for-test'] ?? false;
  const choice = await setUp({ purpose: 'window' });
  await buildIfNeeded();
  await packApp({ choice, forTest, installer: values.installer ?? false });
  say(values.installer ? 'The installers are in dist/.' : `The app: ${packedExecutable(forTest)}`);
});
