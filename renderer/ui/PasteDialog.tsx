import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './PasteDialog.module.css';

interface PasteDialogProps {
  readonly opened: boolean;
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** A place to paste a table with the mouse, or to type one. The page itself may not read the clipboard. */
export function PasteDialog({ opened, busy, onText, onClose }: PasteDialogProps) {
  const t = useTranslations('imports.paste');
  const action = useTranslations('app.action');
  const [text, setText] = useState('');
  const rows = text.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size={640}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <Textarea
        data-autofocus
        aria-label={t('label')}
        description={t('hint')}
        classNames={{ input: styles.pasteBox ?? '' }}
        rows={10}
        wrap="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <span className={styles.quiet} role="status">
          {t('rows', { count: rows })}
        </span>
        <Button variant="default" onClick={onClose}>
          {action('cancel')}
        </Button>
        <Button disabled={rows === 0} loading={busy} onClick={() => onText(text)}>
          {t('take')}
        </Button>
      </Group>
    </Modal>
  );
}
