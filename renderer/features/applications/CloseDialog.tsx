import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ApplicationRow, applicationOutcomeSchema } from '../../../shared/contract/applications.ts';
import type { ApplicationOutcome } from '../../../shared/domain/application.ts';
import { desk } from '../../api.ts';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';

interface CloseDialogProps {
  readonly row: ApplicationRow;
  readonly onClose: () => void;
}

/** Asks how an application ended. */
export function CloseDialog({ row, onClose }: CloseDialogProps) {
  const t = useTranslations('applications');
  const action = useTranslations('app.action');
  const [outcome, setOutcome] = useState<ApplicationOutcome>('done');
  const [note, setNote] = useState('');
  const change = useUndoableChange();
  const { id: applicationId, number } = row;
  const close = async () => {
    const work = () => desk.applications.close({ applicationId, outcome, note });
    await change.mutateAsync({ words: t('close.done', { number }), work }).then(onClose, () => undefined);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('close.title', { number })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <Stack gap={14}>
        <Radio.Group
          label={t('close.outcome')}
          value={outcome}
          onChange={(value) => setOutcome(applicationOutcomeSchema.parse(value))}
        >
          <Stack gap={8} mt={6}>
            {applicationOutcomeSchema.options.map((one) => (
              <Radio key={one} value={one} label={t(`outcome.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('close.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button loading={change.isPending} onClick={() => void close()}>
            {t('close.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
