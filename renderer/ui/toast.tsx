import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ErrorWords } from '../../shared/i18n/ru/errors.ts';

/** How long an undo is offered. */
const UNDO_MS = 10_000;

/** Says in the corner that something is done. */
export function toastDone(message: string): void {
  notifications.show({ message, icon: <IconCheck size={16} />, color: 'green.8', autoClose: 5_000 });
}

/** Says what was done and offers to take it back for ten seconds. */
export function toastUndo(message: string, undoLabel: string, onUndo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        <Button
          flex="none"
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
    icon: <IconCheck size={16} />,
    color: 'green.8',
    autoClose: UNDO_MS,
  });
}

/** An error that has no place of its own on the page. */
export function toastError(words: ErrorWords): void {
  notifications.show({
    title: words.title,
    message: `${words.kept} ${words.next}`,
    icon: <IconAlertTriangle size={16} />,
    color: 'red.8',
    autoClose: 12_000,
  });
}
