import type { Kysely } from 'kysely';
import { type SavedTemplate, type SlipTemplate, slipTemplateSchema } from '../../../shared/contract/slip-templates.ts';
import { refuse } from '../refuse.ts';
import type { Schema } from './schema.ts';
import type { SlipTemplateTable } from './schema-office.ts';

type Row = Omit<SlipTemplateTable, 'id'> & { readonly id: number };

function templateOf({ id, name, perPage, blocks }: Row): SavedTemplate {
  return { templateId: id, ...slipTemplateSchema.parse({ name, perPage, blocks: JSON.parse(blocks) }) };
}

/** The school's own templates by name. */
export async function listTemplates(db: Kysely<Schema>): Promise<SavedTemplate[]> {
  return (await db.selectFrom('slipTemplate').selectAll().orderBy('name').execute()).map(templateOf);
}

/** Refuses `not-found` when there is no such template. */
export async function readTemplate(db: Kysely<Schema>, templateId: number): Promise<SavedTemplate> {
  const row = await db.selectFrom('slipTemplate').selectAll().where('id', '=', templateId).executeTakeFirst();
  if (!row) throw refuse('not-found');
  return templateOf(row);
}

/** Adds a template or changes the one of this id. Refuses `template-exists` and `not-found`. */
export async function putTemplate(
  trx: Kysely<Schema>,
  { name, perPage, blocks }: SlipTemplate,
  templateId: number | undefined,
): Promise<SavedTemplate> {
  const there = await trx.selectFrom('slipTemplate').select('id').where('name', '=', name).executeTakeFirst();
  if (there !== undefined && there.id !== templateId) throw refuse('template-exists');
  const row = { name, perPage, blocks: JSON.stringify(blocks) };
  if (templateId !== undefined) {
    await readTemplate(trx, templateId);
    await trx.updateTable('slipTemplate').set(row).where('id', '=', templateId).execute();
    return { templateId, name, perPage, blocks };
  }
  const { id } = await trx.insertInto('slipTemplate').values(row).returning('id').executeTakeFirstOrThrow();
  return { templateId: id, name, perPage, blocks };
}

/** Takes a template away; slips printed by it stay what they are. Refuses `not-found`. */
export async function removeTemplate(trx: Kysely<Schema>, templateId: number): Promise<SavedTemplate> {
  const template = await readTemplate(trx, templateId);
  await trx.deleteFrom('slipTemplate').where('id', '=', templateId).execute();
  return template;
}
