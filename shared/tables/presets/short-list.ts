import { contentOfColumn } from '../column-content.ts';
import type { Preset } from './preset.ts';

/** Two columns without titles: full name, then class or group. */
export const shortList: Preset = {
  id: 'short-list',
  recognises(header, rows) {
    if (header.length !== 2 || header.some((title) => title !== '') || rows.length === 0) return false;
    const [names = [], classes = []] = [0, 1].map((column) => valuesOf(rows, column));
    return contentOfColumn(names) === 'fullName' && contentOfColumn(classes) === 'className';
  },
  fields() {
    return ['pupil.fullName', 'pupil.className'];
  },
};

function valuesOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((cells) => cells[column] ?? '').filter((value) => value !== '');
}
