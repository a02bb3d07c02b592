import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import type { ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { useReconciliationSearch } from '../../search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { DuplicatesView } from './DuplicatesView.tsx';
import { NewRun } from './NewRun.tsx';
import { RunPage } from './RunPage.tsx';
import { NewRunButton, ViewTabs } from './ViewTabs.tsx';

/** Comparing the school's contacts with the portal's: the latest run, or how to begin. */
export function ReconciliationPage() {
  const [search, change] = useReconciliationSearch();
  const mayRun = useMay('reconciliation.run');
  const { runId } = search;
  const query = useQuery(
    deskQuery.reconciliation.overview.queryOptions({
      input: runId === undefined ? {} : { runId },
      placeholderData: (before) => before,
    }),
  );
  // Turning to the result is drawn in slices between frames.
  const overview = useDeferredValue(query.data);
  if (mayRun && (search.view === 'new' || overview?.run === null) && search.view !== 'duplicates')
    return (
      <NewRun
        hasRuns={overview?.run != null}
        onBack={() => change({ view: undefined })}
        onDone={() => change({ view: undefined, runId: undefined, open: undefined, state: undefined })}
      />
    );
  if (overview?.run != null && search.view !== 'duplicates')
    return <RunPage overview={overview} run={overview.run} search={search} onChange={change} />;
  return <Around overview={overview} error={query.error} retry={() => void query.refetch()} />;
}

interface AroundProps {
  readonly overview: ReconciliationOverview | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** What is shown without the table of a run: waiting, trouble, nobody has run one yet, duplicates. */
function Around({ overview, error, retry }: AroundProps) {
  const t = useTranslations('reconciliation');
  const [{ view }] = useReconciliationSearch();
  const duplicates = view === 'duplicates';
  return (
    <Page
      header={
        <PageHeader title={t('title')} action={<NewRunButton />}>
          {duplicates ? <ViewTabs overview={overview} /> : null}
        </PageHeader>
      }
    >
      {error === null ? null : <ErrorCard error={error} onRetry={retry} />}
      {duplicates ? <DuplicatesView /> : null}
      {overview === undefined && error === null && !duplicates ? <Skeleton height={320} mx={24} w="auto" /> : null}
      {overview?.run === null && !duplicates ? (
        <EmptyState title={t('empty.title')}>{t('empty.teacher')}</EmptyState>
      ) : null}
    </Page>
  );
}
