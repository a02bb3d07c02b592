import { Button, Radio, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Duplicate, MergeField } from '../../../shared/contract/duplicates.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useReconciliationSearch } from '../../search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { DuplicateRecords } from './DuplicateRecords.tsx';
import table from './Duplicates.module.css';
import { useReasonWords } from './finding-words.ts';
import styles from './Reconciliation.module.css';
import { useDecisionKeys } from './use-decision-keys.ts';
import { type Decisions, useDecisions } from './use-decisions.ts';

/** People who may stand in the registry twice; a card leads to the pairs of its own person, which then stand first. */
export function DuplicatesView() {
  const t = useTranslations('reconciliation.duplicates');
  const [{ personId, about = '' }] = useReconciliationSearch();
  const query = useQuery(
    deskQuery.duplicates.list.queryOptions({ input: { personId }, placeholderData: (before) => before }),
  );
  const decisions = useDecisions();
  useDecisionKeys((action) => {
    if (action === 'undo') decisions.undoLast();
  });
  const pairs = query.data ?? [];
  const own = pairs.filter((pair) => isOf(pair, personId));
  const cardOf = (pair: Duplicate, focused = false) => (
    <DuplicateCard
      key={`${pair.first.id} ${pair.second.id}`}
      pair={pair}
      decisions={decisions}
      own={personId}
      focused={focused}
    />
  );
  if (personId === undefined && query.data?.length === 0)
    return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={styles.list} tabIndex={0} aria-label={t('text')}>
      {personId === undefined ? null : (
        <OwnHead name={about} found={query.data === undefined || query.isPlaceholderData || own.length > 0} />
      )}
      <p className={styles.intro}>{t('text')}</p>
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? <Skeleton height={260} /> : null}
      {own.map((pair, place) => cardOf(pair, place === 0))}
      {own.length > 0 && own.length < pairs.length ? <h2 className={table.others}>{t('others')}</h2> : null}
      {pairs.filter((pair) => !own.includes(pair)).map((pair) => cardOf(pair))}
    </section>
  );
}

const isOf = ({ first, second }: Duplicate, personId: number | undefined) =>
  first.id === personId || second.id === personId;

/** Whose pairs stand first, and the way back to their card. */
function OwnHead({ name, found }: { readonly name: string; readonly found: boolean }) {
  const t = useTranslations('reconciliation.duplicates');
  const { history } = useRouter();
  return (
    <div className={table.own}>
      <Button size="xs" variant="default" leftSection={<IconArrowLeft size={15} />} onClick={() => history.back()}>
        {t('back')}
      </Button>
      <div>
        <h2>{t(found ? 'ofOne' : 'noneOf', { name })}</h2>
        {found ? null : <p className={styles.quiet}>{t('noneOfText')}</p>}
      </div>
    </div>
  );
}

interface DuplicateCardProps {
  readonly pair: Duplicate;
  readonly decisions: Decisions;
  /** Whose card led here; this record is offered to stay. */
  readonly own: number | undefined;
  /** Takes the focus, as what the person came for. */
  readonly focused: boolean;
}

function DuplicateCard({ pair, decisions, own, focused }: DuplicateCardProps) {
  const t = useTranslations('reconciliation');
  const reason = useReasonWords();
  const { first, second, score, reasons } = pair;
  const [keep, setKeep] = useState(second.id === own ? second.id : first.id);
  const [chosen, setChosen] = useState<ReadonlyMap<MergeField, number>>(new Map());
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) article.current?.focus();
  }, [focused]);
  const merge = useMutation({
    mutationFn: () => {
      const drop = keep === first.id ? second.id : first.id;
      const fromDropped = [...chosen].flatMap(([field, id]) => (id === drop ? [field] : []));
      return desk.duplicates.merge({ keepPersonId: keep, dropPersonId: drop, fromDropped });
    },
    onSuccess: ({ undoRunId, revoked }) => {
      const words = t('duplicates.merged', { name: first.name });
      decisions.done(revoked > 0 ? `${words}. ${t('duplicates.revoked')}` : words, undoRunId);
      return refreshRegistry();
    },
  });
  const refuse = useMutation({
    mutationFn: () => desk.duplicates.refuse({ firstId: first.id, secondId: second.id }),
    onSuccess: ({ undoRunId }) => {
      decisions.done(t('duplicates.refused', { name: first.name }), undoRunId);
      return refreshRegistry();
    },
  });
  const error = merge.error ?? refuse.error;
  return (
    <article
      ref={article}
      className={styles.pair}
      aria-label={first.name}
      aria-current={isOf(pair, own) ? 'true' : undefined}
      tabIndex={-1}
    >
      <div className={styles.pairHead}>
        <h2>{first.name}</h2>
        <span className={styles.quiet}>{t(`role.${pair.role}`)}</span>
        <span className={styles.quiet}>{t('card.score', { score: Math.floor(score * 1000) / 1000 })}</span>
      </div>
      {error === null ? null : <ErrorCard error={error} />}
      <Radio.Group aria-label={t('duplicates.keep')} value={String(keep)} onChange={(id) => setKeep(Number(id))}>
        <DuplicateRecords
          pair={pair}
          keep={keep}
          chosen={chosen}
          onChoose={(field, id) => setChosen(new Map([...chosen, [field, id]]))}
        />
      </Radio.Group>
      <div className={styles.pairFoot}>
        <span className={styles.quiet}>{reasons.map(({ code, params }) => reason(code, params)).join(' · ')}</span>
        <Button size="xs" variant="default" loading={refuse.isPending} onClick={() => refuse.mutate()}>
          {t('duplicates.refuse')}
        </Button>
        <Button
          size="xs"
          leftSection={<IconUsersGroup size={15} />}
          loading={merge.isPending}
          onClick={() => merge.mutate()}
        >
          {t('duplicates.merge')}
        </Button>
      </div>
    </article>
  );
}
