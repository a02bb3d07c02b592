import type { Language } from '../../../shared/contract/base.ts';
import { needsClass } from '../../../shared/domain/import-columns.ts';
import type { PlannedRow } from '../../../shared/domain/import-planned.ts';
import { createWords, type Words } from '../../../shared/i18n/index.ts';
import type { TableRow } from '../../../shared/tables/read-csv.ts';
import type { Table } from '../../../shared/tables/read-table.ts';
import { writeCsv } from '../../../shared/tables/write-csv.ts';
import { writeXlsx } from '../../../shared/tables/write-xlsx.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { readSettings } from '../db/settings.ts';
import { refuse } from '../refuse.ts';
import { filesAndPasted } from './pasted-texts.ts';
import type { KeptPreview } from './previews.ts';
import { readFileAsTable } from './read-file.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/**
 * The rows that were not imported as a document, with a column that says why, in the encoding and with the delimiter of
 * their source: it can be corrected and imported again. Refuses `file-changed` when the source is another one now.
 */
export async function failedRowsDocument(context: Context, kept: KeptPreview) {
  const { registry, documents } = context;
  const read = await readFileAsTable(
    filesAndPasted(context.files, registry),
    kept.input.fileToken,
    kept.preview.reading,
  );
  if (read.sha256 !== kept.source.fileSha256) throw refuse('file-changed');
  const { slipLanguage } = await readSettings(registry.db);
  const classOf = classLineOf(kept);
  const { rows, count } = failedRows(read.table, kept.planned.plan.rows, { classOf, words: createWords(slipLanguage) });
  if (count === 0) throw refuse('nothing-to-export');
  const { bytes, lost, extension } = await written(read.table, rows);
  const suggestedName = nameOf(read.name, slipLanguage, extension);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: 0, suggestedName, rows: count, lost: [...lost] };
}

/** The line that gives a row its class when the file comes back; '' where a column does. */
function classLineOf({ preview, input }: KeptPreview): (row: TableRow) => string {
  if (!needsClass(preview.fields)) return () => '';
  return ({ className }) => {
    const title = input.className ?? className ?? preview.className;
    return title === '' ? '' : `${title} класс`;
  };
}

interface FailedWish {
  readonly classOf: (row: TableRow) => string;
  readonly words: Words;
}

/** The sign in front of the title keeps the column from being read when the file comes back. */
function failedRows(table: Table, planned: readonly PlannedRow[], { classOf, words }: FailedWish) {
  const reasons = new Map<number, string>();
  for (const row of planned)
    if (row.pile === 'refused' || row.pile === 'ambiguous') reasons.set(row.row.rowNumber, reasonOf(row, words));
  const rows: string[][] = table.reading.headerRow === 0 ? [] : [[...table.header, `# ${words('written.reason')}`]];
  let [count, line] = [0, ''];
  for (const row of table.rows) {
    const reason = reasons.get(row.rowNumber);
    if (reason === undefined) continue;
    if (classOf(row) !== line) {
      line = classOf(row);
      rows.push([line, ...Array.from(row.cells, () => '')]);
    }
    rows.push([...row.cells, reason]);
    count += 1;
  }
  return { rows, count };
}

function reasonOf({ problems, reason }: PlannedRow, words: Words): string {
  const refused = problems.filter(({ severity }) => severity === 'refused');
  if (refused.length === 0) return words(`matches.${reason}` as 'matches.several-candidates');
  return refused
    .map(({ code, hint }) => {
      const expected = words(`problems.${code}.expected` as 'problems.birth-date-unlikely.expected', { hint });
      return `${words(`problems.${code}.title` as 'problems.name-missing.title')}: ${expected}`;
    })
    .join('; ');
}

async function written({ reading, sheets }: Table, rows: readonly (readonly string[])[]) {
  if (sheets.length > 0) return { bytes: await writeXlsx('', rows), lost: [], extension: 'xlsx' };
  const { encoding, delimiter } = reading;
  return { ...writeCsv(rows, { encoding, delimiter, bom: true }), extension: 'csv' };
}

function nameOf(source: string, language: Language, extension: string): string {
  const stem = source.replace(/\.[^.]*$/, '');
  return `${stem} — ${createWords(language)('written.failedFile')}.${extension}`;
}
