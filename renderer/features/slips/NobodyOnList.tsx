import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ListKind } from './paper-job.ts';
import styles from './Slips.module.css';

/** A list with nobody on it: for the lists of who misses something that is good news. */
export function NobodyOnList({ list }: { readonly list: ListKind }) {
  const t = useTranslations('slips.list');
  return (
    <EmptyState title={t('nobody')}>
      <span className={styles.good}>
        <IconCircleCheck size={16} aria-hidden /> {t(`title.${list}`)}
      </span>
    </EmptyState>
  );
}
