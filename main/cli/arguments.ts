import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Words } from '../../shared/i18n/index.ts';
import { usageError } from './command.ts';
import type { VerbName } from './verb-names.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const commonOptions = {
  registry: text,
  user: text,
  json: flag,
  lang: text,
  help: { ...flag, short: 'h' },
} satisfies Options;

const whose = { class: text, all: flag, for: text } satisfies Options;

const optionsOfVerb: Readonly<Record<VerbName, Options>> = {
  create: { school: text, diary: text, address: text },
  import: {
    accept: text,
    'dry-run': flag,
    class: text,
    fields: text,
    preset: text,
    confirm: text,
    encoding: text,
    delimiter: text,
    'header-row': text,
  },
  people: { class: text, query: text },
  issue: whose,
  print: { ...whose, out: text, 'per-page': text, guardians: text, again: flag, overwrite: flag, list: text },
  handover: { ...whose, list: flag },
  reconcile: { kind: text, rows: text, class: text, fields: text },
  undo: {},
  users: { role: text, class: text, name: text },
  passphrase: {},
  routes: {},
  call: {},
};

const positionalsOfVerb: Readonly<Partial<Record<VerbName, number>>> = {
  import: 1,
  reconcile: 1,
  undo: 1,
  users: 2,
  call: 2,
};

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** Understands the words after a verb. Throws a usage error about the first word that makes no sense. */
export function parseWords(verb: VerbName, args: readonly string[], words: Words): Given {
  if (args.some((word) => /^--?(?:pass|pw|password|passphrase)\b/i.test(word)))
    throw usageError(words('cli.usage.passphraseArgument'));
  const given = parse(verb, args, words);
  const extra = given.positionals[positionalsOfVerb[verb] ?? 0];
  if (extra !== undefined) throw usageError(words('cli.usage.words', { what: extra, verb }));
  return given;
}

function parse(verb: VerbName, args: readonly string[], words: Words): Given {
  try {
    const options = { ...commonOptions, ...optionsOfVerb[verb] };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as Given['values'], positionals };
  } catch (error) {
    const what = /'([^']*)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw usageError(words('cli.usage.words', { what, verb }));
  }
}
