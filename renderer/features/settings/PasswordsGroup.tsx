import { NumberInput, Select, Switch } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Language } from '../../../shared/contract/base.ts';
import type { PasswordPolicySetting, Settings } from '../../../shared/contract/settings.ts';
import { Group } from './Group.tsx';
import { useExamples } from './LoginExamples.tsx';
import styles from './Settings.module.css';

const roles = ['pupil', 'guardian', 'youngest'] as const;
type Role = (typeof roles)[number];

/** What initial passwords are like, for each role, with an example and its strength beside the choice. */
export function PasswordsGroup() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  const grade = useWatch({ control, name: 'passwords.youngestUpToGrade' });
  return (
    <Group title={t('group.passwords')} hint={t('passwordsHint')}>
      <PolicyField of="pupil" />
      <PolicyField of="guardian" />
      <Controller
        name="passwords.youngestUpToGrade"
        control={control}
        render={({ field: { value, onChange } }) => (
          <Select
            label={t('youngest')}
            allowDeselect={false}
            data={[0, 1, 2, 3, 4].concat(value > 4 ? [value] : []).map((upTo) => ({
              value: String(upTo),
              label: upTo === 0 ? t('youngestNobody') : t('youngestUpTo', { grade: upTo }),
            }))}
            value={String(value)}
            onChange={(chosen) => onChange(Number(chosen))}
          />
        )}
      />
      {grade > 0 ? <PolicyField of="youngest" /> : null}
      <Controller
        name="passwordsShown"
        control={control}
        render={({ field: { value, onChange } }) => (
          <Switch
            label={t('passwordsShown')}
            description={t('passwordsShownHint')}
            checked={value}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
        )}
      />
    </Group>
  );
}

function PolicyField({ of }: { readonly of: Role }) {
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name={`passwords.${of}`}
      control={control}
      render={({ field: { value, onChange } }) => <PolicyChoice of={of} policy={value} onChange={onChange} />}
    />
  );
}

type Kind = 'random' | 'words-ru' | 'words-en' | 'digits';

const kinds: readonly Kind[] = ['random', 'words-ru', 'words-en', 'digits'];

function kindOf(policy: PasswordPolicySetting): Kind {
  return policy.kind === 'words' ? `words-${policy.language}` : policy.kind;
}

function policyOf(kind: Kind): PasswordPolicySetting {
  switch (kind) {
    case 'random':
      return { kind: 'random', length: 10 };
    case 'digits':
      return { kind: 'digits', length: 8 };
    case 'words-ru':
    case 'words-en':
      return { kind: 'words', language: kind.slice(-2) as Language, words: 4 };
  }
}

interface PolicyChoiceProps {
  readonly of: Role;
  readonly policy: PasswordPolicySetting;
  readonly onChange: (policy: PasswordPolicySetting) => void;
}

function PolicyChoice({ of, policy, onChange }: PolicyChoiceProps) {
  const t = useTranslations('settings');
  return (
    <div className={styles.policy}>
      <div className={styles.policyFields}>
        <Select<Kind>
          label={t(`policyOf.${of}`)}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`policy.${kind}`) }))}
          value={kindOf(policy)}
          onChange={(kind) => kind !== null && onChange(policyOf(kind))}
        />
        <SizeField policy={policy} onChange={onChange} />
      </div>
      <PolicyExample policy={policy} />
    </div>
  );
}

const sizes = {
  random: { min: 8, max: 16 },
  digits: { min: 6, max: 12 },
  words: { min: 3, max: 4 },
} as const;

function SizeField({ policy, onChange }: Omit<PolicyChoiceProps, 'of'>) {
  const t = useTranslations('settings');
  const { min, max } = sizes[policy.kind];
  const size = policy.kind === 'words' ? policy.words : policy.length;
  const put = (typed: string | number) => {
    const next = Math.min(max, Math.max(min, Number(typed) || min));
    onChange(policy.kind === 'words' ? { ...policy, words: next } : { ...policy, length: next });
  };
  return (
    <NumberInput
      label={t(policy.kind === 'words' ? 'wordCount' : 'signCount')}
      min={min}
      max={max}
      clampBehavior="strict"
      value={size}
      onChange={put}
    />
  );
}

/** Below so many bits a password may be guessed where the diary does not slow attempts down. */
const WEAK_BITS = 35;

function PolicyExample({ policy }: { readonly policy: PasswordPolicySetting }) {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  const scheme = useWatch({ control, name: 'loginScheme' });
  const examples = useExamples({ scheme, policy });
  if (examples === undefined) return null;
  return (
    <p className={styles.policyExample}>
      <span className="desk-mono">{examples.passwords[0]}</span>
      <span data-weak={examples.bits < WEAK_BITS || undefined}>
        {t(examples.bits < WEAK_BITS ? 'bitsWeak' : 'bits', { bits: Math.floor(examples.bits) })}
      </span>
    </p>
  );
}
