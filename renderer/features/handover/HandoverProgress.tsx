import { Progress } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './Handover.module.css';

interface HandoverProgressProps {
  readonly done: number;
  readonly total: number;
}

/** «Вручено 20 из 28» and a bar. */
export function HandoverProgress({ done, total }: HandoverProgressProps) {
  const t = useTranslations('handover');
  if (total === 0) return null;
  return (
    <div className={styles.progress}>
      <span role="status">{t('progress', { done, total })}</span>
      <Progress
        className={styles.bar ?? ''}
        color="var(--desk-done)"
        size="md"
        value={(100 * done) / total}
        aria-label={t('progressLabel')}
      />
    </div>
  );
}
