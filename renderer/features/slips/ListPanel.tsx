import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ListKind } from './paper-job.ts';
import styles from './Slips.module.css';

interface ListPanelProps {
  readonly list: ListKind;
  readonly onBack: () => void;
}

/** Beside the preview of a list: what it is, and the way back to the slips. */
export function ListPanel({ list, onBack }: ListPanelProps) {
  const t = useTranslations('slips.list');
  return (
    <div className={styles.options}>
      <div className={styles.group}>
        <h2 className={styles.listTitle}>{t(`title.${list}`)}</h2>
        <p className={styles.listText}>{t(`text.${list}`)}</p>
      </div>
      <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}
