import { Button, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Backup } from '../../../shared/contract/backups.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { toastDone, toastError } from '../../ui/toast.tsx';
import styles from './Backups.module.css';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  /** There is a second folder, so a column tells what lies there. */
  readonly hasAway: boolean;
  readonly onRestore: (backup: Backup) => void;
}

/** All copies, newest first. */
export function BackupTable({ backups, hasAway, onRestore }: BackupTableProps) {
  const t = useTranslations('backups');
  return (
    <table className={styles.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('why')}</th>
          <th scope="col" className={styles.number}>
            {t('size')}
          </th>
          <th scope="col">
            <Tooltip label={t('anchorHint')} multiline w={300}>
              <span>{t('anchor')}</span>
            </Tooltip>
          </th>
          {hasAway ? <th scope="col">{t('away')}</th> : null}
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <BackupRow key={backup.id} backup={backup} hasAway={hasAway} onRestore={() => onRestore(backup)} />
        ))}
      </tbody>
    </table>
  );
}

interface BackupRowProps {
  readonly backup: Backup;
  readonly hasAway: boolean;
  readonly onRestore: () => void;
}

function BackupRow({ backup, hasAway, onRestore }: BackupRowProps) {
  const t = useTranslations('backups');
  const reason = useTranslations('registry.damaged');
  const { language } = useLanguage();
  const drill = useDrill(backup.id);
  return (
    <tr>
      <td>{showMoment(backup.takenAt, language)}</td>
      <td>{reason(`reason.${backup.reason}`)}</td>
      <td className={styles.number}>{reason('size', { size: Math.ceil(backup.sizeBytes / 1024) })}</td>
      <td className="desk-mono">{backup.anchor}</td>
      {hasAway ? (
        <td>
          {backup.isAway ? (
            <Badge meaning="done" icon={IconCheck}>
              {t('isAway')}
            </Badge>
          ) : null}
        </td>
      ) : null}
      <td className={styles.actions}>
        <Button size="compact-sm" variant="default" loading={drill.isPending} onClick={() => drill.mutate()}>
          {t('check')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onRestore}>
          {t('restore')}
        </Button>
      </td>
    </tr>
  );
}

function useDrill(snapshotId: string) {
  const t = useTranslations('backups');
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: () => desk.backups.drill({ snapshotId }),
    onSuccess: ({ isSound, seconds, facts }) =>
      isSound
        ? toastDone(t('checked', { seconds, pupils: facts?.pupils ?? 0 }))
        : toastError({ title: t('broken.title'), kept: t('broken.kept'), next: t('broken.next') }),
    onError: (error) => toastError(errorWords(error)),
    onSettled: () => refreshRegistry(),
  });
}
