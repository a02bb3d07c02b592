import { Button, Group } from '@mantine/core';
import { type Dispatch, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { isDeskError } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { ApplyButton } from './ApplyButton.tsx';
import { DecisionsBar } from './DecisionsBar.tsx';
import { EntryList } from './EntryList.tsx';
import { HoldCard } from './HoldCard.tsx';
import { heldOf, openHolds } from './holds.ts';
import shared from './Imports.module.css';
import { type ImportAction, type ImportState, isConfirmed, type ShownPile } from './import-state.ts';
import { PileTabs } from './PileTabs.tsx';
import { PileTools } from './PileTools.tsx';
import styles from './Review.module.css';
import { type PlanStream, usePreview } from './use-preview.ts';
import { useWriting } from './use-writing.ts';

type WithFile = Extract<ImportState, { readonly step: 'columns' | 'review' }>;

interface ReviewStepProps {
  readonly state: WithFile;
  readonly dispatch: Dispatch<ImportAction>;
}

/** Third step: what will happen, pile by pile; the last button says it in numbers. */
export function ReviewStep({ state, dispatch }: ReviewStepProps) {
  const plan = usePreview(state, dispatch);
  if (state.preview !== undefined) return <Review {...{ state, dispatch, plan, preview: state.preview }} />;
  if (plan.error !== null) return <ErrorCard error={plan.error} onRetry={plan.again} />;
  return <ProgressLine progress={plan.progress} />;
}

interface ReviewProps extends ReviewStepProps {
  readonly plan: PlanStream;
  readonly preview: ImportPreview;
}

function Review({ state, dispatch, plan, preview }: ReviewProps) {
  const t = useTranslations('imports');
  const [chosen, setChosen] = useState<ShownPile>();
  const [code, setCode] = useState<string>();
  const writing = useWriting(state, dispatch);
  const held = heldOf(writing.error);
  const pile = chosen ?? firstPile(preview);
  const pending = state.decisions !== state.decidedFor;
  const holds = openHolds(preview, state.accepted, held);
  const stopped = holds.some((hold) => !isConfirmed(state.confirmed, hold));
  const stale = isDeskError(writing.error) && writing.error.code === 'STALE_PLAN';
  const show = (next: ShownPile) => {
    if (pending) plan.countDecisions();
    setChosen(next);
    setCode(undefined);
  };
  return (
    <div className={styles.review}>
      {stale ? <p className={shared.missing}>{t('apply.stale')}</p> : null}
      {writing.error === null || held !== undefined ? null : (
        <ErrorCard error={writing.error} onRetry={stale ? plan.again : writing.apply} />
      )}
      {plan.error === null ? null : (
        <ErrorCard error={plan.error} onRetry={pending ? plan.countDecisions : plan.again} />
      )}
      {holds.length === 0 ? null : <HoldCard holds={holds} confirmed={state.confirmed} dispatch={dispatch} />}
      <PileTabs preview={preview} pile={pile} onPile={show} />
      <PileTools {...{ preview, pile, code, dispatch, accepted: state.accepted, onCode: setCode }} />
      <EntryList key={`${preview.previewId} ${pile} ${code}`} {...{ preview, pile, code, state, dispatch }} />
      <Group className={shared.footer ?? ''} justify="flex-end" wrap="nowrap">
        {writing.running ? (
          <ProgressLine progress={writing.progress} onCancel={writing.cancel} />
        ) : (
          <>
            <DecisionsBar state={state} preview={preview} running={plan.running} onCount={plan.countDecisions} />
            <Button variant="default" onClick={() => dispatch({ kind: 'went-to', step: 'columns' })}>
              {t('apply.back')}
            </Button>
            <ApplyButton
              preview={preview}
              accepted={state.accepted}
              disabled={plan.running || pending || stopped}
              onApply={writing.apply}
            />
          </>
        )}
      </Group>
    </div>
  );
}

/** What needs a look comes first. */
function firstPile({ counts }: ImportPreview): ShownPile {
  const order = ['changed', 'new', 'ambiguous', 'missing', 'refused', 'same'] as const;
  return order.find((pile) => counts[pile] > 0) ?? 'new';
}
