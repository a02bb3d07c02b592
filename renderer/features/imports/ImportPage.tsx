import { useReducer } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { WizardSteps } from '../../ui/WizardSteps.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { type ImportState, importReducer, startOfImport } from './import-state.ts';
import { ReviewStep } from './ReviewStep.tsx';

const order: readonly ImportState['step'][] = ['file', 'columns', 'review', 'done'];

/** From a file to the registry in four steps; nothing is written before the last button. */
export function ImportPage() {
  const t = useTranslations('imports');
  const [state, dispatch] = useReducer(importReducer, startOfImport);
  const current = order.indexOf(state.step);
  const back = (step: number) => {
    const to = order[step];
    if (to === 'file' || to === 'columns') dispatch({ kind: 'went-to', step: to });
  };
  return (
    <Page
      body={state.step === 'review' ? 'fill' : 'scroll'}
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
      {state.step === 'file' ? <FileStep onFile={(file) => dispatch({ kind: 'file-chosen', file })} /> : null}
      {state.step === 'columns' ? <ColumnsStep state={state} dispatch={dispatch} /> : null}
      {state.step === 'review' ? <ReviewStep state={state} dispatch={dispatch} /> : null}
      {state.step === 'done' ? (
        <DoneStep result={state.result} onAgain={() => dispatch({ kind: 'went-to', step: 'file' })} />
      ) : null}
    </Page>
  );
}
