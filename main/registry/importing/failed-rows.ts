import type { Language } from '../../../shared/contract/base.ts';
import type { PlannedRow } from '../../../shared/domain/import-planned.ts';
import { createWords, type Words } from '../../../shared/i18n/index.ts';
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
  const rows = failedRows(read.table, kept.planned.plan.rows, createWords(slipLanguage));
  if (rows.length === 0) throw refuse('nothing-to-export');
  const { bytes, lost, extension } = await written(read.table, rows);
  const suggestedName = nameOf(read.name, slipLanguage, extension);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  const count = read.table.reading.headerRow === 0 ? rows.length : rows.length - 1;
  return { documentToken, pages: 0, suggestedName, rows: count, lost: [...lost] };
}

/** The sign in front of the title keeps the column from being read when the file comes back. */
function failedRows(table: Table, planned: readonly PlannedRow[], words: Words): string[][] {
  const reasons = new Map<number, string>();
  for (const row of planned)
    if (row.pile === 'refused' || row.pile === 'ambiguous') reasons.set(row.row.rowNumber, reasonOf(row, words));
  const rows: string[][] = [];
  for (const { rowNumber, cells } of table.rows) {
    const reason = reasons.get(rowNumber);
    if (reason !== undefined) rows.push([...cells, reason]);
  }
  if (rows.length === 0 || table.reading.headerRow === 0) return rows;
  return [[...table.header, `# ${words('written.reason')}`], ...rows];
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
