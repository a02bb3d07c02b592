import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { leaversSchema, type Settings, settingsSchema } from '../../../shared/contract/settings.ts';
import { Group } from './Group.tsx';
import styles from './Settings.module.css';

const days = [
  ['graceDays', 365],
  ['archiveDays', 3650],
  ['purgeDays', 36_500],
] as const;

/** When the school year starts, and what happens to those who left. */
export function YearGroup() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Group title={t('group.year')} hint={t('yearHint')}>
      <YearStart />
      <div className={styles.pair}>
        {days.map(([name, max]) => (
          <Controller
            key={name}
            name={`leavers.${name}`}
            control={control}
            render={({ field: { value, onChange } }) => (
              <NumberInput
                label={t(`leavers.${name}`)}
                min={0}
                max={max}
                clampBehavior="strict"
                value={value}
                onChange={(typed) => onChange(Number(typed) || 0)}
              />
            )}
          />
        ))}
        <Controller
          name="leavers.logins"
          control={control}
          render={({ field: { value, onChange } }) => (
            <Select
              label={t('leavers.logins')}
              allowDeselect={false}
              data={leaversSchema.shape.logins.options.map((one) => ({ value: one, label: t(`leavers.${one}`) }))}
              value={value}
              onChange={onChange}
            />
          )}
        />
      </div>
    </Group>
  );
}

const swapped = (monthAndDay: string, mark: string) => monthAndDay.split(/[-.]/).reverse().join(mark);

/** Typed as people write it: day and month. */
function YearStart() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  const [typed, setTyped] = useState<string>();
  return (
    <Controller
      name="yearStartsOn"
      control={control}
      rules={{ validate: (value) => settingsSchema.shape.yearStartsOn.safeParse(value).success }}
      render={({ field: { value, onChange, onBlur }, fieldState }) => (
        <TextInput
          label={t('yearStartsOn')}
          description={t('yearStartsOnHint')}
          error={fieldState.error === undefined ? undefined : t('badYearStart')}
          value={typed ?? swapped(value, '.')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onChange(swapped(event.currentTarget.value.trim(), '-'));
          }}
          onBlur={() => {
            setTyped(undefined);
            onBlur();
          }}
        />
      )}
    />
  );
}
