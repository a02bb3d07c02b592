import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../shared/contract/journal.ts';
import { desk, deskQuery } from '../../api.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { useJournalColumns } from './journal-columns.tsx';
import { UndoDialog } from './UndoDialog.tsx';

/** Who did what; imports and issues can be taken back from here. */
export function JournalPage() {
  const t = useTranslations('journal');
  const count = useTranslations('app.count');
  const [undoing, setUndoing] = useState<AuditEntry>();
  const columns = useJournalColumns(setUndoing);
  const words = useMemo(() => (entry: AuditEntry) => t(`action.${entry.action}`), [t]);
  const rows = usePagedRows(pieceOf);
  return (
    <Page
      header={
        <PageHeader title={t('title')} count={rows.pending ? undefined : count('entries', { count: rows.total })} />
      }
    >
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <DataTable
        name="journal"
        label={t('title')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(entry) => entry.seq}
        nameOf={words}
        empty={rows.pending ? null : <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
      <UndoDialog entry={undoing} onClose={() => setUndoing(undefined)} />
    </Page>
  );
}

function pieceOf(page: { offset: number; limit: number }) {
  return {
    queryKey: deskQuery.journal.list.queryKey({ input: { page } }),
    queryFn: async () => {
      const { total, entries } = await desk.journal.list({ page });
      return { total, rows: entries };
    },
  };
}
