import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FindingRow, Pair } from '../../../shared/contract/reconciliation.ts';
import { deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { useOpenDuplicates } from '../../ui/use-open-duplicates.ts';
import { AskAgainField } from './AskAgainField.tsx';
import { FamilyLetter } from './FamilyLetter.tsx';
import { useFindingWords, useReasonWords } from './finding-words.ts';
import { PairSides } from './PairSides.tsx';
import styles from './Reconciliation.module.css';
import { StateBadge } from './StateBadge.tsx';
import { type DecisionKind, isPossible } from './use-decisions.ts';

interface FindingCardProps {
  readonly finding: FindingRow;
  /** In how many days to ask the family again, when it is asked. */
  readonly days: number;
  readonly onDays: (days: number) => void;
  readonly onDecide: (kind: DecisionKind) => void;
  readonly onClose: () => void;
}

/** One finding: why it keeps the family out, what to do, both sides, and the decisions with their keys. */
export function FindingCard({ finding, days, onDays, onDecide, onClose }: FindingCardProps) {
  const t = useTranslations('reconciliation');
  const words = useFindingWords()(finding.code, finding.params);
  const query = useQuery(deskQuery.reconciliation.pair.queryOptions({ input: { findingId: finding.id } }));
  const place = [finding.className, t(`role.${finding.role}`)].filter((part) => part !== '').join(', ');
  return (
    <SidePanel
      title={finding.who}
      subtitle={
        <span className={styles.subtitle}>
          {place}
          <StateBadge finding={finding} />
        </span>
      }
      onClose={onClose}
      actions={<DecisionButtons finding={finding} days={days} onDays={onDays} onDecide={onDecide} />}
    >
      <section className={styles.reason} aria-label={words.title}>
        <h3 className={styles.reasonTitle}>{words.title}</h3>
        {words.why === '' ? null : <p>{words.why}</p>}
        {words.todo === '' ? null : <p className={styles.todo}>{words.todo}</p>}
      </section>
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? <Skeleton height={220} /> : <PairDetails pair={query.data} />}
      <MoreLinks finding={finding} />
    </SidePanel>
  );
}

function PairDetails({ pair }: { readonly pair: Pair }) {
  const t = useTranslations('reconciliation.card');
  const reason = useReasonWords();
  const { score, reasons, rowNumber, school, portal } = pair;
  return (
    <>
      <PairSides pair={pair} />
      <p className={styles.quiet}>
        {school === null ? `${t('noSchool')}. ` : ''}
        {portal === null ? `${t('noPortal')}. ` : ''}
        {rowNumber === null ? '' : t('row', { row: rowNumber })}
      </p>
      {reasons.length === 0 ? null : (
        <PanelGroup title={`${t('why')}, ${t('score', { score: Math.floor(score * 1000) / 1000 })}`}>
          <ul className={styles.reasons}>
            {reasons.map(({ code, params }) => (
              <li key={code}>{reason(code, params)}</li>
            ))}
          </ul>
        </PanelGroup>
      )}
    </>
  );
}

function MoreLinks({ finding }: { readonly finding: FindingRow }) {
  const t = useTranslations('reconciliation.card');
  const navigate = useNavigate();
  const [letter, setLetter] = useState(false);
  const openDuplicates = useOpenDuplicates();
  const { pupilId, personId } = finding;
  return (
    <div className={styles.more}>
      {pupilId === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: '/pupils', search: { open: pupilId } })}
        >
          {t('openPupil')}
        </Button>
      )}
      {finding.code !== 'guardian-twice' || personId === null || openDuplicates === undefined ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => openDuplicates(personId, finding.who)}>
          {t('openDuplicates')}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => setLetter(true)}>
        {t('letter')}
      </Button>
      {letter ? <FamilyLetter findingId={finding.id} onClose={() => setLetter(false)} /> : null}
    </div>
  );
}

const buttons = [
  { kind: 'take', key: 'T' },
  { kind: 'keep', key: 'S' },
  { kind: 'ask', key: 'F' },
  { kind: 'separate', key: 'N' },
] as const;

function DecisionButtons({ finding, days, onDays, onDecide }: Omit<FindingCardProps, 'onClose'>) {
  const t = useTranslations('reconciliation.action');
  const reopen = isPossible(finding, 'reopen');
  return (
    <div className={styles.decisions}>
      {buttons.map(({ kind, key }) => (
        <Button
          key={kind}
          size="xs"
          variant={kind === 'take' && isPossible(finding, 'take') ? 'filled' : 'default'}
          px={8}
          justify="space-between"
          rightSection={<Keys of={[key]} />}
          disabled={!isPossible(finding, kind)}
          onClick={() => onDecide(kind)}
        >
          {t(kind)}
        </Button>
      ))}
      {isPossible(finding, 'ask') ? <AskAgainField days={days} onDays={onDays} /> : null}
      {reopen ? (
        <Button size="xs" variant="subtle" onClick={() => onDecide('reopen')}>
          {t('reopen')}
        </Button>
      ) : null}
    </div>
  );
}
