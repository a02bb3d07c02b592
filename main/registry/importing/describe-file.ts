import type { ReadFileFacts } from '../../../shared/contract/import-plan.ts';
import type { Table } from '../../../shared/tables/read-table.ts';
import type { ChosenColumns } from './choose-columns.ts';
import type { ReadFile } from './read-file.ts';

/** Rows shown above the columns. */
const sampleRows = 20;

/** What a person checks of a file before anything else; `missingFields` are those that the work at hand cannot do without. */
export function describeFile(
  { name, table }: ReadFile,
  { fields, presetId, presetName }: ChosenColumns,
  missingFields: readonly string[],
): ReadFileFacts {
  return {
    fileName: name,
    presetId: presetId ?? null,
    presetName,
    reading: { ...table.reading },
    encodingSure: table.encodingSure,
    sheets: table.sheets.map((sheet) => ({ ...sheet })),
    header: [...table.header],
    fields: [...fields],
    asOf: table.asOf ?? null,
    sample: sampleOf(table.rows),
    rows: table.rowCount,
    missingFields: [...missingFields],
  };
}

function sampleOf(rows: Table['rows']): ReadFileFacts['sample'] {
  const sample: ReadFileFacts['sample'] = [];
  for (const { rowNumber, cells } of rows) {
    if (sample.length === sampleRows) break;
    sample.push({ rowNumber, cells: [...cells] });
  }
  return sample;
}
