import { Button, Group } from '@mantine/core';
import { type Dispatch, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pile } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { desk } from '../../api.ts';
import { isDeskError, refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { ApplyButton } from './ApplyButton.tsx';
import { EntryList } from './EntryList.tsx';
import styles from './Imports.module.css';
import type { ImportAction, ImportResult, ImportState, ShownPile } from './import-state.ts';
import { PileTabs } from './PileTabs.tsx';
import { usePreview } from './use-preview.ts';
import { useStream } from './use-stream.ts';

interface ReviewStepProps {
  readonly state: Extract<ImportState, { readonly step: 'columns' | 'review' }>;
  readonly dispatch: Dispatch<ImportAction>;
}

/** Third step: what will happen, pile by pile; the last button says it in numbers. */
export function ReviewStep({ state, dispatch }: ReviewStepProps) {
  const t = useTranslations('imports');
  const [chosen, setChosen] = useState<ShownPile>();
  const plan = usePreview(state, dispatch);
  const writing = useStream<{ readonly kind: 'done'; readonly result: ImportResult }>();
  const { preview, leaveRows } = state;
  if (preview === undefined) return <ProgressLine progress={plan.progress} />;
  const pile = chosen ?? firstPile(preview);
  const apply = () =>
    writing.start(
      (signal) => desk.imports.apply(applyInput(preview, leaveRows), { signal }),
      ({ result }) => {
        dispatch({ kind: 'applied', result });
        void refreshRegistry();
      },
    );
  const stale = isDeskError(writing.error) && writing.error.code === 'STALE_PLAN';
  return (
    <div className={styles.review}>
      <PileTabs preview={preview} pile={pile} onPile={setChosen} />
      {stale ? <p className={styles.missing}>{t('apply.stale')}</p> : null}
      {writing.error === null ? null : <ErrorCard error={writing.error} onRetry={stale ? plan.again : apply} />}
      {plan.error === null ? null : <ErrorCard error={plan.error} onRetry={plan.again} />}
      <EntryList
        key={`${preview.previewId} ${pile}`}
        previewId={preview.previewId}
        pile={pile}
        leaveRows={leaveRows}
        onToggle={(rowNumber) => dispatch({ kind: 'row-toggled', rowNumber })}
      />
      <Group className={styles.footer ?? ''} justify="flex-end">
        {writing.running ? (
          <ProgressLine progress={writing.progress} onCancel={writing.cancel} />
        ) : (
          <>
            <Button variant="default" onClick={() => dispatch({ kind: 'went-to', step: 'columns' })}>
              {t('apply.back')}
            </Button>
            <ApplyButton counts={preview.counts} leftOut={leaveRows.length} disabled={plan.running} onApply={apply} />
          </>
        )}
      </Group>
    </div>
  );
}

function applyInput(preview: ImportPreview, leaveRows: readonly number[]) {
  return {
    previewId: preview.previewId,
    planHash: preview.planHash,
    piles: ['new' as const, 'changed' as const],
    leaveRows: [...leaveRows],
  };
}

/** What needs a look comes first. */
function firstPile({ counts }: ImportPreview): ShownPile {
  const order: readonly Pile[] = ['changed', 'new', 'ambiguous', 'refused', 'same'];
  return order.find((pile) => counts[pile] > 0) ?? 'new';
}
