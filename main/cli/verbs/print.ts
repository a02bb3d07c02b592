import { resolve } from 'node:path';
import type { Scope } from '../../../shared/contract/base.ts';
import { guardianGroupSchema, listKindSchema, perPageSchema } from '../../../shared/contract/slips.ts';
import { exists } from '../../durable-files.ts';
import { refuse } from '../../registry/refuse.ts';
import { writePrivately } from '../../write-privately.ts';
import { type Command, type Outcome, textOf, usageError, type Verb } from '../command.ts';
import { atOpenDesk, type DeskHere } from '../desk-at.ts';
import { holdersOf, scopeOf } from '../scope.ts';

/** Writes slips (with passwords) or a list (without) as a PDF that only this user can read. */
export const print: Verb = async (command) => {
  const out = textOf(command, 'out');
  if (!out) throw usageError(command.words('cli.usage.missing', { what: '--out', verb: 'print' }));
  const file = resolve(out);
  if (!command.values.overwrite && (await exists(file))) throw usageError(command.words('cli.usage.outExists'));
  return atOpenDesk(command, async (desk) => {
    const scope = await scopeOf(desk.client, command, 'print');
    return textOf(command, 'list') === undefined
      ? printSlips(command, desk, scope, file)
      : printList(command, desk, scope, file);
  });
};

/** The logins count as printed only when the whole file is on the disk. */
async function printSlips(command: Command, desk: DeskHere, scope: Scope, file: string): Promise<Outcome> {
  const { slips: route } = desk.client;
  const which = command.values.again ? 'waiting' : 'new';
  const who = { scope, for: holdersOf(command, 'print'), ...guardiansOf(command) };
  const selection = { ...who, perPage: perPageOf(command), which } as const;
  const { documentToken, batchId, slips, pages } = await route.prepare({ selection });
  try {
    await writeDocument(desk, documentToken, file);
  } catch (error) {
    await route.cancel({ batchId });
    throw error;
  }
  const { printed } = await route.confirmPrinted({ batchId });
  const value = { file, batchId, slips, pages, printed };
  return { value, text: command.words('cli.done.printed', { slips, pages, file, printed }) };
}

async function printList(command: Command, desk: DeskHere, scope: Scope, file: string): Promise<Outcome> {
  const kind = listKindSchema.safeParse(textOf(command, 'list'));
  if (!kind.success) throw usageError(command.words('cli.usage.wrong', { what: '--list', verb: 'print' }));
  const { documentToken, pages } = await desk.client.lists.prepare({ kind: kind.data, scope });
  await writeDocument(desk, documentToken, file);
  return { value: { file, pages }, text: command.words('cli.done.listPrinted', { pages, file }) };
}

async function writeDocument({ documents }: DeskHere, token: string, file: string): Promise<void> {
  const document = documents.find(token);
  if (!document) throw refuse('document-gone');
  await writePrivately(file, document.bytes).catch((error: unknown) => {
    throw folderIsMissing(error) ? refuse('folder-missing') : error;
  });
}

const folderIsMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function perPageOf(command: Command) {
  const perPage = perPageSchema.safeParse(Number(textOf(command, 'per-page') ?? 8));
  if (!perPage.success) throw usageError(command.words('cli.usage.wrong', { what: '--per-page', verb: 'print' }));
  return perPage.data;
}

function guardiansOf(command: Command) {
  const named = textOf(command, 'guardians');
  if (named === undefined) return {};
  const guardians = guardianGroupSchema.safeParse(named);
  if (!guardians.success) throw usageError(command.words('cli.usage.wrong', { what: '--guardians', verb: 'print' }));
  return { guardians: guardians.data };
}
