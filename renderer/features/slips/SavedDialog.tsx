import { Button, Group, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './Slips.module.css';
import type { Printing } from './use-printing.ts';

/** A saved file is not paper yet: asks, and warns that it holds passwords. */
export function SavedDialog({ printing }: { readonly printing: Printing }) {
  const t = useTranslations('slips.saved');
  const { state } = printing;
  if (state.kind !== 'saved') return null;
  const { batch, fileName, busy } = state;
  return (
    <Modal
      opened
      withCloseButton={false}
      closeOnClickOutside={false}
      onClose={() => printing.notYet(batch)}
      title={t('title')}
    >
      <div className={styles.dialog}>
        <p className={styles.summary}>{t('text', { name: fileName, count: batch.slips })}</p>
        <p className={styles.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('warning')}</span>
        </p>
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" disabled={busy} onClick={() => printing.notYet(batch)} data-autofocus>
            {t('notYet')}
          </Button>
          <Button loading={busy} onClick={() => printing.confirm(batch)}>
            {t('yes', { count: batch.slips })}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
