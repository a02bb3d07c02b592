import { Button, Progress } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import shared from './Imports.module.css';
import type { ImportState } from './import-state.ts';
import styles from './Review.module.css';

interface DecisionsBarProps {
  readonly state: Extract<ImportState, { readonly step: 'columns' | 'review' }>;
  readonly preview: ImportPreview;
  readonly running: boolean;
  readonly onCount: () => void;
}

/** How many unclear rows have been decided, and the button that makes the plan with them. */
export function DecisionsBar({ state, preview, running, onCount }: DecisionsBarProps) {
  const t = useTranslations('imports.decide');
  const { decisions, decidedFor } = state;
  const known = new Set(decidedFor.map((one) => one.rowNumber));
  const total = preview.counts.ambiguous + preview.decided;
  const done = preview.decided + decisions.filter((one) => !known.has(one.rowNumber)).length;
  if (total === 0) return <span className={styles.decisions} />;
  const words = t('progress', { done: Math.min(done, total), total });
  return (
    <span className={styles.decisions}>
      <span className={shared.quiet} role="status">
        {words}
      </span>
      <Progress className={styles.decisionsBar ?? ''} value={(100 * done) / total} size="sm" aria-label={words} />
      {decisions === decidedFor ? null : (
        <Button variant="light" loading={running} onClick={onCount}>
          {t('count', { count: Math.max(1, decisions.length) })}
        </Button>
      )}
    </span>
  );
}
