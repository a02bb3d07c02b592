import { describe, expect, test } from 'vitest';
import { missingFields } from '../../shared/domain/import-columns.ts';
import type { Field } from '../../shared/tables/columns.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import { makeCorpus } from '../support/corpus/corpus.ts';
import { describePeople } from '../support/corpus/describe-people.ts';
import type { Expectation, TrapFile } from '../support/corpus/trap-file.ts';
import { trapList } from '../support/corpus/trap-list.ts';

const corpus = await makeCorpus(1);
const names = new Set(corpus.map(({ name }) => name));

type Outcome = Record<string, unknown>;

/** What became of a file, as far as its expectation speaks of it. */
async function outcomeOf({ bytes, expected }: TrapFile): Promise<Outcome> {
  const table = await openTable(bytes);
  if (table.kind === 'refused') return outcomeOfRefusal(table.problem, expected);
  const all = [...table.rows];
  const wanted = expected.kind === 'table' ? expected : undefined;
  const cellOf = (field: string) => all[0]?.cells[table.fields.indexOf(field as Field)];
  const first =
    wanted?.first === undefined
      ? undefined
      : Object.fromEntries(Object.keys(wanted.first).map((field) => [field, cellOf(field)]));
  return {
    kind: 'table',
    rows: all.length,
    ...(first === undefined ? {} : { first }),
    ...(wanted?.presetId === undefined ? {} : { presetId: table.presetId }),
    ...(wanted?.notes === undefined ? {} : { notes: Array.from(table.notes, ({ kind }) => kind) }),
    ...(wanted?.people === undefined ? {} : describePeople(table)),
    ...(wanted?.asked === undefined ? {} : { asked: missingFields(table.fields, false) }),
  };
}

function outcomeOfRefusal(
  problem: { readonly kind: string; readonly rowNumber?: number },
  expected: Expectation,
): Outcome {
  const asksRow = expected.kind === 'refused' && expected.rowNumber !== undefined;
  return { kind: 'refused', problem: problem.kind, ...(asksRow ? { rowNumber: problem.rowNumber } : {}) };
}

describe('the corpus of trap files', () => {
  test('has at least three hundred, each with its own name', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(names.size).toBe(corpus.length);
  });

  describe.each(Object.entries(trapList))('holds every trap of the list: %s', (_kind, traps) => {
    test.each(Object.entries<readonly string[]>(traps))('%s', (_trap, files) => {
      expect(files.filter((name) => !names.has(name))).toEqual([]);
    });
  });

  test.each(corpus.map((trap) => [trap.name, trap] as const))('%s', async (_name, trap) => {
    expect(await outcomeOf(trap)).toEqual(trap.expected);
  });
});
