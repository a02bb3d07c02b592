import { Button, SegmentedControl } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { desk, deskQuery } from '../../api.ts';
import { useContactsSearch } from '../../search.ts';
import { BesideClasses } from '../../ui/BesideClasses.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import { useWholeName } from '../../ui/use-whole-name.ts';
import { EntryTable } from './EntryTable.tsx';
import { GapsTable } from './GapsTable.tsx';

/** Collecting contacts: sheets for families, quick entry in the order of a class, and who is still missing. */
export function ContactsPage() {
  const t = useTranslations('contacts');
  const whole = useWholeName();
  const [{ view = 'entry', classId }, change] = useContactsSearch();
  const counts = useQuery(deskQuery.contacts.gapCounts.queryOptions());
  const lacking = (counts.data ?? []).reduce((sum, one) => sum + one.lacking, 0);
  const classes = (counts.data ?? []).map((one) => ({ ...one, title: one.className }));
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={counts.data === undefined ? undefined : t('lacking', { count: lacking })}
          action={<SheetsButton />}
        >
          <ViewChoice />
        </PageHeader>
      }
    >
      {counts.error === null ? null : <ErrorCard error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.data?.length === 0 ? (
        <NoClasses />
      ) : (
        <BesideClasses
          label={t('classes')}
          complete={t('complete')}
          classes={view === 'gaps' ? [{ classId: undefined, title: whole, lacking }, ...classes] : classes}
          classId={classId}
          onClass={(chosen) => change({ classId: chosen })}
        >
          {view === 'gaps' ? (
            <GapsTable />
          ) : classId === undefined ? (
            <ChooseClass />
          ) : (
            <EntryTable key={classId} classId={classId} />
          )}
        </BesideClasses>
      )}
    </Page>
  );
}

const views = ['entry', 'gaps'] as const;

function ViewChoice() {
  const t = useTranslations('contacts.view');
  const [{ view = 'entry' }, change] = useContactsSearch();
  return (
    <SegmentedControl
      mt={10}
      mb={10}
      size="xs"
      aria-label={t('label')}
      data={views.map((value) => ({ value, label: t(value) }))}
      value={view}
      onChange={(value) => change({ view: views.find((one) => one === value) })}
    />
  );
}

/** The sheets of the chosen class. */
function SheetsButton() {
  const t = useTranslations('contacts');
  const { language } = useLanguage();
  const [{ classId }] = useContactsSearch();
  const save = useSavePrepared();
  return (
    <Button
      leftSection={<IconFileTypePdf size={16} />}
      disabled={classId === undefined}
      loading={save.isPending}
      onClick={() => classId !== undefined && save.mutate(() => desk.contacts.sheets({ classId, language }))}
    >
      {t('sheets')}
    </Button>
  );
}

function ChooseClass() {
  const t = useTranslations('contacts.empty');
  return <EmptyState title={t('title')}>{t('text')}</EmptyState>;
}

function NoClasses() {
  const t = useTranslations('contacts.empty');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('noClasses')}
      action={<Button onClick={() => void navigate({ to: '/import' })}>{t('import')}</Button>}
    >
      {t('noClassesText')}
    </EmptyState>
  );
}
