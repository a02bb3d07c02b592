import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Language } from '../../../shared/contract/base.ts';
import type { TemplateProblem } from '../../../shared/contract/slip-templates.ts';
import type { Sheet } from '../../../shared/contract/slips.ts';
import { deskQuery } from '../../api.ts';
import { type TemplateDraft, templateOf } from './template-draft.ts';

/** An own slip on paper with made-up people. */
export interface Trial {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly TemplateProblem[];
  /** What stands in the list has been tried as it is now, and nothing is wrong with it. */
  readonly good: boolean;
  readonly error: unknown;
}

const PAUSE_MS = 200;

/** Tries an own slip whenever it has been changed. A name is no part of the paper, so any will do. */
export function useTrial(draft: TemplateDraft, language: Language): Trial {
  const now = JSON.stringify({ ...templateOf(draft), name: '-' });
  const [tried] = useDebouncedValue(now, PAUSE_MS);
  const { data, error, isPlaceholderData } = useQuery(
    deskQuery.slipTemplates.check.queryOptions({
      input: { template: JSON.parse(tried), language },
      enabled: draft.blocks.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const problems = data?.problems ?? [];
  const settled = tried === now && data !== undefined && !isPlaceholderData;
  return {
    sheets: data?.sheets ?? [],
    problems,
    error,
    good: settled && problems.length === 0 && draft.blocks.length > 0,
  };
}
