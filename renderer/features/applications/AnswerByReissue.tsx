import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import { useMay } from '../../query.ts';
import { rememberScope } from '../../ui/chosen-scope.ts';
import { ReissueDialog } from '../../ui/ReissueDialog.tsx';
import styles from './Applications.module.css';

/** Leads to printing the slips of an application's pupils. */
export function usePrintSlips({ pupils }: ApplicationRow): () => void {
  const navigate = useNavigate();
  return () => {
    rememberScope({ kind: 'pupils', pupilIds: pupils.map(({ id }) => id) });
    void navigate({ to: '/slips', search: { chosen: true } });
  };
}

/** Makes new passwords for the people of an application, which closes it. */
export function AnswerByReissue({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.answer');
  const [asking, setAsking] = useState(false);
  const print = usePrintSlips(row);
  if (!useMay('credentials.reissue')) return null;
  const scope = { kind: 'pupils' as const, pupilIds: row.pupils.map(({ id }) => id) };
  return (
    <>
      <p className={styles.quiet}>{t('reissueText')}</p>
      <Button leftSection={<IconKey size={16} />} onClick={() => setAsking(true)}>
        {t('reissue')}
      </Button>
      {asking ? (
        <ReissueDialog
          target={{ kind: 'scope', scope, for: ['pupil', 'guardian'] }}
          applicationId={row.id}
          whose={row.applicantName}
          onClose={() => setAsking(false)}
          onPrint={print}
        />
      ) : null}
    </>
  );
}
