import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { applicationKindSchema } from '../../../shared/contract/applications.ts';
import { useApplicationsSearch } from '../../search.ts';
import { useClasses } from '../../ui/ScopePicker.tsx';
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
  const [{ show = 'open' }, change] = useApplicationsSearch();
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
      <SearchBox />
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
      <Select
        className={styles.choice ?? ''}
        aria-label={t('filter.class')}
        placeholder={t('filter.allClasses')}
        searchable
        clearable
        data={classes.map((one) => ({ value: String(one.id), label: one.title }))}
        value={classId === undefined ? null : String(classId)}
        onChange={(value) => change({ classId: value === null ? undefined : Number(value) })}
      />
    </>
  );
}

/** Asks a moment after the last keystroke. */
function SearchBox() {
  const t = useTranslations('applications');
  const [{ query = '' }, change] = useApplicationsSearch();
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const ask = useDebouncedCallback((text: string) => change({ query: text === '' ? undefined : text }), 150);
  return (
    <TextInput
      className={styles.search ?? ''}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      data-page-search
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
