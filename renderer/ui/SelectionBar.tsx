import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './SelectionBar.module.css';
import type { Selection } from './table-selection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  /** What can be done with the chosen rows: compact buttons. */
  readonly children: ReactNode;
}

/** Appears under the table with a selection: «12 выбрано» and what can be done with them. */
export function SelectionBar({ selection, children }: SelectionBarProps) {
  const t = useTranslations('app.table');
  if (selection.count === 0) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selected', { count: selection.count })}>
      <span className={styles.count} role="status">
        {t('selected', { count: selection.count })}
      </span>
      {children}
      <Button
        className={styles.clear ?? ''}
        variant="subtle"
        size="compact-md"
        leftSection={<IconX size={14} />}
        onClick={selection.clear}
      >
        {t('clearSelection')}
      </Button>
    </div>
  );
}
