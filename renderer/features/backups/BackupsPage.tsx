import { Button } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Backup } from '../../../shared/contract/backups.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { AwayFolder } from './AwayFolder.tsx';
import styles from './Backups.module.css';
import { BackupTable } from './BackupTable.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';

/** Copies of the registry: which there are, a new one, the second folder, back to one of them. */
export function BackupsPage() {
  const t = useTranslations('backups');
  const [chosen, setChosen] = useState<Backup>();
  const query = useQuery(deskQuery.backups.list.queryOptions());
  const take = useMutation({
    mutationFn: () => desk.backups.take(),
    onSuccess: ({ isAway }) => toastDone(t(isAway ? 'takenAway' : 'taken')),
    onSettled: () => refreshRegistry(),
  });
  const list = query.data;
  return (
    <Page
      body="scroll"
      header={
        <PageHeader
          title={t('title')}
          count={list === undefined ? undefined : t('count', { count: list.backups.length })}
          action={
            <Button
              leftSection={<IconDatabaseExport size={16} />}
              loading={take.isPending}
              onClick={() => take.mutate()}
            >
              {t('take')}
            </Button>
          }
        />
      }
    >
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {take.error === null ? null : <ErrorCard error={take.error} />}
      <div className={styles.page}>
        <p className={styles.text}>{t('text')}</p>
        {list === undefined ? null : <AwayFolder away={list.away} />}
        {list?.backups.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
        {list !== undefined && list.backups.length > 0 ? (
          <BackupTable backups={list.backups} hasAway={list.away !== null} onRestore={setChosen} />
        ) : null}
      </div>
      {chosen === undefined ? null : <RestoreBackup backup={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  );
}
