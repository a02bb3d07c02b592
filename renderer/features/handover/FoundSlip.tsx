import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import styles from './Handover.module.css';

const printedNumber = /^№?\s*(\d{1,9})\s*[-–]\s*(\d{1,6})$/;

/** Does this look like the number printed on a slip? */
export function isSlipNumber(query: string): boolean {
  return printedNumber.test(query.trim());
}

/** A slip by its printed number, typed in place of a name: whose it is and whether it may still be given out. */
export function FoundSlip({ query }: { readonly query: string }) {
  const number = printedNumber.exec(query.trim());
  if (number === null) return null;
  return <SlipFacts batchId={Number(number[1])} position={Number(number[2])} />;
}

interface SlipFactsProps {
  readonly batchId: number;
  readonly position: number;
}

function SlipFacts({ batchId, position }: SlipFactsProps) {
  const t = useTranslations('handover.slip');
  const enabled = batchId > 0 && position > 0;
  const { data } = useQuery(deskQuery.handover.findSlip.queryOptions({ input: { batchId, position }, enabled }));
  if (data === undefined) return null;
  const number = `${batchId}-${position}`;
  if (data === null) return <p className={styles.slip}>{t('none', { number })}</p>;
  const Icon = data.good ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={styles.slip} data-good={data.good} role="status">
      <Icon size={18} aria-hidden />
      <span>
        <b>{t('whose', { number, name: data.title })}</b> <span className="desk-mono">{data.login}</span>
      </span>
      <StatusBadge state={data.state} />
      <span>{t(data.good ? (data.state === 'printed' ? 'good' : 'given') : 'void')}</span>
    </p>
  );
}
