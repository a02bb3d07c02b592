import { Button, Group, Modal, PasswordInput, Progress, Stack } from '@mantine/core';
import { IconEye, IconHistory } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../api.ts';
import { refreshRegistry } from '../query.ts';
import styles from './Dialogs.module.css';
import { ErrorCard } from './ErrorCard.tsx';
import { useContentProtection } from './use-content-protection.ts';

interface RevealDialogProps {
  readonly credentialId: number;
  readonly whose: string;
  readonly onClose: () => void;
}

interface Revealed {
  readonly login: string;
  readonly password: string;
  readonly seconds: number;
}

/**
 * One initial password, large, for some seconds, after the passphrase again. It lives in this dialog only: never in
 * the cache of answers, and it is gone with the dialog.
 */
export function RevealDialog({ credentialId, whose, onClose }: RevealDialogProps) {
  const t = useTranslations('credentials.reveal');
  const action = useTranslations('app.action');
  const [revealed, setRevealed] = useState<Revealed>();
  return (
    <Modal
      opened
      size={460}
      onClose={onClose}
      title={t('title', { whose })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {revealed === undefined ? (
        <PassphraseForm credentialId={credentialId} onClose={onClose} onRevealed={setRevealed} />
      ) : (
        <Secret revealed={revealed} onClose={onClose} />
      )}
    </Modal>
  );
}

interface PassphraseFormProps {
  readonly credentialId: number;
  readonly onClose: () => void;
  readonly onRevealed: (revealed: Revealed) => void;
}

function PassphraseForm({ credentialId, onClose, onRevealed }: PassphraseFormProps) {
  const t = useTranslations('credentials.reveal');
  const action = useTranslations('app.action');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      onRevealed(await desk.credentials.reveal({ credentialId, passphrase }));
      void refreshRegistry();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void ask(event)}>
      <Stack gap={14}>
        <p className={styles.text}>{t('text')}</p>
        <PasswordInput
          data-autofocus
          label={t('passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {error === null ? null : <ErrorCard error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button type="submit" leftSection={<IconEye size={16} />} loading={busy} disabled={passphrase === ''}>
            {t('show')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SecretProps {
  readonly revealed: Revealed;
  readonly onClose: () => void;
}

function Secret({ revealed, onClose }: SecretProps) {
  const t = useTranslations('credentials.reveal');
  useContentProtection();
  const left = useSecondsLeft(revealed.seconds, onClose);
  return (
    <Stack gap={12}>
      <dl className={styles.secret}>
        <dt>{t('login')}</dt>
        <dd className="desk-mono">{revealed.login}</dd>
        <dt>{t('password')}</dt>
        <dd className={`${styles.password} desk-mono`}>{revealed.password}</dd>
      </dl>
      <Progress value={(100 * left) / revealed.seconds} size="sm" aria-label={t('left', { seconds: left })} />
      <p className={styles.logged}>
        <IconHistory size={15} aria-hidden />
        <span>{t('logged', { seconds: left })}</span>
      </p>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {t('hide')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Counts down by the clock, so that a sleeping window shows nothing too long. */
function useSecondsLeft(seconds: number, onOver: () => void): number {
  const [until] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const tick = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250);
    return () => clearInterval(tick);
  }, [until]);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  return left;
}
