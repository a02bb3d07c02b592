import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import type { ChosenPupil } from './application-draft.ts';

interface PupilChoiceProps {
  readonly pupils: readonly ChosenPupil[];
  readonly missing: boolean;
  readonly onChange: (pupils: readonly ChosenPupil[]) => void;
}

const shown = 20;

/** Pupils found by any part of their names, logins or phones; several for one application. */
export function PupilChoice({ pupils, missing, onChange }: PupilChoiceProps) {
  const t = useTranslations('applications.form');
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const [query] = useDebouncedValue(typed, 120);
  const found = useFound(query);
  const known = new Map([...pupils, ...found].map((pupil) => [String(pupil.id), pupil]));
  return (
    <MultiSelect
      label={t('pupils')}
      placeholder={pupils.length === 0 ? t('pupilsHint') : undefined}
      error={missing ? t('required') : undefined}
      searchable
      hidePickedOptions
      clearSearchOnChange
      maxValues={20}
      nothingFoundMessage={t('nobodyFound')}
      data={[...known].map(([value, pupil]) => ({ value, label: labelOf(pupil) }))}
      // What was typed has been searched for in the registry; all that came back fits.
      filter={({ options }) => options}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      // Most applications are about one pupil: the list gives way to the next field.
      onOptionSubmit={() => setOpened(false)}
      searchValue={typed}
      onSearchChange={(text) => {
        setTyped(text);
        if (text !== '') setOpened(true);
      }}
      value={pupils.map(({ id }) => String(id))}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
    />
  );
}

function labelOf({ name, className }: ChosenPupil): string {
  return className === '' ? name : `${name}, ${className}`;
}

function useFound(query: string): readonly ChosenPupil[] {
  const input = { filter: { query }, page: { offset: 0, limit: shown } };
  const { data } = useQuery(deskQuery.pupils.list.queryOptions({ input, placeholderData: keepPreviousData }));
  return (data?.rows ?? []).map(({ id, name, className }) => ({ id, name: formatFullName(name), className }));
}
