import { resolve } from 'node:path';
import { z } from 'zod';
import { fieldSchema, readingSchema } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import type { DeskClient } from '../../../shared/contract/index.ts';
import { refuse } from '../../registry/refuse.ts';
import { type Command, type Outcome, textOf, usageError, type Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';
import { lastOf } from '../last-event.ts';
import { isHeld, refusalWords } from '../refusal-words.ts';
import { listQuestions } from './import-questions.ts';

type AcceptedPile = 'new' | 'changed' | 'missing';

/**
 * Loads a table: everything, or nothing when a row or a column needs a person's decision. A dry run is held by the same
 * and writes nothing in any case.
 */
export const importTable: Verb = (command) => {
  const [path] = command.positionals;
  if (!path)
    throw usageError(
      command.words('cli.usage.missing', { what: command.words('cli.help.import.usage'), verb: 'import' }),
    );
  const choices = choicesOf(command);
  return atOpenDesk(command, async ({ client }) => {
    const events = await client.imports.preview({ fileToken: resolve(path), ...choices.reading });
    const last = await lastOf(events);
    if (last?.kind !== 'done') throw refuse('unexpected');
    return decide(command, client, last.preview, choices.accept);
  });
};

function decide(
  command: Command,
  client: DeskClient,
  preview: ImportPreview,
  accept: readonly AcceptedPile[] | undefined,
): Promise<Outcome> | Outcome {
  const { missingFields, counts } = preview;
  if (missingFields.length > 0) return heldForMapping(command, preview);
  if (accept === undefined && counts.ambiguous + counts.refused > 0) return heldForRows(command, client, preview);
  const work = command.values['dry-run'] === true ? rehearse : apply;
  return work(command, client, preview, accept ?? ['new', 'changed', 'missing']).catch((error: unknown) => {
    if (!isHeld(error)) throw error;
    return heldForNumbers(command, preview, error);
  });
}

/** A brake asks for its number, which stands in its words. */
function heldForNumbers(command: Command, preview: ImportPreview, error: unknown): Outcome {
  const held = `${refusalWords(error, command.words)} ${command.words('cli.done.heldNumbers')}`;
  return { value: { held: 'brakes', preview }, text: planText(command, preview), held };
}

function heldForMapping({ words }: Command, preview: ImportPreview): Outcome {
  const columns = preview.header.map((title, at) => `${at + 1}. ${title} — ${preview.fields[at] ?? 'skip'}`);
  const held = words('cli.done.heldMapping', { missing: preview.missingFields.join(', ') });
  return { value: { held: 'mapping', preview }, text: columns.join('\n'), held };
}

async function heldForRows(command: Command, client: DeskClient, preview: ImportPreview): Promise<Outcome> {
  const questions = await listQuestions(client, preview.previewId, command.words);
  const text = [planText(command, preview), ...questions.lines].join('\n');
  return { value: { held: 'rows', preview, entries: questions.entries }, text, held: command.words('cli.done.held') };
}

/** The brakes whose number was given with `--confirm`. */
function confirmedHolds(command: Command, { holds }: ImportPreview) {
  const given = checked(command, '--confirm', confirmSchema, textOf(command, 'confirm')?.split(',') ?? []);
  const confirmed = holds.filter(({ number }) => given.includes(number));
  return confirmed.map(({ kind, number, className }) => ({ kind, number, className }));
}

function wishOf(command: Command, preview: ImportPreview, piles: readonly AcceptedPile[]) {
  const { previewId, planHash } = preview;
  return { previewId, planHash, piles: [...piles], confirmed: confirmedHolds(command, preview) };
}

const hasNothing = ({ counts }: ImportPreview, piles: readonly AcceptedPile[]) =>
  piles.every((pile) => counts[pile] === 0);

async function rehearse(
  command: Command,
  client: DeskClient,
  preview: ImportPreview,
  piles: readonly AcceptedPile[],
): Promise<Outcome> {
  if (!hasNothing(preview, piles)) await client.imports.rehearse(wishOf(command, preview, piles));
  return { value: { preview }, text: planText(command, preview) };
}

async function apply(
  command: Command,
  client: DeskClient,
  preview: ImportPreview,
  piles: readonly AcceptedPile[],
): Promise<Outcome> {
  const { words } = command;
  const { counts } = preview;
  if (hasNothing(preview, piles))
    return { value: { counts, result: null }, text: words('cli.done.nothingNew', { same: counts.same }) };
  const last = await lastOf(await client.imports.apply(wishOf(command, preview, piles)));
  if (last?.kind !== 'done') throw refuse('unexpected');
  const { result } = last;
  const text = words('cli.done.imported', {
    id: String(result.importId),
    created: result.pupilsCreated,
    changed: result.pupilsChanged,
    same: result.same,
    skipped: result.skipped,
    guardians: result.guardiansCreated,
    classes: result.classesCreated,
    staff: result.staff,
  });
  return { value: { counts, result }, text };
}

function planText({ words }: Command, { rows, counts, warnings, className }: ImportPreview): string {
  const plan = words('cli.done.plan', { rows, ...counts, warnings });
  return className === '' ? plan : `${plan} ${words('cli.done.planClass', { className })}`;
}

const acceptSchema = z.array(z.enum(['new', 'changed', 'missing'])).min(1);
const presetSchema = z.string().regex(/^(?:own:\d+|[a-z0-9-]+)$/);
const confirmSchema = z.array(z.coerce.number().int().nonnegative());

function choicesOf(command: Command) {
  const accept = textOf(command, 'accept')?.split(',');
  const fields = textOf(command, 'fields')?.split(',');
  const className = textOf(command, 'class');
  const preset = textOf(command, 'preset');
  const reading = readingOf(command);
  return {
    accept: accept && checked(command, '--accept', acceptSchema, accept),
    reading: {
      ...(preset !== undefined && { presetId: checked(command, '--preset', presetSchema, preset) }),
      ...(fields && { fields: checked(command, '--fields', z.array(fieldSchema), fields) }),
      ...(className !== undefined && { className }),
      ...(Object.keys(reading).length > 0 && { reading }),
    },
  };
}

function readingOf(command: Command) {
  const { encoding, delimiter, headerRow } = readingSchema.shape;
  const given = {
    encoding: textOf(command, 'encoding'),
    delimiter: textOf(command, 'delimiter')?.replace('\\t', '\t'),
    headerRow: textOf(command, 'header-row'),
  };
  return {
    ...(given.encoding !== undefined && { encoding: checked(command, '--encoding', encoding, given.encoding) }),
    ...(given.delimiter !== undefined && { delimiter: checked(command, '--delimiter', delimiter, given.delimiter) }),
    ...(given.headerRow !== undefined && {
      headerRow: checked(command, '--header-row', headerRow, Number(given.headerRow)),
    }),
  };
}

function checked<Value>(command: Command, what: string, schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (!result.success) throw usageError(command.words('cli.usage.wrong', { what, verb: 'import' }));
  return result.data;
}
