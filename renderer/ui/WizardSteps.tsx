import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './WizardSteps.module.css';

interface WizardStepsProps {
  /** Names of the steps, three or four. */
  readonly steps: readonly string[];
  /** 0-based step that is shown. */
  readonly current: number;
  /** Going back to a step that is done; absent when there is no way back. */
  readonly onBack?: ((step: number) => void) | undefined;
}

/** The named steps at the top of a wizard: done ones ticked, the current one marked. */
export function WizardSteps({ steps, current, onBack }: WizardStepsProps) {
  const t = useTranslations('app.wizard');
  return (
    <nav aria-label={t('step', { step: current + 1, total: steps.length, name: steps[current] ?? '' })}>
      <ol className={styles.steps}>
        {steps.map((name, index) => (
          <li key={name} className={styles.step} aria-current={index === current ? 'step' : undefined}>
            <StepMark index={index} current={current} />
            {index < current && onBack !== undefined ? (
              <button type="button" className={styles.name} onClick={() => onBack(index)}>
                {name}
              </button>
            ) : (
              <span className={styles.name}>{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepMark({ index, current }: { readonly index: number; readonly current: number }) {
  const t = useTranslations('app.wizard');
  if (index >= current) return <span className={styles.mark}>{index + 1}</span>;
  return (
    <span className={styles.mark} data-done>
      <IconCheck size={13} stroke={2.6} role="img" aria-label={t('done')} />
    </span>
  );
}
