// npm start: sets up, builds, opens the app. Words after "--" go to the app, for example "npm start -- --demo".
import { buildIfNeeded } from './setup/build.mjs';
import { withDisplay } from './setup/display.mjs';
import { projectRoot } from './setup/paths.mjs';
import { runScript } from './setup/progress.mjs';
import { runInConsole } from './setup/run.mjs';
import { electronEnvironment } from './setup/runtime-choice.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  const choice = await setUp({ purpose: 'window' });
  await buildIfNeeded();
  const words = [...(await sandboxSwitches(choice)), projectRoot, ...process.argv.slice(2)];
  process.exitCode = await withDisplay((display) =>
    runInConsole(choice.electronExecutable, words, {
      env: { ...process.env, ...electronEnvironment(choice), ...display },
    }),
  );
});
