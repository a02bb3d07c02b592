import type { PlanEntry, RowProblem } from '../../../shared/contract/import-plan.ts';
import type { DeskClient } from '../../../shared/contract/index.ts';
import type { Words } from '../../../shared/i18n/index.ts';

const mostListed = 200;

/** The rows that a person must decide about: unclear ones and those with mistakes, with the cell that is wrong. */
export async function listQuestions(client: DeskClient, previewId: string, words: Words) {
  const page = { offset: 0, limit: mostListed };
  const ambiguous = await client.imports.entries({ previewId, pile: 'ambiguous', page });
  const refused = await client.imports.entries({ previewId, pile: 'refused', page });
  const entries = [...ambiguous.entries, ...refused.entries];
  return { entries, lines: entries.flatMap((entry) => entryLines(entry, words)) };
}

function entryLines(entry: PlanEntry, words: Words): string[] {
  const row = words('cli.done.row', { row: entry.rowNumber, title: [entry.className, entry.title].join(' ').trim() });
  const candidates = entry.candidates.map(({ title, className }) => `    ? ${className} ${title}`);
  return [`  ${row}`, ...candidates, ...entry.problems.map((problem) => `    ${problemLine(problem, words)}`)];
}

function problemLine({ rowNumber, columnNumber, columnTitle, code, value, hint }: RowProblem, words: Words): string {
  const title = words(`problems.${code}.title`);
  const expected = words(`problems.${code}.expected`, { hint });
  const given = { row: rowNumber, column: columnNumber, columnTitle, title, value, expected };
  return words('cli.done.problem', given);
}
