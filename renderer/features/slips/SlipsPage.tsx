import { Button, Loader } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { HolderChecks } from '../../ui/HolderChecks.tsx';
import { useIssueScope } from '../../ui/issue-scope.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PaperView } from '../../ui/PaperView.tsx';
import { ScopePicker } from '../../ui/ScopePicker.tsx';
import { BatchesPanel } from './BatchesPanel.tsx';
import { GuardianSelect, NothingForThem } from './GuardianSelect.tsx';
import { ListPanel } from './ListPanel.tsx';
import { NobodyOnList } from './NobodyOnList.tsx';
import { NothingToPrint } from './NothingToPrint.tsx';
import { PaperMenu } from './PaperMenu.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { PrintedCard } from './PrintedCard.tsx';
import type { PaperJob } from './paper-job.ts';
import { SavedDialog } from './SavedDialog.tsx';
import { SlipOptionsPanel } from './SlipOptionsPanel.tsx';
import styles from './Slips.module.css';
import { selectionOf, useSlipOptions } from './slip-options.ts';
import { UnmarkedCard } from './UnmarkedCard.tsx';
import { type Printing, usePrinting } from './use-printing.ts';
import { type Sheets, useSheets } from './use-sheets.ts';

/** Second step of issuing: the paper as it will be, and printing it. Also prints lists for the school. */
export function SlipsPage() {
  const t = useTranslations('slips');
  const choice = useIssueScope('slips');
  const [options, change] = useSlipOptions();
  const { list, guardians } = useSearch({ strict: false });
  const only = choice.holders.includes('guardian') ? guardians : undefined;
  const [batches, setBatches] = useState(false);
  const job: PaperJob =
    list === undefined
      ? { kind: 'slips', selection: selectionOf(options, choice.scope, choice.holders, only) }
      : { kind: 'list', list, scope: choice.scope, language: options.language };
  const sheets = useSheets(job);
  const printing = usePrinting(job);
  useForgetPrinted(JSON.stringify(job), printing);
  const { state } = printing;
  const nothing = !sheets.pending && !sheets.stale && sheets.pages === 0 && sheets.error === null;
  const body = () => {
    if (state.kind === 'printed') return <PrintedCard slips={state.slips} choice={choice} onAgain={printing.close} />;
    if (nothing && list !== undefined) return <NobodyOnList list={list} />;
    if (nothing && only !== undefined)
      return <NothingForThem chosen={only} onAll={() => choice.change({ guardians: undefined })} />;
    if (nothing)
      return <NothingToPrint which={options.which} choice={choice} onWaiting={() => change({ which: 'waiting' })} />;
    return <Preview sheets={sheets} />;
  };
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={sheets.pages === 0 ? undefined : t('pages', { count: sheets.pages })}
          action={<PrintButton job={job} sheets={sheets} onPrint={printing.choose} />}
          menu={
            <PaperMenu
              savable={sheets.pages > 0}
              onSave={printing.save}
              onList={(kind) => choice.change({ list: kind })}
              onBatches={() => setBatches(true)}
            />
          }
        />
      }
      side={batches ? <BatchesPanel language={options.language} onClose={() => setBatches(false)} /> : undefined}
    >
      <div className={styles.line}>
        <ScopePicker step="slips" choice={choice} />
        {list === undefined ? <HolderChecks choice={choice} /> : null}
        {list === undefined && choice.holders.includes('guardian') ? (
          <GuardianSelect chosen={guardians} onChoose={(chosen) => choice.change({ guardians: chosen })} />
        ) : null}
      </div>
      {sheets.error === null ? null : (
        <div className={styles.trouble}>
          <ErrorCard error={sheets.error} onRetry={sheets.retry} />
        </div>
      )}
      {state.kind === 'unmarked' ? (
        <UnmarkedCard error={state.error} onRetry={() => printing.confirm(state.batch)} />
      ) : null}
      <div className={styles.body}>
        {list === undefined ? (
          <SlipOptionsPanel
            options={options}
            onChange={change}
            purged={sheets.purged}
            codesHeldBack={sheets.codesHeldBack}
          />
        ) : (
          <ListPanel list={list} onBack={() => choice.change({ list: undefined })} />
        )}
        <div className={styles.paper} data-stale={sheets.stale || undefined}>
          {body()}
        </div>
      </div>
      <PrintDialog job={job} sheets={sheets} printing={printing} />
      <SavedDialog printing={printing} />
    </Page>
  );
}

/** Another choice of slips ends the news about the last ones. */
function useForgetPrinted(key: string, { state, close }: Printing): void {
  const [seen, setSeen] = useState(key);
  useEffect(() => {
    if (seen === key) return;
    setSeen(key);
    if (state.kind === 'printed') close();
  }, [key, seen, state.kind, close]);
}

function Preview({ sheets }: { readonly sheets: Sheets }) {
  const t = useTranslations('slips');
  if (sheets.error !== null && sheets.sheets.length === 0) return null;
  if (sheets.pending) {
    return (
      <span className={styles.drawing} role="status">
        <Loader size={16} /> {t('print.working.preparing')}
      </span>
    );
  }
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <PaperView sheets={sheets.sheets} pages={sheets.pages} onNeed={sheets.onNeed} />
    </section>
  );
}

interface PrintButtonProps {
  readonly job: PaperJob;
  readonly sheets: Sheets;
  readonly onPrint: () => void;
}

function PrintButton({ job, sheets, onPrint }: PrintButtonProps) {
  const t = useTranslations('slips');
  if (sheets.pages === 0) return null;
  return (
    <Button leftSection={<IconPrinter size={16} />} disabled={sheets.stale} onClick={onPrint}>
      {job.kind === 'slips' ? t('action', { count: sheets.slips }) : t('list.print')}
    </Button>
  );
}
