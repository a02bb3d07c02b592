import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../shared/contract/settings.ts';
import { deskQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Group } from './Group.tsx';

/** Which diary system the school uses and where it is. Another system brings its usual address. */
export function DiaryGroup() {
  const t = useTranslations('settings');
  const { language } = useLanguage();
  const { register, control, setValue } = useFormContext<Settings>();
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions()).data ?? [];
  const addressOf = (id: string) => systems.find((system) => system.id === id)?.address ?? '';
  return (
    <Group title={t('group.diary')}>
      <Controller
        name="diarySystemId"
        control={control}
        render={({ field: { value, onChange } }) => (
          <Select
            label={t('diarySystemId')}
            searchable
            allowDeselect={false}
            data={systems.map(({ id, name }) => ({ value: id, label: name[language] }))}
            value={value}
            onChange={(chosen) => {
              if (chosen === null) return;
              onChange(chosen);
              setValue('diaryAddress', addressOf(chosen), { shouldDirty: true });
            }}
          />
        )}
      />
      <TextInput
        label={t('diaryAddress')}
        description={t('diaryAddressHint')}
        maxLength={200}
        spellCheck={false}
        {...register('diaryAddress')}
      />
    </Group>
  );
}
