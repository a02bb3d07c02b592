import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';
import { desk } from '../../api.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';

interface WeekDialogProps {
  readonly classId: number | undefined;
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks for which week the sheets are, and saves them. */
export function WeekDialog({ classId, count, onClose }: WeekDialogProps) {
  const t = useTranslations('applications');
  const action = useTranslations('app.action');
  const { language } = useLanguage();
  const [typed, setTyped] = useState(() => dottedDate(new Date().toISOString()));
  const save = useSavePrepared();
  const weekOf = parseDate(typed);
  const prepare = () =>
    desk.paperDiary.sheets({
      language,
      ...(classId === undefined ? {} : { classId }),
      ...(weekOf === undefined ? {} : { weekOf }),
    });
  return (
    <Modal opened onClose={onClose} title={t('paper.print')} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <TextInput
          data-autofocus
          label={t('paper.week')}
          description={t('paper.weekHint')}
          error={weekOf === undefined ? t('form.badDate') : undefined}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button
            disabled={weekOf === undefined}
            loading={save.isPending}
            onClick={() => void save.mutateAsync(prepare).then(onClose, () => undefined)}
          >
            {t('paper.save', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
