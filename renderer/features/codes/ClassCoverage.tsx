import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { BesideClasses } from '../../ui/BesideClasses.tsx';
import { useWholeName } from '../../ui/use-whole-name.ts';
import type { CodesChoice } from './use-codes.ts';

interface ClassCodes {
  readonly classId: number | null;
  readonly className: string;
  readonly pupils: number;
  readonly without: number;
}

const nothing: readonly ClassCodes[] = [];

/** How many pupils of each class have no code; empty while it is being read. */
export function useCodeCoverage(): readonly ClassCodes[] {
  return useQuery(deskQuery.codes.coverage.queryOptions({ input: {} })).data ?? nothing;
}

interface ClassCoverageProps {
  /** How many pupils of the school have no code. */
  readonly without: number;
  readonly coverage: readonly ClassCodes[];
  readonly choice: CodesChoice;
  readonly children: ReactNode;
}

/** The classes with what is missing in each; a click shows its pupils. */
export function ClassCoverage({ without, coverage, choice, children }: ClassCoverageProps) {
  const t = useTranslations('codes');
  const classes = coverage.flatMap(({ classId, className, without: lacking }) =>
    classId === null ? [] : [{ classId, title: className, lacking }],
  );
  return (
    <BesideClasses
      label={t('byClass')}
      complete={t('complete')}
      classes={[{ classId: undefined, title: useWholeName(), lacking: without }, ...classes]}
      classId={choice.classId}
      onClass={(classId) => choice.change({ classId })}
    >
      {children}
    </BesideClasses>
  );
}
