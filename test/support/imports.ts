import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OpenRegistry } from '../../main/registry/context.ts';
import type { ImportPreview } from '../../shared/contract/imports.ts';
import type { DeskClient } from '../../shared/contract/index.ts';
import { makeOpenDesk } from './desk.ts';

type PreviewInput = Omit<Parameters<DeskClient['imports']['preview']>[0], 'fileToken'>;
type ApplyChoice = Partial<Omit<Parameters<DeskClient['imports']['apply']>[0], 'previewId' | 'planHash'>>;
export type ImportDesk = Awaited<ReturnType<typeof makeImportDesk>>;

/** A desk with an empty registry, and files for it. */
export async function makeImportDesk(now = '2026-09-01T07:00:00.000Z') {
  const desk = await makeOpenDesk({ now });
  let files = 0;
  return {
    ...desk,
    /** Puts a file into the desk's folder and gives its token. */
    file(content: Uint8Array | string, name = `list-${++files}.csv`): string {
      const path = join(desk.folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** The preview of a file. */
export async function previewOf(
  { client }: Pick<ImportDesk, 'client'>,
  fileToken: string,
  input: PreviewInput = {},
): Promise<ImportPreview> {
  for await (const event of await client.imports.preview({ fileToken, ...input })) {
    if (event.kind === 'done') return event.preview;
  }
  throw new Error('the preview ended without a result');
}

/** Applies a preview. */
export async function applyOf(
  { client }: Pick<ImportDesk, 'client'>,
  { previewId, planHash }: ImportPreview,
  { piles = ['new', 'changed'], ...choice }: ApplyChoice = {},
) {
  for await (const event of await client.imports.apply({ previewId, planHash, piles, ...choice })) {
    if (event.kind === 'done') return event.result;
  }
  throw new Error('the import ended without a result');
}

/** Plans anew with decisions. */
export async function decideIn(
  { client }: Pick<ImportDesk, 'client'>,
  previewId: string,
  decisions: Parameters<DeskClient['imports']['decide']>[0]['decisions'],
): Promise<ImportPreview> {
  for await (const event of await client.imports.decide({ previewId, decisions })) {
    if (event.kind === 'done') return event.preview;
  }
  throw new Error('the plan ended without a result');
}

/** The bytes of a prepared document, and its name. */
export function documentOf({ documents }: Pick<ImportDesk, 'documents'>, token: string) {
  const found = documents.find(token);
  if (found === undefined) throw new Error('no such document');
  return found;
}

/** Imports a file as it is. */
export async function importFile(desk: ImportDesk, content: Uint8Array | string, input: PreviewInput = {}) {
  const preview = await previewOf(desk, desk.file(content), input);
  return { preview, result: await applyOf(desk, preview) };
}

const dumpedTables = [
  'person',
  'name_history',
  'school_class',
  'enrolment',
  'guardianship',
  'contact',
  'external_code',
  'credential',
  'credential_event',
  'field_origin',
  'pupil_search',
] as const;

/** Everything that the registry says about people, as it stands. */
export async function dump({ db }: Pick<OpenRegistry, 'db'>): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of dumpedTables) {
    const columns = table === 'pupil_search' ? sql`rowid, line` : sql`*`;
    tables[table] = (await sql`select ${columns} from ${sql.table(table)} order by 1`.execute(db)).rows;
  }
  return tables;
}

/** Rows of a table. */
export async function countRows({ db }: OpenRegistry, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** A CSV in UTF-8 with semicolons. */
export function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
}
