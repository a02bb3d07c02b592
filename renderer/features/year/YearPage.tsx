import { useQuery } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { WizardSteps } from '../../ui/WizardSteps.tsx';
import { ClassesStep } from './ClassesStep.tsx';
import { ExceptionsStep } from './ExceptionsStep.tsx';
import { LookStep } from './LookStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { type BegunYear, YearBegun } from './YearBegun.tsx';
import { YearRuns } from './YearRuns.tsx';
import { startOfYear, yearReducer, yearSteps } from './year-draft.ts';
import type { YearStepProps } from './year-look.ts';

/** The beginning of a new academic year in steps; nothing is written before the last button. In a year that has begun: what can be put right. */
export function YearPage() {
  const t = useTranslations('rollover');
  const [draft, dispatch] = useReducer(yearReducer, startOfYear);
  const [begun, setBegun] = useState<BegunYear>();
  const looked = useQuery(deskQuery.rollover.look.queryOptions());
  const look = looked.data;
  const due = look?.state === 'due' && begun === undefined;
  const steps = [...yearSteps.map((step) => t(`step.${step}`)), t('step.done')];
  const current = begun === undefined ? yearSteps.indexOf(draft.step) : yearSteps.length;
  const back = (step: number) => dispatch({ kind: 'went-to', step: yearSteps[step] ?? 'look' });
  return (
    <Page
      body="scroll"
      header={
        <PageHeader title={t('title')}>
          {due || begun !== undefined ? (
            <WizardSteps steps={steps} current={current} onBack={begun === undefined ? back : undefined} />
          ) : null}
        </PageHeader>
      }
    >
      {looked.error === null ? null : <ErrorCard error={looked.error} onRetry={() => void looked.refetch()} />}
      {begun === undefined ? null : (
        <YearBegun
          begun={begun}
          onUndone={() => {
            setBegun(undefined);
            dispatch({ kind: 'went-to', step: 'look' });
          }}
        />
      )}
      {due ? <Step look={look} draft={draft} dispatch={dispatch} onBegun={setBegun} /> : null}
      {look?.state === 'done' && begun === undefined ? <YearRuns look={look} /> : null}
    </Page>
  );
}

interface StepProps extends YearStepProps {
  readonly onBegun: (begun: BegunYear) => void;
}

function Step({ onBegun, ...props }: StepProps) {
  switch (props.draft.step) {
    case 'look':
      return <LookStep {...props} />;
    case 'classes':
      return <ClassesStep {...props} />;
    case 'exceptions':
      return <ExceptionsStep {...props} />;
    case 'preview':
      return <PreviewStep draft={props.draft} dispatch={props.dispatch} onBegun={onBegun} />;
  }
}
