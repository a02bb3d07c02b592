import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import styles from './Codes.module.css';
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
  readonly coverage: readonly ClassCodes[];
  readonly choice: CodesChoice;
}

/** The classes with what is missing in each; a click shows its pupils. */
export function ClassCoverage({ coverage, choice }: ClassCoverageProps) {
  const t = useTranslations('codes');
  const without = coverage.reduce((sum, one) => sum + one.without, 0);
  return (
    <nav className={styles.classes} aria-label={t('byClass')}>
      <ClassButton title={t('school')} without={without} choice={choice} classId={undefined} />
      {coverage.map((one) =>
        one.classId === null ? null : (
          <ClassButton
            key={one.classId}
            title={one.className}
            without={one.without}
            choice={choice}
            classId={one.classId}
          />
        ),
      )}
    </nav>
  );
}

interface ClassButtonProps {
  readonly title: string;
  readonly without: number;
  readonly classId: number | undefined;
  readonly choice: CodesChoice;
}

function ClassButton({ title, without, classId, choice }: ClassButtonProps) {
  const t = useTranslations('codes');
  return (
    <button
      type="button"
      className={styles.class}
      aria-current={choice.classId === classId ? 'true' : undefined}
      onClick={() => choice.change({ classId })}
    >
      <span>{title}</span>
      {without === 0 ? (
        <IconCheck className={styles.complete} size={15} role="img" aria-label={t('complete')} />
      ) : (
        <span className={styles.missing}>{without.toLocaleString()}</span>
      )}
    </button>
  );
}
