import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { GuardianRow } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Guardians.module.css';

/** All parents and other guardians with their children; a row leads to the first child's card. */
export function GuardiansPage() {
  const t = useTranslations('guardians');
  const count = useTranslations('app.count');
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const columns = useGuardianColumns();
  const filter = query.trim() === '' ? {} : { query };
  const rows = usePagedRows((page) => deskQuery.guardians.list.queryOptions({ input: { filter, page } }));
  const all = usePagedRows((page) => deskQuery.guardians.list.queryOptions({ input: { page } })).total;
  const openChild = (row: GuardianRow) => {
    const child = row.children[0];
    if (child !== undefined) void navigate({ to: '/pupils', search: { open: child.id } });
  };
  return (
    <Page
      header={<PageHeader title={t('title')} count={rows.pending ? undefined : count('guardians', { count: all })} />}
    >
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <FilterChips chips={[]} shown={rows.total} total={all} onReset={() => setQuery('')}>
        <SearchBox className={styles.search} label={t('search')} query={query} onQuery={setQuery} />
      </FilterChips>
      <DataTable<GuardianRow>
        name="guardians"
        label={t('title')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(row) => row.id}
        nameOf={(row) => formatFullName(row.name)}
        onOpen={openChild}
        empty={rows.pending ? null : <Nobody filtered={query !== ''} />}
      />
    </Page>
  );
}

function Nobody({ filtered }: { readonly filtered: boolean }) {
  const t = useTranslations();
  const navigate = useNavigate();
  if (filtered) return <EmptyState title={t('app.filter.nothing')} />;
  const action = <Button onClick={() => void navigate({ to: '/import' })}>{t('guardians.empty.action')}</Button>;
  return (
    <EmptyState title={t('guardians.empty.title')} action={action}>
      {t('guardians.empty.text')}
    </EmptyState>
  );
}

function useGuardianColumns(): readonly DataColumn<GuardianRow>[] {
  const t = useTranslations('guardians.column');
  return [
    { id: 'name', title: t('name'), width: 270, render: (row) => formatFullName(row.name) },
    {
      id: 'children',
      title: t('children'),
      width: 250,
      render: (row) => row.children.map((child) => `${child.name}, ${child.className}`).join('; '),
    },
    { id: 'phone', title: t('phone'), width: 150, render: (row) => row.phone ?? '' },
    { id: 'email', title: t('email'), width: 190, render: (row) => row.email ?? '' },
    { id: 'login', title: t('login'), width: 140, render: (row) => <span className="desk-mono">{row.login}</span> },
    { id: 'state', title: t('state'), width: 150, render: (row) => <StatusBadge state={row.state} /> },
  ];
}
