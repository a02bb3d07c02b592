import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Card } from './Card.tsx';
import type { FirstRunDraft } from './first-run-draft.ts';
import styles from './Registry.module.css';

type DiaryDraft = Pick<FirstRunDraft, 'diarySystemId' | 'diaryAddress'>;

interface DiaryStepProps {
  readonly steps: ReactNode;
  readonly draft: DiaryDraft;
  readonly onBack: () => void;
  readonly onNext: (draft: DiaryDraft) => void;
}

/** Step two: which diary system, and at which address. */
export function DiaryStep({ steps, draft, onBack, onNext }: DiaryStepProps) {
  const t = useTranslations('registry.diary');
  const action = useTranslations('app.action');
  const { language } = useLanguage();
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions());
  const [chosen, setChosen] = useState<DiaryDraft>(draft);
  const [missing, setMissing] = useState(false);
  const choose = (id: string | null) => {
    const system = systems.data?.find((candidate) => candidate.id === id);
    setMissing(false);
    setChosen({ diarySystemId: id ?? '', diaryAddress: system?.address ?? '' });
  };
  return (
    <Card title={t('title')} steps={steps} wide>
      <p className={styles.text}>{t('text')}</p>
      {systems.error === null ? null : <ErrorCard error={systems.error} onRetry={() => void systems.refetch()} />}
      <Select
        label={t('system')}
        size="md"
        searchable
        nothingFoundMessage={t('nothing')}
        maxDropdownHeight={280}
        data={(systems.data ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))}
        value={chosen.diarySystemId === '' ? null : chosen.diarySystemId}
        error={missing ? t('systemMissing') : undefined}
        onChange={choose}
      />
      <TextInput
        label={t('address')}
        description={t('addressHint')}
        size="md"
        maxLength={200}
        spellCheck={false}
        value={chosen.diaryAddress}
        onChange={(event) => setChosen({ ...chosen, diaryAddress: event.currentTarget.value })}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          {action('back')}
        </Button>
        <Button onClick={() => (chosen.diarySystemId === '' ? setMissing(true) : onNext(chosen))}>
          {action('next')}
        </Button>
      </div>
    </Card>
  );
}
