import { SegmentedControl, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { applicationKindSchema } from '../../../shared/contract/applications.ts';
import { useApplicationsSearch } from '../../search.ts';
import { ClassSelect } from '../../ui/ClassSelect.tsx';
import { useClasses } from '../../ui/ScopePicker.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import styles from './Applications.module.css';

/** How many are in each pile. */
export interface ApplicationCounts {
  readonly open: number;
  readonly today: number;
  readonly overdue: number;
  readonly closed: number;
}

const piles = ['open', 'today', 'overdue', 'closed', 'all'] as const;

/** The piles with their numbers, then search, kind and class. */
export function ApplicationFilters({ counts }: { readonly counts: ApplicationCounts | undefined }) {
  const t = useTranslations('applications');
  const [{ show = 'open', query = '' }, change] = useApplicationsSearch();
  const named = (pile: (typeof piles)[number]) => {
    const count = pile === 'all' ? 0 : (counts?.[pile] ?? 0);
    return count === 0 ? t(`show.${pile}`) : `${t(`show.${pile}`)} (${count.toLocaleString()})`;
  };
  return (
    <search className={styles.filters} aria-label={t('show.label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('show.label')}
        data={piles.map((pile) => ({ value: pile, label: named(pile) }))}
        value={show}
        onChange={(value) => change({ show: piles.find((pile) => pile === value), open: undefined })}
      />
      <SearchBox
        className={styles.search}
        label={t('search')}
        query={query}
        onQuery={(text) => change({ query: text === '' ? undefined : text })}
      />
      <KindAndClass />
    </search>
  );
}

function KindAndClass() {
  const t = useTranslations('applications');
  const [{ kind, classId }, change] = useApplicationsSearch();
  const classes = useClasses();
  return (
    <>
      <Select
        className={styles.choice ?? ''}
        aria-label={t('filter.kind')}
        placeholder={t('filter.allKinds')}
        clearable
        data={applicationKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind ?? null}
        onChange={(value) => change({ kind: applicationKindSchema.safeParse(value).data })}
      />
      <ClassSelect
        className={styles.choice}
        label={t('filter.class')}
        all={t('filter.allClasses')}
        classes={classes}
        classId={classId}
        onClass={(chosen) => change({ classId: chosen })}
      />
    </>
  );
}
