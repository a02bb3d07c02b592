import { useTranslations } from 'use-intl';
import type { ProcessingRow } from '../../../shared/contract/personal-data.ts';
import type { ProcessingStanding } from '../../../shared/domain/personal-data.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { meaningOfStanding } from '../../ui/processing-standing.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';

/** What the list can be narrowed to; what needs somebody comes first. */
export const processingFilters = ['all', 'none', 'withdrawn', 'expired', 'good'] as const satisfies readonly (
  | 'all'
  | ProcessingStanding
)[];

/** The columns of the list. */
export function useProcessingColumns(): readonly DataColumn<ProcessingRow>[] {
  const t = useTranslations('personalData');
  const role = useTranslations('states.holder');
  const { language } = useLanguage();
  return [
    { id: 'name', title: t('column.name'), width: 250, render: ({ name }) => name },
    { id: 'role', title: t('column.role'), width: 100, render: (row) => role(row.role) },
    { id: 'class', title: t('column.class'), width: 80, render: ({ className }) => className },
    {
      id: 'ground',
      title: t('column.ground'),
      width: 260,
      render: ({ record }) => (record === null ? '' : `${t(`basis.${record.basis}`)}: ${record.purpose}`),
    },
    {
      id: 'until',
      title: t('column.until'),
      width: 110,
      render: ({ record }) => (record?.keepUntil == null ? '' : showDate(record.keepUntil, language)),
    },
    {
      id: 'standing',
      title: t('column.standing'),
      width: 190,
      render: ({ standing }) => <Badge meaning={meaningOfStanding[standing]}>{t(`standing.${standing}`)}</Badge>,
    },
  ];
}
