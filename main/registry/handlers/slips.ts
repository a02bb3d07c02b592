import type { Language } from '../../../shared/contract/base.ts';
import type { SlipSelection } from '../../../shared/contract/slips.ts';
import { codesHeldBack, schoolGivesCode } from '../../../shared/domain/diary-systems/held-back.ts';
import { cellsOf } from '../../../shared/domain/slip-formats.ts';
import { type SlipJob, sheetCount, slipSheet, slipSheets } from '../../../shared/domain/slip-layout.ts';
import { type TemplateTrial, templateProblems } from '../../../shared/domain/slip-template-checks.ts';
import type { SlipContent } from '../../../shared/domain/slip-texts.ts';
import type { ConfirmedRegistry, DeskContext, DocumentStore, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { scopeSubject } from '../db/credential-holders.ts';
import { personsOf } from '../db/credentials.ts';
import { chooseDiary } from '../db/diaries.ts';
import { readLogo } from '../db/pictures.ts';
import { readSettings } from '../db/settings.ts';
import { readTemplate } from '../db/slip-templates.ts';
import {
  batchState,
  endBatch,
  insertBatch,
  markBatchPrinted,
  nextBatchId,
  type PrintableSlip,
  personsOfBatch,
  type SelectedSlips,
  selectSlips,
} from '../db/slips.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';
import { logoAspectOf, slipFrame } from '../paper/slip-frame.ts';
import { fileNameOf, paperWords } from '../paper/words.ts';
import { refuse } from '../refuse.ts';
import { askingRoutes, routes } from '../routes.ts';

const mostPreviewed = 20;

/** Documents of batches that wait for the printer, by the store that holds them: they die with the process. */
const waiting = new WeakMap<DocumentStore, Map<number, string>>();

function tokensOf(documents: DocumentStore): Map<number, string> {
  const tokens = waiting.get(documents) ?? new Map<number, string>();
  waiting.set(documents, tokens);
  return tokens;
}

function forgetDocument(documents: DocumentStore, batchId: number): void {
  const token = tokensOf(documents).get(batchId);
  if (token !== undefined) documents.forget(token);
  tokensOf(documents).delete(batchId);
}

interface Chosen extends SelectedSlips {
  readonly job: (batchId: number) => SlipJob;
  readonly language: Language;
  readonly logo: Uint8Array | undefined;
  readonly codesHeldBack: boolean;
}

/** The school's own slip, as long as it can be used with today's settings. Refuses `template-unusable`. */
async function usableTemplate({ db }: OpenRegistry, id: number, trial: TemplateTrial) {
  const template = await readTemplate(db, id);
  if (templateProblems(template, trial).length > 0) throw refuse('template-unusable');
  return { perPage: template.perPage, blocks: template.blocks };
}

/** Where slips stand on their sheets: as the school's own slip says, else as was asked for. */
async function placesOf(registry: OpenRegistry, selection: SlipSelection, trial: TemplateTrial) {
  const { templateId, labels, perPage } = selection;
  if (templateId !== undefined) return usableTemplate(registry, templateId, trial);
  return { perPage: labels?.sheet ?? perPage, startCell: labels?.startCell ?? 1 };
}

async function choose(registry: OpenRegistry, selection: SlipSelection): Promise<Chosen> {
  const { db } = registry;
  const settings = await readSettings(db);
  const { system, address, withoutClasses } = await chooseDiary(db, settings, selection.scope, selection.diarySystemId);
  const language = selection.language ?? settings.slipLanguage;
  const heldBack = codesHeldBack(system, settings);
  const withCodes = selection.withCode && schoolGivesCode(system);
  const selected = await selectSlips(db, {
    ...{ selection, diarySystem: system.id, withoutClasses, withCodes },
    codesByApplication: heldBack,
  });
  const logo = (await readLogo(db))?.bytes;
  const { stepsLanguage, foldLine } = selection;
  const facts = { settings, system, address, language, stepsLanguage, logoAspect: logoAspectOf(logo) };
  const frame = (batch: number) => slipFrame({ ...facts, batch });
  const paper = { words: paperWords(language), measure };
  const places = await placesOf(registry, selection, { ...paper, frame: frame(1), givesCode: withCodes });
  const job = (batch: number) => ({ ...paper, ...places, foldLine, frame: frame(batch) });
  return { ...selected, job, language, logo, codesHeldBack: selection.withCode && heldBack };
}

/** How many sheets the slips take. */
function pagesOf({ slips }: SelectedSlips, { perPage, startCell }: SlipJob): number {
  return sheetCount(slips.length, perPage, startCell);
}

/** As long as the password, so that nothing moves; JetBrains Mono is as wide in every character. */
function masked({ content }: PrintableSlip): SlipContent {
  return { ...content, password: '•'.repeat(content.password.length) };
}

async function preview(registry: OpenRegistry, selection: SlipSelection, firstPage: number) {
  const chosen = await choose(registry, selection);
  const { slips, alreadyPurged, codesHeldBack: held } = chosen;
  const batch = chosen.job(await nextBatchId(registry.db));
  const pages = pagesOf(chosen, batch);
  const contents = slips.map(masked);
  const shown = Math.max(0, Math.min(mostPreviewed, pages - firstPage));
  const sheets = Array.from({ length: shown }, (_, index) => slipSheet(contents, firstPage + index, batch));
  return { sheets, pages, slips: slips.length, alreadyPurged, codesHeldBack: held };
}

function noteBatch(registry: OpenRegistry, now: Date, selection: SlipSelection, chosen: Chosen): Promise<number> {
  return write(registry, async (transaction) => {
    const act = { at: now.toISOString(), userId: registry.user.id };
    const batch = { perPage: cellsOf(chosen.job(0).perPage), language: chosen.language };
    const credentialIds = chosen.slips.map(({ credentialId }) => credentialId);
    const batchId = await insertBatch(transaction, act, batch, credentialIds);
    const subject = await scopeSubject(transaction, selection.scope);
    const personIds = await personsOf(transaction, credentialIds);
    const event = { now, action: 'slips-prepared', count: credentialIds.length, subject, personIds } as const;
    await appendAudit(transaction, registry, event);
    return batchId;
  });
}

async function draw(registry: ConfirmedRegistry, chosen: Chosen, batchId: number): Promise<Uint8Array> {
  const job = chosen.job(batchId);
  const contents = chosen.slips.map(({ content }) => content);
  try {
    const { language, logo } = chosen;
    return await drawPdf(slipSheets(contents, job), { title: job.words.slip.title, language, logo });
  } catch (error) {
    await endBatch(registry.db, batchId, 'cancelled');
    throw error;
  }
}

async function prepare(
  { documents, surroundings }: DeskContext,
  registry: ConfirmedRegistry,
  selection: SlipSelection,
) {
  const chosen = await choose(registry, selection);
  if (chosen.slips.length === 0) throw refuse('nothing-to-print');
  const now = surroundings.now();
  const batchId = await noteBatch(registry, now, selection, chosen);
  const bytes = await draw(registry, chosen, batchId);
  const subject = await scopeSubject(registry.db, selection.scope);
  const date = now.toISOString().slice(0, 10);
  const suggestedName = fileNameOf('slips', subject, date, paperWords(chosen.language));
  const documentToken = documents.keep({ bytes, suggestedName, secret: true });
  tokensOf(documents).set(batchId, documentToken);
  const pages = pagesOf(chosen, chosen.job(batchId));
  return { documentToken, pages, suggestedName, batchId, slips: chosen.slips.length };
}

async function confirmPrinted(registry: OpenRegistry, now: Date, batchId: number): Promise<number> {
  return write(registry, async (transaction) => {
    const state = await batchState(transaction, batchId);
    if (state === undefined) throw refuse('not-found');
    if (state !== 'prepared') throw refuse('document-gone');
    const act = { at: now.toISOString(), userId: registry.user.id };
    const count = await markBatchPrinted(transaction, act, batchId);
    const about = { subject: `№ ${batchId}`, personIds: await personsOfBatch(transaction, batchId) };
    await appendAudit(transaction, registry, { now, action: 'slips-printed', count, ...about });
    return count;
  });
}

async function cancel(registry: OpenRegistry, now: Date, batchId: number): Promise<void> {
  await write(registry, async (transaction) => {
    const state = await batchState(transaction, batchId);
    if (state === undefined) throw refuse('not-found');
    if (state === 'printed') throw refuse('undo-impossible');
    if (state === 'cancelled') return;
    await endBatch(transaction, batchId, 'cancelled');
    await appendAudit(transaction, registry, { now, action: 'slips-cancelled' });
  });
}

/** Slips on paper: shown masked, drawn with passwords in memory only, noted as printed when the paper is there. */
export const slipsHandlers = {
  preview: routes.slips.preview.handler(({ context, input }) =>
    preview(context.registry, input.selection, input.firstPage),
  ),
  prepare: askingRoutes.slips.prepare.handler(({ context, input }) =>
    prepare(context, context.registry, input.selection),
  ),
  confirmPrinted: routes.slips.confirmPrinted.handler(async ({ context, input }) => {
    const printed = await confirmPrinted(context.registry, context.surroundings.now(), input.batchId);
    forgetDocument(context.documents, input.batchId);
    context.desk.announce({ kind: 'changed' });
    return { printed };
  }),
  cancel: routes.slips.cancel.handler(async ({ context, input }) => {
    await cancel(context.registry, context.surroundings.now(), input.batchId);
    forgetDocument(context.documents, input.batchId);
    return {};
  }),
};
