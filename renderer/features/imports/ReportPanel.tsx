import { Button, Skeleton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportReport, ImportRun } from '../../../shared/contract/imports.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { showDate, showMoment } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './History.module.css';
import { useHoldWords } from './HoldCard.tsx';
import shared from './Imports.module.css';
import { usePresetWords } from './preset-words.ts';
import { toldChanges } from './told-changes.ts';
import { UndoImportDialog } from './UndoImportDialog.tsx';

interface ReportPanelProps {
  readonly run: ImportRun;
  readonly onClose: () => void;
}

/** What is kept of an import: numbers, kinds of remarks, the file's name and checksum; and the way back. */
export function ReportPanel({ run, onClose }: ReportPanelProps) {
  const t = useTranslations('imports');
  const { language } = useLanguage();
  const [undoing, setUndoing] = useState(false);
  const mayUndo = useMay('imports.undo');
  const query = useQuery(deskQuery.imports.report.queryOptions({ input: { importId: run.id } }));
  const undoneAt = query.data?.run.undoneAt ?? run.undoneAt;
  return (
    <SidePanel
      title={run.fileName}
      subtitle={
        <>
          <span>{showMoment(run.at, language)}</span>
          <span>{run.who === '' ? t('history.nobody') : run.who}</span>
          {undoneAt === null ? null : (
            <Badge meaning="neutral">{t('history.undone', { date: showDate(undoneAt, language) })}</Badge>
          )}
        </>
      }
      actions={
        mayUndo && undoneAt === null ? (
          <Button variant="default" leftSection={<IconArrowBackUp size={15} />} onClick={() => setUndoing(true)}>
            {t('history.undo')}
          </Button>
        ) : undefined
      }
      onClose={onClose}
    >
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? <Skeleton height={240} /> : null}
      {query.data === undefined ? null : <ReportBody report={query.data} />}
      <UndoImportDialog run={run} opened={undoing} onClose={() => setUndoing(false)} />
    </SidePanel>
  );
}

const numbers = [...toldChanges, 'same', 'skipped'] as const;

function ReportBody({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('imports.report');
  const shown = numbers.filter((one) => report.result[one] > 0);
  return (
    <>
      <PanelGroup title={t('result')}>
        <dl className={styles.numbers}>
          {shown.map((one) => (
            <Pair key={one} name={t(one)} value={report.result[one]} />
          ))}
          {report.keptByHand > 0 ? <Pair name={t('keptByHand')} value={report.keptByHand} /> : null}
        </dl>
      </PanelGroup>
      <PanelGroup title={t('problems')}>
        <ReportProblems groups={report.problemGroups} />
      </PanelGroup>
      {report.confirmed.length === 0 ? null : <ReportHolds report={report} />}
      <PanelGroup title={t('file')}>
        <ReportFile report={report} />
      </PanelGroup>
    </>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function ReportProblems({ groups }: { readonly groups: ImportReport['problemGroups'] }) {
  const t = useTranslations('imports.report');
  const words = useTranslations('problems');
  if (groups.length === 0) return <p className={shared.quiet}>{t('noProblems')}</p>;
  return (
    <ul className={styles.reportList}>
      {groups.map((group) => (
        <li key={`${group.code} ${group.columnNumber}`}>
          <span>
            {words(`${group.code}.title`)}
            {group.columnTitle === '' ? '' : `, «${group.columnTitle}»`}: <b>{group.count}</b>
          </span>
          <span className={shared.quiet}>
            {group.severity === 'refused' ? `${t('refused')} · ` : ''}
            {t('problemRows', {
              count: group.count,
              rows: group.rows.join(', ') + (group.count > group.rows.length ? '…' : ''),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ReportHolds({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('imports.report');
  const words = useHoldWords();
  return (
    <PanelGroup title={t('confirmed')}>
      <ul className={styles.reportList}>
        {report.confirmed.map((hold) => (
          <li key={`${hold.kind} ${hold.className}`}>{words(hold)}</li>
        ))}
      </ul>
    </PanelGroup>
  );
}

function ReportFile({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('imports');
  const preset = usePresetWords();
  const { presetId } = report.run;
  const format = presetId === null ? t('history.unknownFormat') : preset(presetId, report.presetName);
  const contents = report.contents.map((one) => t(`holds.${one}`)).join(', ');
  return (
    <>
      <p className={styles.reportLine}>
        {format}
        {contents === '' ? '' : ` · ${contents}`} ·{' '}
        {t('report.size', { size: String(Math.ceil(report.fileSizeBytes / 1024)) })}
      </p>
      <p className={shared.quiet}>{t('report.hash')}</p>
      <p className={`${styles.hash} desk-mono`}>{report.fileSha256}</p>
      <p className={shared.quiet}>{t('report.contentNote')}</p>
    </>
  );
}
