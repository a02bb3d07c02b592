import { Anchor, Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../../../shared/contract/registry.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, refreshStatus } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { errorKey } from '../../ui/error-words.ts';
import { isComplete, NewPassphrase, noPassphrase } from '../../ui/NewPassphrase.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { readRemembered, remember } from '../../ui/remembered.ts';
import styles from './Registry.module.css';
import { useCountdown } from './use-countdown.ts';

interface UnlockFormProps {
  readonly status: Status;
  readonly onForgot: () => void;
}

/** A first passphrase that was right, of whom; it waits for an own one in its place. */
interface First {
  readonly userId: number | undefined;
  readonly passphrase: string;
}

/** Who and the passphrase; somebody who comes for the first time then chooses their own. */
export function UnlockForm({ status, onForgot }: UnlockFormProps) {
  const [first, setFirst] = useState<First>();
  if (first !== undefined) return <OwnPassphraseForm first={first} onBack={() => setFirst(undefined)} />;
  return <DoorForm status={status} onForgot={onForgot} onFirst={setFirst} />;
}

/** After wrong passphrases the registry process makes people wait; the button counts the seconds. */
function DoorForm({ status, onForgot, onFirst }: UnlockFormProps & { readonly onFirst: (first: First) => void }) {
  const t = useTranslations('registry.lock');
  const [passphrase, setPassphrase] = useState('');
  const [userId, setUserId] = useState(() => lastUserOf(status));
  const wait = useCountdown(status.users.find(({ id }) => id === userId)?.retryInSeconds ?? 0);
  const unlock = useMutation({
    mutationFn: () => desk.registry.unlock({ passphrase, ...(userId === undefined ? {} : { userId }) }),
    onSettled: () => setPassphrase(''),
    onSuccess: () => entered(userId),
    onError: (error) => {
      if (errorKey(error).key === 'own-passphrase-needed') onFirst({ userId, passphrase });
      return refreshStatus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && wait === 0 && !unlock.isPending) unlock.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
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

function OwnPassphraseForm({ first, onBack }: { readonly first: First; readonly onBack: () => void }) {
  const t = useTranslations('registry.lock.own');
  const [draft, setDraft] = useState(noPassphrase);
  const { userId, passphrase } = first;
  const unlock = useMutation({
    mutationFn: () =>
      desk.registry.unlock({
        passphrase,
        newPassphrase: draft.passphrase,
        ...(userId === undefined ? {} : { userId }),
      }),
    onSuccess: () => entered(userId),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete(draft)) unlock.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.text}>{t('text')}</p>
      <NewPassphrase label={t('label')} draft={draft} onChange={setDraft} />
      {unlock.error === null ? null : <ErrorCard error={unlock.error} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button type="submit" disabled={!isComplete(draft)} loading={unlock.isPending}>
          {t('open')}
        </Button>
      </div>
    </form>
  );
}

/** The one who used this computer last is offered first. */
function lastUserOf({ users }: Status): number | undefined {
  const last = Number(readRemembered('user'));
  return users.some(({ id }) => id === last) ? last : users[0]?.id;
}

function entered(userId: number | undefined): Promise<void> {
  if (userId !== undefined) remember('user', String(userId));
  return refreshRegistry();
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
      searchable
      allowDeselect={false}
      data={status.users.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={userId === undefined ? null : String(userId)}
      onChange={(value) => value !== null && onChange(Number(value))}
    />
  );
}
