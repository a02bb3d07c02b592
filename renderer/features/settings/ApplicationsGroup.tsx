import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type Settings, settingsSchema } from '../../../shared/contract/settings.ts';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';
import { Group } from './Group.tsx';
import styles from './Settings.module.css';

const units = settingsSchema.shape.applicationTerm.shape.unit;

/** The term of an answer to an application, and days that the production calendar does not know. */
export function ApplicationsGroup() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Group title={t('group.applications')} hint={t('applicationsHint')}>
      <div className={styles.pair}>
        <Controller
          name="applicationTerm.days"
          control={control}
          render={({ field: { value, onChange } }) => (
            <NumberInput
              label={t('termDays')}
              min={0}
              max={90}
              clampBehavior="strict"
              value={value}
              onChange={(days) => onChange(Number(days) || 0)}
            />
          )}
        />
        <Controller
          name="applicationTerm.unit"
          control={control}
          render={({ field: { value, onChange } }) => (
            <Select
              label={t('termUnit')}
              allowDeselect={false}
              data={units.options.map((unit) => ({ value: unit, label: t(`term-${unit}`) }))}
              value={value}
              onChange={onChange}
            />
          )}
        />
      </div>
      <OwnDays name="ownDays.off" label={t('ownOff')} hint={t('ownOffHint')} />
      <OwnDays name="ownDays.worked" label={t('ownWorked')} hint={t('ownWorkedHint')} />
    </Group>
  );
}

interface OwnDaysProps {
  readonly name: 'ownDays.off' | 'ownDays.worked';
  readonly label: string;
  readonly hint: string;
}

const wordsOf = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');

function OwnDays({ name, label, hint }: OwnDaysProps) {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name={name}
      control={control}
      rules={{ validate: (days) => days.every((day) => parseDate(day) !== undefined) }}
      render={({ field: { value, onChange, onBlur }, fieldState }) => {
        const wrong = value.find((day) => parseDate(day) === undefined);
        return (
          <DaysInput
            label={label}
            hint={hint}
            days={value}
            error={fieldState.error === undefined || wrong === undefined ? undefined : t('badDays', { text: wrong })}
            onDays={onChange}
            onLeave={onBlur}
          />
        );
      }}
    />
  );
}

interface DaysInputProps {
  readonly label: string;
  readonly hint: string;
  readonly days: readonly string[];
  readonly error: string | undefined;
  readonly onDays: (days: readonly string[]) => void;
  readonly onLeave: () => void;
}

const shown = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? dottedDate(day) : day);

/** The text stays as it is typed until the field is left. */
function DaysInput({ label, hint, days, error, onDays, onLeave }: DaysInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      label={label}
      description={hint}
      error={error}
      value={typed ?? days.map(shown).join(', ')}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onDays(wordsOf(event.currentTarget.value).map((word) => parseDate(word) ?? word));
      }}
      onBlur={() => {
        setTyped(undefined);
        onLeave();
      }}
    />
  );
}
