// npm run --silent desk -- VERB …: the command line. Set-up speaks on stderr only; stdout belongs to the command.
import { setUpCommandLine } from './setup/command-line.mjs';
import { inProject, node24 } from './setup/paths.mjs';
import { runScript } from './setup/progress.mjs';
import { runInConsole } from './setup/run.mjs';

/** npm moves to the project folder; file names given by the person are meant from where they stand. */
const standingIn = () => (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();

await runScript(async () => {
  const environment = await setUpCommandLine();
  process.exitCode = await runInConsole(node24, [inProject('main', 'cli', 'index.ts'), ...process.argv.slice(2)], {
    cwd: standingIn(),
    env: { ...process.env, ...environment },
  });
});
