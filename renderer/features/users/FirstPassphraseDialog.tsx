import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'use-intl';
import dialogs from '../../ui/Dialogs.module.css';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { SheetButtons } from '../../ui/SheetButtons.tsx';
import { useContentProtection } from '../../ui/use-content-protection.ts';
import type { HandedOut } from './user-job.ts';

interface FirstPassphraseDialogProps {
  readonly handedOut: HandedOut;
  readonly onClose: () => void;
}

/** The only time a first passphrase is seen: to be printed or copied by hand. */
export function FirstPassphraseDialog({ handedOut, onClose }: FirstPassphraseDialogProps) {
  useContentProtection();
  const t = useTranslations('users.first');
  const { language } = useLanguage();
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      closeOnClickOutside={false}
      withCloseButton={false}
      title={t('title', { name: handedOut.name })}
    >
      <Stack gap={14}>
        <p className={dialogs.text}>{t('text')}</p>
        <dl className={dialogs.secret}>
          <dt>{t('label')}</dt>
          <dd className={`${dialogs.password} desk-mono`}>{handedOut.passphrase}</dd>
        </dl>
        <p className={dialogs.text}>{t('until', { date: showDate(handedOut.validUntil.slice(0, 10), language) })}</p>
        <SheetButtons prepare={() => Promise.resolve(handedOut)} />
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
