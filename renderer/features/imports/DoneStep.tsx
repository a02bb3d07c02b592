import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { refreshRegistry, useMay } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import styles from './Imports.module.css';
import type { ImportResult } from './import-state.ts';
import { Told } from './Told.tsx';
import { toldChanges } from './told-changes.ts';
import { Undone } from './Undone.tsx';
import { useFailedRows } from './use-failed-rows.ts';

interface DoneStepProps {
  readonly result: ImportResult;
  readonly previewId: string;
  readonly onAgain: () => void;
}

/** Last step: what was done, the next step of the day, and the way back. */
export function DoneStep({ result, previewId, onAgain }: DoneStepProps) {
  const t = useTranslations('imports.done');
  const navigate = useNavigate();
  const undo = useMutation(deskQuery.imports.undo.mutationOptions({ onSuccess: () => void refreshRegistry() }));
  return (
    <section className={styles.done} role="status">
      <IconCircleCheck className={styles.doneIcon} size={44} stroke={1.3} aria-hidden />
      <h2 className={styles.doneTitle}>{t(undo.isSuccess ? 'undoneTitle' : 'title')}</h2>
      {undo.isSuccess ? <Undone {...undo.data} /> : <DoneWords result={result} />}
      {undo.error === null ? null : <ErrorCard error={undo.error} />}
      <Group justify="center">
        {undo.isSuccess ? null : <NextStep result={result} />}
        <Button variant="default" onClick={() => void navigate({ to: '/pupils' })}>
          {t('pupils')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('more')}
        </Button>
      </Group>
      {undo.isSuccess ? null : (
        <Group justify="center">
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={15} />}
            loading={undo.isPending}
            onClick={() => undo.mutate({ importId: result.importId })}
          >
            {t('undo')}
          </Button>
          {result.skipped > 0 ? <SaveSkipped previewId={previewId} /> : null}
        </Group>
      )}
    </section>
  );
}

/** Only what happened is told. */
function DoneWords({ result }: { readonly result: ImportResult }) {
  const t = useTranslations('imports.done');
  const told = [...toldChanges, 'skipped' as const].filter((one) => result[one] > 0);
  const nothing = toldChanges.every((one) => result[one] === 0);
  return (
    <Told
      facts={[...(nothing ? [t('nothing')] : []), ...told.map((one) => t(`told.${one}`, { count: result[one] }))]}
    />
  );
}

/** Logins that came with the file are printed, those of its people issued; staff need none. */
function NextStep({ result }: { readonly result: ImportResult }) {
  const t = useTranslations('imports.done');
  const navigate = useNavigate();
  const { pupilsCreated, pupilsChanged, credentialsCreated } = result;
  if (!useMay('credentials.issue') || pupilsCreated + pupilsChanged + credentialsCreated === 0) return null;
  const print = credentialsCreated > 0;
  return (
    <Button onClick={() => void navigate({ to: print ? '/slips' : '/issue' })}>{t(print ? 'print' : 'issue')}</Button>
  );
}

function SaveSkipped({ previewId }: { readonly previewId: string }) {
  const t = useTranslations('imports.failed');
  const { save } = useFailedRows(previewId);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconDeviceFloppy size={15} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('save')}
      </Button>
      {save.error === null ? null : <ErrorCard error={save.error} />}
    </>
  );
}
