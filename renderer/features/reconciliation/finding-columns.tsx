import { useTranslations } from 'use-intl';
import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import { DifferentValue } from './DifferentValue.tsx';
import { useFindingWords } from './finding-words.ts';
import styles from './Reconciliation.module.css';
import { StateBadge } from './StateBadge.tsx';

/** The columns of the findings; with the card open only those that tell rows apart. */
export function useFindingColumns(withCard: boolean): readonly DataColumn<FindingRow>[] {
  const t = useTranslations('reconciliation');
  const words = useFindingWords();
  const all: readonly DataColumn<FindingRow>[] = [
    { id: 'class', title: t('column.class'), width: 64, render: (row) => row.className },
    { id: 'who', title: t('column.who'), width: 230, render: (row) => <Who row={row} /> },
    { id: 'reason', title: t('column.reason'), width: 210, render: (row) => words(row.code, row.params).title },
    {
      id: 'school',
      title: t('column.school'),
      width: 190,
      render: (row) => <Value row={row} side="school" />,
    },
    {
      id: 'portal',
      title: t('column.portal'),
      width: 190,
      render: (row) => <Value row={row} side="portal" />,
    },
    { id: 'state', title: t('column.state'), width: 170, render: (row) => <StateBadge finding={row} /> },
  ];
  return withCard ? all.filter(({ id }) => id === 'class' || id === 'who' || id === 'reason' || id === 'state') : all;
}

function Who({ row }: { readonly row: FindingRow }) {
  const t = useTranslations('reconciliation');
  return (
    <span className={styles.who} title={`${row.who}, ${t(`role.${row.role}`)}`}>
      <span className={styles.whoName}>{row.who}</span>
      {row.isNew ? <Badge meaning="information">{t('newMark')}</Badge> : null}
    </span>
  );
}

/** A finding about the person as a whole has no values to compare. */
function Value({ row, side }: { readonly row: FindingRow; readonly side: 'school' | 'portal' }) {
  if (row.field === 'person') return null;
  const { schoolValue, portalValue } = row;
  const [value, against] = side === 'school' ? [schoolValue, portalValue] : [portalValue, schoolValue];
  return (
    <span className={styles.oneLine} title={value}>
      <DifferentValue value={value} against={against} />
    </span>
  );
}
