import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { sandboxed, startCommand } from './runtime.ts';

/** How a start of the app differs from the usual one in a fresh profile. */
export interface LaunchOptions {
  /** A profile of an earlier start; it is kept. */
  readonly userData?: string;
  /** Words for the app: `--demo`, `--registry FILE`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The packed app that `DIARY_DESK_PACKAGED_APP` names. */
  readonly packed?: boolean;
  /** Language of menus and messages; Russian when not given. */
  readonly language?: 'ru' | 'en';
}

/** The real app with its real window. */
export interface RunningDesk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the app's processes have written to standard output and standard error so far. */
  said(): string;
  /** Ends the app as a person would. */
  close(): Promise<void>;
}

/** A new, empty profile folder. */
export const freshProfile = (): string => mkdtempSync(join(tmpdir(), 'diary-desk-e2e-'));

/** Starts the app and waits for its window. Every profile made here is removed when it closes. */
export async function launchDesk(options: LaunchOptions = {}): Promise<RunningDesk> {
  const userData = options.userData ?? freshProfile();
  const { executable, words, env } = startCommand(options.packed);
  const app = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: sandboxed,
    args: [...words, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: definedOnly({ ...env, LC_ALL: options.language === 'en' ? 'en_US.UTF-8' : 'ru_RU.UTF-8', ...options.env }),
  });
  const said = outputOf(app);
  const page = await app.firstWindow();
  const close = async () => {
    await app.close();
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
  };
  return { app, page, userData, said, close };
}

function outputOf(app: ElectronApplication): () => string {
  const parts: string[] = [];
  const { stdout, stderr } = app.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (part: unknown) => void parts.push(String(part)));
  return () => parts.join('');
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
