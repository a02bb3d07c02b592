import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Scope } from '../../../shared/contract/base.ts';
import type { CodeRow } from '../../../shared/contract/codes.ts';
import { deskQuery } from '../../api.ts';
import { type CodesSearch, codesSearchSchema } from '../../search.ts';

/** Which pupils' codes are shown, and how to show others. */
export interface CodesChoice {
  readonly classId: number | undefined;
  readonly which: 'all' | 'without';
  readonly scope: Scope;
  readonly change: (changes: Partial<CodesSearch>) => void;
}

/** The choice from the address: a class or the school; all pupils, or those without a code. */
export function useCodesChoice(): CodesChoice {
  const search = codesSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { classId, all } = search;
  return {
    classId,
    which: all === true ? 'all' : 'without',
    scope: classId === undefined ? { kind: 'school' } : { kind: 'class', classId },
    change: (changes) => void navigate({ to: '/codes', search: { ...search, ...changes }, replace: true }),
  };
}

const noRows: readonly CodeRow[] = [];

/** The pupils of the choice with their codes. */
export function useCodeRows({ scope, which }: CodesChoice) {
  const query = useQuery(
    deskQuery.codes.list.queryOptions({ input: { scope, which }, placeholderData: keepPreviousData }),
  );
  return {
    rows: query.data?.rows ?? noRows,
    heldBack: query.data?.heldBack ?? false,
    pending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
