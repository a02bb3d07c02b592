import { Button, Group, Modal, Progress, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
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
  const { revealed, error } = useRevealed(credentialId);
  return (
    <Modal
      opened
      size={460}
      onClose={onClose}
      title={t('title', { whose })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {error === null ? null : <ErrorCard error={error} />}
      {revealed === undefined ? null : <Secret revealed={revealed} onClose={onClose} />}
    </Modal>
  );
}

/** Asks for the password once; the connection asks for the passphrase in its turn. */
function useRevealed(credentialId: number): { readonly revealed: Revealed | undefined; readonly error: unknown } {
  const [revealed, setRevealed] = useState<Revealed>();
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    desk.credentials
      .reveal({ credentialId })
      .then(setRevealed, setError)
      .finally(() => void refreshRegistry());
  }, [credentialId]);
  return { revealed, error };
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
