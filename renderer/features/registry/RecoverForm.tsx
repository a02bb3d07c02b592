import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../../../shared/contract/registry.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, refreshStatus } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { isComplete, NewPassphrase, noPassphrase } from '../../ui/NewPassphrase.tsx';
import { Card } from './Card.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import styles from './Registry.module.css';
import { useCountdown } from './use-countdown.ts';

interface RecoverFormProps {
  readonly status: Status;
  readonly onHold: (on: boolean) => void;
  readonly onBack: () => void;
}

/** A forgotten passphrase: the recovery code and a new phrase; then the new code is shown and must be kept. */
export function RecoverForm({ status, onHold, onBack }: RecoverFormProps) {
  const t = useTranslations('registry.recover');
  const lock = useTranslations('registry.lock');
  const [code, setCode] = useState('');
  const [phrase, setPhrase] = useState(noPassphrase);
  const wait = useCountdown(status.recoveryRetryInSeconds);
  const recover = useMutation({
    mutationFn: () => desk.registry.recover({ recoveryCode: code.trim(), newPassphrase: phrase.passphrase }),
    onMutate: () => onHold(true),
    onError: () => {
      onHold(false);
      void refreshStatus();
    },
    onSuccess: () => setPhrase(noPassphrase),
  });
  const finish = () => {
    onHold(false);
    onBack();
    void refreshRegistry();
  };
  if (recover.data !== undefined) {
    return <RecoverySheet recoveryCode={recover.data.recoveryCode} renewed onKept={finish} />;
  }
  const ready = code.trim() !== '' && isComplete(phrase) && wait === 0;
  return (
    <Card title={t('title')} wide>
      <p className={styles.text}>{t('text')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) recover.mutate();
        }}
      >
        <TextInput
          label={t('code')}
          size="md"
          classNames={{ input: 'desk-mono' }}
          spellCheck={false}
          autoComplete="off"
          maxLength={120}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPassphrase label={t('passphrase')} draft={phrase} onChange={setPhrase} />
        {recover.error === null ? null : <ErrorCard error={recover.error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
          <Button type="submit" disabled={!ready} loading={recover.isPending}>
            {wait > 0 ? lock('wait', { seconds: wait }) : t('submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
