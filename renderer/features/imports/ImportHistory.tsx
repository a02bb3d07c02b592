import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '../../../shared/contract/imports.ts';
import { deskQuery } from '../../api.ts';
import { showDate, showMoment } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './History.module.css';
import shared from './Imports.module.css';
import { usePresetWords } from './preset-words.ts';

interface ImportHistoryProps {
  readonly openId: number | undefined;
  readonly onOpen: (run: ImportRun) => void;
}

const RUNS_AT_FIRST = 10;
const RUNS_MORE = 50;

/** Imports of the past, the latest first; each opens its report. */
export function ImportHistory({ openId, onOpen }: ImportHistoryProps) {
  const t = useTranslations('imports.history');
  const [limit, setLimit] = useState(RUNS_AT_FIRST);
  const query = useQuery(
    deskQuery.imports.list.queryOptions({ input: { page: { offset: 0, limit } }, placeholderData: (before) => before }),
  );
  const runs = query.data ?? [];
  return (
    <section className={styles.history} aria-label={t('title')}>
      <h2 className={styles.historyTitle}>{t('title')}</h2>
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? <Skeleton height={72} /> : null}
      {query.data?.length === 0 ? <p className={shared.quiet}>{t('empty')}</p> : null}
      {runs.length === 0 ? null : <RunTable runs={runs} openId={openId} onOpen={onOpen} />}
      {runs.length < limit || limit >= 500 ? null : (
        <Button variant="subtle" size="compact-md" onClick={() => setLimit(Math.min(500, limit + RUNS_MORE))}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

interface RunTableProps extends ImportHistoryProps {
  readonly runs: readonly ImportRun[];
}

function RunTable({ runs, openId, onOpen }: RunTableProps) {
  const t = useTranslations('imports.history');
  return (
    <table className={styles.runs}>
      <thead>
        <tr>
          {(['when', 'file', 'who', 'preset', 'counts'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'who' || column === 'preset' ? styles.aside : undefined}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} open={run.id === openId} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface RunRowProps {
  readonly run: ImportRun;
  readonly open: boolean;
  readonly onOpen: (run: ImportRun) => void;
}

function RunRow({ run, open, onOpen }: RunRowProps) {
  const t = useTranslations('imports.history');
  const preset = usePresetWords();
  const { language } = useLanguage();
  return (
    <tr data-open={open || undefined} data-undone={run.undoneAt !== null || undefined} onClick={() => onOpen(run)}>
      <td>{showMoment(run.at, language)}</td>
      <td>
        <button type="button" className={styles.runFile} aria-label={t('open', { name: run.fileName })}>
          {run.fileName}
        </button>
      </td>
      <td className={styles.aside}>{run.who === '' ? t('nobody') : run.who}</td>
      <td className={styles.aside}>{run.presetId === null ? t('unknownFormat') : preset(run.presetId)}</td>
      <td>
        {run.undoneAt === null ? (
          <RunCounts run={run} />
        ) : (
          <Badge meaning="neutral">{t('undone', { date: showDate(run.undoneAt, language) })}</Badge>
        )}
      </td>
    </tr>
  );
}

function RunCounts({ run }: { readonly run: ImportRun }) {
  const t = useTranslations('imports.history.count');
  const told = (['new', 'changed', 'missing'] as const).filter((pile) => run.counts[pile] > 0);
  const staff = run.staff > 0 ? [t('staff', { count: run.staff })] : [];
  const piles = told.length + staff.length === 0 ? (['same'] as const) : told;
  return [...piles.map((pile) => t(pile, { count: run.counts[pile] })), ...staff].join(', ');
}
