import { cleanCell } from './clean-cell.ts';
import { contentOfColumn } from './column-content.ts';
import type { Delimiter } from './delimiter.ts';
import { describeTable, type TableDescription } from './describe-table.ts';
import { detectDialect } from './dialect.ts';
import { type DetectedEncoding, decode, detectEncoding, type Encoding } from './encoding.ts';
import { readCsv } from './read-csv.ts';
import type { SheetInfo } from './read-spreadsheet.ts';
import { refuseEarly } from './refuse-early.ts';
import { DEFAULT_LIMITS, type TableLimits, type TableProblem } from './table-problem.ts';

/** How bytes became a table. */
export interface TableReading {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** 1-based, 0 for none. */
  readonly headerRow: number;
  /** From 0; only a spreadsheet has it, and then encoding and delimiter mean nothing. */
  readonly sheet?: number;
}

/** What a person has decided about the reading; the rest is found out. */
export type ReadingChoice = { readonly [Part in keyof TableReading]?: TableReading[Part] | undefined };

/** A file read as a table. */
export interface Table extends TableDescription {
  readonly kind: 'table';
  readonly reading: TableReading;
  /** False when another encoding reads almost as well, so that the preview should ask. */
  readonly encodingSure: boolean;
  /** Rows that are not blank, for progress. */
  readonly rowCount: number;
  /** Sheets to choose from; empty when the file has none. */
  readonly sheets: readonly SheetInfo[];
}

type Refused = { readonly kind: 'refused'; readonly problem: TableProblem };

/** Reads the bytes of a file that a school has; never throws on bad input, but says why it is refused. */
export function readTable(
  bytes: Uint8Array,
  choice: ReadingChoice = {},
  limits: TableLimits = DEFAULT_LIMITS,
): Table | Refused {
  const problem = refuseEarly(bytes, limits);
  if (problem !== undefined) return { kind: 'refused', problem };
  const detected = choice.encoding === undefined ? detectEncoding(bytes) : chosen(choice.encoding);
  const text = decode(bytes, detected.encoding);
  if (text.trim() === '') return { kind: 'refused', problem: { kind: 'empty-file' } };
  const dialect = detectDialect(text, choice);
  if (dialect === undefined) {
    if (isColumnOfNames(text)) return readTable(bytes, { ...choice, delimiter: '\t' }, limits);
    return withoutDelimiter(text, detected.encoding, limits);
  }
  const headerRow = dialect.headerRow ?? 0;
  const table = readCsv(text, { delimiter: dialect.delimiter, headerRow, limits });
  if (table.kind === 'refused') return refusedAs(table.problem, detected.encoding);
  const reading: TableReading = { encoding: detected.encoding, delimiter: dialect.delimiter, headerRow };
  return {
    ...describeTable(table),
    kind: 'table',
    reading,
    encodingSure: detected.sure,
    rowCount: table.rowCount,
    sheets: [],
  };
}

function chosen(encoding: Encoding): DetectedEncoding {
  return { encoding, bom: false, sure: true };
}

/** Lines that are enough to recognise a list of names. */
const SAMPLE_LINES = 40;
const SAMPLE_CHARACTERS = 8192;

/** One column needs no delimiter: a list of full names, as it is copied out of a document. */
function isColumnOfNames(text: string): boolean {
  const lines = text.slice(0, SAMPLE_CHARACTERS).split(/\r\n|\r|\n/, SAMPLE_LINES);
  const names = lines.map(cleanCell).filter((line) => line !== '' && line.length < 80);
  const content = names.length > 1 ? contentOfColumn(names) : undefined;
  return content === 'fullName' || content === 'email' || content === 'snils';
}

/** A file that no delimiter cuts may have something worse to say: a NUL, an endless line, a quote left open. */
function withoutDelimiter(text: string, encoding: Encoding, limits: TableLimits): Refused {
  const scanned = readCsv(text, { delimiter: ';', headerRow: 0, limits });
  if (scanned.kind === 'refused') return refusedAs(scanned.problem, encoding);
  return { kind: 'refused', problem: { kind: 'not-a-table', looksLike: 'no-delimiter' } };
}

function refusedAs(problem: TableProblem, encoding: Encoding): Refused {
  return { kind: 'refused', problem: problem.kind === 'undecodable' ? { ...problem, encoding } : problem };
}
