import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconFileAlert, IconGavel } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessingRow } from '../../../shared/contract/personal-data.ts';
import { desk, deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { usePersonalDataSearch } from '../../search.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProcessingRecordDialog } from '../../ui/ProcessingRecordDialog.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { SelectionBar } from '../../ui/SelectionBar.tsx';
import { useSelection } from '../../ui/table-selection.ts';
import { IncidentDialog } from './IncidentDialog.tsx';
import styles from './PersonalData.module.css';
import { processingFilters, useProcessingColumns } from './processing-columns.tsx';

/** On which ground everybody's data is kept, and for how long; many at once are given one ground. A row leads to the card. */
export function PersonalDataPage() {
  const t = useTranslations('personalData');
  const [search, change] = usePersonalDataSearch();
  const [incident, setIncident] = useState(false);
  const [recording, setRecording] = useState<readonly number[]>();
  const selection = useSelection();
  const navigate = useNavigate();
  const { query = '' } = search;
  const standing = search.standing ?? ('all' as const);
  const input = { standing, query };
  const rows = usePagedRows((page) => deskQuery.personalData.list.queryOptions({ input: { ...input, page } }));
  const columns = useProcessingColumns();
  const counts = rows.answer?.counts;
  const selectAll = async () => selection.add(await desk.personalData.ids(input));
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          menu={useMay('personalData.incident') ? <IncidentItem onClick={() => setIncident(true)} /> : undefined}
        >
          <p className={styles.intro}>{t('intro')}</p>
        </PageHeader>
      }
    >
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={t('standing.label')}
          value={standing}
          data={processingFilters.map((value) => ({
            value,
            label: labelOf(t(`standing.${value}`), value === 'all' ? undefined : counts?.[value]),
          }))}
          onChange={(value) => change({ standing: value === 'all' ? undefined : value })}
        />
        <SearchBox
          className={styles.search}
          label={t('search')}
          query={query}
          onQuery={(words) => change({ query: words === '' ? undefined : words })}
        />
      </div>
      <DataTable<ProcessingRow>
        name="personal-data"
        label={t('title')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(row) => row.personId}
        nameOf={(row) => row.name}
        selection={selection}
        onSelectAll={() => void selectAll()}
        onOpen={({ pupilId }) => pupilId !== null && void navigate({ to: '/pupils', search: { open: pupilId } })}
        empty={rows.pending ? null : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
      <SelectionBar selection={selection}>
        <Button
          size="compact-md"
          leftSection={<IconGavel size={15} />}
          onClick={() => setRecording([...selection.ids])}
        >
          {t('record.open')}
        </Button>
      </SelectionBar>
      {recording === undefined ? null : (
        <ProcessingRecordDialog
          personIds={recording}
          record={null}
          onClose={() => setRecording(undefined)}
          onDone={selection.clear}
        />
      )}
      {incident ? <IncidentDialog onClose={() => setIncident(false)} /> : null}
    </Page>
  );
}

const labelOf = (words: string, count: number | undefined) => (count === undefined ? words : `${words} (${count})`);

function IncidentItem({ onClick }: { readonly onClick: () => void }) {
  const t = useTranslations('personalData.incident');
  return (
    <Menu.Item leftSection={<IconFileAlert size={16} />} onClick={onClick}>
      {t('open')}
    </Menu.Item>
  );
}
