import { type Field, guessColumns } from './columns.ts';
import type { Delimiter } from './delimiter.ts';
import { detectDialect } from './dialect.ts';
import { type DetectedEncoding, decode, detectEncoding, type Encoding } from './encoding.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { recognisePreset } from './presets/all.ts';
import { readCsv, type TableRow, type TableText } from './read-csv.ts';
import { refuseEarly } from './refuse-early.ts';
import { DEFAULT_LIMITS, type TableLimits, type TableProblem } from './table-problem.ts';

/** How bytes became a table. */
export interface TableReading {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** 1-based, 0 for none. */
  readonly headerRow: number;
}

/** What a person has decided about the reading; the rest is found out. */
export type ReadingChoice = { readonly [Part in keyof TableReading]?: TableReading[Part] | undefined };

/** A file read as a table. */
export interface Table {
  readonly kind: 'table';
  readonly reading: TableReading;
  /** False when another encoding reads almost as well, so that the preview should ask. */
  readonly encodingSure: boolean;
  readonly header: readonly string[];
  /** Made anew whenever they are iterated. */
  readonly rows: Iterable<TableRow>;
  /** Rows that are not blank, for progress. */
  readonly rowCount: number;
  readonly presetId: string | undefined;
  /** One for each column. */
  readonly fields: readonly Field[];
  /** Recalls a mapping made by hand for the same titles. */
  readonly fingerprint: string;
}

type Refused = { readonly kind: 'refused'; readonly problem: TableProblem };

const SAMPLE_ROWS = 40;

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
  if (dialect === undefined) return withoutDelimiter(text, detected.encoding, limits);
  const headerRow = dialect.headerRow ?? 0;
  const table = readCsv(text, { delimiter: dialect.delimiter, headerRow, limits });
  if (table.kind === 'refused') return refusedAs(table.problem, detected.encoding);
  const reading: TableReading = { encoding: detected.encoding, delimiter: dialect.delimiter, headerRow };
  return { ...table, reading, encodingSure: detected.sure, ...columnsOf(table) };
}

function chosen(encoding: Encoding): DetectedEncoding {
  return { encoding, bom: false, sure: true };
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

function columnsOf(table: TableText): Pick<Table, 'presetId' | 'fields' | 'fingerprint'> {
  const preset = recognisePreset(table.header);
  const fields = preset?.fields(table.header) ?? guessColumns(table.header, sampleOf(table.rows));
  return { presetId: preset?.id, fields, fingerprint: headerFingerprint(table.header) };
}

function sampleOf(rows: Iterable<TableRow>): (readonly string[])[] {
  const sample: (readonly string[])[] = [];
  for (const row of rows) {
    if (sample.length === SAMPLE_ROWS) break;
    sample.push(row.cells);
  }
  return sample;
}
