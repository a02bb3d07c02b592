import { Menu } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FindingRow, ReconciliationOverview, ReconciliationRun } from '../../../shared/contract/reconciliation.ts';
import type { ReconciliationSearch, useReconciliationSearch } from '../../search.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useWholeName } from '../../ui/use-whole-name.ts';
import { usualDays } from './AskAgainField.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { ClassesView } from './ClassesView.tsx';
import { FindingCard } from './FindingCard.tsx';
import { FindingsView } from './FindingsView.tsx';
import { PaperItems } from './PaperItems.tsx';
import styles from './Reconciliation.module.css';
import { StandingBar, StandingLegend } from './StandingBar.tsx';
import { SuggestionsView } from './SuggestionsView.tsx';
import { useDecisionKeys } from './use-decision-keys.ts';
import { type DecisionKind, isPossible, useDecisions } from './use-decisions.ts';
import { placeOf, useFindingRows } from './use-finding-rows.ts';
import { NewRunButton, ViewTabs } from './ViewTabs.tsx';

interface RunPageProps {
  readonly overview: ReconciliationOverview;
  readonly run: ReconciliationRun;
  readonly search: ReconciliationSearch;
  readonly onChange: ReturnType<typeof useReconciliationSearch>[1];
}

/** A run at work: progress, findings or pairs or classes, the card of what is open. */
export function RunPage({ overview, run, search, onChange }: RunPageProps) {
  const t = useTranslations('reconciliation');
  const [bulk, setBulk] = useState(false);
  const [days, setDays] = useState(usualDays);
  const { view = 'findings' } = search;
  const rows = useFindingRows(run.id, search);
  const decisions = useDecisions();
  const at = placeOf(rows, search.open);
  const open = at < 0 ? undefined : rows.rowAt(at);

  /** The next row opens at once, so that one key after another works through the list; not where nothing was decided. */
  const decide = (finding: FindingRow, kind: DecisionKind) => {
    const here = placeOf(rows, finding.id);
    const next = rows.rowAt(here + 1) ?? rows.rowAt(here - 1);
    decisions.decide(finding, kind, days);
    if (kind !== 'reopen' && isPossible(finding, kind) && next !== undefined) onChange({ open: next.id });
  };
  useDecisionKeys((action) => {
    if (action === 'undo') return decisions.undoLast();
    const finding = open ?? rows.rowAt(0);
    if (view === 'findings' && finding !== undefined) decide(finding, action);
  });

  const card =
    view === 'findings' && open !== undefined ? (
      <FindingCard
        key={open.id}
        finding={open}
        days={days}
        onDays={setDays}
        onDecide={(kind) => decide(open, kind)}
        onClose={() => onChange({ open: undefined })}
      />
    ) : undefined;
  const bulkItem = (
    <Menu.Item leftSection={<IconListCheck size={16} />} onClick={() => setBulk(true)}>
      {t('bulk.open')}
    </Menu.Item>
  );
  return (
    <Page
      side={card}
      header={
        <PageHeader
          title={t('title')}
          count={<RunWords run={run} />}
          action={<NewRunButton />}
          menu={
            <>
              {bulkItem}
              <Menu.Divider />
              <PaperItems runId={run.id} classId={search.classId} />
            </>
          }
        >
          <ViewTabs overview={overview} />
        </PageHeader>
      }
    >
      <ClassProgress overview={overview} classId={search.classId} brief={card !== undefined} />
      {view === 'findings' ? (
        <FindingsView overview={overview} rows={rows} search={search} onChange={onChange} />
      ) : null}
      {view === 'suggestions' ? <SuggestionsView runId={run.id} decisions={decisions} /> : null}
      {view === 'classes' ? <ClassesView overview={overview} run={run} onChange={onChange} /> : null}
      {view === 'findings' && rows.total > 0 ? <p className={styles.keys}>{t('keys')}</p> : null}
      {bulk ? (
        <BulkDialog runId={run.id} overview={overview} onDone={decisions.done} onClose={() => setBulk(false)} />
      ) : null}
    </Page>
  );
}

function RunWords({ run }: { readonly run: ReconciliationRun }) {
  const t = useTranslations('reconciliation');
  const { language } = useLanguage();
  const { fresh, closed } = run.counts;
  const parts = [
    t('file', { file: run.fileName, date: showDate(run.asOf, language) }),
    ...(fresh > 0 ? [t('fresh', { count: fresh })] : []),
    ...(closed > 0 ? [t('closed', { count: closed })] : []),
  ];
  return <>{parts.join(' · ')}</>;
}

interface ClassProgressProps {
  readonly overview: ReconciliationOverview;
  readonly classId: number | undefined;
  /** Little room: the bar without its legend. */
  readonly brief: boolean;
}

/** How far the chosen class, or the school, has come. */
function ClassProgress({ overview, classId, brief }: ClassProgressProps) {
  const t = useTranslations('reconciliation.progress');
  const standing = overview.classes.find((one) => one.classId === classId) ?? overview.school;
  const whole = useWholeName();
  const name = standing.classId === null ? whole : standing.className;
  return (
    <section className={styles.top} aria-label={t('label', { name })}>
      <div className={styles.progress}>
        <div className={styles.progressWords}>
          <span>
            <b>{name}</b>: {t('left', { count: standing.school })}
          </span>
          {brief ? null : <StandingLegend standing={standing} />}
        </div>
        <StandingBar name={name} standing={standing} />
      </div>
    </section>
  );
}
