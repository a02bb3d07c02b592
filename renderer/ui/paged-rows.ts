import { keepPreviousData, type QueryFunction, type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/** Rows of one request; the registry gives at most 500 at once. */
export const ROWS_A_PAGE = 200;

/** A long list read in pieces, as `DataTable` wants it. */
export interface PagedRows<Answer extends PagedAnswer> {
  readonly total: number;
  readonly rowAt: (index: number) => Answer['rows'][number] | undefined;
  readonly onRange: (first: number, last: number) => void;
  /** The first piece's answer, with whatever else it tells. */
  readonly answer: Answer | undefined;
  readonly pending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

interface PagedAnswer {
  readonly total: number;
  readonly rows: readonly unknown[];
}

interface PieceQuery<Answer> {
  readonly queryKey: QueryKey;
  readonly queryFn: QueryFunction<Answer>;
}

/**
 * Reads only the pieces of a list that are on screen. `optionsOf` makes the query of a piece from its page:
 * `usePagedRows((page) => deskQuery.pupils.list.queryOptions({ input: { filter, page } }))`.
 */
export function usePagedRows<Answer extends PagedAnswer>(
  optionsOf: (page: { offset: number; limit: number }) => PieceQuery<Answer>,
): PagedRows<Answer> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const firstPage = Math.floor(range.first / ROWS_A_PAGE);
  const lastPage = Math.floor(range.last / ROWS_A_PAGE);
  const pages = [...new Set([0, ...Array.from({ length: lastPage - firstPage + 1 }, (_, step) => firstPage + step)])];
  const answers = useQueries({
    queries: pages.map((page) => {
      const { queryKey, queryFn } = optionsOf({ offset: page * ROWS_A_PAGE, limit: ROWS_A_PAGE });
      // Only the head is kept while a new filter is read, so that the table does not blink; later pieces are never mixed.
      return page === 0 ? { queryKey, queryFn, placeholderData: keepPreviousData } : { queryKey, queryFn };
    }),
  });
  const byPage = new Map(pages.map((page, place) => [page, answers[place]?.data]));
  const rowAt = (index: number): Answer['rows'][number] | undefined =>
    byPage.get(Math.floor(index / ROWS_A_PAGE))?.rows[index % ROWS_A_PAGE];
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const head = answers[0];
  return {
    total: head?.data?.total ?? 0,
    rowAt,
    onRange,
    answer: head?.data,
    pending: head?.isPending ?? true,
    error: answers.find((answer) => answer.error !== null)?.error ?? null,
    retry: () => answers.forEach((answer) => void answer.refetch()),
  };
}
