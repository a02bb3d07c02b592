import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../../../shared/contract/registry.ts';
import { demoPassphrase } from '../../../shared/demo/demo-passphrase.ts';
import { useAbout } from '../../ui/about-context.ts';
import { Card } from './Card.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import styles from './Registry.module.css';
import { UnlockForm } from './UnlockForm.tsx';

interface LockScreenProps {
  readonly status: Status;
  /** Keeps this screen while a new recovery code is shown. */
  readonly onHold: (on: boolean) => void;
}

/** The lock screen: passphrase, or the recovery code when it is forgotten. */
export function LockScreen({ status, onHold }: LockScreenProps) {
  const t = useTranslations('registry.lock');
  const about = useAbout();
  const [recovering, setRecovering] = useState(false);
  if (recovering) return <RecoverForm status={status} onHold={onHold} onBack={() => setRecovering(false)} />;
  return (
    <Card
      title={t('title')}
      foot={
        <Anchor component="button" type="button" size="sm" c="dimmed" onClick={about}>
          {t('about')}
        </Anchor>
      }
    >
      {status.schoolName === undefined ? null : <p className={styles.school}>{status.schoolName}</p>}
      {status.demo ? <p className={styles.demo}>{t('demo', { passphrase: demoPassphrase })}</p> : null}
      <UnlockForm status={status} onForgot={() => setRecovering(true)} />
    </Card>
  );
}
