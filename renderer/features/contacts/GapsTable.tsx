import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ContactGap } from '../../../shared/contract/contacts.ts';
import { deskQuery } from '../../api.ts';
import { useContactsSearch } from '../../search.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Contacts.module.css';

/** Who lacks a required contact; a row leads to entering the class. */
export function GapsTable() {
  const t = useTranslations('contacts');
  const [{ classId }, change] = useContactsSearch();
  const of = classId === undefined ? {} : { classId };
  const rows = usePagedRows((page) => deskQuery.contacts.gaps.queryOptions({ input: { ...of, page } }));
  const columns = useGapColumns((gap) => change({ view: 'entry', classId: gap.classId }));
  return (
    <>
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <DataTable<ContactGap>
        name="contact-gaps"
        label={t('view.gaps')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(row) => row.personId}
        nameOf={(row) => row.name}
        onOpen={(row) => change({ view: 'entry', classId: row.classId })}
        empty={rows.pending ? null : <EmptyState title={t('empty.complete')}>{t('empty.completeText')}</EmptyState>}
      />
    </>
  );
}

function useGapColumns(onEnter: (gap: ContactGap) => void): readonly DataColumn<ContactGap>[] {
  const t = useTranslations('contacts');
  return [
    { id: 'class', title: t('column.className'), width: 70, render: (row) => row.className },
    { id: 'who', title: t('column.who'), width: 250, render: (row) => row.name },
    { id: 'pupil', title: t('column.pupil'), width: 230, render: (row) => row.pupil || t('pupil') },
    {
      id: 'missing',
      title: t('column.missing'),
      width: 210,
      render: (row) => (
        <span className={styles.badges}>
          {row.missing.map((kind) => (
            <Badge key={kind} meaning="waiting">
              {t(`kind.${kind}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'enter',
      title: '',
      width: 90,
      render: (row) => (
        <Button
          size="compact-sm"
          variant="subtle"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            onEnter(row);
          }}
        >
          {t('open')}
        </Button>
      ),
    },
  ];
}
