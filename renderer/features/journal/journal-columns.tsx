import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../shared/contract/journal.ts';
import { kindOfAction } from '../../../shared/domain/journal-kinds.ts';
import { useMay } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Journal.module.css';

/** The journal's columns; the last one offers to take an entry back. */
export function useJournalColumns(onUndo: (entry: AuditEntry) => void): readonly DataColumn<AuditEntry>[] {
  const t = useTranslations('journal');
  const { language } = useLanguage();
  return useMemo(
    () => [
      { id: 'when', title: t('column.when'), width: 150, render: ({ at }) => showMoment(at, language) },
      { id: 'who', title: t('column.who'), width: 230, render: ({ who }) => (who === '' ? t('nobody') : who) },
      { id: 'action', title: t('column.action'), width: 225, render: (entry) => <ActionWords entry={entry} /> },
      {
        id: 'count',
        title: t('column.count'),
        width: 90,
        align: 'end',
        render: ({ count }) => (count === 0 ? '' : count),
      },
      { id: 'subject', title: t('column.subject'), width: 190, render: (entry) => <Subject entry={entry} /> },
      {
        id: 'undo',
        title: t('column.undo'),
        width: 150,
        render: (entry) => <UndoCell entry={entry} onUndo={onUndo} />,
      },
    ],
    [t, language, onUndo],
  );
}

function ActionWords({ entry }: { readonly entry: AuditEntry }) {
  const t = useTranslations('journal.action');
  const isRefusal = kindOfAction[entry.action] === 'refusals';
  return isRefusal ? <Badge meaning="waiting">{t(entry.action)}</Badge> : t(entry.action);
}

/** Whom or what it was about; what was before and after is told on pointing. */
function Subject({ entry: { subject, detail } }: { readonly entry: AuditEntry }) {
  const t = useTranslations('journal');
  if (detail?.before === undefined) return subject;
  const told = `${t('before')}: ${JSON.stringify(detail.before)}\n${t('after')}: ${JSON.stringify(detail.after)}`;
  return <span title={told}>{subject}</span>;
}

interface UndoCellProps {
  readonly entry: AuditEntry;
  readonly onUndo: (entry: AuditEntry) => void;
}

function UndoCell({ entry, onUndo }: UndoCellProps) {
  const t = useTranslations('journal');
  const mayUndoImport = useMay('imports.undo');
  const mayUndoIssue = useMay('credentials.undoIssue');
  if (entry.keptBecause !== null) return <span className={styles.kept}>{t(`keptBecause.${entry.keptBecause}`)}</span>;
  if (entry.undone) return <Badge meaning="neutral">{t('undone')}</Badge>;
  const may =
    (entry.importId !== null && mayUndoImport) || (entry.issueId !== null && mayUndoIssue) || entry.runId !== null;
  if (!may) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconArrowBackUp size={14} />}
      onClick={(event) => {
        event.stopPropagation();
        onUndo(entry);
      }}
    >
      {t('undo')}
    </Button>
  );
}
