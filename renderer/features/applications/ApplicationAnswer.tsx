import { Button } from '@mantine/core';
import { IconId, IconNotebook, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import { desk } from '../../api.ts';
import { useMay } from '../../query.ts';
import { PanelGroup } from '../../ui/SidePanel.tsx';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import { AnswerByIssue } from './AnswerByIssue.tsx';
import { AnswerByReissue } from './AnswerByReissue.tsx';
import styles from './Applications.module.css';

/** What answers an open application, each kind in its own way. */
export function ApplicationAnswer({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.card');
  return (
    <PanelGroup title={t('answer')}>
      <div className={styles.answer}>
        <AnswerOf row={row} />
      </div>
    </PanelGroup>
  );
}

function AnswerOf({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.answer');
  switch (row.kind) {
    case 'access':
    case 'one-login':
      return <AnswerByIssue row={row} />;
    case 'reissue':
      return <AnswerByReissue row={row} />;
    case 'portal-code':
      return <AnswerByCode />;
    case 'paper-diary':
      return <AnswerOnPaper row={row} />;
    case 'correction':
      return <AnswerByCorrection row={row} />;
    case 'withdrawal':
      return <p className={styles.quiet}>{t('withdrawal')}</p>;
  }
}

function AnswerByCode() {
  const t = useTranslations('applications.answer');
  const navigate = useNavigate();
  return (
    <>
      <p className={styles.quiet}>{t('codesText')}</p>
      <Button leftSection={<IconId size={16} />} onClick={() => void navigate({ to: '/codes' })}>
        {t('codes')}
      </Button>
    </>
  );
}

function AnswerOnPaper({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications');
  const change = useUndoableChange();
  const { id: applicationId, number } = row;
  if (!useMay('applications.close')) return null;
  const allow = () => desk.applications.close({ applicationId, outcome: 'done' });
  return (
    <>
      <p className={styles.quiet}>{t('answer.paperText')}</p>
      <Button
        leftSection={<IconNotebook size={16} />}
        loading={change.isPending}
        onClick={() => change.mutate({ words: t('close.done', { number }), work: allow })}
      >
        {t('answer.paper')}
      </Button>
    </>
  );
}

function AnswerByCorrection({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.answer');
  const navigate = useNavigate();
  const open = row.pupils[0]?.id;
  return (
    <>
      <p className={styles.quiet}>{t('correctText')}</p>
      <Button leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/pupils', search: { open } })}>
        {t('correct')}
      </Button>
    </>
  );
}
