import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { showMoment } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useUndoRun } from '../../ui/use-undoable-change.ts';
import { PutBack } from './PutBack.tsx';
import styles from './Year.module.css';
import type { YearLook } from './year-look.ts';

/** The year has begun: nothing is proposed; what went wrong is put right. */
export function YearRuns({ look }: { readonly look: YearLook }) {
  const t = useTranslations('rollover.begun');
  const { language } = useLanguage();
  const { last, currentYear } = look;
  return (
    <div className={styles.step}>
      <h2 className={styles.heading}>{t('title', { from: String(currentYear), to: String(currentYear + 1) })}</h2>
      <p className={styles.hint}>{t('text')}</p>
      {last === null ? null : (
        <>
          <p className={styles.hint}>{t('by', { date: showMoment(last.at, language), who: last.who })}</p>
          <PutBack />
          <UndoYear runId={last.runId} />
        </>
      )}
    </div>
  );
}

function UndoYear({ runId }: { readonly runId: number }) {
  const t = useTranslations('rollover.begun');
  const [asking, setAsking] = useState(false);
  const undo = useUndoRun(t('undone'));
  return (
    <div>
      <Button variant="default" leftSection={<IconArrowBackUp size={15} />} onClick={() => setAsking(true)}>
        {t('undo')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('undoTitle')}
        confirmLabel={t('undo')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          undo(runId);
        }}
      >
        {t('undoText')}
      </ConfirmDialog>
    </div>
  );
}
