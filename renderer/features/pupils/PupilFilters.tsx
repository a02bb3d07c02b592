import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type CredentialStateOrNone, credentialStateSchema } from '../../../shared/contract/base.ts';
import { deskQuery } from '../../api.ts';
import type { PupilsSearch } from '../../search.ts';
import { type FilterChip, FilterChips } from '../../ui/FilterChips.tsx';
import styles from './Pupils.module.css';

interface PupilFiltersProps {
  readonly search: PupilsSearch;
  readonly onChange: (change: Partial<PupilsSearch>) => void;
  readonly shown: number;
  readonly total: number;
}

/** States that a pupil's slip can be in today, in the order of the work. */
const states: readonly CredentialStateOrNone[] = credentialStateSchema.options;

/** Search, class and state over the table. */
export function PupilFilters({ search, onChange, shown, total }: PupilFiltersProps) {
  const t = useTranslations('pupils.filter');
  const stateWords = useTranslations('states.credential');
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes ?? [];
  const className = classes.find((one) => one.id === search.classId)?.title;
  const chips: FilterChip[] = [];
  if (className !== undefined) {
    chips.push({ id: 'class', label: `${t('class')}: ${className}`, onRemove: () => onChange({ classId: undefined }) });
  }
  if (search.state !== undefined) {
    const label = `${t('state')}: ${stateWords(search.state)}`;
    chips.push({ id: 'state', label, onRemove: () => onChange({ state: undefined }) });
  }
  const reset = () => onChange({ classId: undefined, state: undefined, query: undefined });
  return (
    <FilterChips chips={chips} shown={shown} total={total} onReset={reset}>
      <SearchBox
        query={search.query ?? ''}
        onQuery={(query) => onChange({ query: query === '' ? undefined : query })}
      />
      <Select
        className={styles.choice ?? ''}
        aria-label={t('class')}
        placeholder={t('allClasses')}
        searchable
        clearable
        data={classes.map((one) => ({ value: String(one.id), label: one.title }))}
        value={search.classId === undefined ? null : String(search.classId)}
        onChange={(value) => onChange({ classId: value === null ? undefined : Number(value) })}
      />
      <Select
        className={styles.choice ?? ''}
        aria-label={t('state')}
        placeholder={t('allStates')}
        clearable
        data={states.map((state) => ({ value: state, label: stateWords(state) }))}
        value={search.state ?? null}
        onChange={(value) => onChange({ state: credentialStateSchema.safeParse(value).data })}
      />
    </FilterChips>
  );
}

interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Asks a moment after the last keystroke, so that typing stays smooth. */
function SearchBox({ query, onQuery }: SearchBoxProps) {
  const t = useTranslations('pupils');
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const ask = useDebouncedCallback(onQuery, 120);
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
