import { NumberInput, Radio, Select, Stack } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { LoginSchemeSetting, Settings } from '../../../shared/contract/settings.ts';
import { Group } from './Group.tsx';

const transliterated: LoginSchemeSetting = {
  kind: 'transliterated',
  standard: 'icao-9303',
  pattern: 'surname-initials',
};
const random: LoginSchemeSetting = { kind: 'random', length: 8 };

/** How new logins are made and how long access lasts. */
export function LoginsGroup() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Group title={t('group.logins')} hint={t('existing')}>
      <Controller
        name="loginScheme"
        control={control}
        render={({ field: { value, onChange } }) => <SchemeChoice scheme={value} onChange={onChange} />}
      />
      <Controller
        name="validity"
        control={control}
        render={({ field: { value, onChange } }) => (
          <Select
            label={t('validity')}
            allowDeselect={false}
            data={[
              { value: 'academic-year', label: t('validity-academic-year') },
              { value: 'study', label: t('validity-study') },
            ]}
            value={value}
            onChange={onChange}
          />
        )}
      />
    </Group>
  );
}

interface SchemeChoiceProps {
  readonly scheme: LoginSchemeSetting;
  readonly onChange: (scheme: LoginSchemeSetting) => void;
}

function SchemeChoice({ scheme, onChange }: SchemeChoiceProps) {
  const t = useTranslations('settings');
  return (
    <>
      <Radio.Group
        label={t('scheme')}
        value={scheme.kind}
        onChange={(kind) => onChange(kind === 'random' ? random : transliterated)}
      >
        <Stack gap={8} mt={6}>
          <Radio value="transliterated" label={t('schemeTransliterated')} />
          <Radio value="random" label={t('schemeRandom')} />
        </Stack>
      </Radio.Group>
      {scheme.kind === 'transliterated' ? (
        <StandardChoice scheme={scheme} onChange={onChange} />
      ) : scheme.kind === 'imported' ? null : (
        <NumberInput
          label={t('length')}
          description={t('lengthHint')}
          min={6}
          max={12}
          clampBehavior="strict"
          value={scheme.length}
          onChange={(length) => onChange({ kind: 'random', length: Number(length) || 8 })}
        />
      )}
    </>
  );
}

type Transliterated = Extract<LoginSchemeSetting, { kind: 'transliterated' }>;

interface StandardChoiceProps {
  readonly scheme: Transliterated;
  readonly onChange: (scheme: LoginSchemeSetting) => void;
}

function StandardChoice({ scheme, onChange }: StandardChoiceProps) {
  const t = useTranslations('settings');
  return (
    <Select<Transliterated['standard']>
      label={t('standard')}
      allowDeselect={false}
      data={[
        { value: 'icao-9303', label: t('icao-9303') },
        { value: 'gost-7.79-b', label: t('gost-7-79-b') },
        { value: 'mvd-310', label: t('mvd-310') },
      ]}
      value={scheme.standard}
      onChange={(standard) => standard !== null && onChange({ ...scheme, standard })}
    />
  );
}
