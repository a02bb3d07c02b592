import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CodeRow } from '../../../shared/contract/codes.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Codes.module.css';

interface CodePanelProps {
  readonly row: CodeRow;
  readonly heldBack: boolean;
  /** Goes on to the next pupil without a code. */
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** One pupil's code: large, or the field to type it. Enter saves and goes on to the next pupil. */
export function CodePanel({ row, heldBack, onNext, onClose }: CodePanelProps) {
  const t = useTranslations('codes');
  const { language } = useLanguage();
  const codeName = useSchoolDiary()?.codeName?.[language] ?? t('column.code');
  const [editing, setEditing] = useState(row.value === null);
  return (
    <SidePanel title={row.title} subtitle={row.className} onClose={onClose}>
      {heldBack ? <p className={styles.quiet}>{t('heldBack.text')}</p> : null}
      {editing && !heldBack ? (
        <CodeField
          pupilId={row.pupilId}
          value={row.value ?? ''}
          label={codeName}
          saveLabel={t(row.value === null ? 'saveAndNext' : 'save')}
          onSaved={() => (row.value === null ? onNext() : setEditing(false))}
          onCancel={row.value === null ? onClose : () => setEditing(false)}
        />
      ) : null}
      {!editing && row.value !== null ? <Shown row={row} codeName={codeName} onEdit={() => setEditing(true)} /> : null}
    </SidePanel>
  );
}

interface ShownProps {
  readonly row: CodeRow;
  readonly codeName: string;
  readonly onEdit: () => void;
}

function Shown({ row, codeName, onEdit }: ShownProps) {
  const t = useTranslations('codes');
  const remove = useMutation(
    deskQuery.codes.remove.mutationOptions({
      onSuccess: () => {
        toastDone(t('removed'));
        return refreshRegistry();
      },
    }),
  );
  const { codeId } = row;
  return (
    <>
      <p className={styles.quiet}>{codeName}</p>
      <p className={`${styles.large} desk-mono`}>{row.value}</p>
      {remove.error === null ? null : <ErrorCard error={remove.error} />}
      <div className={styles.actions}>
        <Button size="compact-md" variant="default" leftSection={<IconPencil size={14} />} onClick={onEdit}>
          {t('change')}
        </Button>
        {codeId === null ? null : (
          <Button
            size="compact-md"
            variant="subtle"
            color="red.8"
            leftSection={<IconTrash size={14} />}
            loading={remove.isPending}
            onClick={() => remove.mutate({ codeId })}
          >
            {t('remove')}
          </Button>
        )}
      </div>
    </>
  );
}
