import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readTable } from '../../shared/tables/read-table.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are in use once everything else is gone. */
async function held(): Promise<number> {
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A cell that is longer than what V8 copies by itself. */
function lastCellOf(rows: number): string {
  const line = `Иванова Александра Константиновна;14.05.2015;${'слово '.repeat(40)}\r\n`;
  const table = readTable(Buffer.from(`ФИО;Дата рождения;Примечание\r\n${line.repeat(rows)}`));
  if (table.kind === 'refused') throw new Error(table.problem.kind);
  let last = '';
  for (const { cells } of table.rows) last = cells[0] ?? '';
  return last;
}

test('who remembers a cell does not keep the text of the whole file in memory', async () => {
  lastCellOf(10);
  const before = await held();
  const cell = lastCellOf(30_000);
  expect(((await held()) - before) / 2 ** 20).toBeLessThan(4);
  expect(cell).toBe('Иванова Александра Константиновна');
});
