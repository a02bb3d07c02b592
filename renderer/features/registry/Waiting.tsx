import { Loader } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { refreshStatus } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import styles from './Registry.module.css';

/** Until the registry process has answered for the first time. */
export function Connecting() {
  const t = useTranslations('app');
  return (
    <main className={styles.screen}>
      <div className={styles.waiting} role="status">
        <Loader size="sm" />
        {t('connecting')}
      </div>
    </main>
  );
}

/** The registry process cannot say where the desk stands. */
export function StatusFailed({ error }: { readonly error: unknown }) {
  return (
    <main className={styles.screen}>
      <ErrorCard error={error} onRetry={() => void refreshStatus()} />
    </main>
  );
}
