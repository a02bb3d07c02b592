import { useTranslations } from 'use-intl';
import type { Candidate } from '../../../shared/contract/credentials.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Issue.module.css';

/** Those who would get a login, in the order of the slips. */
export function CandidatesTable({ rows }: { readonly rows: readonly Candidate[] }) {
  const t = useTranslations('credentials.issue');
  const columns = useCandidateColumns();
  return (
    <DataTable<Candidate>
      name="candidates"
      label={t('table')}
      columns={columns}
      total={rows.length}
      rowAt={(index) => rows[index]}
      idOf={(row) => row.personId}
      nameOf={(row) => row.title}
    />
  );
}

function useCandidateColumns(): readonly DataColumn<Candidate>[] {
  const t = useTranslations('credentials.issue.column');
  const holder = useTranslations('states.holder');
  return [
    { id: 'name', title: t('name'), width: 270, render: (row) => row.title },
    {
      id: 'login',
      title: t('login'),
      width: 170,
      render: (row) => <span className="desk-mono">{row.proposedLogin}</span>,
    },
    { id: 'class', title: t('class'), width: 80, render: (row) => row.className },
    {
      id: 'role',
      title: t('role'),
      width: 100,
      render: (row) => <span className={styles.quiet}>{holder(row.role)}</span>,
    },
    { id: 'children', title: t('children'), width: 150, render: (row) => <ChildrenCell row={row} /> },
  ];
}

function ChildrenCell({ row }: { readonly row: Candidate }) {
  const names = row.children.join(', ');
  return (
    <span className={styles.children} title={names}>
      {names}
    </span>
  );
}
