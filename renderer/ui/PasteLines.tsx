import { Button, Group, Modal, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorCard } from './ErrorCard.tsx';
import styles from './PasteLines.module.css';
import { Badge, type Meaning } from './StatusBadge.tsx';

interface PasteLinesProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What would become of every line; nothing before there is a text. */
  readonly children: ReactNode;
  readonly error: Error | null;
  readonly save: { readonly label: string; readonly disabled: boolean; readonly busy: boolean };
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** A dialog for a list that is pasted at once: each line says what would become of it before anything is written. */
export function PasteLines(props: PasteLinesProps) {
  const { title, label, hint, example, text, onText, children, error, save, onSave, onClose } = props;
  const action = useTranslations('app.action');
  return (
    <Modal opened size={760} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': action('close') }}>
      <div className={styles.dialog}>
        <Textarea
          data-autofocus
          label={label}
          description={hint}
          placeholder={example}
          rows={5}
          classNames={{ input: 'desk-mono' }}
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        {children}
        {error === null ? null : <ErrorCard error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button disabled={save.disabled} loading={save.busy} onClick={onSave}>
            {save.label}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

/** One pasted line: whom it means, what it says, and what would become of it. */
export interface PastedLine {
  /** From 1. */
  readonly line: number;
  readonly content: ReactNode;
  readonly meaning: Meaning;
  readonly outcome: string;
}

const mostLines = 200;

/** What would become of every pasted line. */
export function PastedLines({ lines }: { readonly lines: readonly PastedLine[] }) {
  const t = useTranslations('app.paste');
  if (lines.length === 0) return null;
  return (
    <section className={styles.lines} aria-label={t('lines')}>
      <ul className={styles.list}>
        {lines.slice(0, mostLines).map(({ line, content, meaning, outcome }) => (
          <li key={line} className={styles.pasted}>
            <span className={styles.lineNumber}>{line}</span>
            <span>{content}</span>
            <Badge meaning={meaning}>{outcome}</Badge>
          </li>
        ))}
      </ul>
      {lines.length > mostLines ? (
        <p className={styles.quiet}>{t('more', { count: lines.length - mostLines })}</p>
      ) : null}
    </section>
  );
}
