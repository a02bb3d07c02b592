import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconClipboardList, IconListDetails, IconMail } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CodeRow } from '../../../shared/contract/codes.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import { ClassCoverage, useCodeCoverage } from './ClassCoverage.tsx';
import { CodePanel } from './CodePanel.tsx';
import styles from './Codes.module.css';
import { CodesEmpty } from './CodesEmpty.tsx';
import { useCodeColumns } from './code-columns.tsx';
import { HowToGet } from './HowToGet.tsx';
import { PasteCodes } from './PasteCodes.tsx';
import { SupportLetter } from './SupportLetter.tsx';
import { type CodesChoice, useCodeRows, useCodesChoice } from './use-codes.ts';

/** Who has no portal code, class by class; codes are typed or pasted here and checked letter by letter. */
export function CodesPage() {
  const t = useTranslations('codes');
  const choice = useCodesChoice();
  const list = useCodeRows(choice);
  const coverage = useCodeCoverage();
  const [open, setOpen] = useState<number>();
  const columns = useCodeColumns(open !== undefined);
  const [dialog, setDialog] = useState<'paste' | 'letter'>();
  const close = () => setDialog(undefined);
  const opened = list.rows.find((row) => row.pupilId === open);
  const without = coverage.reduce((sum, one) => sum + one.without, 0);
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={coverage.length === 0 ? undefined : t('without', { count: without })}
          action={
            <Button
              leftSection={<IconClipboardList size={16} />}
              disabled={list.heldBack}
              onClick={() => setDialog('paste')}
            >
              {t('paste.action')}
            </Button>
          }
          menu={<CodesMenu onLetter={() => setDialog('letter')} />}
        >
          <HowToGet heldBack={list.heldBack} onLetter={() => setDialog('letter')} />
        </PageHeader>
      }
      side={
        opened === undefined ? undefined : (
          <CodePanel
            key={opened.pupilId}
            row={opened}
            heldBack={opened.heldBack}
            onNext={() => setOpen(nextWithout(list.rows, opened))}
            onClose={() => setOpen(undefined)}
          />
        )
      }
    >
      {list.error === null ? null : <ErrorCard error={list.error} onRetry={list.retry} />}
      <ClassCoverage without={without} coverage={coverage} choice={choice}>
        <WhichChoice choice={choice} />
        <DataTable<CodeRow>
          name="codes"
          label={t('title')}
          columns={columns}
          total={list.rows.length}
          rowAt={(index) => list.rows[index]}
          idOf={(row) => row.pupilId}
          nameOf={(row) => row.title}
          onOpen={(row) => setOpen(row.pupilId)}
          openId={open}
          onEscape={() => setOpen(undefined)}
          empty={list.pending ? null : <CodesEmpty choice={choice} />}
        />
      </ClassCoverage>
      {dialog === 'paste' ? <PasteCodes scope={choice.scope} onClose={close} /> : null}
      {dialog === 'letter' ? <SupportLetter scope={choice.scope} onClose={close} /> : null}
    </Page>
  );
}

/** The next pupil who still has no code; none when this was the last. */
function nextWithout(rows: readonly CodeRow[], from: CodeRow): number | undefined {
  const place = rows.findIndex((row) => row.pupilId === from.pupilId);
  return rows.slice(place + 1).find((row) => row.value === null && !row.heldBack)?.pupilId;
}

function WhichChoice({ choice }: { readonly choice: CodesChoice }) {
  const t = useTranslations('codes.which');
  return (
    <div className={styles.line}>
      <SegmentedControl
        size="xs"
        aria-label={t('label')}
        data={[
          { value: 'without', label: t('without') },
          { value: 'all', label: t('all') },
        ]}
        value={choice.which}
        onChange={(value) => choice.change({ all: value === 'all' || undefined })}
      />
    </div>
  );
}

function CodesMenu({ onLetter }: { readonly onLetter: () => void }) {
  const t = useTranslations('codes.menu');
  const navigate = useNavigate();
  const asksVendor = useSchoolDiary()?.whoObtainsCode === 'vendor-support';
  return (
    <>
      {asksVendor ? (
        <Menu.Item leftSection={<IconMail size={16} />} onClick={onLetter}>
          {t('letter')}
        </Menu.Item>
      ) : null}
      <Menu.Item
        leftSection={<IconListDetails size={16} />}
        onClick={() => void navigate({ to: '/slips', search: { list: 'no-code' } })}
      >
        {t('list')}
      </Menu.Item>
    </>
  );
}
