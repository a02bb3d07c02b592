import type { Language } from '../../../shared/contract/base.ts';
import { needsClass } from '../../../shared/domain/import-columns.ts';
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
  const { rows, count } = failedRows(read.table, kept, createWords(slipLanguage));
  if (count === 0) throw refuse('nothing-to-export');
  const { bytes, lost, extension } = await written(read.table, rows);
  const suggestedName = nameOf(read.name, slipLanguage, extension);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: 0, suggestedName, rows: count, lost: [...lost] };
}

/**
 * The sign in front of the title keeps the column from being read when the file comes back. Where no column tells the class,
 * a line gives it to the rows below.
 */
function failedRows(table: Table, { preview, planned }: KeptPreview, words: Words) {
  const failed = new Map<number, PlannedRow>();
  for (const row of planned.plan.rows)
    if (row.pile === 'refused' || row.pile === 'ambiguous') failed.set(row.row.rowNumber, row);
  const rows: string[][] = table.reading.headerRow === 0 ? [] : [[...table.header, `# ${words('written.reason')}`]];
  const lacksClass = needsClass(preview.fields);
  let [count, className] = [0, ''];
  for (const { rowNumber, cells } of table.rows) {
    const row = failed.get(rowNumber);
    if (row === undefined) continue;
    if (lacksClass && row.row.className !== className) {
      className = row.row.className;
      rows.push([`${className} класс`, ...cells.map(() => '')]);
    }
    rows.push([...cells, reasonOf(row, words)]);
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
