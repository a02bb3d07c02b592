import { Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import type { ReconciliationSearch, useReconciliationSearch } from '../../search.ts';
import { ClassSelect } from '../../ui/ClassSelect.tsx';
import { type FilterChip, FilterChips } from '../../ui/FilterChips.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { useFindingWords } from './finding-words.ts';
import styles from './Reconciliation.module.css';

interface FindingFiltersProps {
  readonly overview: ReconciliationOverview;
  readonly search: ReconciliationSearch;
  readonly onChange: ReturnType<typeof useReconciliationSearch>[1];
  readonly shown: number;
}

/** Every filter taken off. */
export const noFilter = {
  ...{ query: undefined, code: undefined, classId: undefined, state: undefined },
  ...{ fresh: undefined, askAgain: undefined },
} as const;

const states = ['open', 'taken', 'kept', 'asked', 'all'] as const;

/** Name, reason, class and state over the findings; new ones and those to ask again by a chip. */
export function FindingFilters({ overview, search, onChange, shown }: FindingFiltersProps) {
  const t = useTranslations('reconciliation');
  const words = useFindingWords();
  const total = Object.values(overview.states).reduce((sum, count) => sum + count, 0);
  return (
    <FilterChips
      chips={useChips({ overview, search, onChange })}
      shown={shown}
      total={total}
      onReset={() => onChange(noFilter)}
    >
      <SearchBox
        className={styles.search}
        label={t('filter.search')}
        query={search.query ?? ''}
        onQuery={(query) => onChange({ query: query === '' ? undefined : query })}
      />
      <Select
        className={styles.choice ?? ''}
        aria-label={t('filter.reason')}
        placeholder={t('filter.reason')}
        clearable
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        data={overview.codes.map(({ code, count }) => ({ value: code, label: `${words(code).title} (${count})` }))}
        value={search.code ?? null}
        onChange={(code) => onChange({ code: code ?? undefined })}
      />
      <ClassSelect
        className={styles.choiceNarrow}
        label={t('filter.class')}
        all={t('filter.class')}
        classes={overview.classes.flatMap(({ classId: id, className: title }) => (id === null ? [] : [{ id, title }]))}
        classId={search.classId}
        onClass={(classId) => onChange({ classId })}
      />
      <Select
        className={styles.choiceState ?? ''}
        aria-label={t('filter.state')}
        allowDeselect={false}
        data={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        value={search.state ?? 'open'}
        onChange={(value) => onChange({ state: states.find((state) => state === value) })}
      />
    </FilterChips>
  );
}

function useChips({ overview, search, onChange }: Omit<FindingFiltersProps, 'shown'>): FilterChip[] {
  const t = useTranslations('reconciliation.filter');
  const chips: FilterChip[] = [];
  const { fresh, askAgain } = search;
  if (fresh) chips.push({ id: 'fresh', label: t('fresh'), onRemove: () => onChange({ fresh: undefined }) });
  if (askAgain)
    chips.push({
      id: 'again',
      label: `${t('askAgain')}: ${overview.askAgain}`,
      onRemove: () => onChange({ askAgain: undefined }),
    });
  return chips;
}
