import type { Pile } from '../contract/import-plan.ts';
import type { PlannedRow } from './import-planned.ts';

const numberOfPile: Readonly<Record<Pile, number>> = {
  new: 1,
  changed: 2,
  same: 3,
  ambiguous: 4,
  missing: 5,
  refused: 6,
};

/**
 * Sixteen hexadecimal digits that differ when rows would be treated differently: other people, other piles, other values
 * before or after, others missing. Two FNV-1a hashes of 32 bits; it guards against change, not against an enemy.
 */
export function hashOfPlan(rows: readonly PlannedRow[], missing: readonly { readonly id: number }[]): string {
  const state: State = { one: 0x811c9dc5, two: 0xcbf29ce4 };
  for (const row of rows) mixRow(state, row);
  for (const { id } of missing) mixNumber(state, id);
  return hex(state.one) + hex(state.two);
}

interface State {
  one: number;
  two: number;
}

function mixRow(state: State, { row, pile, known, reason, candidates, changes, links }: PlannedRow): void {
  mixNumber(state, row.rowNumber);
  mixNumber(state, numberOfPile[pile]);
  mixNumber(state, known?.id ?? 0);
  if (reason !== '') mixText(state, reason);
  for (const id of candidates) mixNumber(state, id);
  for (const { key, who, before, after, kept } of changes) mixText(state, `${key}|${who}|${before}|${after}|${kept}`);
  for (const { guardian, link } of links) mixNumber(state, guardian * 2 + (link === undefined ? 0 : 1));
}

function mixNumber(state: State, value: number): void {
  state.one = Math.imul(state.one ^ value, 0x01000193);
  state.two = Math.imul(state.two ^ ((value << 7) | (value >>> 25)), 0x01000193);
}

function mixText(state: State, text: string): void {
  for (let index = 0; index < text.length; index += 1) mixNumber(state, text.charCodeAt(index));
  mixNumber(state, 0x10000);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
