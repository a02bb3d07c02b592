import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Sheet } from '../../shared/contract/slips.ts';
import { PaperSheet } from './PaperSheet.tsx';
import styles from './PaperView.module.css';

interface PaperViewProps {
  /** The sheets that have been read, in order from the first page. */
  readonly sheets: readonly Sheet[];
  /** How many pages there are in all. */
  readonly pages: number;
  /** What the paper is called where two are on the screen. */
  readonly label?: string;
  /** Asks for sheets that are not there yet when the person comes near the end. */
  readonly onNeed?: (page: number) => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.5, 2] as const;

/** Paper as it will come out of the printer: true proportion, zoom, page list. 1 is the width of the view. */
export function PaperView({ sheets, pages, label, onNeed }: PaperViewProps) {
  const t = useTranslations('app.paper');
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(0);
  const desk = useRef<HTMLElement>(null);
  const shown = Math.min(page, Math.max(0, sheets.length - 1));
  useEffect(() => {
    if (shown >= sheets.length - 2 && sheets.length < pages) onNeed?.(sheets.length);
  }, [shown, sheets.length, pages, onNeed]);
  const goTo = (to: number) => {
    setPage(to);
    desk.current?.querySelector(`[data-page="${to}"]`)?.scrollIntoView({ block: 'start' });
  };
  if (sheets.length === 0) return <div className={styles.nothing}>{t('empty')}</div>;
  return (
    <div className={styles.view}>
      {pages > 1 ? <PageList sheets={sheets} current={shown} onGo={goTo} /> : null}
      <section
        ref={desk}
        className={styles.desk}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
        tabIndex={0}
        aria-label={label ?? t('pages')}
        onScroll={(event) => setPage(pageInView(event.currentTarget))}
      >
        {sheets.map((sheet, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet has no other name than its page number
          <div key={index} data-page={index} className={styles.sheet} style={{ width: `${zoom * 100}%` }}>
            <PaperSheet sheet={sheet} label={t('pageOf', { page: index + 1, total: pages })} />
          </div>
        ))}
      </section>
      <ZoomBar zoom={zoom} onZoom={setZoom} words={t('pageOf', { page: shown + 1, total: pages })} />
    </div>
  );
}

interface PageListProps {
  readonly sheets: readonly Sheet[];
  readonly current: number;
  readonly onGo: (page: number) => void;
}

function PageList({ sheets, current, onGo }: PageListProps) {
  const t = useTranslations('app.paper');
  return (
    <nav className={styles.list} aria-label={t('pages')}>
      {sheets.map((sheet, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet has no other name than its page number
          key={index}
          type="button"
          className={styles.thumb}
          aria-current={index === current ? 'page' : undefined}
          aria-label={t('page', { page: index + 1 })}
          onClick={() => onGo(index)}
        >
          <PaperSheet sheet={sheet} />
          <span>{index + 1}</span>
        </button>
      ))}
    </nav>
  );
}

interface ZoomBarProps {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly words: string;
}

function ZoomBar({ zoom, onZoom, words }: ZoomBarProps) {
  const t = useTranslations('app.paper');
  const smaller = ZOOMS.findLast((step) => step < zoom);
  const larger = ZOOMS.find((step) => step > zoom);
  return (
    <div className={styles.bar}>
      <span className={styles.place}>{words}</span>
      <ZoomButton label={t('zoomOut')} icon={IconZoomOut} to={smaller} onZoom={onZoom} />
      <ZoomButton label={t('fit')} icon={IconArrowAutofitWidth} to={zoom === 1 ? undefined : 1} onZoom={onZoom} />
      <ZoomButton label={t('zoomIn')} icon={IconZoomIn} to={larger} onZoom={onZoom} />
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly icon: typeof IconZoomIn;
  readonly to: number | undefined;
  readonly onZoom: (zoom: number) => void;
}

function ZoomButton({ label, icon: Icon, to, onZoom }: ZoomButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        disabled={to === undefined}
        onClick={() => to !== undefined && onZoom(to)}
      >
        <Icon size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

function pageInView(desk: HTMLElement): number {
  const middle = desk.getBoundingClientRect().top + desk.clientHeight / 2;
  const sheets = [...desk.querySelectorAll('[data-page]')];
  return Math.max(
    0,
    sheets.findLastIndex((sheet) => sheet.getBoundingClientRect().top <= middle),
  );
}
