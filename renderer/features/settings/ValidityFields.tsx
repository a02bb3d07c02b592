import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type Settings, settingsSchema } from '../../../shared/contract/settings.ts';
import { deskQuery } from '../../api.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import styles from './Settings.module.css';

/** How long access lasts, with the last day of a login issued now; and when unclaimed passwords are removed. */
export function ValidityFields() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  const validity = useWatch({ control, name: 'validity' });
  return (
    <>
      <div className={validity === 'days' ? styles.pair : undefined}>
        <ChoiceField
          name="validity"
          choices={settingsSchema.shape.validity.options.map((value) => ({ value, label: t(`validity-${value}`) }))}
        />
        {validity === 'days' ? <DaysField name="validityDays" min={1} max={3650} /> : null}
      </div>
      <LastDay />
      <DaysField name="purgeAfterDays" min={0} max={365} />
    </>
  );
}

interface DaysFieldProps {
  readonly name: 'validityDays' | 'purgeAfterDays';
  readonly min: number;
  readonly max: number;
}

function DaysField({ name, min, max }: DaysFieldProps) {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name={name}
      control={control}
      render={({ field: { value, onChange } }) => (
        <NumberInput
          label={t(name)}
          description={name === 'purgeAfterDays' ? t(value === 0 ? 'purgeNever' : 'purgeHint') : undefined}
          min={min}
          max={max}
          clampBehavior="strict"
          value={value}
          onChange={(days) => onChange(Math.max(min, Number(days) || 0))}
        />
      )}
    />
  );
}

/** «Логин, выданный сегодня, действует до 31.08.2027». */
function LastDay() {
  const t = useTranslations('settings');
  const { language } = useLanguage();
  const { control } = useFormContext<Settings>();
  const [validity, validityDays] = useWatch({ control, name: ['validity', 'validityDays'] });
  const { data } = useQuery(deskQuery.settings.expiry.queryOptions({ input: { validity, validityDays } }));
  if (data === undefined) return null;
  return (
    <p className={styles.note}>
      {data.expiresOn === null ? t('noLastDay') : t('lastDay', { date: showDate(data.expiresOn, language) })}
    </p>
  );
}
