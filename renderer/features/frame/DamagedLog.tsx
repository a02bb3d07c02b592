import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../../../shared/contract/registry.ts';
import { useMay, useStatus } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { TroubleCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';

/** Tells that the registry was opened without changes that stood in a damaged log, until the person has seen it. */
export function DamagedLog() {
  const { status } = useStatus();
  const [seen, setSeen] = useState(false);
  if (status?.damagedLog === undefined || seen) return null;
  return <Told log={status.damagedLog} onSeen={() => setSeen(true)} />;
}

interface ToldProps {
  readonly log: NonNullable<Status['damagedLog']>;
  readonly onSeen: () => void;
}

function Told({ log: { certain, unread, keptAs: file, lastLineAt }, onSeen }: ToldProps) {
  const t = useTranslations('registry.damagedLog');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const mayJournal = useMay('journal.list');
  const mayCopies = useMay('backups.list');
  const why = certain ? t('certainWhy', { unread }) : t('unsureWhy');
  const kept =
    lastLineAt === null ? t('keptAll', { file }) : t('kept', { file, when: showMoment(lastLineAt, language) });
  const words = {
    title: t(certain ? 'certain' : 'unsure'),
    kept: `${why} ${kept}`,
    next: t(mayCopies ? 'next' : 'nextTell'),
  };
  const actions = (
    <>
      {mayJournal ? (
        <Button size="xs" variant="default" onClick={() => void navigate({ to: '/journal' })}>
          {t('journal')}
        </Button>
      ) : null}
      {mayCopies ? (
        <Button size="xs" variant="default" onClick={() => void navigate({ to: '/backups' })}>
          {t('copies')}
        </Button>
      ) : null}
      <Button size="xs" variant="subtle" onClick={onSeen}>
        {t('seen')}
      </Button>
    </>
  );
  return <TroubleCard words={words} actions={actions} />;
}
