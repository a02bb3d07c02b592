import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ChosenFile } from '../../desk-bridge.ts';
import { TableDrop } from '../../ui/TableDrop.tsx';

/** First step: choose a file, drop it, or paste a copied table. */
export function FileStep({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const t = useTranslations('imports.file');
  return (
    <TableDrop
      icon={<IconFileSpreadsheet size={36} stroke={1.2} aria-hidden />}
      title={t('title')}
      text={t('text')}
      choose={t('choose')}
      paste={t('paste')}
      drop={t('drop')}
      dropNow={t('dropNow')}
      onFile={onFile}
    >
      <br />
      {t('formats')}
    </TableDrop>
  );
}
