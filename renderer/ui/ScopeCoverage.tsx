import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { HolderRole } from '../../shared/contract/base.ts';
import type { SchoolCoverage } from '../../shared/contract/classes.ts';
import { coverageOf, type IssueStep, remainingOf } from './issue-scope.ts';
import styles from './ScopePicker.module.css';

interface ScopeCoverageProps {
  readonly step: IssueStep;
  readonly classes: readonly SchoolCoverage[];
  readonly holders: readonly HolderRole[];
  /** Only the bar: a guardian of children in two classes counts in both, so a sum over classes would say too much. */
  readonly barOnly?: boolean;
}

/** How far classes have come: what is left at this step in words, and a bar of all steps. */
export function ScopeCoverage({ step, classes, holders, barOnly = false }: ScopeCoverageProps) {
  const coverage = coverageOf(classes, holders);
  return (
    <span className={styles.coverage}>
      {barOnly ? null : <Left step={step} classes={classes} holders={holders} />}
      <span className={styles.bar} aria-hidden>
        <span data-part="handed-over" style={{ flexGrow: coverage.handedOver }} />
        <span data-part="printed" style={{ flexGrow: coverage.printed }} />
        <span data-part="generated" style={{ flexGrow: coverage.generated }} />
        <span style={{ flexGrow: coverage.none }} />
      </span>
    </span>
  );
}

function Left({ step, classes, holders }: Omit<ScopeCoverageProps, 'barOnly'>) {
  const t = useTranslations('credentials.scope');
  const { need, ready, persons } = remainingOf(step, classes, holders);
  if (persons === 0) return <span>{t('nobody')}</span>;
  if (need > 0) return <span>{t(`need.${step}`, { count: need })}</span>;
  if (!ready) return null;
  return (
    <span className={styles.ready}>
      <IconCheck size={13} stroke={2.4} aria-hidden /> {t('ready')}
    </span>
  );
}
