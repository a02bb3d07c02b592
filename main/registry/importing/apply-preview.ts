import { ORPCError } from '@orpc/server';
import type { Transaction } from 'kysely';
import type { Progress } from '../../../shared/contract/base.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { type Accepted, applyImport, type ImportOutcome } from '../db/import-apply.ts';
import { readKnownPeople } from '../db/import-people.ts';
import { rememberMapping } from '../db/imports.ts';
import type { Schema } from '../db/schema.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { planHashOf, planWithProgress } from './make-preview.ts';
import { breathe, type Report, reporting } from './pace.ts';
import type { KeptPreview } from './previews.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** What a person decided about a preview. */
export interface ApplyWish extends Accepted {
  readonly planHash: string;
}

/**
 * Plans once more and writes, all in one transaction: nobody changes the registry between plan and writing. Throws
 * STALE_PLAN when the plan came out differently; when the listener goes away, nothing stays.
 */
export function applyPreview(
  context: Context,
  kept: KeptPreview,
  wish: ApplyWish,
): AsyncGenerator<Progress, ImportOutcome> {
  return reporting((report) => write(context.registry, (trx) => applyIn(trx, { context, kept, wish, report })));
}

interface Job {
  readonly context: Context;
  readonly kept: KeptPreview;
  readonly wish: ApplyWish;
  readonly report: Report;
}

async function applyIn(trx: Transaction<Schema>, job: Job): Promise<ImportOutcome> {
  const { context, kept, wish, report } = job;
  const { diarySystemId: diarySystem } = await readSettings(trx);
  const people = await drain(readKnownPeople(trx, diarySystem), breathe);
  const plan = await drain(planWithProgress(kept.file, people), report);
  if (planHashOf(plan, kept.source) !== wish.planHash) throw new ORPCError('STALE_PLAN', { status: 409 });
  const now = context.surroundings.now();
  const run = runOf(job, now);
  const pause = (done: number, total: number) => report({ kind: 'progress', stage: 'writing', done, total });
  const outcome = await applyImport(trx, { run, plan, people, accepted: wish, diarySystem, pause });
  await keepRecord(trx, job, now, outcome);
  return outcome;
}

async function drain<Step, Result>(
  steps: AsyncGenerator<Step, Result>,
  eachStep: (step: Step) => Promise<void>,
): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
    await eachStep(step.value);
  }
}

function runOf({ context, kept: { preview, source } }: Job, now: Date) {
  return {
    at: now.toISOString(),
    userId: context.registry.user.id,
    fileName: preview.fileName,
    fileSha256: source.fileSha256,
    fileSizeBytes: source.fileSizeBytes,
    presetId: preview.presetId,
    headerFingerprint: source.headerFingerprint,
  };
}

async function keepRecord(trx: Transaction<Schema>, job: Job, now: Date, outcome: ImportOutcome): Promise<void> {
  const { context, kept } = job;
  const { importId, pupilsCreated, pupilsChanged } = outcome;
  if (kept.source.mappedByHand) {
    const mapping = { fields: kept.preview.fields, usedAt: now.toISOString() };
    await rememberMapping(trx, kept.source.headerFingerprint, mapping);
  }
  const count = pupilsCreated + pupilsChanged;
  await appendAudit(trx, context.registry, {
    now,
    action: 'imported',
    count,
    subject: kept.preview.fileName,
    importId,
  });
}
