import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Snapshot, Status } from '../../../shared/contract/registry.ts';
import { desk } from '../../api.ts';
import { refreshStatus } from '../../query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { showMoment } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { Card } from './Card.tsx';
import styles from './Registry.module.css';

/** A damaged registry is never used as it is: the person chooses one of the verified copies. */
export function DamagedScreen({ status }: { readonly status: Status }) {
  const t = useTranslations('registry.damaged');
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<Snapshot>();
  const restore = useMutation({
    mutationFn: (snapshotId: string) => desk.registry.restoreSnapshot({ snapshotId }),
    onSuccess: ({ keptAside }) => {
      toastDone(t('done', { file: keptAside }));
      return refreshStatus();
    },
    onSettled: () => setChosen(undefined),
  });
  return (
    <Card title={t('title')} wide>
      <p className={styles.text}>{t('text')}</p>
      {status.fileName === undefined ? null : (
        <p className={styles.copyDetail}>
          {t('file')}: <span className="desk-mono">{status.fileName}</span>
        </p>
      )}
      {restore.error === null ? null : <ErrorCard error={restore.error} />}
      <SnapshotList snapshots={status.snapshots} onChoose={setChosen} />
      <ConfirmDialog
        opened={chosen !== undefined}
        title={t('confirmTitle', { when: chosen === undefined ? '' : showMoment(chosen.takenAt, language) })}
        confirmLabel={t('restore')}
        busy={restore.isPending}
        onClose={() => setChosen(undefined)}
        onConfirm={() => chosen !== undefined && restore.mutate(chosen.id)}
      >
        {t('confirmText')}
      </ConfirmDialog>
    </Card>
  );
}

interface SnapshotListProps {
  readonly snapshots: readonly Snapshot[];
  readonly onChoose: (snapshot: Snapshot) => void;
}

function SnapshotList({ snapshots, onChoose }: SnapshotListProps) {
  const t = useTranslations('registry.damaged');
  const { language } = useLanguage();
  if (snapshots.length === 0) return <p>{t('none')}</p>;
  return (
    <section aria-label={t('copies')}>
      <ul className={styles.copies}>
        {snapshots.map((snapshot) => (
          <li key={snapshot.id} className={styles.copy}>
            <span className={styles.copyWords}>
              {showMoment(snapshot.takenAt, language)}
              <span className={styles.copyDetail}>
                {' '}
                {t(`reason.${snapshot.reason}`)}, {t('size', { size: Math.ceil(snapshot.sizeBytes / 1024) })}
              </span>
            </span>
            <Button size="compact-sm" variant="default" onClick={() => onChoose(snapshot)}>
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
