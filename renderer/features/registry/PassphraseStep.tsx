import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { isComplete, NewPassphrase, type PassphraseDraft } from '../../ui/NewPassphrase.tsx';
import { Card } from './Card.tsx';
import styles from './Registry.module.css';

interface PassphraseStepProps {
  readonly steps: ReactNode;
  readonly draft: PassphraseDraft;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChange: (draft: PassphraseDraft) => void;
  readonly onBack: () => void;
  readonly onCreate: () => void;
}

/** Step three: the passphrase. Its button creates the registry. */
export function PassphraseStep({ steps, draft, busy, error, onChange, onBack, onCreate }: PassphraseStepProps) {
  const t = useTranslations('registry.passphrase');
  const action = useTranslations('app.action');
  return (
    <Card title={t('title')} steps={steps} wide>
      <p className={styles.text}>{t('text')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(draft)) onCreate();
        }}
      >
        <NewPassphrase label={t('label')} draft={draft} onChange={onChange} />
        {error === null || error === undefined ? null : <ErrorCard error={error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onBack} disabled={busy}>
            {action('back')}
          </Button>
          <Button type="submit" disabled={!isComplete(draft)} loading={busy}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
