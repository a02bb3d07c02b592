import { resolve } from 'node:path';
import type { DeskClient } from '../../../shared/contract/index.ts';
import type { ReconciliationRun } from '../../../shared/contract/reconciliation.ts';
import { refuse } from '../../registry/refuse.ts';
import { type Command, textOf, usageError, type Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';
import { lastOf } from '../last-event.ts';

type RunRow = Awaited<ReturnType<DeskClient['reconciliation']['rows']>>['rows'][number];

const pageSize = 500;
const kinds = ['export', 'refused'] as const;
const rowKinds = ['pupils', 'guardians', 'by-role'] as const;

/** Compares the school's contacts with a file of the portal; the run is kept as in the window. */
export const reconcile: Verb = (command) => {
  const [path] = command.positionals;
  if (!path) throw usageError(missing(command));
  const input = { fileToken: resolve(path), ...choicesOf(command) };
  return atOpenDesk(command, async ({ client }) => {
    const last = await lastOf(await client.reconciliation.run(input));
    if (last?.kind !== 'done') throw refuse('unexpected');
    const rows = await allRows(client, last.run.id);
    return { value: { run: last.run, rows }, text: textFor(command, last.run, rows) };
  });
};

function missing({ words }: Command): string {
  return words('cli.usage.missing', { what: words('cli.help.reconcile.usage'), verb: 'reconcile' });
}

function choicesOf(command: Command) {
  const fields = textOf(command, 'fields')?.split(',');
  const className = textOf(command, 'class');
  const kind = oneOf(command, 'kind', kinds);
  const rowsAre = oneOf(command, 'rows', rowKinds);
  return {
    ...(fields !== undefined && { fields }),
    ...(className !== undefined && { className }),
    ...(kind !== undefined && { kind }),
    ...(rowsAre !== undefined && { rowsAre }),
  };
}

function oneOf<Value extends string>(command: Command, name: string, values: readonly Value[]): Value | undefined {
  const given = textOf(command, name);
  if (given === undefined) return undefined;
  const known = values.find((value) => value === given);
  if (known === undefined) throw usageError(command.words('cli.usage.wrong', { what: `--${name}`, verb: 'reconcile' }));
  return known;
}

async function allRows(client: DeskClient, runId: number): Promise<RunRow[]> {
  const rows: RunRow[] = [];
  for (;;) {
    const page = await client.reconciliation.rows({ runId, page: { offset: rows.length, limit: pageSize } });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** A line for each person, then the numbers. No values: they are personal data. */
function textFor({ words }: Command, { counts }: ReconciliationRun, rows: readonly RunRow[]): string {
  const lines = rows.map(({ row, verdict, personId, findings }) =>
    [row, words(`cli.done.verdict.${verdict}`), personId ?? '—', ...findings.map(({ code }) => code)].join('\t'),
  );
  return [...lines, words('cli.done.reconciled', counts)].join('\n');
}
