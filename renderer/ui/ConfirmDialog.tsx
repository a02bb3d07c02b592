import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** The consequence, in numbers. */
  readonly children: ReactNode;
  /** A verb and a number: «Отменить импорт 54 учеников». */
  readonly confirmLabel: string;
  /** Words of the way back, where «Отмена» could be misread. */
  readonly cancelLabel?: string;
  /** Cannot be taken back: the button is red. */
  readonly final?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('app.action');
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {props.children}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {props.cancelLabel ?? t('cancel')}
        </Button>
        <Button {...(props.final ? { color: 'red.8' } : {})} loading={props.busy ?? false} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
