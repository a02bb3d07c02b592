import type { Language } from '../../shared/contract/base.ts';
import type { Words } from '../../shared/i18n/index.ts';
import type { Io } from './io.ts';

/** One command as a person gave it, with everything it needs to answer. */
export interface Command {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  /** The registry file. */
  readonly file: string;
  readonly language: Language;
  readonly words: Words;
  readonly io: Io;
}

/**
 * What a command answers: `value` for `--json`, `text` for people. `held`: nothing was written because a person has to
 * decide first, for the reason given (exit code 2).
 */
export interface Outcome {
  readonly value: unknown;
  readonly text: string;
  readonly held?: string;
}

export type Verb = (command: Command) => Outcome | Promise<Outcome>;

const usageErrorName = 'UsageError';

/** The words of the command make no sense; the sentence says which and what to do. */
export function usageError(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: usageErrorName });
}

export const isUsageError = (error: unknown): error is Error => error instanceof Error && error.name === usageErrorName;

/** The text of an option; undefined when it was not given. */
export function textOf(command: Command, option: string): string | undefined {
  const value = command.values[option];
  return typeof value === 'string' ? value : undefined;
}
