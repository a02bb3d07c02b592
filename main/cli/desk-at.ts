import type { DeskClient } from '../../shared/contract/index.ts';
import { sameName } from '../../shared/domain/accounts.ts';
import type { DocumentStore } from '../registry/context.ts';
import { type Command, textOf, usageError } from './command.ts';
import { readPassphrase } from './passphrase.ts';

/** The same router as the window's, in this process. */
export interface DeskHere {
  readonly client: DeskClient;
  readonly documents: DocumentStore;
}

/**
 * Works with the registry file as it is (locked or not there yet) and closes it afterwards, whatever happens.
 * The registry's code is loaded only here, so that help and mistakes are answered at once.
 */
export async function atDesk<Result>(command: Command, work: (desk: DeskHere) => Promise<Result>): Promise<Result> {
  const { openInProcess } = await import('../registry/in-process.ts');
  const desk = openInProcess({ file: command.file });
  try {
    return await work(desk);
  } finally {
    desk.close();
  }
}

/**
 * The same after signing in with the passphrase. `expressly`: for a route that wants it asked for itself, which the same
 * passphrase answers, as it was given with this very command.
 */
export function atOpenDesk<Result>(
  command: Command,
  work: (desk: DeskHere) => Promise<Result>,
  expressly = false,
): Promise<Result> {
  return atDesk(command, async (desk) => {
    await requireRegistry(command, desk);
    const user = await userOf(command, desk);
    const passphrase = await readPassphrase(command);
    await desk.client.registry.unlock({ ...user, passphrase });
    await tellDamagedLog(command, desk);
    if (expressly) await desk.client.registry.confirm({ passphrase });
    return work(desk);
  });
}

/** What the window shows above its pages. */
async function tellDamagedLog({ words, io }: Command, { client }: DeskHere): Promise<void> {
  const { damagedLog } = await client.registry.status();
  if (damagedLog === undefined) return;
  const { certain, unread, keptAs: file } = damagedLog;
  const say = 'registry.damagedLog';
  const why = certain ? words(`${say}.certainWhy`, { unread }) : words(`${say}.unsureWhy`);
  const told = [why, words(`${say}.keptAll`, { file }), words(`${say}.next`)].join(' ');
  io.err(`${words(certain ? `${say}.certain` : `${say}.unsure`)}. ${told}\n`);
}

/** The user that `--user` names in any spelling, to sign in as; the first one when it is not given. */
export async function userOf(command: Command, { client }: DeskHere): Promise<{ readonly userId?: number }> {
  const name = textOf(command, 'user');
  if (name === undefined) return {};
  const { users } = await client.registry.status();
  const found = users.find((user) => sameName(user.name, name));
  if (found === undefined) throw usageError(command.words('cli.usage.noUser', { user: name }));
  return { userId: found.id };
}

/** Nobody is asked for the passphrase of a registry that is not there. */
export async function requireRegistry({ words, file }: Command, { client }: DeskHere): Promise<void> {
  const { state } = await client.registry.status();
  if (state === 'none') throw usageError(words('cli.usage.noRegistry', { file }));
}
