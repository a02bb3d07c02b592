import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { deskQuery } from '../../api.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import styles from './Handover.module.css';
import { type SlipNumber, slipNumberIn } from './handover-rows.ts';

interface FoundSlipProps {
  readonly query: string;
  /** The people on the page: only their slips are marked by Enter. */
  readonly rows: readonly HandoverRow[];
}

/** A slip by its printed number, typed or scanned in place of a name: whose it is and whether it may still be given out. */
export function FoundSlip({ query, rows }: FoundSlipProps) {
  const number = slipNumberIn(query);
  return number === undefined ? null : <SlipFacts {...number} rows={rows} />;
}

function SlipFacts({ batchId, position, rows }: SlipNumber & Pick<FoundSlipProps, 'rows'>) {
  const t = useTranslations('handover.slip');
  const enabled = batchId > 0 && position > 0;
  const { data } = useQuery(deskQuery.handover.findSlip.queryOptions({ input: { batchId, position }, enabled }));
  if (data === undefined) return null;
  const number = `${batchId}-${position}`;
  if (data === null) return <p className={styles.slip}>{t('none', { number })}</p>;
  const here = rows.some(({ credentialId }) => credentialId === data.credentialId);
  const Icon = data.good ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={styles.slip} data-good={data.good} role="status">
      <Icon size={18} aria-hidden />
      <span>
        <b>{t('whose', { number, name: data.title })}</b> <span className="desk-mono">{data.login}</span>
      </span>
      <StatusBadge state={data.state} />
      <span>{t(data.good ? (data.state === 'printed' ? (here ? 'good' : 'elsewhere') : 'given') : 'void')}</span>
    </p>
  );
}
