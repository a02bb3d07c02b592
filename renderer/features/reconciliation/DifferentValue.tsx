import { useTranslations } from 'use-intl';
import { markDifference } from '../../ui/mark-difference.ts';
import styles from './Reconciliation.module.css';

interface DifferentValueProps {
  readonly value: string;
  /** The other side's value: what differs from it is marked. */
  readonly against: string;
}

/** A value with the letters marked that the other side has otherwise. */
export function DifferentValue({ value, against }: DifferentValueProps) {
  const t = useTranslations('reconciliation');
  if (value === '') return <span className={styles.quiet}>{t('nothing')}</span>;
  const marked = markDifference(against, value);
  return (
    <span className={styles.value}>
      {marked.start}
      {marked.changed === '' ? null : <mark className={styles.mark}>{marked.changed}</mark>}
      {marked.end}
    </span>
  );
}
