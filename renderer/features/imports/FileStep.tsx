import { Button } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ChosenFile } from '../../desk-bridge.ts';
import styles from './Imports.module.css';

/** First step: choose a file or drop it. */
export function FileStep({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const t = useTranslations('imports.file');
  const [over, setOver] = useState(false);
  const take = (file: ChosenFile | null) => {
    if (file !== null) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void window.diaryDesk.acceptDroppedFile(file).then(take);
  };
  return (
    <section
      className={styles.drop}
      data-over={over || undefined}
      aria-label={t('title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileTypeCsv size={40} stroke={1.2} aria-hidden />
      <h2 className={styles.dropTitle}>{t('title')}</h2>
      <p className={styles.dropText}>{t('text')}</p>
      <Button size="md" data-autofocus onClick={() => void window.diaryDesk.chooseTable().then(take)}>
        {t('choose')}
      </Button>
      <p className={styles.quiet}>{over ? t('dropNow') : t('drop')}</p>
    </section>
  );
}
