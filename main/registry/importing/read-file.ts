import { createHash } from 'node:crypto';
import type { RefusalReason } from '../../../shared/contract/base.ts';
import { type ReadingChoice, readTable, type Table } from '../../../shared/tables/read-table.ts';
import type { TableProblem } from '../../../shared/tables/table-problem.ts';
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
  const table = readTable(bytes, reading);
  if (table.kind === 'refused') throw refusalOf(table.problem);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: file.name, sha256, sizeBytes: bytes.length, table };
}

function refusalOf(problem: TableProblem): ReturnType<typeof refuse> {
  const row = 'rowNumber' in problem ? problem.rowNumber : 0;
  const limit = 'limit' in problem ? problem.limit : 0;
  return refuse(reasonOf(problem), { row, limit });
}

function reasonOf(problem: TableProblem): RefusalReason {
  switch (problem.kind) {
    case 'empty-file':
      return 'table-empty';
    case 'not-a-table':
      return 'table-not-a-table';
    case 'spreadsheet-not-csv':
      return 'table-spreadsheet';
    case 'undecodable':
      return 'table-undecodable';
    case 'nul-character':
      return 'table-nul-character';
    case 'unterminated-quote':
      return 'table-unterminated-quote';
    case 'record-too-long':
      return 'table-record-too-long';
    case 'too-many-columns':
      return 'table-too-many-columns';
    case 'too-many-rows':
      return 'table-too-many-rows';
  }
}
