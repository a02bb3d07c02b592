import { Button, Skeleton } from '@mantine/core';
import { IconUserCheck, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Pair } from '../../../shared/contract/reconciliation.ts';
import { deskQuery } from '../../api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useReasonWords } from './finding-words.ts';
import { PairSides } from './PairSides.tsx';
import styles from './Reconciliation.module.css';
import type { Decisions } from './use-decisions.ts';

const shownAtOnce = 30;

interface SuggestionsViewProps {
  readonly runId: number;
  readonly decisions: Decisions;
}

/** Pairs that are likely but not certain, one under another; the next takes the place of the decided one. */
export function SuggestionsView({ runId, decisions }: SuggestionsViewProps) {
  const t = useTranslations('reconciliation.suggestions');
  const input = { runId, page: { offset: 0, limit: shownAtOnce } };
  const query = useQuery(
    deskQuery.reconciliation.suggestions.queryOptions({ input, placeholderData: (before) => before }),
  );
  if (query.data?.total === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={styles.list} tabIndex={0} aria-label={t('text')}>
      <p className={styles.intro}>{t('text')}</p>
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? <Skeleton height={260} /> : null}
      {query.data?.rows.map((pair) => (
        <PairCard key={pair.portalId} pair={pair} decisions={decisions} />
      ))}
    </section>
  );
}

function PairCard({ pair, decisions }: { readonly pair: Pair; readonly decisions: Decisions }) {
  const t = useTranslations('reconciliation');
  const reason = useReasonWords();
  const { portal, portalId, personId, score, reasons, rowNumber } = pair;
  const name = portal?.name ?? '';
  const say = (same: boolean) => decisions.said(portalId ?? 0, personId ?? 0, same, name);
  return (
    <article className={styles.pair} aria-label={name}>
      <div className={styles.pairHead}>
        <h2>{name}</h2>
        <span className={styles.quiet}>{t('card.score', { score: Math.floor(score * 1000) / 1000 })}</span>
        <span className={styles.quiet}>{rowNumber === null ? '' : t('card.row', { row: rowNumber })}</span>
      </div>
      <PairSides pair={pair} />
      <div className={styles.pairFoot}>
        <span className={styles.quiet}>{reasons.map(({ code, params }) => reason(code, params)).join(' · ')}</span>
        <Button size="xs" variant="default" leftSection={<IconUsers size={15} />} onClick={() => say(false)}>
          {t('suggestions.other')}
        </Button>
        <Button size="xs" leftSection={<IconUserCheck size={15} />} onClick={() => say(true)}>
          {t('suggestions.same')}
        </Button>
      </div>
    </article>
  );
}
