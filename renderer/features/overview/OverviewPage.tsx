import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ClassNotices } from './ClassNotices.tsx';
import { ClassTable } from './ClassTable.tsx';
import { TodayCards } from './TodayCards.tsx';
import { WaitingCards } from './WaitingCards.tsx';

/** The first page: what needs a person today, and how far each class has come. */
export function OverviewPage() {
  const t = useTranslations('overview');
  const listed = useQuery(deskQuery.classes.list.queryOptions());
  const counted = useQuery(deskQuery.overview.today.queryOptions());
  const mayOpen = useMay('pupils.list');
  const data = listed.data;
  const year =
    data === undefined ? undefined : t('year', { from: String(data.academicYear), to: String(data.academicYear + 1) });
  return (
    <Page body="scroll" header={<PageHeader title={t('title')} count={year} />}>
      {listed.error === null ? null : <ErrorCard error={listed.error} onRetry={() => void listed.refetch()} />}
      {data?.classes.length === 0 ? <NoClasses /> : null}
      {data === undefined || data.classes.length === 0 ? null : (
        <>
          <ClassNotices />
          <TodayCards school={data.school} />
          {counted.error === null ? null : <ErrorCard error={counted.error} onRetry={() => void counted.refetch()} />}
          {counted.data === undefined ? null : (
            <>
              <WaitingCards today={counted.data.today} mayOpen={mayOpen} />
              <ClassTable progress={counted.data.classes} classes={data.classes} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

function NoClasses() {
  const t = useTranslations('overview.empty');
  const navigate = useNavigate();
  const mayImport = useMay('imports.preview');
  if (!mayImport) return <EmptyState title={t('title')}>{t('noRight')}</EmptyState>;
  return (
    <EmptyState
      title={t('title')}
      action={
        <Button leftSection={<IconFileImport size={16} />} onClick={() => void navigate({ to: '/import' })}>
          {t('action')}
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
