import { app } from 'electron';
import { areForCommandLine } from '../cli/verb-names.ts';
import { withoutSwitches } from './given-words.ts';

/** The words of the command line when the app was started with one of its verbs; otherwise undefined: open the window. */
export function commandLineWords(words: readonly string[]): readonly string[] | undefined {
  const own = withoutSwitches(words);
  return areForCommandLine(own) ? own : undefined;
}

/** Does what the words say without any window, then ends the app with the command's exit code. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  app.dock?.hide();
  const { runCli } = await import('../cli/run-cli.ts');
  const { processIo } = await import('../cli/io.ts');
  app.exit(await runCli(words, processIo(process)));
}
