import { zipSync } from 'fflate';
import type { ExportFiles } from './export-roster.ts';
import { writeCsv } from './write-csv.ts';

/** A table as the standards want it: commas, UTF-8 without a mark, no line breaks inside cells. */
export function packageTable(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const oneLine = rows.map((cells) => cells.map((cell) => cell.replace(/\s*[\r\n]+\s*/g, ' ')));
  return writeCsv([header, ...oneLine], { delimiter: ',', bom: false }).bytes;
}

/** Earliest moment that a zip can state: packages of the same content are the same bytes. */
const TIMELESS = new Date(1980, 0, 1);

/** The files of a package as a zip, all in its root. */
export function zipPackage(files: ExportFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 6, mtime: TIMELESS });
}

/** First and last day of the academic year that starts in a calendar year, ISO 8601. */
export function yearBounds(startYear: number): { readonly start: string; readonly end: string } {
  return { start: `${startYear}-09-01`, end: `${startYear + 1}-08-31` };
}

/** A grade as the standards code it: two digits. */
export function gradeCode(grade: number): string {
  return String(grade).padStart(2, '0');
}
