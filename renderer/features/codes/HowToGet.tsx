import { Button } from '@mantine/core';
import { IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import styles from './Codes.module.css';

interface HowToGetProps {
  readonly heldBack: boolean;
  readonly onLetter: () => void;
}

/** Where the code of this diary comes from and who gets it; or why none may be entered yet. */
export function HowToGet({ heldBack, onLetter }: HowToGetProps) {
  const t = useTranslations('codes');
  const { language } = useLanguage();
  const diary = useSchoolDiary();
  if (diary === undefined) return null;
  if (heldBack) return <HeldBack name={diary.name[language]} />;
  const steps = diary.codeSteps[language];
  return (
    <div className={styles.how}>
      <IconInfoCircle size={17} aria-hidden />
      <div className={styles.howWords}>
        <b>{t(`obtained.${diary.whoObtainsCode}`, { system: diary.name[language] })}</b>
        {steps.length === 0 ? null : (
          <details>
            <summary>{t('steps')}</summary>
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        )}
      </div>
      {diary.whoObtainsCode === 'vendor-support' ? (
        <Button size="compact-md" variant="default" onClick={onLetter}>
          {t('menu.letter')}
        </Button>
      ) : null}
    </div>
  );
}

/** A code here is given out by a registered application only. */
function HeldBack({ name }: { readonly name: string }) {
  const t = useTranslations('codes.heldBack');
  const navigate = useNavigate();
  const mayRegister = useMay('applications.list');
  return (
    <div className={styles.how} data-gate>
      <IconLock size={17} aria-hidden />
      <div className={styles.howWords}>
        <b>{t('title', { system: name })}</b>
        <span>{t('text')}</span>
      </div>
      {mayRegister ? (
        <Button size="compact-md" variant="default" onClick={() => void navigate({ to: '/applications' })}>
          {t('action')}
        </Button>
      ) : null}
    </div>
  );
}
