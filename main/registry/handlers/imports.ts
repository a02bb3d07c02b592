import { createWords } from '../../../shared/i18n/index.ts';
import { PRESETS } from '../../../shared/tables/presets/all.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { deletePreset, listPresets, renamePreset, savePreset } from '../db/import-presets.ts';
import { undoImport } from '../db/import-undo.ts';
import { findImportRun, listImportRuns, markImportUndone, readImportReport } from '../db/imports.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { applyPreview, rehearsePreview } from '../importing/apply-preview.ts';
import { failedRowsDocument } from '../importing/failed-rows.ts';
import { decideRows, makePreview } from '../importing/make-preview.ts';
import { keepPasted } from '../importing/pasted-texts.ts';
import { planEntries } from '../importing/plan-entries.ts';
import { findPreview, type KeptPreview, keepPreview, markApplied } from '../importing/previews.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

function previewOf(registry: OpenRegistry, previewId: string): KeptPreview {
  const kept = findPreview(registry, previewId);
  if (kept === undefined) throw refuse('preview-gone');
  return kept;
}

/** A preview that has not been written yet. */
function openPreview(registry: OpenRegistry, previewId: string): KeptPreview {
  const kept = previewOf(registry, previewId);
  if (kept.applied) throw refuse('preview-gone');
  return kept;
}

/** A preview that says enough to be written. */
function mappedPreview(registry: OpenRegistry, previewId: string): KeptPreview {
  const kept = openPreview(registry, previewId);
  if (kept.preview.missingFields.length > 0) throw refuse('mapping-incomplete');
  return kept;
}

export const importsHandlers = {
  paste: routes.imports.paste.handler(async ({ context: { registry, surroundings }, input: { text } }) => {
    const id = Buffer.from(surroundings.randomBytes(12)).toString('hex');
    const { language } = await readSettings(registry.db);
    return keepPasted(registry, { id, name: `${createWords(language)('written.pasted')}.txt`, text });
  }),

  preview: routes.imports.preview.handler(async function* ({ context, input }) {
    const kept = yield* makePreview(context, input);
    keepPreview(context.registry, kept);
    yield { kind: 'done' as const, preview: kept.preview };
  }),

  decide: routes.imports.decide.handler(async function* ({ context, input }) {
    const kept = yield* decideRows(context, openPreview(context.registry, input.previewId), input.decisions);
    keepPreview(context.registry, kept);
    yield { kind: 'done' as const, preview: kept.preview };
  }),

  entries: routes.imports.entries.handler(({ context: { registry }, input }) =>
    planEntries(registry.db, openPreview(registry, input.previewId).planned, input),
  ),

  apply: routes.imports.apply.handler(async function* ({ context, input }) {
    const { registry, desk } = context;
    const kept = mappedPreview(registry, input.previewId);
    const result = yield* applyPreview(context, kept, input);
    markApplied(registry, input.previewId);
    desk.announce({ kind: 'changed' });
    yield { kind: 'done' as const, result };
  }),

  rehearse: routes.imports.rehearse.handler(async ({ context, input }) => {
    await rehearsePreview(context, mappedPreview(context.registry, input.previewId), input);
    return {};
  }),

  failedRows: routes.imports.failedRows.handler(({ context, input }) =>
    failedRowsDocument(context, previewOf(context.registry, input.previewId)),
  ),

  report: routes.imports.report.handler(async ({ context, input }) => {
    const report = await readImportReport(context.registry.db, input.importId);
    if (report === undefined) throw refuse('not-found');
    return report;
  }),

  presets: routes.imports.presets.handler(async ({ context }) => ({
    builtIn: PRESETS.map(({ id }) => id),
    own: (await listPresets(context.registry.db)).map(({ presetId, name, columns, read, usedAt }) => {
      return { presetId, name, columns, read, usedAt };
    }),
  })),

  savePreset: routes.imports.savePreset.handler(async ({ context: { registry, surroundings }, input }) => {
    const { preview, source } = previewOf(registry, input.previewId);
    const preset = {
      name: input.name,
      headerFingerprint: source.headerFingerprint,
      fields: JSON.stringify(preview.fields),
      reading: JSON.stringify(preview.sheets.length > 0 ? { sheet: preview.reading.sheet } : preview.reading),
      usedAt: surroundings.now().toISOString(),
    };
    return { presetId: await write(registry, (trx) => savePreset(trx, preset, input.replace)) };
  }),

  renamePreset: routes.imports.renamePreset.handler(async ({ context: { registry }, input: { presetId, name } }) => {
    await write(registry, (trx) => renamePreset(trx, presetId, name));
    return {};
  }),

  deletePreset: routes.imports.deletePreset.handler(async ({ context: { registry }, input: { presetId } }) => {
    await write(registry, (trx) => deletePreset(trx, presetId));
    return {};
  }),

  list: routes.imports.list.handler(({ context, input }) => listImportRuns(context.registry.db, input.page)),

  undo: routes.imports.undo.handler(async ({ context: { registry, desk, surroundings }, input: { importId } }) => {
    const now = surroundings.now();
    const outcome = await write(registry, async (trx) => {
      const run = await findImportRun(trx, importId);
      if (run === undefined) throw refuse('not-found');
      if (run.undoneAt !== null) throw refuse('already-undone');
      const done = await undoImport(trx, importId);
      await markImportUndone(trx, importId, { undoneAt: now.toISOString(), undoneBy: registry.user.id });
      const count = done.removed + done.restored;
      await appendAudit(trx, registry, { now, action: 'import-undone', count, subject: run.fileName, importId });
      return done;
    });
    desk.announce({ kind: 'changed' });
    return { ...outcome, kept: [...outcome.kept] };
  }),
};
