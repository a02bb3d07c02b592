// npm run setup: makes a fresh machine ready. "-- --for test" adds what the tests need, "-- --again" looks for Electron anew.
import { parseArgs } from 'node:util';
import { runScript, say } from './setup/progress.mjs';
import { forgetChoice, setUp } from './setup/set-up.mjs';

await runScript(async () => {
  const { values } = parseArgs({ options: { for: { type: 'string' }, again: { type: 'boolean' } } });
  if (values.again) forgetChoice();
  const choice = await setUp({ purpose: values.for === 'test' ? 'test' : 'window' });
  say(`Ready: Electron ${choice.electronVersion} in ${choice.electronDist}`);
  say(`       SQLite binding: ${choice.nativeBinding ?? 'as shipped in the npm package'}`);
});
