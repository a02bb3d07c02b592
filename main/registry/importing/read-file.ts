import { createHash } from 'node:crypto';
import type { RefusalReason } from '../../../shared/contract/base.ts';
import { openTable } from '../../../shared/tables/open-table.ts';
import type { ReadingChoice, Table } from '../../../shared/tables/read-table.ts';
import type { FileProblem } from '../../../shared/tables/table-problem.ts';
import type { FileSource } from '../context.ts';
import { refuse } from '../refuse.ts';

/** A chosen file, read as a table. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly table: Table;
}

/** No school's list comes near this; reading more would only fill the memory. */
const mostBytes = 300 * 1024 * 1024;

/** Reads a chosen file; what is not a table is refused with the place in the file. */
export async function readFileAsTable(files: FileSource, token: string, reading: ReadingChoice): Promise<ReadFile> {
  const file = await files.find(token);
  if (file === undefined) throw refuse('file-gone');
  if (file.sizeBytes > mostBytes) throw refuse('table-too-many-rows', { limit: 0 });
  const bytes = await file.read().catch(() => {
    throw refuse('file-unreadable');
  });
  const table = await openTable(bytes, reading);
  if (table.kind === 'refused') throw refusalOf(table.problem);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: file.name, sha256, sizeBytes: bytes.length, table };
}

function refusalOf(problem: FileProblem): ReturnType<typeof refuse> {
  const row = 'rowNumber' in problem ? problem.rowNumber : 0;
  const limit = 'limit' in problem ? problem.limit : 0;
  return refuse(reasons[problem.kind], { row, limit });
}

const reasons: Readonly<Record<FileProblem['kind'], RefusalReason>> = {
  'empty-file': 'table-empty',
  'not-a-table': 'table-not-a-table',
  'spreadsheet-not-csv': 'table-spreadsheet',
  undecodable: 'table-undecodable',
  'nul-character': 'table-nul-character',
  'unterminated-quote': 'table-unterminated-quote',
  'record-too-long': 'table-record-too-long',
  'too-many-columns': 'table-too-many-columns',
  'too-many-rows': 'table-too-many-rows',
  'archive-damaged': 'table-archive-damaged',
  'archive-encrypted': 'table-archive-encrypted',
  'archive-too-large': 'table-archive-too-large',
  'spreadsheet-damaged': 'table-spreadsheet-damaged',
  'sheet-empty': 'table-sheet-empty',
  'package-incomplete': 'table-package-incomplete',
};
