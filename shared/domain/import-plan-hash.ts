import type { PlannedRow } from './import-planned.ts';

/**
 * Sixteen hexadecimal digits that differ when rows would be treated differently: other people, other piles, other values
 * before or after. Two FNV-1a hashes of 32 bits; it guards against change, not against an enemy.
 */
export function hashOfPlan(rows: readonly PlannedRow[]): string {
  const state = { one: 0x811c9dc5, two: 0xcbf29ce4 };
  for (const row of rows) {
    mix(
      state,
      `${row.row.rowNumber}|${row.pile}|${row.known?.id ?? 0}|${row.reason}|${row.candidates.map(({ id }) => id).join()}|`,
    );
    for (const { field, who, before, after } of row.changes) mix(state, `${field}|${who}|${before}|${after}|`);
    for (const { guardian, link } of row.links) mix(state, `${guardian}|${link?.id ?? 0}|`);
  }
  return hex(state.one) + hex(state.two);
}

function mix(state: { one: number; two: number }, text: string): void {
  let { one, two } = state;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ ((code << 7) | (code >>> 9)), 0x01000193);
  }
  state.one = one;
  state.two = two;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
