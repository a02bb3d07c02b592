import type { ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import type { OpenRegistry } from '../context.ts';
import { type ClassReach, withinReach } from '../db/findings.ts';
import { peopleWithin } from '../db/people-reach.ts';
import { listRuns, suggestedIds } from '../db/reconciliation.ts';
import { closedSince, countAskAgain, countCodes, countStates, standings } from '../db/reconciliation-overview.ts';
import { refuse } from '../refuse.ts';

/** Where a run (the latest when none is named) stands, as far as the person may look. */
export async function overviewOf(
  { db }: OpenRegistry,
  today: string,
  runId: number | undefined,
  reach: ClassReach,
): Promise<ReconciliationOverview> {
  const runs = await listRuns(db);
  const run = runId === undefined ? runs[0] : runs.find(({ id }) => id === runId);
  if (run === undefined) {
    if (runId !== undefined) throw refuse('not-found');
    return { run: null, ...nothing };
  }
  const before = runs.find(({ id, kind }) => id < run.id && kind === run.kind)?.id;
  const within = withinReach(reach);
  const suggested = await suggestedIds(db, run.id, (ids) => peopleWithin(db, reach, ids));
  return {
    run,
    ...(await standings(db, run.id, reach)),
    states: await countStates(db, run.id, within),
    codes: await countCodes(db, run.id, within),
    suggested: suggested.length,
    askAgain: await countAskAgain(db, run.id, today, within),
    closed: await closedSince(db, run.id, before, within),
  };
}

const nothing: Omit<ReconciliationOverview, 'run'> = {
  states: { open: 0, taken: 0, kept: 0, asked: 0 },
  codes: [],
  school: { classId: null, className: '', people: 0, matched: 0, school: 0, family: 0, absent: 0 },
  classes: [],
  suggested: 0,
  askAgain: 0,
  closed: [],
};
