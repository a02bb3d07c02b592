import { type Command, usageError } from './command.ts';

const variable = 'DIARY_DESK_PASSPHRASE';
const newVariable = 'DIARY_DESK_NEW_PASSPHRASE';

/** The passphrase of an existing registry: from the environment, from the person at the terminal, or from standard input. */
export async function readPassphrase(command: Command): Promise<string> {
  const { io, words } = command;
  const given = io.env[variable] || (io.canAsk ? await io.askHidden(words('cli.ask.passphrase')) : firstLine(command));
  if (given === '') throw usageError(words('cli.ask.missing'));
  return given;
}

/** A new passphrase; a person at the terminal types it twice. */
export async function readNewPassphrase(command: Command): Promise<string> {
  const { io } = command;
  return io.env[variable] || !io.canAsk ? readPassphrase(command) : typedTwice(command);
}

const lineOf = (command: Command, index: number) => command.io.readInput().split(/\r?\n/)[index] ?? '';

const firstLine = (command: Command) => lineOf(command, 0);

/** The passphrase that replaces another: from the environment, typed twice, or the second line of standard input. */
export async function readReplacement(command: Command): Promise<string> {
  const { io, words } = command;
  const given = io.env[newVariable];
  if (given) return given;
  if (io.canAsk) return typedTwice(command);
  const line = lineOf(command, io.env[variable] ? 0 : 1);
  if (line === '') throw usageError(words('cli.ask.missingNew'));
  return line;
}

async function typedTwice({ io, words }: Command): Promise<string> {
  const typed = await io.askHidden(words('cli.ask.newPassphrase'));
  if (typed === '') throw usageError(words('cli.ask.missing'));
  if ((await io.askHidden(words('cli.ask.again'))) !== typed) throw usageError(words('cli.ask.different'));
  return typed;
}

/** What standard input holds besides the passphrase. */
export function readInputBehindPassphrase(command: Command, passphraseIsThere: boolean): string {
  const input = command.io.readInput();
  const isBehind = passphraseIsThere && !command.io.env[variable] && !command.io.canAsk;
  return isBehind ? input.replace(/^[^\n]*(?:\n|$)/, '') : input;
}
