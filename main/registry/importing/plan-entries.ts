import type { PlanEntry } from '../../../shared/contract/import-plan.ts';
import type { ImportPlan, PlannedRow } from '../../../shared/domain/import-planned.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';

/** A window of the rows in one pile, or of every row that has a problem. */
export interface EntriesWish {
  readonly pile: PlanEntry['pile'] | 'problems' | 'kept' | 'decided';
  readonly page: { readonly offset: number; readonly limit: number };
}

/** Rows of a plan as the review shows them, in file order. */
export function planEntries(plan: ImportPlan, { pile, page }: EntriesWish): { total: number; entries: PlanEntry[] } {
  const rows = plan.rows.filter((row) => (pile === 'problems' ? row.problems.length > 0 : row.pile === pile));
  const window = rows.slice(page.offset, page.offset + page.limit);
  return { total: rows.length, entries: window.map((row) => entryOf(plan, row)) };
}

function entryOf(plan: ImportPlan, planned: PlannedRow): PlanEntry {
  const { row, pile, known, reason, candidates, changes, problems, links } = planned;
  return {
    rowNumber: row.rowNumber,
    pile,
    title: row.title,
    className: row.className,
    pupilId: known?.id ?? null,
    guardians: links.flatMap(({ guardian }) => namesOf(plan, guardian)),
    changes: changes.map((change) => ({
      ...change,
      key: change.field,
      kept: false,
      origin: null,
      ...(isOwn(change, known) ? { who: '' } : {}),
    })),
    decided: false,
    reason,
    candidates: candidates.map((candidate) => ({ ...candidate, birthDate: null, differs: [] })),
    problems: [...problems],
  };
}

function namesOf(plan: ImportPlan, guardian: number): string[] {
  const planned = plan.guardians[guardian];
  return planned === undefined ? [] : [formatFullName(planned.person.name)];
}

/** The pupil's own changes need no name beside them: the row has it already. */
function isOwn(change: PlannedRow['changes'][number], known: PlannedRow['known']): boolean {
  return known !== undefined && change.who === formatFullName(known.name);
}
