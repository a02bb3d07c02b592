import { Menu } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf, IconFileTypeXls, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditEntry, JournalFilter } from '../../../shared/contract/journal.ts';
import { desk, deskQuery } from '../../api.ts';
import { type JournalSearch, useJournalSearch } from '../../search.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import { JournalFilters } from './JournalFilters.tsx';
import { useJournalColumns } from './journal-columns.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

/** Who did what; imports and issues can be taken back from here. */
export function JournalPage() {
  const t = useTranslations('journal');
  const count = useTranslations('app.count');
  const filter = filterOf(useJournalSearch()[0]);
  const [undoing, setUndoing] = useState<AuditEntry>();
  const [verifying, setVerifying] = useState(false);
  const columns = useJournalColumns(setUndoing);
  const words = useMemo(() => (entry: AuditEntry) => t(`action.${entry.action}`), [t]);
  const rows = usePagedRows((page) => pieceOf(filter, page));
  const all = usePagedRows((page) => pieceOf({}, page)).total;
  const filtered = Object.keys(filter).length > 0;
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={rows.pending ? undefined : count('entries', { count: all })}
          menu={<JournalMenu filter={filter} onVerify={() => setVerifying(true)} />}
        />
      }
    >
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <JournalFilters shown={rows.total} total={all} />
      <DataTable
        name="journal"
        label={t('title')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(entry) => entry.seq}
        nameOf={words}
        empty={rows.pending ? null : <NoLines filtered={filtered} />}
      />
      <UndoDialog entry={undoing} onClose={() => setUndoing(undefined)} />
      {verifying ? <VerifyDialog onClose={() => setVerifying(false)} /> : null}
    </Page>
  );
}

function NoLines({ filtered }: { readonly filtered: boolean }) {
  const t = useTranslations('journal');
  const filter = useTranslations('app.filter');
  if (filtered) return <EmptyState title={filter('nothing')} />;
  return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
}

interface JournalMenuProps {
  readonly filter: JournalFilter;
  readonly onVerify: () => void;
}

const formats = [
  { format: 'xlsx', icon: IconFileTypeXls },
  { format: 'csv', icon: IconFileTypeCsv },
  { format: 'pdf', icon: IconFileTypePdf },
] as const;

function JournalMenu({ filter, onVerify }: JournalMenuProps) {
  const t = useTranslations('journal');
  const { language } = useLanguage();
  const save = useSavePrepared();
  return (
    <>
      <Menu.Item leftSection={<IconShieldCheck size={16} />} onClick={onVerify}>
        {t('verify.menu')}
      </Menu.Item>
      <Menu.Divider />
      {formats.map(({ format, icon: Icon }) => (
        <Menu.Item
          key={format}
          leftSection={<Icon size={16} />}
          onClick={() => save.mutate(() => desk.journal.export({ filter, format, language }))}
        >
          {t('save', { format: format.toUpperCase() })}
        </Menu.Item>
      ))}
    </>
  );
}

/** What the address asks for, without what it leaves open. */
function filterOf({ about: _name, ...search }: JournalSearch): JournalFilter {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
}

function pieceOf(filter: JournalFilter, page: { offset: number; limit: number }) {
  return {
    queryKey: deskQuery.journal.list.queryKey({ input: { filter, page } }),
    queryFn: async () => {
      const { total, entries } = await desk.journal.list({ filter, page });
      return { total, rows: entries };
    },
  };
}
