import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Year.module.css';

/** What the beginning of a year did. */
export interface BegunYear {
  readonly undoRunId: number;
  readonly startYear: number;
  readonly moved: number;
  readonly graduates: number;
  readonly classes: number;
  readonly loginsExpired: boolean;
}

interface YearBegunProps {
  readonly begun: BegunYear;
  readonly onUndone: () => void;
}

/** Last step: what was done, what comes next, and the way back. */
export function YearBegun({ begun, onUndone }: YearBegunProps) {
  const t = useTranslations('rollover.done');
  const navigate = useNavigate();
  const { startYear, moved, graduates, classes, loginsExpired, undoRunId } = begun;
  const undo = useMutation({
    mutationFn: () => desk.journal.undo({ runId: undoRunId }),
    onSuccess: async () => {
      toastDone(t('undone'));
      await refreshRegistry();
      onUndone();
    },
  });
  return (
    <section className={styles.done} role="status">
      <IconCircleCheck className={styles.doneIcon} size={44} stroke={1.3} aria-hidden />
      <h2 className={styles.doneTitle}>{t('title', { from: String(startYear), to: String(startYear + 1) })}</h2>
      <p className={styles.hint}>{t('text', { moved, graduates, classes })}</p>
      {undo.error === null ? null : <ErrorCard error={undo.error} />}
      <Group justify="center">
        {loginsExpired ? <Button onClick={() => void navigate({ to: '/issue' })}>{t('renew')}</Button> : null}
        <Button variant={loginsExpired ? 'default' : 'filled'} onClick={() => void navigate({ to: '/import' })}>
          {t('firstGraders')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/overview' })}>
          {t('overview')}
        </Button>
      </Group>
      <Button
        variant="subtle"
        leftSection={<IconArrowBackUp size={15} />}
        loading={undo.isPending}
        onClick={() => undo.mutate()}
      >
        {t('undo')}
      </Button>
    </section>
  );
}
