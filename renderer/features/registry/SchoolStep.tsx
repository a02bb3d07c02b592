import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../ui/language.tsx';
import { Card } from './Card.tsx';
import type { FirstRunDraft } from './first-run-draft.ts';
import styles from './Registry.module.css';

type SchoolDraft = Pick<FirstRunDraft, 'schoolName' | 'userName'>;

interface SchoolStepProps {
  readonly steps: ReactNode;
  readonly draft: SchoolDraft;
  readonly onNext: (draft: SchoolDraft) => void;
}

/** Step one: language, school, who is at the desk. */
export function SchoolStep({ steps, draft, onNext }: SchoolStepProps) {
  const t = useTranslations('registry.school');
  const action = useTranslations('app.action');
  const { register, handleSubmit, formState } = useForm<SchoolDraft>({
    defaultValues: { schoolName: draft.schoolName, userName: draft.userName },
  });
  return (
    <Card title={t('title')} steps={steps} wide>
      <p className={styles.text}>{t('text')}</p>
      <form
        noValidate
        onSubmit={(event) => void handleSubmit((values) => onNext(values))(event)}
        className={styles.form}
      >
        <LanguageChoice />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          size="md"
          maxLength={200}
          data-autofocus
          error={formState.errors.schoolName === undefined ? undefined : t('nameMissing')}
          {...register('schoolName', { validate: isFilled })}
        />
        <TextInput
          label={t('user')}
          description={t('userHint')}
          size="md"
          maxLength={120}
          error={formState.errors.userName === undefined ? undefined : t('userMissing')}
          {...register('userName', { validate: isFilled })}
        />
        <div className={styles.buttons}>
          <div className={styles.buttonsEnd}>
            <Button type="submit">{action('next')}</Button>
          </div>
        </div>
      </form>
    </Card>
  );
}

function isFilled(value: string): boolean {
  return value.trim() !== '';
}

function LanguageChoice() {
  const t = useTranslations('registry.school');
  const name = useTranslations('app.language');
  const { language, choose } = useLanguage();
  return (
    <SegmentedControl
      aria-label={t('language')}
      value={language}
      onChange={(value) => choose(value === 'en' ? 'en' : 'ru')}
      data={[
        { value: 'ru', label: name('ru') },
        { value: 'en', label: name('en') },
      ]}
    />
  );
}
