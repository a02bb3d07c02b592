import { Button } from '@mantine/core';
import { IconFileTypePdf, IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessingRow } from '../../../shared/contract/personal-data.ts';
import { desk, deskQuery } from '../../api.ts';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ProcessingRecordDialog } from '../../ui/ProcessingRecordDialog.tsx';
import { meaningOfStanding } from '../../ui/processing-standing.ts';
import { PanelGroup } from '../../ui/SidePanel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import styles from './PersonalData.module.css';

/** On which ground the data of a pupil and the guardians is kept, and what each may ask to be told. */
export function CardPersonalData({ pupilId }: { readonly pupilId: number }) {
  const t = useTranslations('personalData.card');
  const query = useQuery(deskQuery.personalData.ofPupil.queryOptions({ input: { pupilId } }));
  const [changed, setChanged] = useState<ProcessingRow>();
  return (
    <PanelGroup title={t('title')}>
      {query.error === null ? null : <ErrorCard error={query.error} />}
      {(query.data ?? []).map((row) => (
        <PersonLine key={row.personId} row={row} onChange={() => setChanged(row)} />
      ))}
      {changed === undefined ? null : (
        <ProcessingRecordDialog
          personIds={[changed.personId]}
          record={changed.record}
          onClose={() => setChanged(undefined)}
        />
      )}
    </PanelGroup>
  );
}

function PersonLine({ row, onChange }: { readonly row: ProcessingRow; readonly onChange: () => void }) {
  const t = useTranslations('personalData');
  const { language } = useLanguage();
  const saving = useSavePrepared();
  const { personId, name, standing } = row;
  return (
    <div className={styles.line}>
      <div className={styles.head}>
        <b>{name}</b>
        {standing === 'good' ? null : <Badge meaning={meaningOfStanding[standing]}>{t(`standing.${standing}`)}</Badge>}
      </div>
      <GroundWords row={row} />
      <div className={styles.actions}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${t('card.change')}: ${name}`}
          leftSection={<IconGavel size={14} />}
          onClick={onChange}
        >
          {t('card.change')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${t('card.report')}: ${name}`}
          leftSection={<IconFileTypePdf size={14} />}
          loading={saving.isPending}
          onClick={() => saving.mutate(() => desk.personalData.report({ personId, language }))}
        >
          {t('card.report')}
        </Button>
      </div>
    </div>
  );
}

function GroundWords({ row: { record } }: { readonly row: ProcessingRow }) {
  const t = useTranslations('personalData');
  const { language } = useLanguage();
  if (record === null) return null;
  const { purpose, basis, document, documentOn, withdrawnOn, keepUntil } = record;
  const day = (date: string) => showDate(date, language);
  const parts = [
    t('card.ground', { basis: t(`basis.${basis}`), purpose }),
    ...(document === '' || documentOn === null ? [] : [t('card.document', { document, date: day(documentOn) })]),
    ...(withdrawnOn === null ? [] : [t('card.withdrawn', { date: day(withdrawnOn) })]),
    ...(keepUntil === null ? [] : [t('card.until', { date: day(keepUntil) })]),
  ];
  return <p className={styles.quiet}>{parts.join(' · ')}</p>;
}
