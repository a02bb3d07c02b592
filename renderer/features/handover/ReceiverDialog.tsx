import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type HandoverRow, type Receiver, receiverSchema } from '../../../shared/contract/credentials.ts';
import type { Receipt } from './use-marking.ts';

interface ReceiverDialogProps {
  readonly row: HandoverRow;
  readonly onMark: (receipt: Receipt) => void;
  readonly onClose: () => void;
}

/** Who really took the slip, and when: for whatever differs from «the person it is for, today». */
export function ReceiverDialog({ row, onMark, onClose }: ReceiverDialogProps) {
  const t = useTranslations('handover.receiver');
  const action = useTranslations('app.action');
  const [by, setBy] = useState<Receiver>(row.role);
  const [name, setName] = useState('');
  const [on, setOn] = useState(today());
  const needsName = by === 'trusted' && name.trim() === '';
  const mark = (event: FormEvent) => {
    event.preventDefault();
    onMark({ receivedBy: by, receiverName: by === 'trusted' ? name.trim() : '', receivedOn: on });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { name: row.title })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form onSubmit={mark}>
        <Stack gap={14}>
          <Radio.Group label={t('who')} value={by} onChange={(value) => setBy(receiverSchema.parse(value))}>
            <Stack gap={8} mt={6}>
              {receiverSchema.options.map((one) => (
                <Radio key={one} value={one} label={t(one)} />
              ))}
            </Stack>
          </Radio.Group>
          {by === 'trusted' ? (
            <TextInput
              autoFocus
              label={t('name')}
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          ) : null}
          <TextInput
            type="date"
            label={t('on')}
            required
            withAsterisk={false}
            max={today()}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {action('cancel')}
            </Button>
            <Button type="submit" disabled={needsName || on === ''}>
              {t('mark')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Today as the calendar on the wall has it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
