// npm run demo: drives the real app through the main job on the demo school; pictures and PDFs stay in demo-output/.
import { buildIfNeeded } from './setup/build.mjs';
import { withDisplay } from './setup/display.mjs';
import { inProject, node24 } from './setup/paths.mjs';
import { runScript } from './setup/progress.mjs';
import { runInConsole } from './setup/run.mjs';
import { electronEnvironment } from './setup/runtime-choice.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  const choice = await setUp({ purpose: 'window' });
  await buildIfNeeded();
  const switches = { DIARY_DESK_ELECTRON_SWITCHES: (await sandboxSwitches(choice)).join(' ') };
  process.exitCode = await withDisplay((display) =>
    runInConsole(node24, [inProject('test', 'demo', 'demo.ts'), ...process.argv.slice(2)], {
      env: { ...process.env, ...electronEnvironment(choice), ...switches, ...display },
    }),
  );
});
