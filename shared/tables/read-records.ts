import { cleanCell } from './clean-cell.ts';
import { blankRow, type TableRow, type TableText } from './read-csv.ts';

/**
 * A table of records that are already cut into cells, like those of a sheet; same rules as for `readCsv`: what stands
 * above the header (1-based, 0 for none), blank rows and repeated headers are not rows of the table.
 */
export function readRecords(records: readonly (readonly string[])[], headerRow: number): TableText {
  const cleaned = records.map((cells) => cells.map(cleanCell));
  const width = widest(cleaned);
  const rows = cleaned.map((cells, index) => ({ rowNumber: index + 1, cells: padded(cells, width) }));
  const header = headerRow === 0 ? blankRow(width) : (rows[headerRow - 1]?.cells ?? blankRow(width));
  const below = rows.filter((row) => row.rowNumber > headerRow && isRow(row, header));
  const above = rows.slice(0, Math.max(0, headerRow - 1)).map((row) => row.cells);
  return { kind: 'table', header, rows: below, above, rowCount: below.length };
}

function widest(records: readonly (readonly string[])[]): number {
  let width = 0;
  for (const cells of records) width = Math.max(width, cells.findLastIndex((cell) => cell !== '') + 1);
  return width;
}

function padded(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells;
  return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}

function isRow({ cells }: TableRow, header: readonly string[]): boolean {
  if (cells.every((cell) => cell === '')) return false;
  return !cells.every((cell, column) => cell === header[column]);
}
