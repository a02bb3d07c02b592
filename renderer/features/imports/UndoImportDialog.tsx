import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '../../../shared/contract/imports.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Undone } from './Undone.tsx';

interface UndoImportDialogProps {
  readonly run: ImportRun;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Takes a past import back after saying what that means, then tells what was kept. */
export function UndoImportDialog({ run, opened, onClose }: UndoImportDialogProps) {
  const t = useTranslations('imports.undo');
  const action = useTranslations('app.action');
  const { language } = useLanguage();
  const undo = useMutation(deskQuery.imports.undo.mutationOptions({ onSuccess: () => refreshRegistry() }));
  const close = () => {
    undo.reset();
    onClose();
  };
  if (undo.isSuccess) {
    return (
      <Modal
        opened={opened}
        onClose={close}
        title={t('doneTitle')}
        closeButtonProps={{ 'aria-label': action('close') }}
      >
        <Undone {...undo.data} />
        <Group justify="flex-end" mt="lg">
          <Button data-autofocus onClick={close}>
            {action('close')}
          </Button>
        </Group>
      </Modal>
    );
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('title')}
      confirmLabel={t('confirm')}
      cancelLabel={t('keep')}
      final
      busy={undo.isPending}
      onClose={close}
      onConfirm={() => undo.mutate({ importId: run.id })}
    >
      {undo.error === null ? (
        t('text', { name: run.fileName, date: showDate(run.at, language) })
      ) : (
        <ErrorCard error={undo.error} />
      )}
    </ConfirmDialog>
  );
}
