import type { Transaction } from 'kysely';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import type { Act } from '../db/credentials.ts';
import { leaveSchool } from '../db/leaving.ts';
import { beginYear, expireLogins, prolongLogins } from '../db/rollover-rows.ts';
import type { Schema } from '../db/schema.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { stale } from '../routes.ts';
import { type Decisions, type PlannedYear, planYear } from './plan-year.ts';

/** Stands for «finished the school» in `left_reason`; its words are `pupils.leave.reason.graduated`. */
export const graduated = 'graduated';

/**
 * Begins the planned year in one transaction that can be taken back. STALE_PLAN when the registry gives another plan now;
 * refuses `invalid-input` for a plan that cannot be.
 */
export async function beginPlannedYear(registry: OpenRegistry, now: Date, decisions: Decisions, code: string) {
  const done = await write(registry, async (trx) => {
    const planned = await planYear(trx, dayOf(now), decisions);
    if (planned.code !== code) throw stale();
    if (planned.plan.problems.some(({ stops }) => stops)) throw refuse('invalid-input', { field: 'title' });
    const act = { at: now.toISOString(), userId: registry.user.id };
    const action = 'year-begun';
    const { runId } = await recordChanges(trx, registry, { now, action }, () => carryOut(trx, act, planned));
    if (runId === undefined) throw refuse('unexpected');
    const { classes, graduates } = planned.plan;
    const moved = classes.reduce((sum, { pupilIds }) => sum + pupilIds.length, 0);
    const subject = `${planned.change.startYear}/${planned.change.startYear + 1}`;
    await appendAudit(trx, registry, { now, action, count: moved + graduates.length, subject, runId });
    return { undoRunId: runId, moved, graduates: graduates.length, classes: classes.length };
  });
  await checkpoint(registry);
  return done;
}

async function carryOut(trx: Transaction<Schema>, act: Act, planned: PlannedYear): Promise<void> {
  const { plan, change, logins, settings, staying } = planned;
  await beginYear(trx, change, plan.classes);
  if (plan.graduates.length > 0) {
    const leftOn = change.endsOn;
    const archiveOn = act.at.slice(0, 10);
    await leaveSchool(trx, act, plan.graduates, { leftOn, reason: graduated, archiveOn, terms: settings.leavers });
  }
  if (logins === 'expire' && staying.length > 0) await expireLogins(trx, act, staying);
  if (logins === 'prolong') await prolongLogins(trx, staying, change.newEndsOn);
}
