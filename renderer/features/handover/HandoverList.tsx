import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Handover.module.css';
import { HandoverLine } from './HandoverLine.tsx';
import { linesOf } from './handover-rows.ts';
import type { RollCall } from './use-roll-call.ts';

interface HandoverListProps {
  readonly call: RollCall;
  readonly withClasses: boolean;
}

const ROW_PX = 52;
const CLASS_PX = 36;

/** People in the order of the slips; only what is on screen is drawn, so a whole school is no burden. */
export function HandoverList({ call, withClasses }: HandoverListProps) {
  const t = useTranslations('handover');
  const scroll = useRef<HTMLElement>(null);
  const lines = useMemo(() => linesOf(call.rows, withClasses), [call.rows, withClasses]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (lines[index]?.kind === 'class' ? CLASS_PX : ROW_PX),
    getItemKey: (index) => keyOf(lines[index]),
    overscan: 6,
    scrollPaddingStart: CLASS_PX,
    scrollPaddingEnd: ROW_PX,
  });
  const at = lines.findIndex((line) => line.kind === 'row' && line.place === call.cursor);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);
  return (
    <section
      ref={scroll}
      className={styles.scroll}
      aria-label={t('list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
      tabIndex={0}
      onKeyDown={call.onKeyDown}
    >
      <div className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const style = { transform: `translateY(${item.start}px)`, height: item.size };
          if (line.kind === 'class') {
            return (
              <h2 key={item.key} className={styles.class} style={style}>
                {line.className}
              </h2>
            );
          }
          return <HandoverLine key={item.key} call={call} row={line.row} place={line.place} style={style} />;
        })}
      </div>
    </section>
  );
}

type Line = ReturnType<typeof linesOf>[number];

function keyOf(line: Line | undefined): string | number {
  if (line === undefined) return '';
  return line.kind === 'row' ? line.row.credentialId : line.className;
}
