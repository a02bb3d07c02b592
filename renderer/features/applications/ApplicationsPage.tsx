import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { useApplicationsSearch } from '../../search.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { ApplicationCard } from './ApplicationCard.tsx';
import { ApplicationFilters } from './ApplicationFilters.tsx';
import { ApplicationForm } from './ApplicationForm.tsx';
import { ApplicationsMenu } from './ApplicationsMenu.tsx';
import { useApplicationColumns } from './application-columns.tsx';
import { applicationFilterOf } from './application-filter.ts';
import { NoApplications } from './NoApplications.tsx';
import { PaperDiaryView } from './PaperDiaryView.tsx';
import { ViewChoice } from './ViewChoice.tsx';

/** Applications of families, and the pupils whose diary is kept on paper. */
export function ApplicationsPage() {
  const [{ view }] = useApplicationsSearch();
  return view === 'paper' ? <PaperDiaryView /> : <Register />;
}

/** The register: what is due today, what is overdue, and the answer to each on the right. */
function Register() {
  const t = useTranslations('applications');
  const [search, change] = useApplicationsSearch();
  const filter = applicationFilterOf(search);
  const rows = usePagedRows((page) => deskQuery.applications.list.queryOptions({ input: { filter, page } }));
  const columns = useApplicationColumns(search.open !== undefined || search.form !== undefined);
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={rows.answer === undefined ? undefined : t('count', { count: rows.answer.counts.open })}
          action={<RegisterButton />}
          menu={<ApplicationsMenu filter={filter} />}
        >
          <ViewChoice />
        </PageHeader>
      }
      side={<Side />}
    >
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <ApplicationFilters counts={rows.answer?.counts} />
      <DataTable<ApplicationRow>
        name="applications"
        label={t('title')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(row) => row.id}
        nameOf={(row) => row.applicantName}
        onOpen={(row) => change({ open: row.id, form: undefined })}
        openId={search.open}
        onEscape={() => change({ open: undefined })}
        empty={rows.pending ? null : <NoApplications counts={rows.answer?.counts} />}
      />
    </Page>
  );
}

function RegisterButton() {
  const t = useTranslations('applications');
  const [, change] = useApplicationsSearch();
  if (!useMay('applications.save')) return null;
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ form: 'new', open: undefined })}>
      {t('register')}
    </Button>
  );
}

function Side() {
  const [search, change] = useApplicationsSearch();
  const { open, form, pupilId } = search;
  if (form !== undefined)
    return (
      <ApplicationForm
        key={`${form} ${open ?? pupilId ?? ''}`}
        applicationId={form === 'edit' ? open : undefined}
        pupilId={pupilId}
        onClose={() => change({ form: undefined, pupilId: undefined })}
        onSaved={(saved) => change({ form: undefined, pupilId: undefined, open: saved, show: 'open' })}
      />
    );
  if (open === undefined) return undefined;
  return <ApplicationCard key={open} applicationId={open} onClose={() => change({ open: undefined })} />;
}
