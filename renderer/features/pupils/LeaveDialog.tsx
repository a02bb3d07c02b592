import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { leaveReasons } from '../../../shared/contract/pupils.ts';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';
import { desk, deskQuery } from '../../api.ts';
import dialogs from '../../ui/Dialogs.module.css';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';

interface LeaveDialogProps {
  readonly pupilIds: readonly number[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

const own = 'own';

/** Marks pupils as left: day, reason, and in numbers what becomes of their logins and records. */
export function LeaveDialog({ pupilIds, onClose, onDone }: LeaveDialogProps) {
  const t = useTranslations('pupils.leave');
  const action = useTranslations('app.action');
  const [day, setDay] = useState(() => dottedDate(new Date().toISOString().slice(0, 10)));
  const [reason, setReason] = useState<string>(leaveReasons[0]);
  const [words, setWords] = useState('');
  const leftOn = parseDate(day);
  const change = useUndoableChange();
  const input = { pupilIds: [...pupilIds], leftOn: leftOn ?? '1970-01-01' };
  const previewed = useQuery(
    deskQuery.pupils.leavePreview.queryOptions({ input, enabled: leftOn !== undefined, staleTime: 0 }),
  );
  const count = previewed.data?.pupils ?? 0;
  const leave = () => {
    const said = reason === own ? words.trim() : reason;
    change.mutate({ words: t('done', { count }), work: () => desk.pupils.leave({ ...input, reason: said }) });
    onDone?.();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <TextInput
          label={t('day')}
          placeholder="01.09.2026"
          error={leftOn === undefined ? t('badDay') : undefined}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={t('why')}
          allowDeselect={false}
          data={[
            ...leaveReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
            { value: own, label: t('own') },
          ]}
          value={reason}
          onChange={(value) => setReason(value ?? own)}
        />
        {reason === own ? (
          <TextInput
            label={t('words')}
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        ) : null}
        {previewed.error === null ? null : <ErrorCard error={previewed.error} />}
        {previewed.data === undefined ? null : <Consequence preview={previewed.data} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button disabled={leftOn === undefined || count === 0} loading={change.isPending} onClick={leave}>
            {t('action', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type Preview = Awaited<ReturnType<typeof desk.pupils.leavePreview>>;

function Consequence({ preview }: { readonly preview: Preview }) {
  const t = useTranslations('pupils.leave');
  const { language } = useLanguage();
  const { pupils, logins, leaversLogins, graceUntil, archiveOn, purgeOn } = preview;
  if (pupils === 0) return <p className={dialogs.text}>{t('nobody')}</p>;
  return (
    <p className={dialogs.consequence} role="status">
      {t(`logins.${leaversLogins}`, { count: logins, date: showDate(graceUntil, language) })}{' '}
      {t('terms', { archive: showDate(archiveOn, language), purge: showDate(purgeOn, language) })}
    </p>
  );
}
