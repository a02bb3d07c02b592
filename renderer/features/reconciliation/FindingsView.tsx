import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { FindingRow, ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import type { ReconciliationSearch, useReconciliationSearch } from '../../search.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { FindingFilters, noFilter } from './FindingFilters.tsx';
import { useFindingColumns } from './finding-columns.tsx';
import type { FindingRows } from './use-finding-rows.ts';

interface FindingsViewProps {
  readonly overview: ReconciliationOverview;
  readonly rows: FindingRows;
  readonly search: ReconciliationSearch;
  readonly onChange: ReturnType<typeof useReconciliationSearch>[1];
}

/** The table of findings: the card beside it follows the keyboard. */
export function FindingsView({ overview, rows, search, onChange }: FindingsViewProps) {
  const t = useTranslations('reconciliation');
  const columns = useFindingColumns(search.open !== undefined);
  const place = useRef<HTMLDivElement>(null);
  const ready = rows.total > 0;
  useEffect(() => {
    if (ready) place.current?.parentElement?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [ready]);
  return (
    <>
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <div ref={place} hidden />
      <FindingFilters overview={overview} search={search} onChange={onChange} shown={rows.total} />
      <DataTable<FindingRow>
        name="findings"
        label={t('view.findings')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(row) => row.id}
        nameOf={(row) => row.who}
        onOpen={(row) => onChange({ open: row.id })}
        openId={search.open}
        onEscape={() => onChange({ open: undefined })}
        empty={
          rows.pending ? null : <NothingHere overview={overview} search={search} onReset={() => onChange(noFilter)} />
        }
      />
    </>
  );
}

interface NothingHereProps extends Pick<FindingsViewProps, 'overview' | 'search'> {
  readonly onReset: () => void;
}

/** Nothing to show: because a filter hides it, because all is decided, or because nothing differs. */
function NothingHere({ overview, search, onReset }: NothingHereProps) {
  const t = useTranslations('reconciliation.empty');
  const any = Object.values(overview.states).some((count) => count > 0);
  if (any && isHiding(search))
    return (
      <EmptyState
        title={t('hidden')}
        action={
          <Button variant="default" onClick={onReset}>
            {t('showAll')}
          </Button>
        }
      />
    );
  return any ? (
    <EmptyState title={t('allDone')}>{t('allDoneText')}</EmptyState>
  ) : (
    <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
  );
}

/** Is something chosen beside a class whose undecided findings are shown? */
function isHiding({ query, code, fresh, askAgain, state }: ReconciliationSearch): boolean {
  return [query, code, fresh, askAgain, state].some((filter) => filter !== undefined && filter !== 'open');
}
