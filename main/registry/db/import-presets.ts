import type { Kysely } from 'kysely';
import type { OwnPreset } from '../../../shared/contract/import-presets.ts';
import { refuse } from '../refuse.ts';
import type { ImportPresetTable, Schema } from './schema.ts';

/** A layout that the school has saved. */
export interface SavedPreset extends OwnPreset {
  readonly fields: readonly string[];
  /** JSON of a part of a reading. */
  readonly reading: string;
}

const idOf = (presetId: string): number => Number(presetId.slice('own:'.length));

/** All saved layouts, the latest used first. */
export async function listPresets(db: Kysely<Schema>): Promise<SavedPreset[]> {
  const rows = await db
    .selectFrom('importPreset')
    .selectAll()
    .orderBy('usedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(presetOf);
}

function presetOf(row: Omit<ImportPresetTable, 'id'> & { readonly id: number }): SavedPreset {
  const fields: string[] = JSON.parse(row.fields);
  const { name, reading, usedAt } = row;
  const read = fields.filter((field) => field !== 'skip').length;
  return { presetId: `own:${row.id}`, name, fields, reading, usedAt, columns: fields.length, read };
}

export async function findPreset(db: Kysely<Schema>, presetId: string): Promise<SavedPreset | undefined> {
  const row = await db.selectFrom('importPreset').selectAll().where('id', '=', idOf(presetId)).executeTakeFirst();
  return row === undefined ? undefined : presetOf(row);
}

/** The layout last used for files with these titles. */
export async function latestPresetFor(db: Kysely<Schema>, fingerprint: string): Promise<SavedPreset | undefined> {
  const row = await db
    .selectFrom('importPreset')
    .selectAll()
    .where('headerFingerprint', '=', fingerprint)
    .orderBy('usedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : presetOf(row);
}

/** Saves a layout and gives its id. A name that is there is replaced or refused with `preset-exists`. */
export async function savePreset(
  trx: Kysely<Schema>,
  preset: Omit<ImportPresetTable, 'id'>,
  replace: boolean,
): Promise<string> {
  const there = await trx.selectFrom('importPreset').select('id').where('name', '=', preset.name).executeTakeFirst();
  if (there !== undefined && !replace) throw refuse('preset-exists');
  if (there !== undefined) await trx.deleteFrom('importPreset').where('id', '=', there.id).execute();
  const { id } = await trx.insertInto('importPreset').values(preset).returning('id').executeTakeFirstOrThrow();
  return `own:${id}`;
}

/** Refuses with `preset-exists` when another layout has the name, with `not-found` when there is no such layout. */
export async function renamePreset(trx: Kysely<Schema>, presetId: string, name: string): Promise<void> {
  const there = await trx.selectFrom('importPreset').select('id').where('name', '=', name).executeTakeFirst();
  if (there !== undefined && there.id !== idOf(presetId)) throw refuse('preset-exists');
  const renamed = await trx
    .updateTable('importPreset')
    .set({ name })
    .where('id', '=', idOf(presetId))
    .executeTakeFirst();
  if (renamed.numUpdatedRows === 0n) throw refuse('not-found');
}

export async function deletePreset(trx: Kysely<Schema>, presetId: string): Promise<void> {
  const gone = await trx.deleteFrom('importPreset').where('id', '=', idOf(presetId)).executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw refuse('not-found');
}

/** The layout was of use: it is offered first next time. */
export async function notePresetUse(trx: Kysely<Schema>, presetId: string | null, usedAt: string): Promise<void> {
  if (!presetId?.startsWith('own:')) return;
  await trx.updateTable('importPreset').set({ usedAt }).where('id', '=', idOf(presetId)).execute();
}
