import { readingSchema } from '../../../shared/contract/import-plan.ts';
import type { Field } from '../../../shared/tables/columns.ts';
import { PRESETS } from '../../../shared/tables/presets/all.ts';
import type { ReadingChoice, Table } from '../../../shared/tables/read-table.ts';
import type { OpenRegistry } from '../context.ts';
import { findPreset, latestPresetFor, type SavedPreset } from '../db/import-presets.ts';
import { recallMapping } from '../db/imports.ts';
import { refuse } from '../refuse.ts';
import type { PreviewInput } from './previews.ts';

/** What every column holds, and how that was found. */
export interface ChosenColumns {
  readonly fields: readonly Field[];
  /** A person chose other columns than were guessed. */
  readonly byHand: boolean;
  /** A built-in layout, or `own:<id>`. */
  readonly presetId: string | undefined;
  readonly presetName: string;
}

/** The saved preset that a person chose for this file; undefined when none was. */
export async function chosenPreset(
  { db }: OpenRegistry,
  presetId: string | undefined,
): Promise<SavedPreset | undefined> {
  if (presetId === undefined || !presetId.startsWith('own:')) return undefined;
  const found = await findPreset(db, presetId);
  if (found === undefined) throw refuse('not-found');
  return found;
}

/** How to read the file: as the chosen preset says, unless a person says otherwise. */
export function readingWish(preset: SavedPreset | undefined, given: PreviewInput['reading']): ReadingChoice {
  if (preset === undefined) return given ?? {};
  return { ...readingSchema.partial().parse(JSON.parse(preset.reading)), ...given };
}

/**
 * What the person says counts, then a chosen preset, then a saved one with the same titles, then what a person said for the
 * same titles before, then the guess.
 */
export async function chooseColumns(
  registry: OpenRegistry,
  table: Table,
  input: PreviewInput,
  chosen: SavedPreset | undefined,
): Promise<ChosenColumns> {
  if (input.fields !== undefined) return byHand(table, input.fields);
  if (chosen !== undefined) return asSaved(table, chosen);
  if (input.presetId !== undefined) return asBuiltIn(table, input.presetId);
  const titled = table.header.some((title) => title !== '');
  const saved = titled ? await latestPresetFor(registry.db, table.fingerprint) : undefined;
  if (saved !== undefined) return asSaved(table, saved);
  const remembered = titled ? await recallMapping(registry.db, table.fingerprint) : undefined;
  if (remembered !== undefined) return byHand(table, remembered);
  return { fields: table.fields, byHand: false, presetId: table.presetId, presetName: '' };
}

function byHand(table: Table, chosen: readonly string[]): ChosenColumns {
  const fields = fieldsOf(table, chosen);
  const differs = fields.some((field, column) => field !== table.fields[column]);
  return { fields, byHand: differs, presetId: differs ? undefined : table.presetId, presetName: '' };
}

/** The contract has checked the form of every name; a part that does not exist is never asked for. */
function fieldsOf({ header }: Table, chosen: readonly string[]): Field[] {
  return header.map((_, column) => (chosen[column] ?? 'skip') as Field);
}

function asSaved(table: Table, { presetId, name, fields }: SavedPreset): ChosenColumns {
  return { fields: fieldsOf(table, fields), byHand: false, presetId, presetName: name };
}

function asBuiltIn(table: Table, presetId: string): ChosenColumns {
  const preset = PRESETS.find(({ id }) => id === presetId);
  if (preset === undefined) throw refuse('not-found');
  return { fields: preset.fields(table.header), byHand: false, presetId, presetName: '' };
}
