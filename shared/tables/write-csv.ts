import Papa from 'papaparse';
import type { Delimiter } from './delimiter.ts';
import { type EncodedText, type Encoding, encodeText } from './encoding.ts';

/** How a table is written; the defaults are what Russian Excel opens by a double click. */
export interface CsvWriting {
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** Byte order mark, for Unicode encodings. */
  readonly bom?: boolean;
}

/**
 * Cells that a spreadsheet would run as a formula, and cells whose apostrophe a reader would take for a guard. A phone in
 * the form +79001234567 and a negative whole number are left alone.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const DANGEROUS = /^(?:[=@\t\r\n＝＋－＠]|[+-](?!\d+$)|'[\d=@+\-\t\r\n'＝＋－＠])/;

/** Quoted whichever delimiter is used: a spreadsheet set to another one would start a new cell, perhaps a formula. */
const ANY_DELIMITER = /[;,\t|]/;

/**
 * Rows as a CSV file with CRLF line ends. Dangerous cells get an apostrophe in front, which `readCsv` takes off again.
 * `lost` lists the letters that the encoding cannot hold.
 */
export function writeCsv(rows: readonly (readonly string[])[], writing: CsvWriting = {}): EncodedText {
  const { delimiter = ';', encoding = 'utf-8', bom = true } = writing;
  const quotes = (value: string) => ANY_DELIMITER.test(value);
  const text = Papa.unparse(rows, { delimiter, newline: '\r\n', quotes, escapeFormulae: DANGEROUS });
  return encodeText(`${text}\r\n`, encoding, { bom });
}
