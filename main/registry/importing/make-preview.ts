import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Progress } from '../../../shared/contract/base.ts';
import type { ImportPreview, importsContract } from '../../../shared/contract/imports.ts';
import { compareClasses } from '../../../shared/domain/class-name.ts';
import { missingFields } from '../../../shared/domain/import-columns.ts';
import type { ImportedPeople } from '../../../shared/domain/import-people.ts';
import { planImport } from '../../../shared/domain/import-plan.ts';
import type { ImportPlan } from '../../../shared/domain/import-planned.ts';
import { readPeople } from '../../../shared/domain/import-rows.ts';
import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import type { Field } from '../../../shared/tables/columns.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { readKnownPeople } from '../db/import-people.ts';
import { recallMapping } from '../db/imports.ts';
import { readSettings } from '../db/settings.ts';
import { breathe, paced } from './pace.ts';
import type { KeptPreview, PreviewSource } from './previews.ts';
import { type ReadFile, readFileAsTable } from './read-file.ts';

type PreviewInput = z.infer<NonNullable<(typeof importsContract.preview)['~orpc']['inputSchema']>>;
type Context = DeskContext & { readonly registry: OpenRegistry };

/** Rows shown above the columns. */
const sampleRows = 20;

/** Reads a file and plans its import; writes nothing. */
export async function* makePreview(context: Context, input: PreviewInput): AsyncGenerator<Progress, KeptPreview> {
  const { registry, surroundings } = context;
  yield { kind: 'progress', stage: 'reading', done: 0, total: 0 };
  const read = await readFileAsTable(context.files, input.fileToken, input.reading ?? {});
  const columns = await chooseColumns(registry, read, input.fields);
  const missing = missingFields(columns.fields, input.className);
  const today = surroundings.now().toISOString().slice(0, 10);
  const { table } = read;
  const wish = { header: table.header, fields: columns.fields, className: input.className, today };
  const rows = missing.length > 0 ? [] : table.rows;
  const file = yield* paced(readPeople(rows, wish), (done) => progressOf('reading', done, table.rowCount));
  const people = yield* readPeopleOf(registry, file);
  const plan = yield* planWithProgress(file, people);
  const choices = JSON.stringify([table.reading, columns.fields, input.className ?? '']);
  const source = sourceOf(read, columns.byHand, choices);
  const previewId = Buffer.from(surroundings.randomBytes(12)).toString('hex');
  const preview = previewOf({ read, columns, missing, plan, source, previewId });
  return { preview, file, plan, source };
}

function progressOf(stage: Progress['stage'], done: number, total: number): Progress {
  return { kind: 'progress', stage, done: Math.min(done, total), total };
}

async function* readPeopleOf(registry: OpenRegistry, file: ImportedPeople): AsyncGenerator<Progress, KnownPeople> {
  const { diarySystemId } = await readSettings(registry.db);
  const reading = readKnownPeople(registry.db, diarySystemId);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value;
    await breathe();
    yield progressOf('matching', 0, file.rows.length);
  }
}

/** Plans with progress; the same function at preview and at apply. */
export function planWithProgress(file: ImportedPeople, people: KnownPeople): AsyncGenerator<Progress, ImportPlan> {
  return paced(planImport(file, people), (done) => progressOf('matching', done, file.rows.length));
}

interface ChosenColumns {
  readonly fields: readonly Field[];
  readonly byHand: boolean;
}

/** What the person says counts, then what a person said for the same titles before, then the guess. */
async function chooseColumns(
  registry: OpenRegistry,
  { table }: ReadFile,
  given: readonly string[] | undefined,
): Promise<ChosenColumns> {
  const titled = table.header.some((title) => title !== '');
  const chosen = given ?? (titled ? await recallMapping(registry.db, table.fingerprint) : undefined);
  if (chosen === undefined) return { fields: table.fields, byHand: false };
  // The contract has checked the form of every name; a part that does not exist is never asked for.
  const fields = table.header.map((_, column) => (chosen[column] ?? 'skip') as Field);
  return { fields, byHand: titled && fields.some((field, column) => field !== table.fields[column]) };
}

function sourceOf(read: ReadFile, mappedByHand: boolean, choices: string): PreviewSource {
  const { sha256: fileSha256, sizeBytes: fileSizeBytes, table } = read;
  return { fileSha256, fileSizeBytes, headerFingerprint: table.fingerprint, mappedByHand, choices };
}

/** Tells whether the same file, read the same way, would do the same to the registry. */
export function planHashOf(plan: ImportPlan, { fileSha256, choices }: PreviewSource): string {
  return createHash('sha256').update(`${fileSha256}\n${choices}\n${plan.hash}`).digest('hex').slice(0, 32);
}

interface PreviewParts {
  readonly read: ReadFile;
  readonly columns: ChosenColumns;
  readonly missing: readonly string[];
  readonly plan: ImportPlan;
  readonly source: PreviewSource;
  readonly previewId: string;
}

function previewOf({ read, columns, missing, plan, source, previewId }: PreviewParts): ImportPreview {
  const { table } = read;
  return {
    previewId,
    fileName: read.name,
    planHash: planHashOf(plan, source),
    presetId: columns.byHand ? null : (table.presetId ?? null),
    presetName: '',
    encodingSure: table.encodingSure,
    sheets: table.sheets.map((sheet) => ({ ...sheet })),
    contents: [],
    coverage: 'part',
    asOf: table.asOf ?? null,
    problemGroups: [],
    notes: [],
    keptByHand: 0,
    decided: 0,
    holds: [],
    reading: { ...table.reading },
    header: [...table.header],
    fields: [...columns.fields],
    sample: sampleOf(table.rows),
    rows: table.rowCount,
    counts: { ...plan.counts },
    guardiansNew: plan.guardiansNew,
    classesNew: [...plan.classesNew.values()].sort(compareClasses),
    warnings: plan.warnings,
    missingFields: [...missing],
  };
}

function sampleOf(rows: ReadFile['table']['rows']): ImportPreview['sample'] {
  const sample: ImportPreview['sample'] = [];
  for (const { rowNumber, cells } of rows) {
    if (sample.length === sampleRows) break;
    sample.push({ rowNumber, cells: [...cells] });
  }
  return sample;
}
