import { Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { refreshRegistry, useMay } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import styles from './Imports.module.css';
import type { ImportResult } from './import-state.ts';

interface DoneStepProps {
  readonly result: ImportResult;
  readonly onAgain: () => void;
}

/** Last step: what was done, the next step of the day, and the way back. */
export function DoneStep({ result, onAgain }: DoneStepProps) {
  const t = useTranslations('imports.done');
  const navigate = useNavigate();
  const mayIssue = useMay('credentials.issue');
  const undo = useMutation(deskQuery.imports.undo.mutationOptions({ onSuccess: () => void refreshRegistry() }));
  const numbers = {
    created: result.pupilsCreated,
    changed: result.pupilsChanged,
    guardians: result.guardiansCreated,
    skipped: result.skipped,
  };
  return (
    <section className={styles.done} role="status">
      <IconCircleCheck className={styles.doneIcon} size={44} stroke={1.3} aria-hidden />
      <h2 className={styles.dropTitle}>{t(undo.isSuccess ? 'undoneTitle' : 'title')}</h2>
      {undo.isSuccess ? <Undone {...undo.data} /> : <p className={styles.dropText}>{t('text', numbers)}</p>}
      {undo.error === null ? null : <ErrorCard error={undo.error} />}
      <Group justify="center">
        {undo.isSuccess || !mayIssue ? null : (
          <Button onClick={() => void navigate({ to: '/issue' })}>{t('issue')}</Button>
        )}
        <Button variant="default" onClick={() => void navigate({ to: '/pupils' })}>
          {t('pupils')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('more')}
        </Button>
        {undo.isSuccess ? null : (
          <Button variant="subtle" loading={undo.isPending} onClick={() => undo.mutate({ importId: result.importId })}>
            {t('undo')}
          </Button>
        )}
      </Group>
    </section>
  );
}

function Undone({
  removed,
  restored,
  kept,
}: {
  readonly removed: number;
  readonly restored: number;
  readonly kept: readonly string[];
}) {
  const t = useTranslations('imports.done');
  return (
    <p className={styles.dropText}>
      {t('undone', { removed, restored })} {kept.length === 0 ? null : t('kept', { names: kept.join('; ') })}
    </p>
  );
}
