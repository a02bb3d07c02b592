import type { Language } from '../../../shared/contract/base.ts';
import { formatAcademicYear } from '../../../shared/domain/academic-year.ts';
import { batchSheets } from '../../../shared/domain/batch-layout.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit, auditAnchor } from '../db/audit.ts';
import { printBatches, spoiledSlips, spoilSlips } from '../db/batches.ts';
import { rowsWithin } from '../db/reach.ts';
import { readSettings } from '../db/settings.ts';
import { personsOfBatch } from '../db/slips.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';
import { fileNameOf, paperWords } from '../paper/words.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

function spoil(registry: OpenRegistry, now: Date, batchId: number, positions: readonly number[]): Promise<number> {
  return write(registry, async (transaction) => {
    const [batch] = await printBatches(transaction, batchId);
    if (!batch) throw refuse('not-found');
    if (batch.state !== 'printed') throw refuse('document-gone');
    const count = await spoilSlips(transaction, batchId, positions, now.toISOString());
    if (count > 0) {
      const about = { subject: `№ ${batchId}`, personIds: await personsOfBatch(transaction, batchId, positions) };
      await appendAudit(transaction, registry, { now, action: 'slips-spoiled', count, ...about });
    }
    return count;
  });
}

interface SheetInput {
  readonly batchId: number;
  readonly language?: Language | undefined;
}

async function batchSheet({ documents, surroundings }: DeskContext, registry: OpenRegistry, input: SheetInput) {
  const { db } = registry;
  const [batch] = await printBatches(db, input.batchId);
  if (!batch) throw refuse('not-found');
  const settings = await readSettings(db);
  const language = input.language ?? settings.slipLanguage;
  const words = paperWords(language);
  const { startYear } = await currentAcademicYear(db);
  const date = surroundings.now().toISOString().slice(0, 10);
  const frame = { schoolName: settings.schoolName, academicYear: formatAcademicYear(startYear), date, words, measure };
  const spoiled = await spoiledSlips(db, input.batchId);
  const sheets = batchSheets({ ...batch, anchor: await auditAnchor(db), spoiled }, frame);
  const bytes = await drawPdf(sheets, { title: words.list.batch, language });
  const suggestedName = fileNameOf('batch', String(input.batchId), date, words);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: sheets.length, suggestedName };
}

/** What became of the paper of a print batch. */
export const batchesHandlers = {
  batches: routes.slips.batches.handler(async ({ context: { registry } }) => {
    const batches = await printBatches(registry.db);
    const ids = batches.map(({ batchId }) => batchId);
    const own = await rowsWithin(registry.db, await reachOf(registry), 'batch', ids);
    return batches.filter(({ batchId }) => own.has(batchId));
  }),
  spoil: routes.slips.spoil.handler(async ({ context, input }) => {
    const spoiled = await spoil(context.registry, context.surroundings.now(), input.batchId, input.positions);
    context.desk.announce({ kind: 'changed' });
    return { spoiled };
  }),
  batchSheet: routes.slips.batchSheet.handler(({ context, input }) => batchSheet(context, context.registry, input)),
};
