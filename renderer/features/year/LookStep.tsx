import { Button, Radio } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type YearLogins, yearLoginsSchema } from '../../../shared/contract/rollover.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './Year.module.css';
import type { YearStepProps } from './year-look.ts';

/** First step: what will happen by itself, and what becomes of the logins. */
export function LookStep({ look, draft, dispatch }: YearStepProps) {
  const t = useTranslations('rollover.look');
  const pupils = look.classes.reduce((sum, one) => sum + one.pupils, 0);
  const graduating = look.classes.filter(({ proposed }) => proposed.become === 'graduates');
  const graduates = graduating.reduce((sum, one) => sum + one.pupils, 0);
  if (look.classes.length === 0) return <NoClasses />;
  return (
    <div className={styles.step}>
      <h2 className={styles.heading}>{t('title', { from: String(look.nextYear), to: String(look.nextYear + 1) })}</h2>
      <ul className={styles.points}>
        <li>{t('up', { classes: look.classes.length - graduating.length, pupils: pupils - graduates })}</li>
        <li>{t('graduates', { classes: graduating.length, pupils: graduates })}</li>
        <li>{t('later')}</li>
        <li>{t('undo')}</li>
      </ul>
      <Radio.Group
        label={t('logins')}
        description={t('loginsHint')}
        value={draft.logins ?? look.logins}
        onChange={(logins) => dispatch({ kind: 'logins-decided', logins: logins as YearLogins })}
      >
        <div className={styles.radios}>
          {yearLoginsSchema.options.map((one) => (
            <Radio key={one} value={one} label={t(`login.${one}`)} description={t(`loginHint.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <div className={styles.buttons}>
        <Button
          rightSection={<IconArrowRight size={16} />}
          onClick={() => dispatch({ kind: 'went-to', step: 'classes' })}
        >
          {t('next')}
        </Button>
      </div>
    </div>
  );
}

function NoClasses() {
  const t = useTranslations('rollover.empty');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('title')}
      action={<Button onClick={() => void navigate({ to: '/import' })}>{t('action')}</Button>}
    >
      {t('text')}
    </EmptyState>
  );
}
