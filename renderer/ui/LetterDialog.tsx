import { Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
  return (
    <CopyButton value={value} timeout={2500}>
      {({ copied, copy }) => (
        <Button
          variant={first ? 'filled' : 'default'}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
          {...(first ? { 'data-autofocus': true } : {})}
        >
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
