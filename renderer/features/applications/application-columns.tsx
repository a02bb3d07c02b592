import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconClockExclamation } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import styles from './Applications.module.css';

/** Columns of the register; beside an open card only what tells applications apart. */
export function useApplicationColumns(beside: boolean): readonly DataColumn<ApplicationRow>[] {
  const t = useTranslations('applications');
  const { language } = useLanguage();
  const date = (iso: string) => <span className={styles.date}>{showDate(iso, language)}</span>;
  const all: readonly DataColumn<ApplicationRow>[] = [
    { id: 'number', title: t('column.number'), width: 60, render: (row) => row.number },
    { id: 'registered', title: t('column.registered'), width: 105, render: (row) => date(row.registeredOn) },
    { id: 'applicant', title: t('column.applicant'), width: 220, render: (row) => row.applicantName },
    { id: 'kind', title: t('column.kind'), width: 165, render: (row) => t(`kind.${row.kind}`) },
    { id: 'pupils', title: t('column.pupils'), width: 220, render: pupilsOf },
    { id: 'due', title: t('column.due'), width: 115, render: (row) => date(row.dueOn) },
    { id: 'standing', title: t('column.standing'), width: 125, render: (row) => <StandingBadge row={row} /> },
  ];
  const hidden = beside ? ['registered', 'pupils', 'due'] : [];
  return all.filter(({ id }) => !hidden.includes(id));
}

function pupilsOf({ pupils }: ApplicationRow): string {
  return pupils.map(({ name, className }) => (className === '' ? name : `${name}, ${className}`)).join('; ');
}

const looks = {
  due: { meaning: 'waiting', icon: IconClock },
  today: { meaning: 'needs-you', icon: IconClockExclamation },
  overdue: { meaning: 'needs-you', icon: IconAlertTriangle },
  done: { meaning: 'done', icon: IconCircleCheck },
  refused: { meaning: 'neutral', icon: IconCircleX },
  recalled: { meaning: 'neutral', icon: IconCircleX },
} as const;

/** Where an application stands; a closed one says how it ended. */
export function StandingBadge({ row }: { readonly row: Pick<ApplicationRow, 'standing' | 'outcome'> }) {
  const t = useTranslations('applications');
  const { standing, outcome } = row;
  const look = looks[standing === 'closed' ? (outcome ?? 'done') : standing];
  return (
    <Badge meaning={look.meaning} icon={look.icon}>
      {outcome === null ? t(`standing.${standing}`) : t(`outcome.${outcome}`)}
    </Badge>
  );
}
