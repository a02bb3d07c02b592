import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type Dispatch, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { type PlanEntry, rowProblemSchema } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { desk, deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { EntryDetails } from './EntryDetails.tsx';
import { EntryTick } from './EntryTick.tsx';
import type { ImportAction, ImportState, ShownPile } from './import-state.ts';
import styles from './Review.module.css';

interface EntryListProps {
  readonly preview: ImportPreview;
  readonly pile: ShownPile;
  /** Only rows with a remark of this kind. */
  readonly code: string | undefined;
  readonly state: Extract<ImportState, { readonly step: 'columns' | 'review' }>;
  readonly dispatch: Dispatch<ImportAction>;
}

/** Rows of one pile, read piece by piece; each can be left out with a tick, an unclear one is decided here. */
export function EntryList({ preview, pile, code, state, dispatch }: EntryListProps) {
  const t = useTranslations('imports.piles');
  const rows = useEntries(preview, pile, code);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => 44,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { onRange } = rows;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className={styles.entries} tabIndex={0} aria-label={t(pile)}>
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      {rows.pending ? <Skeleton className={styles.waiting ?? ''} height={260} /> : null}
      {rows.total === 0 && !rows.pending ? <p className={styles.none}>{t('none')}</p> : null}
      <ul className={styles.entryList} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={styles.entry}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Entry entry={rows.rowAt(item.index)} state={state} dispatch={dispatch} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly entry: PlanEntry | undefined;
  readonly state: EntryListProps['state'];
  readonly dispatch: Dispatch<ImportAction>;
}

function Entry({ entry, state, dispatch }: EntryProps) {
  if (entry === undefined) return null;
  return (
    <>
      <EntryTick entry={entry} accepted={state.accepted} dispatch={dispatch} />
      <EntryDetails entry={entry} accepted={state.accepted} decisions={state.decisions} dispatch={dispatch} />
    </>
  );
}

function useEntries({ previewId, planHash }: ImportPreview, pile: ShownPile, code: string | undefined) {
  const known = rowProblemSchema.shape.code.safeParse(code).data;
  return usePagedRows((page) => {
    const input = { previewId, pile, page, ...(known === undefined ? {} : { code: known }) };
    return {
      // Decisions make another plan under the same preview: its hash tells the two apart.
      queryKey: [...deskQuery.imports.entries.queryKey({ input }), planHash],
      queryFn: async () => asPiece(await desk.imports.entries(input)),
    };
  });
}

function asPiece(answer: { readonly total: number; readonly entries: readonly PlanEntry[] }) {
  return { total: answer.total, rows: answer.entries };
}
