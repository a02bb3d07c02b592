import { appendAudit } from '../db/audit.ts';
import { undoImport } from '../db/import-undo.ts';
import { findImportRun, listImportRuns, markImportUndone } from '../db/imports.ts';
import { write } from '../db/transaction.ts';
import { applyPreview } from '../importing/apply-preview.ts';
import { makePreview } from '../importing/make-preview.ts';
import { planEntries } from '../importing/plan-entries.ts';
import { findPreview, forgetPreview, keepPreview } from '../importing/previews.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

/** What is declared and not served yet. */
function notServed(): never {
  throw refuse('unexpected');
}

export const importsHandlers = {
  paste: routes.imports.paste.handler(notServed),
  // biome-ignore lint/correctness/useYield: refuses before the first step
  decide: routes.imports.decide.handler(async function* () {
    notServed();
  }),
  failedRows: routes.imports.failedRows.handler(notServed),
  report: routes.imports.report.handler(notServed),
  presets: routes.imports.presets.handler(notServed),
  savePreset: routes.imports.savePreset.handler(notServed),
  renamePreset: routes.imports.renamePreset.handler(notServed),
  deletePreset: routes.imports.deletePreset.handler(notServed),

  preview: routes.imports.preview.handler(async function* ({ context, input }) {
    const kept = yield* makePreview(context, input);
    keepPreview(context.registry, kept);
    yield { kind: 'done' as const, preview: kept.preview };
  }),

  entries: routes.imports.entries.handler(({ context, input }) => {
    const kept = findPreview(context.registry, input.previewId);
    if (kept === undefined) throw refuse('preview-gone');
    return planEntries(kept.plan, input);
  }),

  apply: routes.imports.apply.handler(async function* ({ context, input }) {
    const { registry, desk } = context;
    const kept = findPreview(registry, input.previewId);
    if (kept === undefined) throw refuse('preview-gone');
    if (kept.preview.missingFields.length > 0) throw refuse('mapping-incomplete');
    const result = yield* applyPreview(context, kept, input);
    forgetPreview(registry, input.previewId);
    desk.announce({ kind: 'changed' });
    yield { kind: 'done' as const, result: { ...result, credentialsCreated: 0, toCheck: 0, left: 0 } };
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
