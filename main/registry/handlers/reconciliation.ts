import { ORPCError } from '@orpc/server';
import type { BulkRule } from '../../../shared/contract/reconciliation.ts';
import type { OpenRegistry } from '../context.ts';
import { findingsOfRule } from '../db/bulk-findings.ts';
import { type ClassReach, countFindings, findingsByIds, listFindings } from '../db/findings.ts';
import { lonePair, pairsOf } from '../db/pairs.ts';
import { peopleWithin } from '../db/people-reach.ts';
import { findPortalPerson, listRuns, suggestedIds } from '../db/reconciliation.ts';
import { listRunRows } from '../db/reconciliation-rows.ts';
import { readSettings } from '../db/settings.ts';
import { reachOf } from '../reach.ts';
import { decideFindings } from '../reconciling/decide.ts';
import { decideLink } from '../reconciling/decide-link.ts';
import { overviewOf } from '../reconciling/overview.ts';
import { describeColumns, openPortalFile } from '../reconciling/read-portal.ts';
import { runReconciliation } from '../reconciling/run.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

const examplesShown = 5;

async function assertReached({ db }: OpenRegistry, reach: ClassReach, personId: number): Promise<void> {
  if (!(await peopleWithin(db, reach, [personId])).has(personId)) throw refuse('not-found');
}

async function pairOfFinding({ db }: OpenRegistry, findingId: number, reach: ClassReach) {
  const [finding] = await findingsByIds(db, [findingId], reach);
  if (finding === undefined) throw refuse('not-found');
  if (finding.portalId === null) return lonePair(db, finding.personId ?? 0, reach);
  const portal = await findPortalPerson(db, finding.portalId);
  const [pair] = await pairsOf(db, portal?.runId ?? 0, [finding.portalId], reach);
  if (pair === undefined) throw refuse('not-found');
  return pair;
}

/** Findings of a rule with which it can be done. */
async function possibleByRule({ db }: OpenRegistry, runId: number, rule: BulkRule, reach: ClassReach) {
  const ids = await findingsOfRule(db, runId, rule, reach);
  const findings = await findingsByIds(db, ids, reach);
  return findings.filter(({ may }) => rule.decision !== 'take' || may.take).map(({ id }) => id);
}

/** Comparing the school's contacts with the portal's: runs, findings, decisions. */
export const reconciliationHandlers = {
  columns: routes.reconciliation.columns.handler(async ({ context, input }) =>
    describeColumns(await openPortalFile(context, input)),
  ),

  run: routes.reconciliation.run.handler(async function* ({ context, input }) {
    const outcome = yield* runReconciliation(context, input);
    context.desk.announce({ kind: 'changed' });
    yield { kind: 'done' as const, ...outcome };
  }),

  runs: routes.reconciliation.runs.handler(({ context }) => listRuns(context.registry.db)),

  overview: routes.reconciliation.overview.handler(async ({ context: { registry, surroundings }, input }) => {
    const today = surroundings.now().toISOString().slice(0, 10);
    return overviewOf(registry, today, input.runId, await reachOf(registry));
  }),

  findings: routes.reconciliation.findings.handler(async ({ context: { registry, surroundings }, input }) => {
    const today = surroundings.now().toISOString().slice(0, 10);
    const wish = { runId: input.runId, filter: input.filter, today, reach: await reachOf(registry) };
    const total = await countFindings(registry.db, wish);
    return { total, rows: await listFindings(registry.db, wish, input.page) };
  }),

  pair: routes.reconciliation.pair.handler(async ({ context: { registry }, input }) =>
    pairOfFinding(registry, input.findingId, await reachOf(registry)),
  ),

  suggestions: routes.reconciliation.suggestions.handler(async ({ context: { registry }, input }) => {
    const reach = await reachOf(registry);
    const ids = await suggestedIds(registry.db, input.runId, (people) => peopleWithin(registry.db, reach, people));
    const { offset, limit } = input.page;
    return {
      total: ids.length,
      rows: await pairsOf(registry.db, input.runId, ids.slice(offset, offset + limit), reach),
    };
  }),

  rows: routes.reconciliation.rows.handler(async ({ context: { registry }, input }) => {
    const { diarySystemId } = await readSettings(registry.db);
    return listRunRows(registry.db, input.runId, diarySystemId, input.page);
  }),

  decide: routes.reconciliation.decide.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const reach = await reachOf(registry);
    const done = await decideFindings(registry, surroundings.now(), input.findingIds, input, reach);
    desk.announce({ kind: 'changed' });
    return done;
  }),

  bulkPreview: routes.reconciliation.bulkPreview.handler(async ({ context: { registry }, input }) => {
    const reach = await reachOf(registry);
    const ids = await possibleByRule(registry, input.runId, input.rule, reach);
    return { count: ids.length, examples: await findingsByIds(registry.db, ids.slice(0, examplesShown), reach) };
  }),

  bulk: routes.reconciliation.bulk.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const reach = await reachOf(registry);
    const { rule, askAgainInDays } = input;
    const ids = await possibleByRule(registry, input.runId, rule, reach);
    if (ids.length !== input.expected) throw new ORPCError('STALE_PLAN', { status: 409 });
    const wish = { decision: rule.decision, askAgainInDays };
    const done = await decideFindings(registry, surroundings.now(), ids, wish, reach);
    desk.announce({ kind: 'changed' });
    return done;
  }),

  decideLink: routes.reconciliation.decideLink.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    await assertReached(registry, await reachOf(registry), input.personId);
    const done = await decideLink(registry, surroundings.now(), input);
    desk.announce({ kind: 'changed' });
    return done;
  }),
};
