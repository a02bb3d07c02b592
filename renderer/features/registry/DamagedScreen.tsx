import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Snapshot, Status } from '../../../shared/contract/registry.ts';
import { showMoment } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { RestoreDialog } from '../../ui/RestoreDialog.tsx';
import { Card } from './Card.tsx';
import styles from './Registry.module.css';

/** A damaged registry is never used as it is: the person chooses one of the verified copies. */
export function DamagedScreen({ status }: { readonly status: Status }) {
  const t = useTranslations('registry.damaged');
  const [chosen, setChosen] = useState<Snapshot>();
  return (
    <Card title={t('title')} wide>
      <p className={styles.text}>{t('text')}</p>
      {status.fileName === undefined ? null : (
        <p className={styles.copyDetail}>
          {t('file')}: <span className="desk-mono">{status.fileName}</span>
        </p>
      )}
      <SnapshotList snapshots={status.snapshots} onChoose={setChosen} />
      {chosen === undefined ? null : (
        <RestoreDialog snapshot={chosen} users={status.users} onClose={() => setChosen(undefined)} />
      )}
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
