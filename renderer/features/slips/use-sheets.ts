import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Sheet } from '../../../shared/contract/slips.ts';
import { deskQuery } from '../../api.ts';
import type { PaperJob } from './paper-job.ts';

/** The preview of a job: sheets as far as they have been read. */
export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly pages: number;
  /** Slips on them; 0 for a list. */
  readonly slips: number;
  /** Slips that cannot be printed again, because they have been handed over. */
  readonly purged: number;
  /** Codes exist, but stay off the slips until applications are registered. */
  readonly codesHeldBack: boolean;
  readonly pending: boolean;
  /** The sheets of the choice before, while the new ones are drawn. */
  readonly stale: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly onNeed: () => void;
}

/** Reads the sheets of a job, twenty at a time as they are needed. Passwords on them are masked by the registry. */
export function useSheets(job: PaperJob): Sheets {
  const slips = useSlipSheets(job);
  const list = useListSheets(job);
  return job.kind === 'slips' ? slips : list;
}

function useSlipSheets(job: PaperJob): Sheets {
  const query = useInfiniteQuery(
    deskQuery.slips.preview.infiniteOptions({
      input: (firstPage: number) => ({ selection: job.kind === 'slips' ? job.selection : wholeSchool, firstPage }),
      initialPageParam: 0,
      getNextPageParam: (last, read) => {
        const known = read.reduce((sum, part) => sum + part.sheets.length, 0);
        return known < last.pages && last.sheets.length > 0 ? known : undefined;
      },
      enabled: job.kind === 'slips',
      placeholderData: keepPreviousData,
    }),
  );
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const onNeed = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const first = query.data?.pages[0];
  return {
    sheets: query.data?.pages.flatMap((part) => part.sheets) ?? [],
    pages: first?.pages ?? 0,
    slips: first?.slips ?? 0,
    purged: first?.alreadyPurged ?? 0,
    codesHeldBack: first?.codesHeldBack ?? false,
    pending: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    onNeed,
  };
}

const wholeSchool = { scope: { kind: 'school' } } as const;
const nothingMore = () => undefined;

function useListSheets(job: PaperJob): Sheets {
  const input =
    job.kind === 'list'
      ? { kind: job.list, scope: job.scope, language: job.language }
      : { kind: 'class-list' as const, ...wholeSchool };
  const query = useQuery(
    deskQuery.lists.preview.queryOptions({ input, enabled: job.kind === 'list', placeholderData: keepPreviousData }),
  );
  return {
    sheets: query.data?.sheets ?? [],
    pages: query.data?.pages ?? 0,
    slips: 0,
    purged: 0,
    codesHeldBack: false,
    pending: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    onNeed: nothingMore,
  };
}
