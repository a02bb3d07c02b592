import { useReducer, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '../../../shared/contract/imports.ts';
import { useMay } from '../../query.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { WizardSteps } from '../../ui/WizardSteps.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { type ImportState, importReducer, startOfImport } from './import-state.ts';
import { ReportPanel } from './ReportPanel.tsx';
import { ReviewStep } from './ReviewStep.tsx';

const order: readonly ImportState['step'][] = ['file', 'columns', 'review', 'done'];

/** From a file to the registry in four steps; nothing is written before the last button. Below the first: past imports. */
export function ImportPage() {
  const t = useTranslations('imports');
  const [state, dispatch] = useReducer(importReducer, startOfImport);
  const [run, setRun] = useState<ImportRun>();
  const mayList = useMay('imports.list');
  const current = order.indexOf(state.step);
  const back = (step: number) => {
    const to = order[step];
    if (to === 'file' || to === 'columns') dispatch({ kind: 'went-to', step: to });
  };
  return (
    <Page
      body={state.step === 'review' ? 'fill' : 'scroll'}
      side={
        state.step === 'file' && run !== undefined ? (
          <ReportPanel key={run.id} run={run} onClose={() => setRun(undefined)} />
        ) : undefined
      }
      header={
        <PageHeader title={t('title')}>
          <WizardSteps
            steps={[t('steps.file'), t('steps.columns'), t('steps.review'), t('steps.done')]}
            current={current}
            onBack={state.step === 'done' ? undefined : back}
          />
        </PageHeader>
      }
    >
      {state.step === 'file' ? (
        <>
          <FileStep onFile={(file) => dispatch({ kind: 'file-chosen', file })} />
          {mayList ? <ImportHistory openId={run?.id} onOpen={setRun} /> : null}
        </>
      ) : null}
      {state.step === 'columns' ? <ColumnsStep state={state} dispatch={dispatch} /> : null}
      {state.step === 'review' ? <ReviewStep state={state} dispatch={dispatch} /> : null}
      {state.step === 'done' ? (
        <DoneStep
          result={state.result}
          previewId={state.previewId}
          onAgain={() => dispatch({ kind: 'went-to', step: 'file' })}
        />
      ) : null}
    </Page>
  );
}
