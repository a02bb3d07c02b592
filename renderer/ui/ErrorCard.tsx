import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ErrorWords } from '../../shared/i18n/ru/errors.ts';
import styles from './ErrorCard.module.css';
import { useErrorWords } from './error-words.ts';

interface ErrorCardProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** An error where it arose: what happened, what was kept, what to do next, and "try again". */
export function ErrorCard({ error, onRetry }: ErrorCardProps) {
  const words = useErrorWords()(error);
  return <TroubleCard words={words} onRetry={onRetry} />;
}

interface TroubleCardProps {
  readonly words: ErrorWords;
  readonly onRetry?: (() => void) | undefined;
  /** Buttons under the words. */
  readonly actions?: ReactNode;
}

/** The same card for words that do not come from an error. */
export function TroubleCard({ words, onRetry, actions }: TroubleCardProps) {
  const t = useTranslations('app.action');
  return (
    <div className={styles.card} role="alert">
      <IconAlertTriangle className={styles.icon} size={20} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{words.title}</p>
        <p className={styles.text}>
          {words.kept} {words.next}
        </p>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      {onRetry === undefined ? null : (
        <Button variant="default" size="xs" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
