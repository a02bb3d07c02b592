import { Select } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../shared/contract/settings.ts';

/** Russian or English, of the window or of slips. */
export function LanguageField({ name }: { readonly name: 'language' | 'slipLanguage' }) {
  const t = useTranslations('settings');
  const language = useTranslations('app.language');
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name={name}
      control={control}
      render={({ field: { value, onChange } }) => (
        <Select
          label={t(name)}
          allowDeselect={false}
          data={(['ru', 'en'] as const).map((code) => ({ value: code, label: language(code) }))}
          value={value}
          onChange={onChange}
        />
      )}
    />
  );
}
