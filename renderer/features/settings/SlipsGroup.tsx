import { Switch, TextInput } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../shared/contract/settings.ts';
import { Group } from './Group.tsx';
import { LanguageField } from './LanguageField.tsx';
import { LogoField } from './LogoField.tsx';
import styles from './Settings.module.css';

/** What stands on slips: whom to ask, language, the hint about browsers. */
export function SlipsGroup() {
  const t = useTranslations('settings');
  const { register, control } = useFormContext<Settings>();
  return (
    <Group title={t('group.slips')} hint={t('responsible')}>
      <TextInput label={t('responsiblePerson')} maxLength={120} {...register('responsiblePerson')} />
      <div className={styles.pair}>
        <TextInput label={t('responsibleRoom')} maxLength={60} {...register('responsibleRoom')} />
        <TextInput label={t('responsibleHours')} maxLength={120} {...register('responsibleHours')} />
      </div>
      <LanguageField name="slipLanguage" />
      <LogoField />
      <Controller
        name="slipQr"
        control={control}
        render={({ field: { value, onChange } }) => (
          <Switch
            label={t('slipQr')}
            description={t('slipQrHint')}
            checked={value}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
        )}
      />
      <Controller
        name="browserHint"
        control={control}
        render={({ field: { value, onChange } }) => (
          <Switch
            label={t('browserHint')}
            description={t('browserHintHint')}
            checked={value}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
        )}
      />
    </Group>
  );
}
