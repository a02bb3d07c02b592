import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ChosenFile } from '../../desk-bridge.ts';
import { TableDrop } from '../../ui/TableDrop.tsx';

/** Choose the portal's file, drop it, or paste a list. */
export function ChoosePortalFile({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const t = useTranslations('reconciliation.new');
  return (
    <TableDrop
      icon={<IconArrowsDiff size={36} stroke={1.2} aria-hidden />}
      title={t('title')}
      text={t('text')}
      choose={t('choose')}
      paste={t('paste')}
      drop={t('drop')}
      dropNow={t('dropNow')}
      onFile={onFile}
    />
  );
}
