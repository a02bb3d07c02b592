import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../main/cli/run-cli.ts';
import { encodeText } from '../../shared/tables/encoding.ts';

const entry = fileURLToPath(new URL('../../main/cli/index.ts', import.meta.url));

/** Synthetic, and known to nobody. */
export const passphrase = 'осень чернила глобус трамвай';

export interface CliAnswer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A folder with a registry-to-be and the command line run on it in processes of their own. */
export interface CliPlace {
  readonly folder: string;
  readonly registry: string;
  /** Runs a verb on the registry, with the passphrase in the environment. */
  run(words: readonly string[], options?: CliOptions): CliAnswer;
  /** The same with `--json`, answering the one value of standard output. */
  json(words: readonly string[]): unknown;
  /** Writes a class list as a school of the Belgorod region has it and answers its path. */
  table(name: string, rows: readonly string[]): string;
  /** Everything that the runs so far have written to standard output and standard error. */
  said(): string;
  remove(): void;
}

export function makeCliPlace(): CliPlace {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-cli-'));
  const registry = join(folder, 'school.desk');
  const said: string[] = [];
  const run: CliPlace['run'] = (words, options = {}) => {
    const answer = spawnCli([...words, '--registry', registry], {
      ...options,
      env: { DIARY_DESK_PASSPHRASE: passphrase, ...options.env },
    });
    said.push(answer.out, answer.err);
    return answer;
  };
  return {
    folder,
    registry,
    run,
    json: (words) => jsonOf(run([...words, '--json'])),
    table: (name, rows) => writeTable(join(folder, name), rows),
    said: () => said.join('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs the command line in a process of its own, in Russian, without a passphrase. */
export function spawnCli(words: readonly string[], { input = '', env = {} }: CliOptions = {}): CliAnswer {
  const { DIARY_DESK_PASSPHRASE: _, ...clean } = process.env;
  const all = { ...clean, LC_ALL: 'ru_RU.UTF-8', NODE_NO_WARNINGS: '1', ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], {
    input,
    env: all,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** The same in this process, for answers that need no file: the streams are kept instead of written. */
export async function runCliHere(
  words: readonly string[],
  { input = '', env = {} }: CliOptions = {},
): Promise<CliAnswer> {
  const said = { out: '', err: '' };
  const code = await runCli(words, {
    env: { LC_ALL: 'ru_RU.UTF-8', ...env },
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    canAsk: false,
    askHidden: async () => '',
    readInput: () => input,
  });
  return { code, ...said };
}

/** The one value of standard output; throws when there is more or less. */
export function jsonOf({ code, out, err }: CliAnswer): unknown {
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return JSON.parse(out);
}

const header = 'класс;фамилия;имя отчество;пол;дата рождения';

function writeTable(path: string, rows: readonly string[]): string {
  writeFileSync(path, encodeText([header, ...rows, ''].join('\r\n'), 'windows-1251').bytes);
  return path;
}
