import type { Encoding } from './encoding.ts';

/** What a file that is no table turned out to be. */
export type FileLook = 'archive' | 'pdf' | 'html' | 'xml' | 'sqlite' | 'picture' | 'binary' | 'no-delimiter';

/**
 * Why a whole file is refused. Rows are numbered as a spreadsheet numbers them (the first record is 1), lines as a text
 * editor does. Limits are the ones that were exceeded. Words for each kind are in the catalogue.
 */
export type TableProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'not-a-table'; readonly looksLike: FileLook }
  | { readonly kind: 'spreadsheet-not-csv'; readonly format: 'xlsx' | 'ods' | 'xls' }
  | { readonly kind: 'undecodable'; readonly rowNumber: number; readonly encoding: Encoding }
  | { readonly kind: 'nul-character'; readonly rowNumber: number }
  | { readonly kind: 'unterminated-quote'; readonly rowNumber: number; readonly lineNumber: number }
  | { readonly kind: 'record-too-long'; readonly rowNumber: number; readonly limit: number }
  | { readonly kind: 'too-many-columns'; readonly rowNumber: number; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number };

/** Why an archive is not unpacked. */
export type ArchiveProblem =
  | { readonly kind: 'archive-damaged' }
  | { readonly kind: 'archive-encrypted' }
  | { readonly kind: 'archive-too-large'; readonly what: 'entries' | 'size' | 'ratio'; readonly limit: number };

/** Why a spreadsheet or a package of tables is refused; everything a text can be refused for included. */
export type FileProblem =
  | TableProblem
  | ArchiveProblem
  | { readonly kind: 'spreadsheet-damaged' }
  | { readonly kind: 'sheet-empty' }
  | { readonly kind: 'package-incomplete'; readonly missing: string };

/** How much of a file is accepted. */
export interface TableLimits {
  /** Characters in one record, line breaks inside quotes included. */
  readonly recordLength: number;
  readonly columns: number;
  /** Rows below the header that are not blank. */
  readonly rows: number;
}

/** Far above any school's file and far below what exhausts memory. */
export const DEFAULT_LIMITS: TableLimits = { recordLength: 65_536, columns: 500, rows: 200_000 };
