import { useTranslations } from 'use-intl';
import type { DiarySystemRow } from '../../../shared/contract/settings.ts';
import { useLanguage } from '../../ui/language.tsx';
import styles from './Settings.module.css';

/** What a slip will say about the diary: how to sign in, and how the portal code is found. */
export function DiaryPreview({ system }: { readonly system: DiarySystemRow }) {
  const t = useTranslations('settings.profile');
  const { language } = useLanguage();
  const code = system.codeName?.[language];
  return (
    <section className={styles.steps} aria-label={t('onSlip')}>
      <h3 className={styles.stepsTitle}>{t('onSlip')}</h3>
      <Steps steps={system.signInSteps[language]} />
      {code === undefined ? (
        <p className={styles.note}>{t('noCode')}</p>
      ) : (
        <>
          <h3 className={styles.stepsTitle}>
            {code}: {t(`obtainer.${system.whoObtainsCode}`)}
          </h3>
          <Steps steps={system.codeSteps[language]} />
        </>
      )}
      {system.selfServiceRecovery ? <p className={styles.note}>{t('selfService')}</p> : null}
      {system.issuesLogins ? null : <p className={styles.note}>{t('importsLogins')}</p>}
    </section>
  );
}

function Steps({ steps }: { readonly steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <ol className={styles.stepList}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
