import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';
import { desk } from '../../api.ts';
import dialogs from '../../ui/Dialogs.module.css';
import { useLanguage } from '../../ui/language.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';

const usualDays = 7;

/** The period for the facts of a notice about a leak. */
export function IncidentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('personalData.incident');
  const action = useTranslations('app.action');
  const bad = useTranslations('personalData.record')('badDay');
  const { language } = useLanguage();
  const saving = useSavePrepared();
  const today = new Date().toISOString().slice(0, 10);
  const [from, setFrom] = useState(dottedDate(daysAfter(today, -usualDays)));
  const [to, setTo] = useState(dottedDate(today));
  const period = { from: parseDate(from), to: parseDate(to) };
  const make = () => {
    if (period.from === undefined || period.to === undefined) return;
    const input = { from: period.from, to: period.to, language };
    saving.mutate(() => desk.personalData.incident(input), { onSuccess: onClose });
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <TextInput
      label={label}
      placeholder="01.09.2026"
      value={value}
      error={parseDate(value) === undefined ? bad : undefined}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <p className={dialogs.text}>{t('text')}</p>
        <Group grow align="flex-start">
          {field(t('from'), from, setFrom)}
          {field(t('to'), to, setTo)}
        </Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button
            loading={saving.isPending}
            disabled={period.from === undefined || period.to === undefined}
            onClick={make}
          >
            {t('action')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
