import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { HolderChecks } from '../../ui/HolderChecks.tsx';
import { useIssueScope } from '../../ui/issue-scope.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ScopePicker } from '../../ui/ScopePicker.tsx';
import { FindLine } from './FindLine.tsx';
import { FoundSlip } from './FoundSlip.tsx';
import styles from './Handover.module.css';
import { HandoverEmpty } from './HandoverEmpty.tsx';
import { HandoverList } from './HandoverList.tsx';
import { HandoverMenu } from './HandoverMenu.tsx';
import { HandoverProgress } from './HandoverProgress.tsx';
import { progressOf, slipNumberIn, statusOf } from './handover-rows.ts';
import { MarkAll } from './MarkAll.tsx';
import { useMarking } from './use-marking.ts';
import { useRollCall } from './use-roll-call.ts';

const noRows: readonly HandoverRow[] = [];

/** Third step of issuing: who received a slip. A name is found by two or three letters and ticked with Enter. */
export function HandoverPage() {
  const t = useTranslations('handover');
  const choice = useIssueScope('handover');
  const input = { scope: choice.scope, for: choice.holders };
  const list = useQuery(deskQuery.handover.list.queryOptions({ input, placeholderData: keepPreviousData }));
  const marking = useMarking(list.data ?? noRows, deskQuery.handover.list.queryKey({ input }));
  const { rows } = marking;
  const call = useRollCall(rows, marking, JSON.stringify(input));
  const progress = progressOf(rows);
  const mayPrint = useMay('slips.preview');
  const waiting = rows.filter((row) => statusOf(row) === 'waiting');
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          action={<MarkAll waiting={waiting} choice={choice} onMark={(these) => marking.mark(these)} />}
          menu={mayPrint ? <HandoverMenu choice={choice} /> : undefined}
        />
      }
    >
      <div className={styles.line}>
        <ScopePicker step="handover" choice={choice} />
        <HolderChecks choice={choice} />
        <HandoverProgress {...progress} />
      </div>
      {list.error === null ? null : (
        <div className={styles.trouble}>
          <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {rows.length === 0 ? null : (
        <FindLine call={call} waiting={rows.filter((row) => statusOf(row) !== 'received').length} all={rows.length} />
      )}
      <FoundSlip query={call.query} rows={rows} />
      {call.rows.length > 0 ? (
        <HandoverList call={call} withClasses={choice.scope.kind !== 'class'} />
      ) : list.data === undefined || slipNumberIn(call.query) !== undefined ? null : (
        <HandoverEmpty choice={choice} call={call} anybody={rows.length > 0} />
      )}
    </Page>
  );
}
