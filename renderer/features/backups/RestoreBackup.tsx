import { Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Backup, RegistryFacts } from '../../../shared/contract/backups.ts';
import { deskQuery } from '../../api.ts';
import { useUser } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { RestoreDialog } from '../../ui/RestoreDialog.tsx';
import styles from './Backups.module.css';

interface RestoreBackupProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

const counts = ['pupils', 'guardians', 'logins', 'codes', 'applications'] as const;

/** Back to a copy: what it holds beside the present and how much would be lost, then the passphrase. */
export function RestoreBackup({ backup, onClose }: RestoreBackupProps) {
  const t = useTranslations('backups.preview');
  const user = useUser();
  const input = { snapshotId: backup.id };
  const query = useQuery(deskQuery.backups.preview.queryOptions({ input, gcTime: 0 }));
  return (
    <RestoreDialog snapshot={backup} users={user === undefined ? [] : [user]} onClose={onClose}>
      {query.error === null ? null : <ErrorCard error={query.error} />}
      {query.data === undefined ? <Skeleton height={210} visible={query.isPending} /> : <Facts {...query.data} />}
      <p className={styles.notice}>
        <IconAlertTriangle size={16} aria-hidden />
        <span>{t('passwords')}</span>
      </p>
    </RestoreDialog>
  );
}

interface FactsProps {
  readonly copy: RegistryFacts;
  readonly present: RegistryFacts;
  readonly lostActions: number;
}

function Facts({ copy, present, lostActions }: FactsProps) {
  const t = useTranslations('backups.preview');
  const { language } = useLanguage();
  const last = ({ lastAt }: RegistryFacts) => (lastAt === null ? '' : showMoment(lastAt, language));
  const number = new Intl.NumberFormat(language);
  return (
    <>
      <table className={styles.facts} aria-label={t('label')}>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('copy')}</th>
            <th scope="col">{t('present')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((what) => (
            <tr key={what} data-differs={copy[what] !== present[what] || undefined}>
              <th scope="row">{t(what)}</th>
              <td>{number.format(copy[what])}</td>
              <td>{number.format(present[what])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('lastAt')}</th>
            <td>{last(copy)}</td>
            <td>{last(present)}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles.lost}>{t('lost', { count: lostActions })}</p>
    </>
  );
}
