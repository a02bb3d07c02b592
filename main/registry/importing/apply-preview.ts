import { ORPCError } from '@orpc/server';
import type { Transaction } from 'kysely';
import type { Progress, Refusal, RefusalReason } from '../../../shared/contract/base.ts';
import type { Hold } from '../../../shared/contract/import-plan.ts';
import { type Accepted, acceptanceOf } from '../../../shared/domain/import-accepted.ts';
import { holdsOf, openHolds } from '../../../shared/domain/import-holds.ts';
import type { ImportPlan } from '../../../shared/domain/import-planned.ts';
import { keepCopy } from '../backups/keep-copy.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { writeMuch } from '../db/bulk-write.ts';
import { applyImport, type ImportOutcome } from '../db/import-apply.ts';
import { notePresetUse } from '../db/import-presets.ts';
import { countWrittenRows } from '../db/import-version.ts';
import { rememberMapping, writeImportReport } from '../db/imports.ts';
import type { Schema } from '../db/schema.ts';
import { write } from '../db/transaction.ts';
import { planFile, planHashOf, planWish } from './make-plan.ts';
import { type Report, reporting } from './pace.ts';
import type { KeptPreview, Planned } from './previews.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** What a person decided about a preview. */
export interface ApplyWish extends Accepted {
  readonly planHash: string;
  readonly confirmed: readonly Pick<Hold, 'kind' | 'number' | 'className'>[];
}

/**
 * Plans once more and writes, all in one transaction: nobody changes the registry between plan and writing. A copy of the
 * registry is made before. Throws STALE_PLAN when the plan came out differently and HELD when a brake is not confirmed;
 * when the listener goes away, nothing stays.
 */
export async function* applyPreview(
  context: Context,
  kept: KeptPreview,
  wish: ApplyWish,
): AsyncGenerator<Progress, ImportOutcome> {
  const { registry, surroundings } = context;
  if (wish.planHash !== kept.preview.planHash) throw stale();
  checkHolds(kept, kept.planned, wish);
  if (writesSomething(kept.planned.plan, wish)) {
    yield { kind: 'progress', stage: 'checking', done: 0, total: 0 };
    await keepCopy(registry, 'import', surroundings.now());
  }
  const writeRows = kept.file.rows.length < manyRows ? write : writeMuch;
  return yield* reporting((report) => writeRows(registry, (trx) => applyIn(trx, { context, kept, wish, report })));
}

/** Checks what `applyPreview` checks before it writes: throws the same STALE_PLAN and HELD, and writes nothing. */
export async function rehearsePreview(context: Context, kept: KeptPreview, wish: ApplyWish): Promise<void> {
  if (wish.planHash !== kept.preview.planHash) throw stale();
  const report = async () => undefined;
  checkHolds(kept, await planNow(context.registry.db, { context, kept, wish, report }), wish);
}

/** From here on the pages written are more than the log holds before it is moved into the file. */
const manyRows = 2000;

function writesSomething(plan: ImportPlan, wish: ApplyWish): boolean {
  const { takesRow, takesMissing } = acceptanceOf(wish);
  return plan.rows.some(takesRow) || plan.missing.some(({ id }) => takesMissing(id));
}

function stale(): Error {
  return new ORPCError('STALE_PLAN', { status: 409 });
}

interface Job {
  readonly context: Context;
  readonly kept: KeptPreview;
  readonly wish: ApplyWish;
  readonly report: Report;
}

async function applyIn(trx: Transaction<Schema>, job: Job): Promise<ImportOutcome> {
  const { context, kept, wish, report } = job;
  const planned = await planNow(trx, job);
  const confirmed = checkHolds(kept, planned, wish);
  const now = context.surroundings.now();
  const pause = (done: number, total: number) => report({ kind: 'progress', stage: 'writing', done, total });
  const { plan, people } = planned;
  const outcome = await applyImport(trx, { run: runOf(job, now), plan, people, accepted: wish, pause });
  await keepRecord(trx, job, now, outcome, confirmed);
  return outcome;
}

/** Nothing was written since the plan was made: it would come out the same. Otherwise it is made again and compared. */
async function planNow(db: OpenRegistry['db'], { kept, wish, report }: Job): Promise<Planned> {
  if ((await countWrittenRows(db)) === kept.planned.writtenRows) return kept.planned;
  const steps = planFile(db, kept.file, planWish(kept.decisions, kept.input.coverage));
  for (;;) {
    const step = await steps.next();
    if (!step.done) {
      await report(step.value);
      continue;
    }
    if (planHashOf(step.value.plan, kept.source, kept.decisions) !== wish.planHash) throw stale();
    return step.value;
  }
}

const reasonOfHold: Readonly<Record<Hold['kind'], RefusalReason>> = {
  'other-file': 'held-other-file',
  'many-leave': 'held-many-leave',
  'many-change': 'held-many-change',
  'class-emptied': 'held-class-emptied',
};

/** The brakes that were confirmed; throws HELD for the first one that was not. */
function checkHolds(kept: KeptPreview, { plan, people }: Planned, wish: ApplyWish): readonly Hold[] {
  const holds = holdsOf(plan, people, wish);
  const [open] = openHolds(holds, kept.preview.holds, wish.confirmed);
  if (open === undefined) return holds;
  const { kind, number, of, className } = open;
  const data: Refusal = { reason: reasonOfHold[kind], params: { number, of, className } };
  throw new ORPCError('HELD', { status: 428, data });
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

async function keepRecord(
  trx: Transaction<Schema>,
  { context, kept: { preview, source } }: Job,
  now: Date,
  outcome: ImportOutcome,
  confirmed: readonly Hold[],
): Promise<void> {
  const usedAt = now.toISOString();
  if (source.mappedByHand) await rememberMapping(trx, source.headerFingerprint, { fields: preview.fields, usedAt });
  await notePresetUse(trx, preview.presetId, usedAt);
  const { importId, ...result } = outcome;
  const { presetName, contents, problemGroups, keptByHand } = preview;
  await writeImportReport(trx, importId, { presetName, contents, problemGroups, keptByHand, result, confirmed });
  const count = result.pupilsCreated + result.pupilsChanged + result.toCheck;
  await appendAudit(trx, context.registry, { now, action: 'imported', count, subject: preview.fileName, importId });
}
