import { writeXlsx as writeWorkbook } from 'hucre/xlsx';

/** Longest name of a sheet, and the signs that it must not have. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/** Characters that one cell can hold. */
const LONGEST_CELL = 32_767;

/** Widths in characters that suit names, and that long remarks are cut to on the screen. */
const NARROWEST = 8;
const WIDEST = 40;

/** Signs that XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Rows as an XLSX workbook of one sheet, the first row frozen as its header. Every cell is text in a text format: phones
 * and SNILS keep their digits, and nothing is a formula, not even after a cell is edited.
 */
export async function writeXlsx(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const cleaned = rows.map((cells) => cells.map(writable));
  const columns = widthsOf(cleaned).map((width) => ({ width, numFmt: '@' }));
  const sheet = { name: sheetName(name), columns, rows: cleaned, cells: textCells(cleaned), freezePane: { rows: 1 } };
  return await writeWorkbook({ sheets: [sheet] });
}

/** What a reader would take for a guard gets an apostrophe in front, which the reader takes off again. */
const LIKE_A_GUARD = /^(?:'[\d=@+\-\t\r\n'＝＋－＠]|="[\s\S]*"$)/;

function writable(cell: string): string {
  const guarded = LIKE_A_GUARD.test(cell) ? `'${cell}` : cell;
  return guarded.replace(IMPOSSIBLE, '').slice(0, LONGEST_CELL);
}

function sheetName(name: string): string {
  const allowed = name
    .replace(FORBIDDEN, ' ')
    .replace(IMPOSSIBLE, '')
    .replace(/^'+|'+$/g, '')
    .trim();
  return allowed.slice(0, LONGEST_NAME).trim() || 'Лист1';
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const cells of rows)
    for (const [column, cell] of cells.entries())
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, cell.length + 2));
  return widths;
}

function textCells(rows: readonly (readonly string[])[]) {
  const style = { numFmt: '@' };
  return new Map(
    rows.flatMap((cells, row) =>
      cells.map((value, column) => [`${row},${column}`, { value, type: 'string', style }] as const),
    ),
  );
}
