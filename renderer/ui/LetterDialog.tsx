import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Dialogs.module.css';

interface LetterDialogProps {
  readonly title: string;
  /** What the letter is for and what it does not hold. */
  readonly children: ReactNode;
  readonly to?: string | undefined;
  readonly subject: string;
  readonly body: string;
  readonly onClose: () => void;
}

/** A ready letter to copy into the school's own mail program: the desk itself sends nothing. */
export function LetterDialog({ title, children, to, subject, body, onClose }: LetterDialogProps) {
  const t = useTranslations('credentials.letter');
  const action = useTranslations('app.action');
  return (
    <Modal opened size={620} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={12}>
        <p className={styles.text}>{children}</p>
        {to === undefined || to === '' ? null : <Line label={t('to')} value={to} />}
        <Line label={t('subject')} value={subject} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable) */}
        <pre className={styles.letter} tabIndex={0}>
          {body}
        </pre>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('close')}
          </Button>
          <CopyText value={subject} label={t('copySubject')} />
          <CopyText value={body} label={t('copyBody')} first />
        </Group>
      </Stack>
    </Modal>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p className={styles.subject}>
      <span>{label}:</span> {value}
    </p>
  );
}

interface CopyTextProps {
  readonly value: string;
  readonly label: string;
  readonly first?: boolean;
}

/** Copies a text that is no secret, and says so. */
function CopyText({ value, label, first = false }: CopyTextProps) {
  const t = useTranslations('credentials.letter');
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant={first ? 'filled' : 'default'}
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={(event) => setCopied(copyFrom(event.currentTarget, value))}
      {...(first ? { 'data-autofocus': true } : {})}
    >
      {copied ? t('copied') : label}
    </Button>
  );
}

/**
 * The window has no permissions, so the asynchronous clipboard is closed to it; the old command needs none. The text
 * stands beside the button for that moment, because the dialog keeps the focus inside.
 */
function copyFrom(button: HTMLElement, value: string): boolean {
  const area = document.createElement('textarea');
  area.value = value;
  area.className = 'desk-visually-hidden';
  button.after(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  button.focus();
  return copied;
}
