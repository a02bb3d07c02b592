import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type CredentialStateOrNone, credentialStateSchema } from '../../../shared/contract/base.ts';
import { pupilGroupSchema } from '../../../shared/contract/pupils.ts';
import { deskQuery } from '../../api.ts';
import type { PupilsSearch } from '../../search.ts';
import { ClassSelect } from '../../ui/ClassSelect.tsx';
import { type FilterChip, FilterChips } from '../../ui/FilterChips.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
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
  const pupils = useTranslations('pupils');
  const stateWords = useTranslations('states.credential');
  const groupWords = useTranslations('pupils.group');
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
  if (search.group !== undefined) {
    chips.push({ id: 'group', label: groupWords(search.group), onRemove: () => onChange({ group: undefined }) });
  }
  const reset = () => onChange({ classId: undefined, state: undefined, group: undefined, query: undefined });
  return (
    <FilterChips chips={chips} shown={shown} total={total} onReset={reset}>
      <SearchBox
        className={styles.search}
        label={pupils('search')}
        query={search.query ?? ''}
        onQuery={(query) => onChange({ query: query === '' ? undefined : query })}
      />
      <ClassSelect
        className={styles.choice}
        label={t('class')}
        all={t('allClasses')}
        classes={classes}
        classId={search.classId}
        onClass={(classId) => onChange({ classId })}
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
      <Select
        className={styles.choice ?? ''}
        aria-label={t('group')}
        placeholder={t('allGroups')}
        clearable
        data={pupilGroupSchema.options.map((group) => ({ value: group, label: groupWords(group) }))}
        value={search.group ?? null}
        onChange={(value) => onChange({ group: pupilGroupSchema.safeParse(value).data })}
      />
    </FilterChips>
  );
}
