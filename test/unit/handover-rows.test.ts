import { describe, expect, test } from 'vitest';
import {
  linesOf,
  nextWaiting,
  progressOf,
  shownRows,
  slipNumberIn,
  statusOf,
} from '../../renderer/features/handover/handover-rows.ts';
import type { CredentialStateOrNone } from '../../shared/contract/base.ts';
import type { HandoverRow } from '../../shared/contract/credentials.ts';

function row(credentialId: number, title: string, more: Partial<HandoverRow> = {}): HandoverRow {
  return {
    credentialId,
    personId: credentialId,
    role: 'pupil',
    title,
    children: [],
    className: '5А',
    login: `login${credentialId}`,
    state: 'printed',
    ...{ copyNumber: 1, expiresOn: null, receivedBy: null, receiverName: '', receivedOn: null, refusedOn: null },
    printedAt: '2026-09-01T07:00:00.000Z',
    handedOverAt: null,
    handedOverBy: '',
    ...more,
  };
}

const rows: readonly HandoverRow[] = [
  row(1, 'Ёлкина Анна'),
  row(2, 'Петров Пётр', { role: 'guardian', children: ['Ёлкина Анна'] }),
  row(3, 'Иванов Иван', { state: 'handed-over' }),
  row(4, 'Яшин Лев', { state: 'generated', className: '5Б' }),
];
const nobody: ReadonlySet<number> = new Set();
const ids = (found: readonly HandoverRow[]) => found.map((one) => one.credentialId);

describe('what can be done with a row', () => {
  test.each<[CredentialStateOrNone, string]>([
    ['generated', 'not-printed'],
    ['printed', 'waiting'],
    ['handed-over', 'received'],
    ['activated', 'received'],
    ['changed', 'received'],
    ['expired', 'expired'],
    ['revoked', 'revoked'],
  ])('%s is %s', (state, status) => {
    expect(statusOf(row(1, 'Кто-то', { state }))).toBe(status);
  });
});

describe('whom the list shows', () => {
  test.each([
    ['waiting', '', [1, 2, 4]],
    ['all', '', [1, 2, 3, 4]],
    ['waiting', 'елк', [1, 2]],
    ['waiting', 'Пет', [2]],
    ['waiting', 'gtn', [2]],
    ['waiting', '`k', [1, 2]],
    ['waiting', 'анна', []],
    ['waiting', 'ива', []],
    ['all', 'ива', [3]],
  ] as const)('%s, letters "%s"', (view, query, expected) => {
    expect(ids(shownRows(rows, { view, query, kept: nobody }))).toEqual(expected);
  });

  test('who was ticked a moment ago stays in place', () => {
    expect(ids(shownRows(rows, { view: 'waiting', query: '', kept: new Set([3]) }))).toEqual([1, 2, 3, 4]);
  });
});

test('classes are named between the rows, and rows keep their places', () => {
  const lines = linesOf(rows, true).map((line) => (line.kind === 'class' ? line.className : line.place));
  expect(lines).toEqual(['5А', 0, 1, 2, '5Б', 3]);
  expect(linesOf(rows, false)).toHaveLength(4);
});

test.each([
  [0, 1],
  [1, 1],
])('after a tick at %i the cursor stands at %i', (from, to) => {
  expect(nextWaiting(rows, from)).toBe(to);
});

test('revoked logins are not counted', () => {
  expect(progressOf([...rows, row(5, 'Никто', { state: 'revoked' })])).toEqual({ done: 1, total: 4 });
});

test.each([
  ['12-3', { batchId: 12, position: 3 }],
  ['№ 12-3', { batchId: 12, position: 3 }],
  [' 12 – 3 ', { batchId: 12, position: 3 }],
  ['12', undefined],
  ['12-3-4', undefined],
  ['Иванов', undefined],
])('%j as the number of a slip', (typed, number) => {
  expect(slipNumberIn(typed)).toEqual(number);
});
