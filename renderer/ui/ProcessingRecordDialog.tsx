import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseDate } from '../../shared/domain/birth-date.ts';
import { missingIn, type ProcessingRecord, processingBases } from '../../shared/domain/personal-data.ts';
import { dottedDate } from '../../shared/domain/slip-texts.ts';
import { desk } from '../api.ts';
import dialogs from './Dialogs.module.css';
import { useUndoableChange } from './use-undoable-change.ts';

interface ProcessingRecordDialogProps {
  readonly personIds: readonly number[];
  /** What is recorded now; null for many people or for none. */
  readonly record: ProcessingRecord | null;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

type Days = Pick<ProcessingRecord, 'documentOn' | 'withdrawnOn' | 'keepUntil'>;

const typed = (day: string | null) => (day === null ? '' : dottedDate(day));
/** The day that was typed; null for none, undefined for what is no day. */
const dayOf = (text: string): string | null | undefined => (text.trim() === '' ? null : parseDate(text));

/** Purpose, ground, document and term, for one person or many. */
export function ProcessingRecordDialog({ personIds, record, onClose, onDone }: ProcessingRecordDialogProps) {
  const t = useTranslations('personalData.record');
  const basisWords = useTranslations('personalData.basisLong');
  const action = useTranslations('app.action');
  const change = useUndoableChange();
  const [purpose, setPurpose] = useState(record?.purpose ?? t('purposeUsual'));
  const [basis, setBasis] = useState<ProcessingRecord['basis']>(record?.basis ?? 'law');
  const [document, setDocument] = useState(record?.document ?? '');
  const [days, setDays] = useState<Record<keyof Days, string>>({
    documentOn: typed(record?.documentOn ?? null),
    withdrawnOn: typed(record?.withdrawnOn ?? null),
    keepUntil: typed(record?.keepUntil ?? null),
  });
  const count = personIds.length;
  const wish = recordOf({ purpose, basis, document }, days);
  const save = () => {
    if (wish === undefined) return;
    const work = () => desk.personalData.save({ personIds: [...personIds], record: wish });
    change.mutate({ words: t('done', { count }), work });
    onDone?.();
    onClose();
  };
  const dayField = (name: keyof Days, hint?: string) => (
    <TextInput
      label={t(name)}
      description={hint}
      placeholder="01.09.2026"
      value={days[name]}
      error={dayOf(days[name]) === undefined ? t('badDay') : undefined}
      onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
    />
  );
  const consent = basis === 'consent';
  return (
    <Modal opened onClose={onClose} title={t('title', { count })} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <TextInput
          label={t('purpose')}
          maxLength={300}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={t('basis')}
          allowDeselect={false}
          data={processingBases.map((value) => ({ value, label: basisWords(value) }))}
          value={basis}
          onChange={(value) => setBasis(processingBases.find((one) => one === value) ?? 'law')}
        />
        {basis === 'law' ? null : (
          <Group grow align="flex-start">
            <TextInput
              label={t('document')}
              maxLength={100}
              value={document}
              onChange={(event) => setDocument(event.currentTarget.value)}
            />
            {dayField('documentOn')}
          </Group>
        )}
        {consent ? dayField('withdrawnOn', t('withdrawnHint')) : null}
        {dayField('keepUntil', t('keepHint'))}
        {consent && wish !== undefined && missingIn(wish) !== undefined ? (
          <p className={dialogs.consequence}>{t('consentNeeds')}</p>
        ) : null}
        {count > 1 ? <p className={dialogs.text}>{t('replaces')}</p> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button disabled={wish === undefined || missingIn(wish) !== undefined} onClick={save}>
            {t('action', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type Words = Pick<ProcessingRecord, 'purpose' | 'basis' | 'document'>;

/** The record as typed; what its ground has no place for is left out. Undefined while a day cannot be read. */
function recordOf({ purpose, basis, document }: Words, days: Record<keyof Days, string>): ProcessingRecord | undefined {
  const [documentOn, withdrawnOn, keepUntil] = [dayOf(days.documentOn), dayOf(days.withdrawnOn), dayOf(days.keepUntil)];
  if (documentOn === undefined || withdrawnOn === undefined || keepUntil === undefined) return undefined;
  const papers = basis === 'law' ? { document: '', documentOn: null } : { document: document.trim(), documentOn };
  return {
    purpose: purpose.trim(),
    basis,
    ...papers,
    withdrawnOn: basis === 'consent' ? withdrawnOn : null,
    keepUntil,
  };
}
