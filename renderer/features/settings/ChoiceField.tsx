import { Select } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../shared/contract/settings.ts';

interface ChoiceFieldProps {
  readonly name: 'language' | 'slipLanguage' | 'validity';
  readonly choices: { readonly value: string; readonly label: string }[];
}

/** A setting that is one of a few words. */
export function ChoiceField({ name, choices }: ChoiceFieldProps) {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name={name}
      control={control}
      render={({ field: { value, onChange } }) => (
        <Select label={t(name)} allowDeselect={false} data={choices} value={value} onChange={onChange} />
      )}
    />
  );
}
