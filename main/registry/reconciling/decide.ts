import type { Transaction } from 'kysely';
import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import type { FindingState } from '../../../shared/contract/reconciliation-parts.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { correctionOf } from '../../../shared/domain/finding-decisions.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { currentContacts } from '../db/contacts.ts';
import { correctPerson } from '../db/corrections.ts';
import { type ClassReach, findingsByIds, setFindingState } from '../db/findings.ts';
import type { Schema } from '../db/schema.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';

/** What a person decides about findings. */
export interface Decision {
  readonly decision: 'take' | 'keep' | 'ask' | 'reopen';
  readonly askAgainInDays: number;
}

export interface Decided {
  readonly done: number;
  readonly skipped: number;
  readonly undoRunId: number | null;
}

const stateOf = { take: 'taken', keep: 'kept', ask: 'asked', reopen: 'open' } as const satisfies Record<
  Decision['decision'],
  FindingState
>;

/**
 * Decides about findings in one transaction that can be taken back. Taking a value corrects the school's data as by hand:
 * with history and origin. Findings that this cannot be done with are skipped; refuses `not-found` out of reach.
 */
export async function decideFindings(
  registry: OpenRegistry,
  now: Date,
  ids: readonly number[],
  { decision, askAgainInDays }: Decision,
  reach: ClassReach,
): Promise<Decided> {
  return write(registry, async (trx) => {
    const findings = await findingsByIds(trx, ids, reach);
    if (findings.length === 0) throw refuse('not-found');
    const chosen = findings.filter((finding) => isPossible(finding, decision));
    const by = { at: now.toISOString(), userId: registry.user.id };
    const askOn = decision === 'ask' ? daysAfter(by.at.slice(0, 10), askAgainInDays) : null;
    const action = 'findings-decided';
    const { result: done, runId } = await recordChanges(trx, registry, { now, action }, async () => {
      const settled = decision === 'take' ? await takeValues(trx, chosen, by) : chosen.map(({ id }) => id);
      await setFindingState(trx, settled, { state: stateOf[decision], askOn }, by);
      return settled.length;
    });
    if (done > 0) await appendAudit(trx, registry, { now, action, count: done, runId });
    return { done, skipped: ids.length - done, undoRunId: runId ?? null };
  });
}

function isPossible({ may, state }: FindingRow, decision: Decision['decision']): boolean {
  if (decision === 'take') return may.take && state !== 'taken';
  if (decision === 'reopen') return state === 'kept' || state === 'asked';
  return state !== 'taken';
}

/** Ids of the findings whose value was taken. A value that cannot be read as what it should be is left. */
async function takeValues(
  trx: Transaction<Schema>,
  findings: readonly FindingRow[],
  by: { readonly at: string; readonly userId: number },
): Promise<number[]> {
  const contacts = await currentContacts(
    trx,
    findings.flatMap(({ personId }) => personId ?? []),
  );
  const taken: number[] = [];
  for (const finding of findings) {
    const correction = correctionOf(finding, contacts.get(finding.personId ?? 0) ?? []);
    if (correction === undefined) continue;
    await correctPerson(trx, correction, by);
    taken.push(finding.id);
  }
  return taken;
}
