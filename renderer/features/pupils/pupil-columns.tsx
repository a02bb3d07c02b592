import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { PupilRow, pupilSortSchema } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge, StatusBadge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Pupils.module.css';

/** What the table can be ordered by. */
export type PupilSort = z.infer<typeof pupilSortSchema>;

/** Columns that give way to an open card, which tells the same. */
const inCard: readonly string[] = ['birth-date', 'guardians'];

/** Columns of the pupils table. */
export function usePupilColumns(cardOpen: boolean): readonly DataColumn<PupilRow, PupilSort>[] {
  const t = useTranslations('pupils.column');
  const { language } = useLanguage();
  const all: readonly DataColumn<PupilRow, PupilSort>[] = [
    { id: 'name', title: t('name'), width: 290, sort: 'name', render: (row) => <NameCell row={row} /> },
    { id: 'class', title: t('class'), width: 90, sort: 'class', render: (row) => row.className },
    {
      id: 'birth-date',
      title: t('birthDate'),
      width: 130,
      sort: 'birth-date',
      render: (row) => (row.birthDate === null ? '' : showDate(row.birthDate, language)),
    },
    { id: 'login', title: t('login'), width: 160, render: (row) => <span className="desk-mono">{row.login}</span> },
    { id: 'state', title: t('state'), width: 160, sort: 'state', render: (row) => <StatusBadge state={row.state} /> },
    { id: 'guardians', title: t('guardians'), width: 150, render: (row) => <GuardiansCell row={row} /> },
  ];
  return cardOpen ? all.filter(({ id }) => !inCard.includes(id)) : all;
}

function NameCell({ row }: { readonly row: PupilRow }) {
  const t = useTranslations('states.person');
  return (
    <span className={styles.name}>
      <span className={styles.nameText}>{formatFullName(row.name)}</span>
      {row.status === 'active' ? null : (
        <Badge meaning={row.status === 'left' ? 'neutral' : 'waiting'}>{t(row.status)}</Badge>
      )}
    </span>
  );
}

function GuardiansCell({ row }: { readonly row: PupilRow }) {
  const t = useTranslations('pupils');
  if (row.guardians === 0) return <span className={styles.quiet}>—</span>;
  return <span>{t('guardiansWithLogin', { withLogin: row.guardiansWithLogin, total: row.guardians })}</span>;
}
