import { IconCircleDashed } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { CodeRow } from '../../../shared/contract/codes.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Codes.module.css';

/** Columns of the codes table; the class gives way to an open panel, which tells it. */
export function useCodeColumns(panelOpen: boolean): readonly DataColumn<CodeRow>[] {
  const t = useTranslations('codes.column');
  const all: readonly DataColumn<CodeRow>[] = [
    { id: 'name', title: t('name'), width: 260, render: (row) => row.title },
    { id: 'class', title: t('class'), width: 70, render: (row) => row.className },
    { id: 'code', title: t('code'), width: 280, render: (row) => <CodeCell row={row} /> },
  ];
  return panelOpen ? all.filter(({ id }) => id !== 'class') : all;
}

function CodeCell({ row }: { readonly row: CodeRow }) {
  const t = useTranslations('codes');
  if (row.value !== null) return <span className={`${styles.code} desk-mono`}>{row.value}</span>;
  return (
    <Badge meaning="waiting" icon={IconCircleDashed}>
      {t('none')}
    </Badge>
  );
}
