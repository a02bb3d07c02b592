import { NumberInput, Radio, Select, Stack } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type LoginSchemeSetting, loginPatternSchema, type Settings } from '../../../shared/contract/settings.ts';
import { Group } from './Group.tsx';
import { LoginExamples } from './LoginExamples.tsx';
import { ValidityFields } from './ValidityFields.tsx';

const schemes: Readonly<Record<LoginSchemeSetting['kind'], LoginSchemeSetting>> = {
  transliterated: { kind: 'transliterated', standard: 'icao-9303', pattern: 'surname-initials' },
  random: { kind: 'random', length: 8 },
  imported: { kind: 'imported' },
};

/** How new logins are made, with examples as one chooses, and how long access lasts. */
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
      <Examples />
      <ValidityFields />
    </Group>
  );
}

function Examples() {
  const { control } = useFormContext<Settings>();
  const [scheme, policy] = useWatch({ control, name: ['loginScheme', 'passwords.pupil'] });
  return scheme.kind === 'imported' ? null : <LoginExamples scheme={scheme} policy={policy} />;
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
        onChange={(kind) => onChange(schemes[kind as LoginSchemeSetting['kind']])}
      >
        <Stack gap={8} mt={6}>
          <Radio value="transliterated" label={t('schemeTransliterated')} />
          <Radio value="random" label={t('schemeRandom')} />
          <Radio value="imported" label={t('schemeImported')} description={t('schemeImportedHint')} />
        </Stack>
      </Radio.Group>
      {scheme.kind === 'transliterated' ? <StandardChoice scheme={scheme} onChange={onChange} /> : null}
      {scheme.kind === 'random' ? (
        <NumberInput
          label={t('length')}
          description={t('lengthHint')}
          min={6}
          max={12}
          clampBehavior="strict"
          value={scheme.length}
          onChange={(length) => onChange({ kind: 'random', length: Number(length) || 8 })}
        />
      ) : null}
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
    <>
      <Select<Transliterated['pattern']>
        label={t('pattern.label')}
        allowDeselect={false}
        data={loginPatternSchema.options.map((value) => ({ value, label: t(`pattern.${value}`) }))}
        value={scheme.pattern}
        onChange={(pattern) => pattern !== null && onChange({ ...scheme, pattern })}
      />
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
    </>
  );
}
