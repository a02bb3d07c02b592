import type { Coverage, Decision, Pile } from '../contract/import-plan.ts';
import { findMissing } from './import-missing.ts';
import type { ImportedPeople, ImportedRow } from './import-people.ts';
import { hashOfPlan } from './import-plan-hash.ts';
import { hasPupil, planRow, refusedRow } from './import-plan-rows.ts';
import { planStaffRow } from './import-plan-staff.ts';
import type { ImportPlan, PlannedRow } from './import-planned.ts';
import { type Planner, startPlanner } from './import-planner.ts';
import type { KnownPeople } from './matching/known-people.ts';
import { type Decisions, matchPupils } from './matching/match-pupils.ts';

/** What a person has said about a file. */
export interface PlanWish {
  readonly decisions?: readonly Decision[] | undefined;
  /** Of whom the file is a complete list; guessed when it is not said. */
  readonly coverage?: Coverage | undefined;
}

/**
 * Decides what a file means for the registry. A blank cell and an absent column never erase. Yields rows done; there are
 * several passes over them.
 */
export function* planImport(
  file: ImportedPeople,
  people: KnownPeople,
  wish: PlanWish = {},
): Generator<number, ImportPlan> {
  const readable = file.rows.filter(hasPupil);
  const pupils = readable.map(({ pupil }) => pupil);
  const matches = yield* matchPupils(pupils, people, placesOf(readable, wish.decisions ?? []));
  const planner = yield* startPlanner({ file, people, pupils, matches });
  const rows: PlannedRow[] = [];
  let index = 0;
  for (const row of file.rows) {
    rows.push(hasPupil(row) ? planRow(planner, row, matches[index], index++) : otherRow(planner, row));
    if (rows.length % 200 === 0) yield rows.length;
  }
  return sumUp(rows, planner, file, wish.coverage);
}

function otherRow(planner: Planner, row: ImportedRow): PlannedRow {
  return row.staff === undefined ? refusedRow(row) : planStaffRow(planner, row, row.staff);
}

function placesOf(rows: readonly ImportedRow[], decisions: readonly Decision[]): Decisions {
  if (decisions.length === 0) return new Map();
  const places = new Map(rows.map(({ rowNumber }, place) => [rowNumber, place]));
  return new Map(
    decisions.flatMap(({ rowNumber, pupilId }) => {
      const place = places.get(rowNumber);
      return place === undefined ? [] : [[place, pupilId] as const];
    }),
  );
}

function sumUp(rows: readonly PlannedRow[], planner: Planner, file: ImportedPeople, said?: Coverage): ImportPlan {
  const { coverage, missing } = findMissing(rows, planner.people, file.contents, said);
  const counts: Record<Pile, number> = {
    new: 0,
    changed: 0,
    same: 0,
    ambiguous: 0,
    missing: missing.length,
    refused: 0,
  };
  let [warnings, keptByHand, decided] = [0, 0, 0];
  for (const row of rows) {
    counts[row.pile] += 1;
    if (row.decided) decided += 1;
    for (const { severity } of row.problems) if (severity === 'warning') warnings += 1;
    for (const { kept } of row.changes) if (kept) keptByHand += 1;
  }
  const { guardians, guardiansNew, classesNew } = planner;
  const whole = { rows, guardians, guardiansNew, classesNew, missing, coverage, contents: file.contents };
  return { ...whole, counts, warnings, keptByHand, decided, hash: hashOfPlan(rows, missing) };
}
