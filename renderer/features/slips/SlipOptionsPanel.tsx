import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { languageSchema } from '../../../shared/contract/base.ts';
import { type FamilyLanguage, familyLanguageSchema } from '../../../shared/contract/slips.ts';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import { FormatChoice } from './FormatChoice.tsx';
import { LabelsChoice } from './LabelsChoice.tsx';
import styles from './Slips.module.css';
import type { SlipOptions } from './slip-options.ts';
import { TemplateChoice } from './TemplateChoice.tsx';

interface OptionsProps {
  readonly options: SlipOptions;
  readonly onChange: (change: Partial<SlipOptions>) => void;
}

interface SlipOptionsPanelProps extends OptionsProps {
  /** Slips that cannot be printed again. */
  readonly purged: number;
  /** Codes exist, but stay off the slips until applications are registered. */
  readonly codesHeldBack: boolean;
}

/** Beside the preview: which slips, on what paper, what stands on them and in which language. */
export function SlipOptionsPanel({ options, onChange, purged, codesHeldBack }: SlipOptionsPanelProps) {
  const t = useTranslations('slips');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={styles.options} tabIndex={0} aria-label={t('options')}>
      <WhichChoice options={options} onChange={onChange} />
      <FormatChoice options={options} onChange={onChange} />
      <TemplateChoice options={options} onChange={onChange} />
      {options.labels === undefined ? null : (
        <LabelsChoice labels={options.labels} onChange={(labels) => onChange({ labels })} />
      )}
      <ContentChoice options={options} onChange={onChange} />
      <LanguageChoice options={options} onChange={onChange} />
      <p className={styles.note}>
        <IconEyeOff size={15} aria-hidden />
        <span>{t('masked')}</span>
      </p>
      {purged > 0 ? <p className={styles.note}>{t('purged', { count: purged })}</p> : null}
      {codesHeldBack ? <p className={styles.note}>{t('codesHeldBack')}</p> : null}
    </section>
  );
}

function WhichChoice({ options, onChange }: OptionsProps) {
  const t = useTranslations('slips.which');
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('label')}</legend>
      {(['new', 'waiting'] as const).map((which) => (
        <label key={which} className={styles.which}>
          <input type="radio" name={name} checked={options.which === which} onChange={() => onChange({ which })} />
          <span>
            {t(which)}
            <span className={styles.hint}>{t(`${which}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What stands on a slip and in which order slips come. */
function ContentChoice({ options, onChange }: OptionsProps) {
  const t = useTranslations('slips.content');
  const hasCode = useSchoolDiary()?.codeName !== null;
  const parts = ['siblingsTogether', 'foldLine', ...(hasCode ? (['withCode'] as const) : [])] as const;
  return (
    <fieldset className={`${styles.group} ${styles.checks}`}>
      <legend className={styles.legend}>{t('label')}</legend>
      {parts.map((part) => (
        <Checkbox
          key={part}
          size="xs"
          label={t(part)}
          checked={options[part]}
          onChange={(event) => onChange({ [part]: event.currentTarget.checked })}
        />
      ))}
    </fieldset>
  );
}

function LanguageChoice({ options, onChange }: OptionsProps) {
  const t = useTranslations('slips');
  const languages = useTranslations('app.language');
  return (
    <fieldset className={`${styles.group} ${styles.checks}`}>
      <legend className={styles.legend}>{t('language')}</legend>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('language')}
        data={languageSchema.options.map((value) => ({ value, label: languages(value) }))}
        value={options.language}
        onChange={(value) => onChange({ language: languageSchema.parse(value) })}
      />
      <Select<FamilyLanguage>
        size="xs"
        clearable
        label={t('steps.label')}
        placeholder={t('steps.same')}
        description={options.stepsLanguage === undefined ? undefined : t('steps.unchecked')}
        data={familyLanguageSchema.options.map((value) => ({ value, label: t(`steps.${value}`) }))}
        value={options.stepsLanguage ?? null}
        onChange={(value) => onChange({ stepsLanguage: value ?? undefined })}
      />
    </fieldset>
  );
}
