import { Anchor, Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../../../shared/contract/registry.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, refreshStatus } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import styles from './Registry.module.css';
import { useCountdown } from './use-countdown.ts';

interface UnlockFormProps {
  readonly status: Status;
  readonly onForgot: () => void;
}

/** Who and the passphrase. After wrong ones the registry process makes people wait; the button counts the seconds. */
export function UnlockForm({ status, onForgot }: UnlockFormProps) {
  const t = useTranslations('registry.lock');
  const [passphrase, setPassphrase] = useState('');
  const [userId, setUserId] = useState(status.users[0]?.id);
  const wait = useCountdown(status.users.find(({ id }) => id === userId)?.retryInSeconds ?? 0);
  const unlock = useMutation({
    mutationFn: () => desk.registry.unlock({ passphrase, ...(userId === undefined ? {} : { userId }) }),
    onSettled: () => setPassphrase(''),
    onSuccess: () => refreshRegistry(),
    onError: () => refreshStatus(),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && wait === 0 && !unlock.isPending) unlock.mutate();
      }}
    >
      {status.users.length > 1 ? <UserChoice status={status} userId={userId} onChange={setUserId} /> : null}
      <PassphraseField
        label={t('passphrase')}
        typed={passphrase}
        value={passphrase}
        autoFocus
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {unlock.error === null || passphrase !== '' ? null : <ErrorCard error={unlock.error} />}
      <Button type="submit" size="md" fullWidth disabled={wait > 0} loading={unlock.isPending}>
        {wait > 0 ? t('wait', { seconds: wait }) : t('open')}
      </Button>
      <Anchor className={styles.forgot ?? ''} component="button" type="button" size="sm" onClick={onForgot}>
        {t('forgot')}
      </Anchor>
    </form>
  );
}

interface UserChoiceProps {
  readonly status: Status;
  readonly userId: number | undefined;
  readonly onChange: (id: number) => void;
}

function UserChoice({ status, userId, onChange }: UserChoiceProps) {
  const t = useTranslations('registry.lock');
  return (
    <Select
      label={t('user')}
      size="md"
      allowDeselect={false}
      data={status.users.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={userId === undefined ? null : String(userId)}
      onChange={(value) => value !== null && onChange(Number(value))}
    />
  );
}
