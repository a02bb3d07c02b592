import { Checkbox, Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { PlanEntry } from '../../../shared/contract/import-plan.ts';
import { desk, deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { EntryDetails } from './EntryDetails.tsx';
import styles from './Imports.module.css';
import type { ShownPile } from './import-state.ts';

interface EntryListProps {
  readonly previewId: string;
  readonly pile: ShownPile;
  readonly leaveRows: readonly number[];
  readonly onToggle: (rowNumber: number) => void;
}

/** Rows of one pile, read piece by piece; new and changed ones can be left out with a tick. */
export function EntryList({ previewId, pile, leaveRows, onToggle }: EntryListProps) {
  const t = useTranslations('imports.piles');
  const rows = usePagedRows((page) => {
    const options = deskQuery.imports.entries.queryOptions({ input: { previewId, pile, page } });
    return {
      queryKey: options.queryKey,
      queryFn: async () => asPiece(await desk.imports.entries({ previewId, pile, page })),
    };
  });
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
      {rows.total === 0 && !rows.pending ? <p className={styles.quiet}>{t('none')}</p> : null}
      <ul className={styles.entryList} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={styles.entry}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Entry entry={rows.rowAt(item.index)} leaveRows={leaveRows} onToggle={onToggle} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly entry: PlanEntry | undefined;
  readonly leaveRows: readonly number[];
  readonly onToggle: (rowNumber: number) => void;
}

function Entry({ entry, leaveRows, onToggle }: EntryProps) {
  const t = useTranslations('imports.entry');
  if (entry === undefined) return null;
  const optional = entry.pile === 'new' || entry.pile === 'changed';
  return (
    <>
      {optional ? (
        <Checkbox
          size="xs"
          aria-label={t('take', { number: entry.rowNumber })}
          checked={!leaveRows.includes(entry.rowNumber)}
          onChange={() => onToggle(entry.rowNumber)}
        />
      ) : (
        <span className={styles.noTick} />
      )}
      <EntryDetails entry={entry} />
    </>
  );
}

function asPiece(answer: { readonly total: number; readonly entries: readonly PlanEntry[] }) {
  return { total: answer.total, rows: answer.entries };
}
