import type { Pile } from '../contract/import-plan.ts';
import type { ImportedPeople } from './import-people.ts';
import { hashOfPlan } from './import-plan-hash.ts';
import { hasPupil, type Planner, planRow, refusedRow, startPlanner } from './import-plan-rows.ts';
import type { ImportPlan, PlannedRow } from './import-planned.ts';
import type { KnownPeople } from './matching/known-people.ts';
import { matchPupils } from './matching/match-pupils.ts';

/**
 * Decides what a file means for the registry. A blank cell and an absent column never erase. Yields rows done; there are
 * several passes over them.
 */
export function* planImport(file: ImportedPeople, people: KnownPeople): Generator<number, ImportPlan> {
  const readable = file.rows.filter(hasPupil);
  const pupils = readable.map(({ pupil }) => pupil);
  const matches = yield* matchPupils(pupils, people);
  const planner = startPlanner({ file, people, pupils, matches });
  const rows: PlannedRow[] = [];
  let index = 0;
  for (const row of file.rows) {
    rows.push(hasPupil(row) ? planRow(planner, row, matches[index], index++) : refusedRow(row));
    if (rows.length % 200 === 0) yield rows.length;
  }
  return sumUp(rows, planner);
}

function sumUp(rows: readonly PlannedRow[], planner: Planner): ImportPlan {
  const counts: Record<Pile, number> = { new: 0, changed: 0, same: 0, ambiguous: 0, missing: 0, refused: 0 };
  let warnings = 0;
  for (const { pile, problems } of rows) {
    counts[pile] += 1;
    for (const { severity } of problems) if (severity === 'warning') warnings += 1;
  }
  const { guardiansNew, classesNew } = planner;
  return { rows, guardians: planner.guardians, counts, guardiansNew, classesNew, warnings, hash: hashOfPlan(rows) };
}
