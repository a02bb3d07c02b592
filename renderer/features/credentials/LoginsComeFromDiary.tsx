import { Button } from '@mantine/core';
import { IconClipboardList, IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';
import styles from './Issue.module.css';

/** The diary makes the logins of this school: they are pasted, not issued. */
export function LoginsComeFromDiary({ onPaste }: { readonly onPaste: () => void }) {
  const t = useTranslations('credentials.imported');
  const mayPaste = useMay('credentials.paste');
  return (
    <div className={styles.secrets}>
      <IconInfoCircle size={15} aria-hidden /> {t('text')}
      {mayPaste ? (
        <Button size="compact-md" leftSection={<IconClipboardList size={15} />} onClick={onPaste}>
          {t('action')}
        </Button>
      ) : null}
    </div>
  );
}
