import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { TemplateProblem } from '../../../shared/contract/slip-templates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { PaperView } from '../../ui/PaperView.tsx';
import styles from './Templates.module.css';
import type { Trial } from './use-trial.ts';

/** The paper as it will be with long, short and foreign names, and what keeps it from being used. */
export function TemplateTrial({ trial }: { readonly trial: Trial }) {
  const t = useTranslations('slips.template');
  return (
    <div className={styles.trial}>
      <div className={styles.paper}>
        {trial.error === null ? (
          <PaperView sheets={trial.sheets} pages={trial.sheets.length} label={t('preview')} />
        ) : (
          <ErrorCard error={trial.error} />
        )}
      </div>
      <div role="status" className={styles.verdict}>
        {trial.problems.map((problem) => (
          <Problem key={`${problem.kind} ${problem.block}`} problem={problem} />
        ))}
        {trial.good ? (
          <p className={styles.good}>
            <IconCircleCheck size={16} aria-hidden /> {t('good')}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Problem({ problem: { kind, block, sample } }: { readonly problem: TemplateProblem }) {
  const t = useTranslations('slips.template');
  const words = t(`problem.${kind}`, { block: block === null ? '' : t(`block.${block}`) });
  return (
    <p className={styles.problem}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {words} {sample === null ? null : t(`sample.${sample}`)}
      </span>
    </p>
  );
}
