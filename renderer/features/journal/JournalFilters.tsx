import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { journalKindSchema } from '../../../shared/contract/journal.ts';
import { deskQuery } from '../../api.ts';
import { useJournalSearch } from '../../search.ts';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import styles from './Journal.module.css';

const nothing = {
  userId: undefined,
  kind: undefined,
  from: undefined,
  to: undefined,
  query: undefined,
  personIds: undefined,
  about: undefined,
};

/** Words, kind, user and days over the journal; the person is set by a card and goes with its chip. */
export function JournalFilters({ shown, total }: { readonly shown: number; readonly total: number }) {
  const t = useTranslations('journal.filter');
  const kinds = useTranslations('journal.kinds');
  const [search, change] = useJournalSearch();
  const users = useQuery(deskQuery.journal.users.queryOptions()).data ?? [];
  const { about = '' } = search;
  const isOn = Object.values(search).some((value) => value !== undefined && value !== '');
  const person = {
    id: 'person',
    label: t('person', { name: about }),
    onRemove: () => change({ personIds: undefined, about: undefined }),
  };
  return (
    <FilterChips
      chips={search.personIds === undefined ? [] : [person]}
      shown={shown}
      total={total}
      {...(isOn ? { alwaysReset: true } : {})}
      onReset={() => change(nothing)}
    >
      <SearchBox
        className={styles.search}
        label={t('search')}
        query={search.query ?? ''}
        onQuery={(text) => change({ query: text === '' ? undefined : text })}
      />
      <Select
        className={styles.kind ?? ''}
        aria-label={t('kind')}
        placeholder={t('all')}
        clearable
        data={journalKindSchema.options.map((value) => ({ value, label: kinds(value) }))}
        value={search.kind ?? null}
        onChange={(value) => change({ kind: journalKindSchema.safeParse(value).data })}
      />
      <Select
        className={styles.user ?? ''}
        aria-label={t('user')}
        placeholder={t('everybody')}
        clearable
        searchable
        data={users.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={search.userId === undefined ? null : String(search.userId)}
        onChange={(value) => change({ userId: value === null ? undefined : Number(value) })}
      />
      <Day label={t('from')} value={search.from} onDay={(from) => change({ from })} />
      <Day label={t('to')} value={search.to} onDay={(to) => change({ to })} />
    </FilterChips>
  );
}

interface DayProps {
  readonly label: string;
  /** ISO 8601. */
  readonly value: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}

function Day({ label, value, onDay }: DayProps) {
  return (
    <TextInput
      type="date"
      className={styles.day ?? ''}
      aria-label={label}
      title={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onDay(currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  );
}
