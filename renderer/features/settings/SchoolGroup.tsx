import { SegmentedControl, Select, TextInput, useMantineColorScheme } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../shared/contract/settings.ts';
import { Group } from './Group.tsx';
import { LanguageField } from './LanguageField.tsx';

/** School and language. */
export function SchoolGroup() {
  const t = useTranslations('settings');
  const { register, formState } = useFormContext<Settings>();
  return (
    <Group title={t('group.school')}>
      <TextInput
        label={t('schoolName')}
        description={t('schoolNameHint')}
        maxLength={200}
        error={formState.errors.schoolName === undefined ? undefined : t('required')}
        {...register('schoolName', { validate: (value) => value.trim() !== '' })}
      />
      <LanguageField name="language" />
    </Group>
  );
}

/** When the registry locks by itself, and how long a passphrase entered again is good for. */
export function SecurityGroup() {
  const t = useTranslations('settings');
  return (
    <Group title={t('group.security')}>
      <Minutes name="autoLockMinutes" choices={[1, 2, 3, 5, 10, 15]} />
      <Minutes name="confirmMinutes" choices={[1, 3, 5, 10, 15, 30]} />
    </Group>
  );
}

interface MinutesProps {
  readonly name: 'autoLockMinutes' | 'confirmMinutes';
  readonly choices: readonly number[];
}

/** The usual choices and the one that is set, which the command line may have made unusual. */
function Minutes({ name, choices }: MinutesProps) {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name={name}
      control={control}
      render={({ field: { value, onChange } }) => (
        <Select
          label={t(name)}
          allowDeselect={false}
          data={[...new Set([...choices, value])]
            .sort((a, b) => a - b)
            .map((minutes) => ({ value: String(minutes), label: t('minutes', { count: minutes }) }))}
          value={String(value)}
          onChange={(chosen) => onChange(Number(chosen))}
        />
      )}
    />
  );
}

/** Light or dark on this computer; takes effect at once. */
export function LookGroup() {
  const t = useTranslations('settings');
  const name = useTranslations('app.theme');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group title={t('group.look')}>
      <SegmentedControl
        aria-label={t('theme')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: name(value) }))}
      />
    </Group>
  );
}
