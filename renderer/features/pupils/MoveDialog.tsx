import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk, deskQuery } from '../../api.ts';
import dialogs from '../../ui/Dialogs.module.css';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';

interface MoveDialogProps {
  /** `comeBack` for pupils who left. */
  readonly kind: 'move' | 'comeBack';
  readonly pupilIds: readonly number[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Puts pupils into a class: from another one, or back after they left. */
export function MoveDialog({ kind, pupilIds, onClose, onDone }: MoveDialogProps) {
  const t = useTranslations(`pupils.${kind}`);
  const action = useTranslations('app.action');
  const [classId, setClassId] = useState<number>();
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes ?? [];
  const change = useUndoableChange();
  const title = classes.find(({ id }) => id === classId)?.title ?? '';
  const put = () => {
    if (classId === undefined) return;
    const input = { pupilIds: [...pupilIds], classId };
    change.mutate({ words: t('done', { title }), work: () => desk.pupils[kind](input) });
    onDone?.();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <p className={dialogs.text}>{t('text')}</p>
        <Select
          label={t('class')}
          placeholder={t('choose')}
          searchable
          data-autofocus
          data={classes.map((one) => ({ value: String(one.id), label: one.title }))}
          value={classId === undefined ? null : String(classId)}
          onChange={(value) => setClassId(value === null ? undefined : Number(value))}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button disabled={classId === undefined} loading={change.isPending} onClick={put}>
            {t('action', { count: pupilIds.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
