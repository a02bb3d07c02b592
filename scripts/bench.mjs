// npm run bench [-- NAME …]: runs the benches of test/bench one after another, so that they do not disturb each other.
import { readdirSync } from 'node:fs';
import { buildIfNeeded } from './setup/build.mjs';
import { withDisplay } from './setup/display.mjs';
import { inProject, node24 } from './setup/paths.mjs';
import { problem, runScript, say } from './setup/progress.mjs';
import { runInConsole } from './setup/run.mjs';
import { electronEnvironment } from './setup/runtime-choice.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { setUp } from './setup/set-up.mjs';

const ending = '.bench.ts';

/** @param {readonly string[]} names as typed, with or without ".bench.ts" */
function chosenBenches(names) {
  const all = readdirSync(inProject('test', 'bench')).filter((file) => file.endsWith(ending));
  const wanted = names.map((name) => (name.endsWith(ending) ? name : name + ending));
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown) throw problem(`There is no test/bench/${unknown}: choose from ${all.join(', ')}.`);
  return wanted.length > 0 ? wanted : all.sort();
}

await runScript(async () => {
  const benches = chosenBenches(process.argv.slice(2));
  const choice = await setUp({ purpose: 'test' });
  await buildIfNeeded();
  const switches = { DIARY_DESK_ELECTRON_SWITCHES: (await sandboxSwitches(choice)).join(' ') };
  await withDisplay(async (display) => {
    for (const bench of benches) {
      say(`• ${bench}`);
      const env = { ...process.env, ...electronEnvironment(choice), ...switches, ...display };
      if ((await runInConsole(node24, [inProject('test', 'bench', bench)], { env })) !== 0) process.exitCode = 1;
    }
  });
});
