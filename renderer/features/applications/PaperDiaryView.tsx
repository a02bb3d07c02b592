import { Button, Menu } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PaperPupil } from '../../../shared/contract/paper-diary.ts';
import { desk, deskQuery } from '../../api.ts';
import { useApplicationsSearch } from '../../search.ts';
import { ClassSelect } from '../../ui/ClassSelect.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { showDate } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useClasses } from '../../ui/ScopePicker.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import { ApplicationCard } from './ApplicationCard.tsx';
import styles from './Applications.module.css';
import { ViewChoice } from './ViewChoice.tsx';
import { WeekDialog } from './WeekDialog.tsx';

/** Pupils whose diary the class teacher copies on paper, with the list and the sheets for it. */
export function PaperDiaryView() {
  const t = useTranslations('applications');
  const [{ classId, open }, change] = useApplicationsSearch();
  const query = useQuery(deskQuery.paperDiary.list.queryOptions({ input: classId === undefined ? {} : { classId } }));
  const rows = query.data ?? [];
  const [asking, setAsking] = useState(false);
  const columns = usePaperColumns(open !== undefined);
  const opened = rows.find(({ applicationId }) => applicationId === open);
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={query.data === undefined ? undefined : t('paper.count', { count: rows.length })}
          action={
            <Button
              leftSection={<IconPrinter size={16} />}
              disabled={rows.length === 0}
              onClick={() => setAsking(true)}
            >
              {t('paper.print')}
            </Button>
          }
          menu={<PaperMenu />}
        >
          <ViewChoice />
        </PageHeader>
      }
      side={
        open === undefined ? undefined : (
          <ApplicationCard key={open} applicationId={open} onClose={() => change({ open: undefined })} />
        )
      }
    >
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      <ClassChoice />
      <DataTable<PaperPupil>
        name="paper-diary"
        label={t('view.paper')}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        idOf={(row) => row.pupilId}
        nameOf={(row) => row.name}
        onOpen={(row) => change({ open: row.applicationId })}
        openId={opened?.pupilId}
        onEscape={() => change({ open: undefined })}
        empty={query.isPending ? null : <EmptyState title={t('paper.empty')}>{t('paper.emptyText')}</EmptyState>}
      />
      {asking ? <WeekDialog classId={classId} count={rows.length} onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}

function usePaperColumns(beside: boolean): readonly DataColumn<PaperPupil>[] {
  const t = useTranslations('applications.paper');
  const { language } = useLanguage();
  const by = ({ number, applicantName }: PaperPupil) => t('application', { number, applicant: applicantName });
  const all: readonly DataColumn<PaperPupil>[] = [
    { id: 'class', title: t('ofClass'), width: 80, render: (row) => row.className },
    { id: 'pupil', title: t('pupil'), width: 270, render: (row) => row.name },
    { id: 'since', title: t('since'), width: 120, render: (row) => showDate(row.since, language) },
    { id: 'by', title: t('by'), width: 280, render: by },
    { id: 'teacher', title: t('teacher'), width: 240, render: (row) => row.teacherName },
  ];
  return beside ? all.filter(({ id }) => id !== 'by' && id !== 'teacher') : all;
}

function ClassChoice() {
  const t = useTranslations('applications.filter');
  const [{ classId }, change] = useApplicationsSearch();
  const classes = useClasses();
  return (
    <search className={styles.filters} aria-label={t('class')}>
      <ClassSelect
        className={styles.choice}
        label={t('class')}
        all={t('allClasses')}
        classes={classes}
        classId={classId}
        onClass={(chosen) => change({ classId: chosen })}
      />
    </search>
  );
}

function PaperMenu() {
  const t = useTranslations('applications.paper');
  const { language } = useLanguage();
  const [{ classId }] = useApplicationsSearch();
  const save = useSavePrepared();
  const of = { language, ...(classId === undefined ? {} : { classId }) };
  return (
    <Menu.Item
      leftSection={<IconFileTypePdf size={16} />}
      onClick={() => save.mutate(() => desk.paperDiary.listPaper(of))}
    >
      {t('list')}
    </Menu.Item>
  );
}
