import { Progress as Bar, Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Progress } from '../../shared/contract/base.ts';
import styles from './ProgressLine.module.css';

interface ProgressLineProps {
  /** Undefined while nothing has been reported yet. */
  readonly progress: Progress | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** A long job: what is being done, how far, and cancel. */
export function ProgressLine({ progress, onCancel }: ProgressLineProps) {
  const t = useTranslations('app');
  const share = progress === undefined || progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
  const stage = t(`progress.${progress?.stage ?? 'reading'}`);
  return (
    <div className={styles.line}>
      <div className={styles.words} role="status">
        <span>{stage}</span>
        {progress === undefined || progress.total === 0 ? null : (
          <span className={styles.count}>{t('progress.of', { done: progress.done, total: progress.total })}</span>
        )}
      </div>
      <Bar value={share} size="sm" aria-label={stage} />
      {onCancel === undefined ? null : (
        <Button className={styles.cancel ?? ''} variant="default" size="xs" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
    </div>
  );
}
