import { Button, Group } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import type { ChosenFile } from '../../desk-bridge.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { PasteDialog } from '../../ui/PasteDialog.tsx';
import { usePasted } from '../../ui/use-pasted.ts';
import styles from './Imports.module.css';

/** First step: choose a file, drop it, or paste a copied table. */
export function FileStep({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const t = useTranslations('imports.file');
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const take = (file: ChosenFile | null) => {
    if (file !== null) onFile(file);
  };
  const paste = useMutation({
    mutationFn: (text: string) => desk.imports.paste({ text }),
    onSuccess: ({ fileToken, name, sizeBytes }) => onFile({ token: fileToken, name, sizeBytes }),
  });
  const takeFile = (file: File | undefined) => {
    if (file !== undefined) void window.diaryDesk.acceptDroppedFile(file).then(take);
  };
  usePasted({ onText: paste.mutate, onFile: takeFile });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    takeFile(event.dataTransfer.files[0]);
  };
  return (
    <>
      {paste.error === null ? null : <ErrorCard error={paste.error} />}
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
        <IconFileSpreadsheet size={36} stroke={1.2} aria-hidden />
        <h2 className={styles.dropTitle}>{t('title')}</h2>
        <p className={styles.dropText}>{t('text')}</p>
        <Group justify="center" gap="xs">
          <Button size="md" data-autofocus onClick={() => void window.diaryDesk.chooseTable().then(take)}>
            {t('choose')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconClipboardText size={17} />}
            loading={paste.isPending}
            onClick={() => setPasting(true)}
          >
            {t('paste')}
          </Button>
        </Group>
        <p className={styles.quiet}>
          {over ? t('dropNow') : t('drop')}
          <br />
          {t('formats')}
        </p>
      </section>
      <PasteDialog opened={pasting} busy={paste.isPending} onText={paste.mutate} onClose={() => setPasting(false)} />
    </>
  );
}
