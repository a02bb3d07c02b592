import { SegmentedControl } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { languageSchema } from '../../../shared/contract/base.ts';
import { PerPageChoice } from './PerPageChoice.tsx';
import styles from './Slips.module.css';
import type { SlipOptions } from './slip-options.ts';

interface SlipOptionsPanelProps {
  readonly options: SlipOptions;
  readonly onChange: (change: Partial<SlipOptions>) => void;
  /** Slips that cannot be printed again. */
  readonly purged: number;
}

/** Beside the preview: which slips, how many on a page, in which language. */
export function SlipOptionsPanel({ options, onChange, purged }: SlipOptionsPanelProps) {
  const t = useTranslations('slips');
  const languages = useTranslations('app.language');
  return (
    <div className={styles.options}>
      <WhichChoice options={options} onChange={onChange} />
      <PerPageChoice perPage={options.perPage} onChange={(perPage) => onChange({ perPage })} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('language')}</legend>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('language')}
          data={languageSchema.options.map((value) => ({ value, label: languages(value) }))}
          value={options.language}
          onChange={(value) => onChange({ language: languageSchema.parse(value) })}
        />
      </fieldset>
      <p className={styles.note}>
        <IconEyeOff size={15} aria-hidden />
        <span>{t('masked')}</span>
      </p>
      {purged > 0 ? <p className={styles.note}>{t('purged', { count: purged })}</p> : null}
    </div>
  );
}

function WhichChoice({ options, onChange }: Omit<SlipOptionsPanelProps, 'purged'>) {
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
