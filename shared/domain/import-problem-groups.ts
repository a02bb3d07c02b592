import type { ProblemGroup, RowProblem } from '../contract/import-plan.ts';

/** Row numbers that a group names. */
const mostRows = 10;

/** Problems by kind and column, refusals first and then the commonest. */
export function groupProblems(rows: Iterable<{ readonly problems: readonly RowProblem[] }>): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { problems } of rows) for (const problem of problems) addProblem(groups, problem);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other) || other.count - one.count);
}

function addProblem(groups: Map<string, ProblemGroup>, problem: RowProblem): void {
  const { code, severity, columnNumber, columnTitle, rowNumber } = problem;
  const key = `${code} ${severity} ${columnNumber}`;
  const there = groups.get(key) ?? { code, severity, columnNumber, columnTitle, count: 0, rows: [] };
  const rows = there.rows.length < mostRows ? [...there.rows, rowNumber] : there.rows;
  groups.set(key, { ...there, count: there.count + 1, rows });
}

function rank({ severity }: ProblemGroup): number {
  return severity === 'refused' ? 0 : 1;
}
