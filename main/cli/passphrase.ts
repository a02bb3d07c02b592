import { type Command, usageError } from './command.ts';

const variable = 'DIARY_DESK_PASSPHRASE';

/** The passphrase of an existing registry: from the environment, from the person at the terminal, or from standard input. */
export async function readPassphrase(command: Command): Promise<string> {
  const { io, words } = command;
  const given = io.env[variable] || (io.canAsk ? await io.askHidden(words('cli.ask.passphrase')) : firstLine(command));
  if (given === '') throw usageError(words('cli.ask.missing'));
  return given;
}

/** A new passphrase; a person at the terminal types it twice. */
export async function readNewPassphrase(command: Command): Promise<string> {
  const { io, words } = command;
  if (io.env[variable] || !io.canAsk) return readPassphrase(command);
  const typed = await io.askHidden(words('cli.ask.newPassphrase'));
  if (typed === '') throw usageError(words('cli.ask.missing'));
  if ((await io.askHidden(words('cli.ask.again'))) !== typed) throw usageError(words('cli.ask.different'));
  return typed;
}

const firstLine = (command: Command) => command.io.readInput().split(/\r?\n/, 1)[0] ?? '';

/** What standard input holds besides the passphrase. */
export function readInputBehindPassphrase(command: Command, passphraseIsThere: boolean): string {
  const input = command.io.readInput();
  const isBehind = passphraseIsThere && !command.io.env[variable] && !command.io.canAsk;
  return isBehind ? input.replace(/^[^\n]*(?:\n|$)/, '') : input;
}
