import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { languageSchema } from '../../shared/contract/base.ts';
import { createWords, type Words } from '../../shared/i18n/index.ts';
import { type Given, parseWords } from './arguments.ts';
import { type Command, type Outcome, usageError } from './command.ts';
import { appDataFolder, registryFileIn } from './default-registry.ts';
import { generalHelp, verbHelp } from './help.ts';
import type { Io } from './io.ts';
import { systemLanguage } from './language.ts';
import { isHeld, refusalWords } from './refusal-words.ts';
import { isVerb, type VerbName } from './verb-names.ts';
import { verbs } from './verbs.ts';

/** 0 done, 1 refused, 2 held for a person's decision. */
export type ExitCode = 0 | 1 | 2;

/**
 * Does what the words say (`['people', '--class', '5А']`) and answers the exit code. Results go to `io.out`, refusals to
 * `io.err` in words of the catalogue; nothing is ever thrown.
 */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const language = givenLanguage(args) ?? systemLanguage(io.env);
  const words = createWords(language);
  try {
    return await runVerb(args, io, words);
  } catch (error) {
    io.err(`${refusalWords(error, words)}\n`);
    return isHeld(error) ? 2 : 1;
  }
}

async function runVerb([name, ...rest]: readonly string[], io: Io, words: Words): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '-h' || name.startsWith('--')) return showHelp(name, io, words);
  if (!isVerb(name)) throw usageError(words('cli.usage.unknownVerb', { verb: name }));
  const given = parseWords(name, rest, words);
  if (given.values.help) {
    io.out(verbHelp(name, words));
    return 0;
  }
  return answer(await verbs[name](commandOf(name, given, io, words)), given.values.json === true, io);
}

/** Words that name no verb are help or a mistake; a passphrase among them is told apart. */
function showHelp(name: string | undefined, io: Io, words: Words): ExitCode {
  if (name !== undefined && !['help', '-h', '--help', '--lang'].includes(name.replace(/=.*/, '')))
    throw usageError(words('cli.usage.unknownVerb', { verb: name }));
  io.out(generalHelp(words));
  return 0;
}

function answer(outcome: Outcome, json: boolean, io: Io): ExitCode {
  io.out(json ? `${JSON.stringify(outcome.value, null, 2)}\n` : lines(outcome.text));
  if (outcome.held === undefined) return 0;
  io.err(`${outcome.held}\n`);
  return 2;
}

const lines = (text: string) => (text === '' ? '' : `${text}\n`);

function commandOf(verb: VerbName, given: Given, io: Io, words: Words): Command {
  const language = languageSchema.safeParse(given.values.lang ?? systemLanguage(io.env));
  if (!language.success) throw usageError(words('cli.usage.wrong', { what: '--lang', verb }));
  const { registry } = given.values;
  const usual = registryFileIn(appDataFolder(io.env, process.platform, homedir()), process.platform);
  return {
    ...given,
    io,
    words,
    language: language.data,
    file: typeof registry === 'string' ? resolve(registry) : usual,
  };
}

function givenLanguage(args: readonly string[]) {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return languageSchema.safeParse(value).data;
}
