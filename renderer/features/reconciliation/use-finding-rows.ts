import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import { deskQuery } from '../../api.ts';
import type { ReconciliationSearch } from '../../search.ts';
import { type PagedRows, usePagedRows } from '../../ui/paged-rows.ts';

export type FindingRows = PagedRows<{ readonly total: number; readonly rows: readonly FindingRow[] }>;

/** The findings that pass the filter of the address; undecided ones when no state is named. */
export function useFindingRows(runId: number, search: ReconciliationSearch): FindingRows {
  const { code, classId, state = 'open', fresh, askAgain, query } = search;
  const filter = {
    ...(code === undefined ? {} : { code }),
    ...(classId === undefined ? {} : { classId }),
    ...(askAgain === true || state === 'all' ? {} : { state }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(askAgain === undefined ? {} : { askAgain }),
    ...(query === undefined || query.trim() === '' ? {} : { query }),
  };
  return usePagedRows((page) => deskQuery.reconciliation.findings.queryOptions({ input: { runId, filter, page } }));
}

/** Where a finding stands among the rows that have been read, -1 when it is not there. */
export function placeOf(rows: FindingRows, id: number | undefined): number {
  if (id === undefined) return -1;
  for (let at = 0; at < rows.total; at += 1) if (rows.rowAt(at)?.id === id) return at;
  return -1;
}
